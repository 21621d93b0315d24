#include "analysis/followed_part.hpp"

#include <cmath>

#include <gmock/gmock.h>

namespace doorstroom::tests {
namespace {

FollowUpCounts people(Fate fate, int count, DayCount days) {
  FollowUpCounts counts(1000);
  for (int i = 0; i < count; ++i) counts.add(fate, days);
  return counts;
}

/// Of a hundred, 95 are followed for 100 days and five for 200: the last of these would make all of
/// them find something.
TEST(FollowedPart, EndsWhereFewerThanATenthAreFollowed) {
  FollowUpCounts group = people(Fate::open, 95, 100);
  group.add(people(Fate::open, 4, 200));
  group.add(people(Fate::happened, 1, 200));
  EXPECT_DOUBLE_EQ(incidence(group.counts()).started_within(200), 0.2);
  const Incidence curve = followed_part(group);
  EXPECT_EQ(curve.started_within(100), 0);
  EXPECT_TRUE(std::isnan(curve.started_within(101)));
  EXPECT_TRUE(std::isnan(curve.day_of_share(0.2)));
}

/// Whoever found something early might have been followed as long as the others.
TEST(FollowedPart, DoesNotTakeEventsForTheEndOfAFollowUp) {
  FollowUpCounts group = people(Fate::happened, 90, 10);
  group.add(people(Fate::open, 5, 100));
  group.add(people(Fate::open, 5, 200));
  const Incidence curve = followed_part(group);
  EXPECT_DOUBLE_EQ(curve.started_within(10), 0.9);
  EXPECT_DOUBLE_EQ(curve.started_within(200), 0.9) << "half could be followed so long";
  EXPECT_TRUE(std::isnan(curve.started_within(201)));
}

TEST(FollowedPart, IsAllOfACurveWithoutCensoring) {
  EXPECT_EQ(followed_part(people(Fate::happened, 3, 7)).started_within(900), 1);
}

}  // namespace
}  // namespace doorstroom::tests

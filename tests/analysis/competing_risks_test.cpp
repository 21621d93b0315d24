#include "analysis/competing_risks.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "doorstroom/figures.hpp"

namespace doorstroom::tests {
namespace {

struct Person {
  DayCount days = 0;
  Fate fate = Fate::happened;
  int people = 1;
};

FollowUpCounts group(const std::vector<Person>& people, DayCount longest = 1000) {
  FollowUpCounts counts(longest);
  for (const Person& person : people) {
    for (int i = 0; i < person.people; ++i) counts.add(person.fate, person.days);
  }
  return counts;
}

Incidence curve(const std::vector<Person>& people, DayCount longest = 1000) {
  return incidence(group(people, longest).counts());
}

/// A printed number is right to half a unit of its last digit.
constexpr double third_digit = 0.0005;
constexpr double tenth_of_a_percent = 0.0005;

/// Remission of 21 patients on 6-mercaptopurine, in weeks: Freireich et al., Blood 21 (1963), 699;
/// the estimates as in Cox and Oakes, Analysis of Survival Data (1984), and most textbooks since.
TEST(CompetingRisks, GiveTheKaplanMeierEstimateOfThePublishedExample) {
  using enum Fate;
  const Incidence relapse = curve({{6, happened, 3},
                                   {6, open},
                                   {7, happened},
                                   {9, open},
                                   {10, happened},
                                   {10, open},
                                   {11, open},
                                   {13, happened},
                                   {16, happened},
                                   {17, open},
                                   {19, open},
                                   {20, open},
                                   {22, happened},
                                   {23, happened},
                                   {25, open},
                                   {32, open, 2},
                                   {34, open},
                                   {35, open}});
  const auto survival = [&](DayCount weeks) { return 1 - relapse.started_within(weeks); };
  EXPECT_EQ(survival(5), 1);
  EXPECT_NEAR(survival(6), 0.857, third_digit);
  EXPECT_NEAR(survival(7), 0.807, third_digit);
  EXPECT_NEAR(survival(10), 0.753, third_digit);
  EXPECT_NEAR(survival(13), 0.690, third_digit);
  EXPECT_NEAR(survival(16), 0.627, third_digit);
  EXPECT_NEAR(survival(22), 0.538, third_digit);
  EXPECT_NEAR(survival(35), 0.448, third_digit);
  EXPECT_TRUE(std::isnan(relapse.started_within(36))) << "nobody was followed so long";
}

/// 305 breast cancer patients, death of the disease and of other causes, in months: Satagopan et
/// al., British Journal of Cancer 91 (2004), 1229, table 2.
TEST(CompetingRisks, GiveTheAalenJohansenEstimateOfThePublishedExample) {
  using enum Fate;
  const Incidence death = curve({{7, open},
                                 {10, happened},
                                 {14, open},
                                 {16, happened},
                                 {18, left},
                                 {23, happened},
                                 {24, open},
                                 {26, left},
                                 {27, happened},
                                 {28, open, 296}});
  const auto step = [&](DayCount months) {
    return death.started_within(months) - death.started_within(months - 1);
  };
  for (const DayCount months : {10, 16, 23, 27}) {  // printed as 0.3 % each, added up to 1.2
    EXPECT_NEAR(step(months), 0.003, tenth_of_a_percent);
  }
  const auto survival = [&](DayCount months) {
    return 1 - death.started_within(months) - death.left_within(months);
  };
  EXPECT_NEAR(survival(16), 0.993, tenth_of_a_percent);
  EXPECT_NEAR(survival(18), 0.990, tenth_of_a_percent);
  EXPECT_NEAR(survival(23), 0.987, tenth_of_a_percent);
  EXPECT_NEAR(survival(26), 0.983, tenth_of_a_percent);
  EXPECT_NEAR(survival(27), 0.980, tenth_of_a_percent);
}

TEST(CompetingRisks, AreSharesWhereEverybodyIsFollowed) {
  using enum Fate;
  const Incidence all = curve({{3, happened, 2}, {5, left}, {8, happened}, {20, left}});
  EXPECT_DOUBLE_EQ(all.started_within(3), 0.4);
  EXPECT_DOUBLE_EQ(all.left_within(5), 0.2);
  EXPECT_DOUBLE_EQ(all.started_within(900), 0.6) << "everything is known for good";
  EXPECT_EQ(all.day_of_share(0.4), 3);
  EXPECT_EQ(all.day_of_share(0.5), 8);
  EXPECT_TRUE(std::isnan(all.day_of_share(0.7)));
}

/// Four people, one followed until day 4 only: of the three left on day 5 a third goes.
TEST(CompetingRisks, TakeWhoIsNoLongerFollowedOutOfTheRisk) {
  using enum Fate;
  const Incidence some = curve({{4, open}, {5, happened}, {6, left}, {10, open}});
  EXPECT_DOUBLE_EQ(some.started_within(5), 1.0 / 3);
  EXPECT_DOUBLE_EQ(some.left_within(6), 1.0 / 3);
  EXPECT_TRUE(std::isnan(some.left_within(11)));
}

TEST(CompetingRisks, LookNoFurtherThanAskedFor) {
  using enum Fate;
  const FollowUpCounts counts = group({{5, happened}, {200, happened}, {300, open}}, 100);
  EXPECT_EQ(counts.people(), 3);
  const Incidence within = incidence(counts.counts());
  EXPECT_DOUBLE_EQ(within.started_within(100), 1.0 / 3);
  EXPECT_TRUE(std::isnan(within.started_within(101)));
}

TEST(CompetingRisks, AddGroupsUp) {
  using enum Fate;
  FollowUpCounts sum = group({{5, happened}});
  sum.add(group({{9, left}, {20, open}}));
  const Incidence both = incidence(sum.counts());
  EXPECT_EQ(sum.people(), 3);
  EXPECT_DOUBLE_EQ(both.started_within(5), 1.0 / 3);
  EXPECT_DOUBLE_EQ(both.left_within(9), 1.0 / 3);
}

}  // namespace
}  // namespace doorstroom::tests

#include "base/largest_remainders.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using testing::ElementsAre;

TEST(LargestRemainders, GiveWhatRoundingDownLeavesToTheLargest) {
  EXPECT_THAT(largest_remainders({1.2, 3.7, 0.6, 2.5}, 8), ElementsAre(1, 4, 1, 2));
  EXPECT_THAT(largest_remainders({1.2, 3.7, 0.6, 2.5}, 9), ElementsAre(1, 4, 1, 3));
}

TEST(LargestRemainders, AddUpToTheNearestWholeNumberByThemselves) {
  EXPECT_THAT(largest_remainders({0.3, 0.3, 0.3}), ElementsAre(1, 0, 0));
  EXPECT_THAT(largest_remainders({0.3, 0.1}), ElementsAre(0, 0));
  EXPECT_THAT(largest_remainders({0.4, 0.1}), ElementsAre(1, 0)) << "a half is rounded up";
}

TEST(LargestRemainders, LeaveWholeNumbersAlone) {
  EXPECT_THAT(largest_remainders({0, 7, 100.0 * 0.29, 3}), ElementsAre(0, 7, 29, 3));
}

TEST(LargestRemainders, ServeEqualOnesByRank) {
  EXPECT_THAT(largest_remainders({0.5, 0.5, 0.5, 0.5}, 2), ElementsAre(1, 1, 0, 0));
  EXPECT_THAT(largest_remainders({0.5, 0.5, 0.5, 0.5}, 2, {4, 1, 3, 2}), ElementsAre(0, 1, 0, 1));
}

TEST(LargestRemainders, AreNeverNegative) {
  EXPECT_THAT(largest_remainders({-0.6, 1.0}), ElementsAre(0, 1));
  EXPECT_THAT(largest_remainders({}), testing::IsEmpty());
}

}  // namespace
}  // namespace doorstroom

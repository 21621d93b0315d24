#include "doorstroom/index.hpp"

#include <type_traits>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

static_assert(!std::is_convertible_v<MeasureIndex, ResourceIndex>);
static_assert(!std::is_constructible_v<MeasureIndex, ResourceIndex>);
static_assert(!std::is_convertible_v<int, MeasureIndex>);
static_assert(sizeof(MeasureIndex) == 2 && sizeof(StatusIndex) == 1);

TEST(Index, PointsNowhereUntilItIsGivenAPosition) {
  EXPECT_FALSE(MeasureIndex().exists());
  EXPECT_TRUE(MeasureIndex(0).exists());
  EXPECT_EQ(MeasureIndex(), MeasureIndex());
  EXPECT_NE(MeasureIndex(0), MeasureIndex());
}

TEST(Index, KeepsEveryPositionBelowNowhere) {
  for (std::size_t i = 0; i < 255; ++i) {
    ASSERT_EQ(StatusIndex(i).position(), i);
    ASSERT_TRUE(StatusIndex(i).exists());
  }
  for (std::size_t i = 0; i < 65'535; ++i) {
    ASSERT_EQ(ResourceIndex(i).position(), i);
    ASSERT_TRUE(ResourceIndex(i).exists());
  }
  EXPECT_EQ(StatusIndex::nowhere, 255);
  EXPECT_EQ(ResourceIndex::nowhere, 65'535);
}

TEST(Index, IsOrderedByPosition) {
  EXPECT_LT(PhaseIndex(1), PhaseIndex(2));
  EXPECT_LT(PhaseIndex(254), PhaseIndex());
}

}  // namespace
}  // namespace doorstroom

// Tables and small drawings for the terminal.
#include "report/text_table.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(Sparkline, HasABarForEachValueAgainstTheHighest) {
  EXPECT_EQ(sparkline({0, 1, 2, 3, 4, 5, 6, 7}), "▁▂▃▄▅▆▇█");
  EXPECT_EQ(sparkline({1000, 500, 0}), "█▅▁");
  EXPECT_EQ(sparkline({0, 0}), "▁▁");
  EXPECT_EQ(sparkline({}), "");
  EXPECT_EQ(sparkline({std::numeric_limits<double>::quiet_NaN(), 2}), "·█");
}

TEST(Aligned, CountsCharactersNotBytes) {
  EXPECT_EQ(aligned({{"é", "▁█"}, {"ab", "1"}}), "  é    ▁█\n  ab    1\n");
}

}  // namespace
}  // namespace doorstroom

#include "random/rounding.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible_deviation;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array bit_patterns{std::uint64_t{0},       std::uint64_t{1}, std::uint64_t{1} << 30,
                                  std::uint64_t{1} << 63, all_ones - 1,     all_ones};

// Adding a uniform number and cutting turns 3 into 4 for the lowest bits, and 1,000,000 into
// 1,000,001 for one number in 10^10: the sum is rounded up.
TEST(WholeDays, LeavesWholeTimesAsTheyAre) {
  for (const std::uint64_t bits : bit_patterns) {
    for (const DayCount days : {0, 1, 2, 3, 365, 4'096, 1'000'000, 2'999'999, 3'000'000}) {
      ASSERT_EQ(whole_days(days, bits), days) << bits;
    }
  }
}

TEST(WholeDays, GivesOneOfTheTwoNeighbours) {
  for (const std::uint64_t bits : bit_patterns) {
    for (const double time : {1e-300, 0.25, 0.999999, 12.5, 365.24, 99'999.999}) {
      const DayCount days = whole_days(time, bits);
      ASSERT_TRUE(days == std::floor(time) || days == std::floor(time) + 1) << time << " " << bits;
    }
  }
}

// Over evenly spread bits the mean has no sampling error but the spacing: 1 / n. Cutting, rounding
// to the nearest, or swapping the two probabilities fails at once.
TEST(WholeDays, KeepsTheMeanAtEveryFraction) {
  constexpr std::size_t n = 1'000;
  const std::vector<std::uint64_t> bits = statistics::even_bits(n);
  for (double time = 0.0137; time < 40; time += 0.2971) {
    double sum = 0;
    for (const std::uint64_t b : bits) sum += whole_days(time, b);
    ASSERT_NEAR(sum / n, time, 1.0 / n) << time;
  }
}

// With real draws: the standard error of a mean of n roundings is sqrt(f (1 - f) / n).
TEST(WholeDays, IsUnbiasedWithinTheSamplingError) {
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(200'000, 3);
  for (const double time : {0.001, 0.1, 0.5, 3.4, 7.999, 30.4375, 365.25, 5'000.3, 250'000.7}) {
    double sum = 0;
    for (const std::uint64_t b : bits) sum += whole_days(time, b) - time;
    const double fraction = time - std::floor(time);
    const auto n = static_cast<double>(bits.size());
    EXPECT_PRED1(plausible_deviation, sum / std::sqrt(n * fraction * (1 - fraction))) << time;
  }
}

TEST(WholeDays, NeverShortensWhenTheTimeGrows) {
  for (const std::uint64_t bits : statistics::uniform_bits(200, 5)) {
    DayCount before = 0;
    for (double time = 0; time < 12; time += 0.0173) {
      const DayCount days = whole_days(time, bits);
      ASSERT_GE(days, before) << time;
      before = days;
    }
  }
}

TEST(WholeDays, GivesZeroForWhatIsNoTime) {
  for (const std::uint64_t bits : bit_patterns) {
    for (const double time : {0.0, -0.0, -0.5, -1e300, -infinity, std::nan("")}) {
      ASSERT_EQ(whole_days(time, bits), 0) << time;
    }
  }
}

TEST(WholeDays, CutsWhatIsTooLong) {
  for (const std::uint64_t bits : bit_patterns) {
    for (const double time : {3'000'000.5, 2147483648.0, 1e300, infinity}) {
      ASSERT_EQ(whole_days(time, bits), 3'000'000) << time;
    }
  }
}

}  // namespace
}  // namespace doorstroom

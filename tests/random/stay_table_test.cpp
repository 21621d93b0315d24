#include "random/stay_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "base/contracts.hpp"
#include "random/stay_cases.hpp"
#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using statistics::plausible_deviation;
using testing_stays::StayCase;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};
constexpr double a_second = 1e-5;  // days; what is shorter need not be told apart
constexpr double nothing = 1e-30;  // days; tables hold floats, which end not far below

class Stays : public testing::TestWithParam<StayCase> {
 protected:
  const StayCase& given = GetParam();
  const StayTable table = given.table();
};

TEST_P(Stays, HaveTheirMean) {
  EXPECT_EQ(table.mean(), given.mean);
  const double mean =
      testing_stays::mean_over_bits([&](std::uint64_t bits) { return table.days(bits); });
  EXPECT_NEAR(mean / given.mean, 1.0, 1e-6);
}

// Chords instead of a curve widen the distribution by up to 2 parts in 10,000. What lies beyond
// probability 2^-32 is cut off: 2 parts in a thousand of the deviation of a lognormal stay whose
// deviation is five times its mean.
TEST_P(Stays, HaveTheirDeviation) {
  const double variance = testing_stays::mean_over_bits([&](std::uint64_t bits) {
    const double off = table.days(bits) - given.mean;
    return off * off;
  });
  const double tolerance = given.name == "lognormal_skewed" ? 2.5e-3 : 2.5e-4;
  EXPECT_NEAR(std::sqrt(variance) / given.sd, 1.0, tolerance);
}

// Without any draw: the probability that the truth gives to the table's own quantiles. A table that
// is shifted by one of its cells is off by up to 1/128. The skewed gamma's quantile rises as p^25,
// and a chord of that is off by more, in stays of less than an hour.
TEST_P(Stays, FollowTheirDistributionFunction) {
  const double tolerance = given.name == "gamma_skewed" ? 4e-4 : 1e-4;
  for (const std::uint64_t bits : statistics::even_bits(50'000)) {
    const double days = table.days(bits);
    if (days < a_second) continue;
    ASSERT_NEAR(given.cdf(days), static_cast<double>(bits) * 0x1.0p-64, tolerance) << days;
  }
}

// And with a million draws. Stays below a second are counted apart.
TEST_P(Stays, PassKolmogorovAndSmirnov) {
  static const std::vector<std::uint64_t> bits = statistics::uniform_bits(1'000'000, 77);
  const double none = given.cdf(a_second);
  std::vector<double> sample;
  for (const std::uint64_t b : bits) {
    if (const double days = table.days(b); days > a_second) sample.push_back(days);
  }
  const auto n = static_cast<double>(bits.size());
  const double missing = n - static_cast<double>(sample.size()) - n * none;
  EXPECT_PRED1(plausible_deviation, missing / std::sqrt(n * none * (1 - none) + 1));
  EXPECT_PRED1(plausible, statistics::kolmogorov_p(sample, [&](double days) {
                 return (given.cdf(days) - none) / (1 - none);
               }));
}

TEST_P(Stays, HaveTheirTails) {
  for (const double p : {1e-2, 1e-4, 1e-6, 1e-8}) {
    const auto bits = static_cast<std::uint64_t>(p * 0x1.0p64);
    const double low = given.quantile(p, 1 - p);
    EXPECT_NEAR(table.days(bits), low, 2e-3 * low + nothing) << p;
    EXPECT_NEAR(table.days(~bits) / given.of_tail(p), 1.0, 1e-3) << p;
  }
}

// The outermost cell must not reach down to 0 where the distribution does not.
TEST_P(Stays, EndWhereTheProbabilityDoes) {
  const double end = 0x1.0p-34;
  const double shortest = given.quantile(end, 1 - end);
  EXPECT_NEAR(table.days(0), shortest, 2e-4 * shortest + nothing);
  EXPECT_NEAR(table.longest() / given.of_tail(end), 1.0, 2e-4);
  EXPECT_EQ(table.longest(), table.days(all_ones));
}

TEST_P(Stays, NeverFallWhenTheBitsGrow) {
  double before = 0;
  for (const std::uint64_t bits : testing_stays::dense_bits()) {
    ASSERT_GE(table.days(bits), before) << bits;
    before = table.days(bits);
  }
  for (const std::uint64_t bits : statistics::uniform_bits(20'000, 6)) {
    const std::uint64_t more = bits + std::min(all_ones - bits, bits >> 20);
    ASSERT_GE(table.days(more), table.days(bits)) << bits;
  }
}

// Where an octave ends, a cell ends or the halves meet, the next number is a hair longer.
TEST_P(Stays, DoNotJump) {
  std::vector<std::uint64_t> borders = testing_stays::dense_bits();
  for (std::uint64_t i = 1; i < 256; ++i) borders.push_back(i << 56);
  for (const std::uint64_t border : borders) {
    if (border == 0) continue;
    const double step = table.days(border) - table.days(border - 1);
    ASSERT_GE(step, 0.0) << border;
    ASSERT_LE(step, 1e-5 * table.days(border) + nothing) << border;
  }
}

TEST_P(Stays, AreTheInverseOfTheirDistributionFunction) {
  for (const std::uint64_t bits : statistics::even_bits(500)) {
    const double days = table.days(bits);
    if (days < nothing) continue;
    ASSERT_NEAR(table.cdf(days), static_cast<double>(bits) * 0x1.0p-64, 1e-9) << days;
  }
  EXPECT_EQ(table.cdf(-1), 0.0);
  EXPECT_EQ(table.cdf(table.longest()), 1.0);
  EXPECT_EQ(table.cdf(1e30), 1.0);
}

// With the same luck: everyone stays longer where the mean and the deviation are a tenth higher.
TEST(StayTable, GivesLongerStaysForALongerMean) {
  const StayTable shorter(gamma_quantile(100, 60), 100);
  const StayTable longer(gamma_quantile(110, 66), 110);
  for (const std::uint64_t bits : testing_stays::dense_bits()) {
    ASSERT_NEAR(longer.days(bits), 1.1 * shorter.days(bits), 1e-5 * shorter.days(bits));
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Stays, testing::ValuesIn(testing_stays::stay_cases()),
                         [](const auto& named) { return named.param.name; });

// The scaling that makes the mean exact must not push stays beyond the bounds that were asked for.
TEST(StayTable, KeepsTheBoundsOfBoundedStays) {
  const StayTable uniform(uniform_quantile(10.1, 20.3), 15.2);
  EXPECT_NEAR(uniform.days(0), 10.1, 1e-6);
  EXPECT_GE(uniform.days(0), 10.1);
  EXPECT_LE(uniform.longest(), 20.3);
  const StayTable rising(triangular_quantile(10, 30, 30), 70.0 / 3);
  EXPECT_GE(rising.days(0), 10.0);
  EXPECT_LE(rising.longest(), 30.0);
  const StayTable falling(triangular_quantile(10, 10, 30), 50.0 / 3);
  EXPECT_GE(falling.days(0), 10.0);
  EXPECT_LE(falling.longest(), 30.0);
}

#if !defined(NDEBUG) || defined(DOORSTROOM_CONTRACTS)
// Scaling would hide it.
TEST(StayTable, RefusesAMeanThatIsNotItsOwn) {
  EXPECT_THROW(StayTable(uniform_quantile(10, 20), 16), BrokenContract);
  EXPECT_THROW(StayTable(weibull_quantile(100, 0.05), 100), BrokenContract);
}
#endif

TEST(StayTable, OfBoundsThatMeetIsThatTime) {
  const StayTable table(uniform_quantile(28, 28), 28);
  for (const std::uint64_t bits : testing_stays::dense_bits()) ASSERT_EQ(table.days(bits), 28.0);
  EXPECT_EQ(table.cdf(28), 1.0);
  EXPECT_EQ(table.cdf(27.9), 0.0);
}

TEST(FixedStay, IsThatTimeForEveryone) {
  for (const double days : {0.0, 0.25, 84.0, 3650.0}) {
    const StayTable fixed(days);
    EXPECT_TRUE(fixed.is_fixed());
    EXPECT_EQ(fixed.mean(), days);
    EXPECT_EQ(fixed.longest(), days);
    for (const std::uint64_t bits : {std::uint64_t{0}, all_ones / 3, all_ones}) {
      EXPECT_EQ(fixed.days(bits), days);
    }
    EXPECT_EQ(fixed.cdf(days), 1.0);
    EXPECT_EQ(fixed.cdf(days - 0.001), 0.0);
    EXPECT_EQ(fixed.days_given_longer(days / 2, 7), days);
    EXPECT_EQ(fixed.days_given_longer(days + 10, 7), days + 10);
  }
  EXPECT_EQ(StayTable().days(0), 0.0);
  EXPECT_FALSE(StayTable(exponential_quantile(3), 3).is_fixed());
}

}  // namespace
}  // namespace doorstroom

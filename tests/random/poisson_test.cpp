#include "random/poisson.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <boost/math/distributions/poisson.hpp>
#include <gtest/gtest.h>

#include "random/luck.hpp"
#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using Law = boost::math::poisson_distribution<
    double, boost::math::policies::policy<
                boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>>;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

class PoissonCountsOfMean : public testing::TestWithParam<double> {
 protected:
  const double mean = GetParam();
  const PoissonCounts counts{GetParam()};
};

// Counts that start one too high, a weight left out, or a normal approximation (skewness 1 /
// sqrt(mean)) fail. Cells reach to 12 standard deviations on both sides.
TEST_P(PoissonCountsOfMean, HaveTheProbabilitiesOfPoisson) {
  const Law law(mean);
  constexpr std::size_t n = 500'000;
  const double reach = 12 * std::sqrt(mean) + 20;
  const double first = std::max(0.0, std::floor(mean - reach));
  std::vector<double> observed(static_cast<std::size_t>(mean + reach - first) + 1);
  std::vector<double> expected(observed.size());
  for (const std::uint64_t bits : statistics::uniform_bits(n, 31)) {
    ++observed.at(static_cast<std::size_t>(static_cast<double>(counts.count(bits)) - first));
  }
  for (std::size_t k = 0; k < expected.size(); ++k) {
    expected[k] = static_cast<double>(n) * boost::math::pdf(law, first + static_cast<double>(k));
  }
  EXPECT_PRED1(plausible, statistics::chi_square_p(observed, expected));
}

/// Nearly on the border between two counts, where either is right: within 10^-12 of probability.
bool on_the_border(const Law& law, double p, double count) {
  const double below = count > 0 ? boost::math::cdf(law, count - 1) : 0.0;
  return std::abs(boost::math::cdf(law, count) - p) < 1e-12 || std::abs(below - p) < 1e-12;
}

TEST_P(PoissonCountsOfMean, AreTheQuantilesOfPoisson) {
  const Law law(mean);
  std::vector<std::uint64_t> places = statistics::even_bits(2'000);
  for (int bit = 24; bit < 63; ++bit) {  // tails from 2^-40 on
    places.push_back(std::uint64_t{1} << bit);
    places.push_back(all_ones - (std::uint64_t{1} << bit));
  }
  for (const std::uint64_t bits : places) {
    const double p = unit(bits);
    const auto count = static_cast<double>(counts.count(bits));
    const double right = p <= boost::math::cdf(law, 0.0) ? 0.0 : boost::math::quantile(law, p);
    ASSERT_TRUE(count == right || on_the_border(law, p, count)) << p << " " << count;
  }
}

// Evenly spread bits miss the mean by the spacing times the range at most.
TEST_P(PoissonCountsOfMean, HaveTheirMean) {
  EXPECT_EQ(counts.mean(), mean);
  constexpr std::size_t n = 100'000;
  double sum = 0;
  for (const std::uint64_t bits : statistics::even_bits(n)) {
    sum += static_cast<double>(counts.count(bits));
  }
  EXPECT_NEAR(sum / n, mean, (20 * std::sqrt(mean) + 20) / n);
}

TEST_P(PoissonCountsOfMean, GrowWithTheBits) {
  std::int64_t before = counts.count(0);
  EXPECT_GE(before, 0);
  for (const std::uint64_t bits : statistics::even_bits(20'000)) {
    ASSERT_GE(counts.count(bits), before);
    before = counts.count(bits);
  }
  EXPECT_GE(counts.count(all_ones), before);
}

// The lowest bits have probability 2^-53 below them, the highest as much above; sums of tens of
// thousands of probabilities near one are right to 10^-12.
TEST_P(PoissonCountsOfMean, StayWithinTheirTailsAtTheExtremesOfTheBits) {
  const Law law(mean);
  const auto lowest = static_cast<double>(counts.count(0));
  const auto highest = static_cast<double>(counts.count(all_ones));
  if (lowest > 0) {
    EXPECT_LE(boost::math::cdf(law, lowest - 1), 0x1.1p-53);
  }
  EXPECT_GE(boost::math::cdf(law, lowest), 0x1.0p-53 * 0.99);
  EXPECT_LE(boost::math::cdf(boost::math::complement(law, highest)), 1e-12);
  if (highest > 0) {
    EXPECT_GE(boost::math::cdf(boost::math::complement(law, highest - 1)), 0x1.0p-60);
  }
}

INSTANTIATE_TEST_SUITE_P(Poisson, PoissonCountsOfMean,
                         testing::Values(0.01, 0.5, 1.0, 3.0, 30.0, 1000.0, 27397.3, 1e6),
                         [](const auto& given) { return std::to_string(given.index); });

TEST(PoissonCounts, AreAllZeroForAMeanOfZero) {
  const PoissonCounts counts(0.0);
  for (const std::uint64_t bits : statistics::uniform_bits(1'000, 1)) {
    ASSERT_EQ(counts.count(bits), 0);
  }
  EXPECT_EQ(counts.count(0), 0);
  EXPECT_EQ(counts.count(all_ones), 0);
}

TEST(PoissonCounts, ReachTenMillion) {
  const PoissonCounts counts(1e7);
  EXPECT_NEAR(static_cast<double>(counts.count(std::uint64_t{1} << 63)), 1e7, 1.0);
  EXPECT_GT(counts.count(all_ones), 1e7 + 7 * std::sqrt(1e7));
  EXPECT_LT(counts.count(0), 1e7 - 7 * std::sqrt(1e7));
}

// A changed rate only adds or removes the last people of the day. Counts drawn by rejection, or
// tables normalised differently, give some day fewer people at a higher rate.
TEST(PoissonCounts, NeverFallWhenTheMeanGrows) {
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(2'000, 8);
  std::vector<std::int64_t> before(bits.size(), 0);
  for (double mean = 0; mean < 3'000; mean = mean * 1.07 + 0.003) {
    const PoissonCounts counts(mean);
    for (std::size_t i = 0; i < bits.size(); ++i) {
      const std::int64_t count = counts.count(bits[i]);
      ASSERT_GE(count, before[i]) << mean;
      before[i] = count;
    }
  }
}

TEST(PoissonCounts, NeverFallWhenTheMeanGrowsALittle) {
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(20'000, 9);
  for (const double mean : {0.7, 4.0, 27.0, 27397.3}) {
    const PoissonCounts lower(mean);
    const PoissonCounts higher(mean * (1 + 1e-6));
    for (const std::uint64_t b : bits) ASSERT_GE(higher.count(b), lower.count(b)) << mean;
  }
}

}  // namespace
}  // namespace doorstroom

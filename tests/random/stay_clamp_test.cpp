#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "random/stay_cases.hpp"
#include "random/stay_table.hpp"
#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using testing_stays::StayCase;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Two bounds that cut a distribution inside, at probabilities away from every knot.
struct Bounds {
  double shortest;
  double longest;
};

Bounds bounds_of(const StayCase& given) {
  return {given.quantile(0.1234, 0.8766), given.quantile(0.7891, 0.2109)};
}

class ClampedStays : public testing::TestWithParam<StayCase> {
 protected:
  const StayCase& given = GetParam();
  const Bounds bounds = bounds_of(given);
  const StayTable whole = given.table();
  StayTable clamped = given.table();

  void SetUp() override { clamped.clamp(bounds.shortest, bounds.longest); }
};

// Knots that are cut instead of stays spread the people of a cell below the bound.
TEST_P(ClampedStays, AreTheStaysCut) {
  for (const std::uint64_t bits : statistics::even_bits(20'000)) {
    ASSERT_EQ(clamped.days(bits), std::clamp(whole.days(bits), bounds.shortest, bounds.longest));
  }
  for (const std::uint64_t bits : testing_stays::dense_bits()) {
    ASSERT_EQ(clamped.days(bits), std::clamp(whole.days(bits), bounds.shortest, bounds.longest));
  }
}

TEST_P(ClampedStays, PutTheRestOfTheProbabilityOnTheBounds) {
  constexpr std::size_t n = 100'000;
  double at_shortest = 0;
  double at_longest = 0;
  for (const std::uint64_t bits : statistics::even_bits(n)) {
    at_shortest += clamped.days(bits) == bounds.shortest ? 1 : 0;
    at_longest += clamped.days(bits) == bounds.longest ? 1 : 0;
  }
  EXPECT_NEAR(at_shortest / n, 0.1234, 2e-4);
  EXPECT_NEAR(at_longest / n, 0.2109, 2e-4);
}

TEST_P(ClampedStays, KnowTheirMean) {
  const double mean =
      testing_stays::mean_over_bits([&](std::uint64_t bits) { return clamped.days(bits); });
  EXPECT_NEAR(clamped.mean() / mean, 1.0, 1e-6);
}

TEST_P(ClampedStays, KnowTheirDistributionFunction) {
  EXPECT_EQ(clamped.cdf(std::nextafter(bounds.shortest, 0)), 0.0);
  EXPECT_NEAR(clamped.cdf(bounds.shortest), 0.1234, 2e-4);
  EXPECT_NEAR(clamped.cdf(std::nextafter(bounds.longest, 0)), 0.7891, 2e-4);
  EXPECT_EQ(clamped.cdf(bounds.longest), 1.0);
  EXPECT_EQ(clamped.longest(), bounds.longest);
}

INSTANTIATE_TEST_SUITE_P(Of, ClampedStays, testing::ValuesIn(testing_stays::stay_cases()),
                         [](const auto& named) { return named.param.name; });

// An exponential stay cut at a and b has mean a + m (exp(-a/m) - exp(-b/m)).
TEST(Clamp, GivesTheMeanOfTheFormula) {
  StayTable table(exponential_quantile(100), 100);
  table.clamp(20, 250);
  EXPECT_NEAR(table.mean(), 20 + 100 * (std::exp(-0.2) - std::exp(-2.5)), 0.005);
}

TEST(Clamp, ChangesNothingOutsideTheStays) {
  const StayTable whole(gamma_quantile(100, 50), 100);
  StayTable table = whole;
  table.clamp(0, infinity);
  for (const std::uint64_t bits : testing_stays::dense_bits()) {
    ASSERT_EQ(table.days(bits), whole.days(bits));
  }
  EXPECT_NEAR(table.mean(), 100, 1e-6 * 100);
}

TEST(Clamp, TwiceCutsByBoth) {
  const StayTable whole(gamma_quantile(100, 50), 100);
  StayTable table = whole;
  table.clamp(40, 200);
  table.clamp(60, 300);
  for (const std::uint64_t bits : statistics::even_bits(1'000)) {
    ASSERT_EQ(table.days(bits), std::clamp(whole.days(bits), 60.0, 200.0));
  }
}

TEST(Clamp, ToOneTimeOrBeyondAllStaysGivesThatTime) {
  for (const auto& [shortest, longest] : {Bounds{30, 30}, Bounds{30, 30.5}, Bounds{900, 950}}) {
    StayTable table(uniform_quantile(31, 90), 60.5);
    table.clamp(shortest, longest);
    const double expected = shortest > 90 ? shortest : longest;
    for (const std::uint64_t bits : {std::uint64_t{0}, all_ones / 7, all_ones}) {
      EXPECT_EQ(table.days(bits), expected);
    }
    EXPECT_NEAR(table.mean(), expected, 1e-12 * expected);
    EXPECT_EQ(table.cdf(expected), 1.0);
    EXPECT_EQ(table.cdf(expected - 0.01), 0.0);
  }
}

TEST(Clamp, MovesAFixedTime) {
  StayTable fixed(84);
  fixed.clamp(90, 120);
  EXPECT_EQ(fixed.days(5), 90.0);
  EXPECT_EQ(fixed.mean(), 90.0);
  fixed.clamp(0, 60);
  EXPECT_EQ(fixed.days(5), 60.0);
  EXPECT_TRUE(fixed.is_fixed());
}

}  // namespace
}  // namespace doorstroom

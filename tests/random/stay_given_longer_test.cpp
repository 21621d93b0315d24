#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "random/stay_cases.hpp"
#include "random/stay_table.hpp"
#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using testing_stays::StayCase;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

class StaysGivenLonger : public testing::TestWithParam<StayCase> {
 protected:
  const StayCase& given = GetParam();
  const StayTable table = given.table();
};

// Residual stays of the people who are there at the start, from hardly any elapsed time to a tail
// of one in ten thousand. A stay drawn anew and cut, or added to the elapsed time, fails.
TEST_P(StaysGivenLonger, FollowTheConditionalDistribution) {
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(20'000, 13);
  for (const double p : {0.2, 0.5, 0.9, 0.999}) {
    const double elapsed = given.of_tail(1 - p);
    const double gone = given.cdf(elapsed);
    std::vector<double> sample;
    for (const std::uint64_t b : bits) sample.push_back(table.days_given_longer(elapsed, b));
    EXPECT_PRED1(plausible,
                 statistics::kolmogorov_p(
                     sample, [&](double days) { return (given.cdf(days) - gone) / (1 - gone); }))
        << p;
  }
}

TEST_P(StaysGivenLonger, AreNeverShorterThanWhatHasPassed) {
  for (const double p : {0.001, 0.3, 0.99, 1 - 1e-7}) {
    const double elapsed = given.of_tail(1 - p);
    double before = elapsed;
    for (const std::uint64_t bits : testing_stays::dense_bits()) {
      const double days = table.days_given_longer(elapsed, bits);
      ASSERT_GE(days, before) << p;
      before = days;
    }
  }
}

TEST_P(StaysGivenLonger, AreTheStaysWhereNothingHasPassed) {
  for (const std::uint64_t bits : statistics::even_bits(1'000)) {
    const double days = table.days(bits);
    ASSERT_NEAR(table.days_given_longer(0, bits), days, 1e-9 * days + 1e-30);
    ASSERT_NEAR(table.days_given_longer(-5, bits), days, 1e-9 * days + 1e-30);
  }
}

TEST_P(StaysGivenLonger, EndAtOnceBeyondTheLongest) {
  const double beyond = table.longest() * 1.5;
  for (const std::uint64_t bits : {std::uint64_t{0}, all_ones / 2, all_ones}) {
    EXPECT_EQ(table.days_given_longer(beyond, bits), beyond);
    EXPECT_EQ(table.days_given_longer(table.longest(), bits), table.longest());
  }
}

INSTANTIATE_TEST_SUITE_P(Of, StaysGivenLonger, testing::ValuesIn(testing_stays::stay_cases()),
                         [](const auto& named) { return named.param.name; });

// Memoryless: whatever has passed, the rest is the same exponential stay.
TEST(ExponentialStay, ForgetsWhatHasPassed) {
  const StayTable table(exponential_quantile(100), 100);
  for (const std::uint64_t bits : statistics::even_bits(100)) {
    const double rest = table.days(bits);
    for (const double elapsed : {1.0, 50.0, 700.0}) {
      ASSERT_NEAR(table.days_given_longer(elapsed, bits) - elapsed, rest, 0.02 + 1e-3 * rest);
    }
  }
}

// The people cut at the longest stay leave then; those cut at the shortest are not longer than it.
TEST(ClampedStayGivenLonger, KeepsTheProbabilityOfTheLongest) {
  StayTable table(exponential_quantile(100), 100);
  table.clamp(10, 200);
  constexpr std::size_t n = 10'000;
  double at_longest = 0;
  for (const std::uint64_t bits : statistics::even_bits(n)) {
    const double days = table.days_given_longer(50, bits);
    at_longest += days == 200 ? 1 : 0;
    ASSERT_GT(table.days_given_longer(10, bits), 10.0);
    ASSERT_NEAR(table.days_given_longer(5, bits), table.days(bits), 1e-9);
    ASSERT_EQ(table.days_given_longer(200, bits), 200.0);
  }
  EXPECT_NEAR(at_longest / n, std::exp(-1.5), 3e-4);
}

}  // namespace
}  // namespace doorstroom

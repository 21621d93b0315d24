#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <gtest/gtest.h>

#include "random/stay_table.hpp"

namespace doorstroom {
namespace {

namespace math = boost::math;

/// One of our quantiles against Boost.Math's, both of a probability and of a tail.
struct Case {
  std::string name;
  Quantile quantile;
  std::function<double(double p)> of_probability;
  std::function<double(double tail)> of_tail;
};

template <class Law>
Case against(std::string name, Quantile quantile, const Law& law) {
  return {std::move(name), std::move(quantile), [law](double p) { return math::quantile(law, p); },
          [law](double tail) { return math::quantile(math::complement(law, tail)); }};
}

Case gamma_case(std::string name, double mean, double sd) {
  return against(std::move(name), gamma_quantile(mean, sd),
                 math::gamma_distribution<double>(mean * mean / sd / sd, sd * sd / mean));
}

Case lognormal_case(std::string name, double mean, double sd) {
  const double variance = std::log(1 + sd * sd / (mean * mean));
  return against(
      std::move(name), lognormal_quantile(mean, sd),
      math::lognormal_distribution<double>(std::log(mean) - variance / 2, std::sqrt(variance)));
}

Case weibull_case(std::string name, double mean, double shape) {
  return against(std::move(name), weibull_quantile(mean, shape),
                 math::weibull_distribution<double>(shape, mean / std::tgamma(1 + 1 / shape)));
}

Case triangular_case(std::string name, double shortest, double likeliest, double longest) {
  return against(std::move(name), triangular_quantile(shortest, likeliest, longest),
                 math::triangular_distribution<double>(shortest, likeliest, longest));
}

std::vector<Case> all_cases() {
  return {
      against("exponential", exponential_quantile(90),
              math::exponential_distribution<double>(1 / 90.0)),
      against("uniform", uniform_quantile(14, 365), math::uniform_distribution<double>(14, 365)),
      gamma_case("gamma", 180, 90),
      gamma_case("gamma_skewed", 180, 900),
      gamma_case("gamma_narrow", 180, 0.18),
      lognormal_case("lognormal", 180, 90),
      lognormal_case("lognormal_skewed", 180, 900),
      weibull_case("weibull_below_1", 60, 0.5),
      weibull_case("weibull_above_1", 60, 3),
      triangular_case("triangular", 5, 20, 90),
      triangular_case("triangular_falling", 5, 5, 90),
      triangular_case("triangular_rising", 5, 90, 90)};
}

class Quantiles : public testing::TestWithParam<Case> {};

void expect_near(double actual, double expected, double p) {
  EXPECT_NEAR(actual, expected, 1e-10 * expected + 1e-290) << p;
}

TEST_P(Quantiles, AreThoseOfBoostMath) {
  const Case& given = GetParam();
  for (int i = 1; i < 500; ++i) {
    const double p = i / 500.0;
    expect_near(given.quantile(p, 1 - p), given.of_probability(p), p);
  }
}

// A tail worked out as 1 - p has no digits left at 10^-16, and gives infinity at 0.
TEST_P(Quantiles, KeepTheirDigitsInTheTails) {
  const Case& given = GetParam();
  for (double p = 0.3; p > 1e-18; p /= 4) {
    expect_near(given.quantile(p, 1 - p), given.of_probability(p), p);
    expect_near(given.quantile(1 - p, p), given.of_tail(p), p);
  }
}

TEST_P(Quantiles, NeverFall) {
  double before = GetParam().quantile(0, 1);
  EXPECT_GE(before, 0.0);
  for (int i = 1; i < 1'024; ++i) {
    const double p = i / 1'024.0;
    const double time = GetParam().quantile(p, 1 - p);
    ASSERT_GE(time, before) << p;
    before = time;
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Quantiles, testing::ValuesIn(all_cases()),
                         [](const auto& given) { return given.param.name; });

// Boost.Math needs seconds and, further on, gives up.
TEST(NarrowGamma, IsThatOfBoostMathWhereThatStillWorks) {
  const double mean = 1000;
  for (const double sd : {0.999, 0.5, 0.1}) {
    const math::gamma_distribution<double> law(mean * mean / sd / sd, sd * sd / mean);
    const Quantile narrow = gamma_quantile(mean, sd);
    for (double p = 0.5; p > 1e-10; p /= 5) {
      EXPECT_NEAR(narrow(p, 1 - p), math::quantile(law, p), 1e-5 * sd) << sd << " " << p;
      EXPECT_NEAR(narrow(1 - p, p), math::quantile(math::complement(law, p)), 1e-5 * sd)
          << sd << " " << p;
    }
  }
}

TEST(NarrowGamma, WorksForAnyDeviation) {
  for (const double sd : {1e-3, 1e-6, 1e-12}) {
    const Quantile narrow = gamma_quantile(1000, sd);
    EXPECT_NEAR(narrow(0.5, 0.5), 1000, sd);
    EXPECT_NEAR(narrow(1 - 1e-6, 1e-6), 1000 + 4.753 * sd, 0.01 * sd + 1e-12);
  }
}

}  // namespace
}  // namespace doorstroom

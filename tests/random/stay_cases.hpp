// The distributions of stay that the tests of StayTable go through, with their truth by Boost.Math.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>

#include "random/stay_table.hpp"

namespace doorstroom::testing_stays {

namespace math = boost::math;

struct StayCase {
  std::string name;
  Quantile quantile;
  double mean = 0;
  double sd = 0;
  std::function<double(double days)> cdf;
  std::function<double(double tail)> of_tail;  // quantile of 1 - tail

  [[nodiscard]] StayTable table() const { return {quantile, mean}; }
  friend std::ostream& operator<<(std::ostream& out, const StayCase& c) { return out << c.name; }
};

template <class Law>
StayCase stay_case(std::string name, Quantile quantile, const Law& law) {
  // So far below the mean there is no one, and Boost.Math's gamma function overflows.
  const double far_below = std::max(0.0, math::mean(law) - 20 * math::standard_deviation(law));
  return {std::move(name),
          std::move(quantile),
          math::mean(law),
          math::standard_deviation(law),
          [=](double days) { return days < far_below ? 0.0 : math::cdf(law, days); },
          [law](double tail) { return math::quantile(math::complement(law, tail)); }};
}

inline StayCase exponential_case(double mean) {
  return stay_case("exponential", exponential_quantile(mean),
                   math::exponential_distribution<double>(1 / mean));
}

inline StayCase gamma_case(std::string name, double mean, double sd) {
  return stay_case(std::move(name), gamma_quantile(mean, sd),
                   math::gamma_distribution<double>(mean * mean / sd / sd, sd * sd / mean));
}

inline StayCase lognormal_case(std::string name, double mean, double sd) {
  const double variance = std::log1p(sd * sd / (mean * mean));
  return stay_case(
      std::move(name), lognormal_quantile(mean, sd),
      math::lognormal_distribution<double>(std::log(mean) - variance / 2, std::sqrt(variance)));
}

inline StayCase weibull_case(std::string name, double mean, double shape) {
  return stay_case(std::move(name), weibull_quantile(mean, shape),
                   math::weibull_distribution<double>(shape, mean / std::tgamma(1 + 1 / shape)));
}

inline StayCase uniform_case(double shortest, double longest) {
  return stay_case("uniform", uniform_quantile(shortest, longest),
                   math::uniform_distribution<double>(shortest, longest));
}

inline StayCase triangular_case(std::string name, double shortest, double likeliest,
                                double longest) {
  const math::triangular_distribution<double> law(shortest, likeliest, longest);
  StayCase result =
      stay_case(std::move(name), triangular_quantile(shortest, likeliest, longest), law);
  result.cdf = [=](double days) {  // Boost.Math refuses times outside the bounds
    return days <= shortest ? 0.0 : days >= longest ? 1.0 : math::cdf(law, days);
  };
  return result;
}

/// Usual shapes, very skewed ones (deviation five times the mean) and very narrow ones (a
/// thousandth of it).
inline std::vector<StayCase> stay_cases() {
  return {exponential_case(100),
          gamma_case("gamma", 100, 50),
          gamma_case("gamma_wide", 100, 200),
          gamma_case("gamma_skewed", 100, 500),
          gamma_case("gamma_narrow", 1000, 1),
          lognormal_case("lognormal", 100, 50),
          lognormal_case("lognormal_skewed", 100, 500),
          lognormal_case("lognormal_narrow", 1000, 1),
          weibull_case("weibull_below_1", 60, 0.5),
          weibull_case("weibull_above_1", 60, 3),
          uniform_case(14, 365),
          triangular_case("triangular", 5, 20, 90),
          triangular_case("triangular_falling", 5, 5, 90),
          triangular_case("triangular_rising", 5, 90, 90)};
}

/// Mean of a function over all 64-bit numbers: every halving of the distance to either end, down to
/// 2^-44, in 1,024 equal parts. Exact for what is linear between the knots of a table.
template <class Function>
double mean_over_bits(const Function& function) {
  constexpr int parts = 1'024;
  double mean = 0;
  for (int octave = 1; octave <= 44; ++octave) {
    const std::uint64_t first = std::uint64_t{1} << (63 - octave);
    const std::uint64_t step = first / parts;
    double sum = 0;
    for (std::uint64_t i = 0; i < parts; ++i) {
      const std::uint64_t bits = first + i * step + step / 2;
      sum += function(bits) + function(~bits);
    }
    mean += std::ldexp(sum / parts, -octave - 1);
  }
  return mean;
}

/// Numbers in rising order that are dense at both ends: sixteen to an octave, and the extremes.
inline std::vector<std::uint64_t> dense_bits() {
  std::vector<std::uint64_t> bits{0, 1, 2, 3};
  for (int octave = 60; octave >= 1; --octave) {
    const std::uint64_t first = std::uint64_t{1} << (63 - octave);
    for (std::uint64_t i = 0; i < 16; ++i) {
      if (first >= 16) bits.push_back(first + i * (first / 16));
    }
  }
  const std::size_t lower_half = bits.size();
  for (std::size_t i = lower_half; i-- > 0;) bits.push_back(~bits[i]);
  return bits;
}

}  // namespace doorstroom::testing_stays

// Statistics for tests of chance. Every test computes its own sampling error or p-value and runs on
// fixed seeds, so it gives the same verdict every time.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include <boost/math/distributions/chi_squared.hpp>

#include "random/luck.hpp"

namespace doorstroom::statistics {

/// A p-value that chance explains. Of a correct program two in a million are outside, so a few
/// hundred of them stay inside; the bugs looked for give less than 1e-9. Too good a fit counts as
/// well: numbers that come too evenly are not independent.
inline bool plausible(double p_value) {
  return p_value > 1e-6 && p_value < 1 - 1e-6;
}

/// A deviation, in standard errors, that chance explains: beyond 5 is one in two million.
inline bool plausible_deviation(double standard_errors) {
  return std::abs(standard_errors) < 5;
}

/// Upper p-value of Pearson's chi-square. Neighbouring cells are pooled until at least 10 are
/// expected in each. Observed counts where none is possible give 0.
inline double chi_square_p(std::span<const double> observed, std::span<const double> expected) {
  double statistic = 0;
  int cells = 0;
  double o = 0;
  double e = 0;
  double left = std::accumulate(expected.begin(), expected.end(), 0.0);
  for (std::size_t i = 0; i < observed.size(); ++i) {
    if (expected[i] <= 0 && observed[i] > 0) return 0.0;
    o += observed[i];
    e += expected[i];
    left -= expected[i];
    if (i + 1 < observed.size() && (e < 10 || left < 10)) continue;
    statistic += e > 0 ? (o - e) * (o - e) / e : 0.0;
    ++cells;
    o = e = 0;
  }
  const boost::math::chi_squared_distribution<double> law(std::max(1, cells - 1));
  return boost::math::cdf(boost::math::complement(law, statistic));
}

/// The same against equal expectations.
inline double chi_square_p(std::span<const double> observed) {
  const double total = std::accumulate(observed.begin(), observed.end(), 0.0);
  const std::vector<double> expected(observed.size(), total / static_cast<double>(observed.size()));
  return chi_square_p(observed, expected);
}

/// Upper p-value of the Kolmogorov-Smirnov distance of n draws (Kolmogorov's series with the
/// correction of Stephens, JRSS B 32 (1970)).
inline double kolmogorov_p(double distance, double n) {
  const double lambda = distance * (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n));
  if (lambda < 0.2) return 1.0;
  double p = 0;
  double sign = 2;
  for (int k = 1; k <= 100; ++k, sign = -sign) p += sign * std::exp(-2 * k * k * lambda * lambda);
  return std::clamp(p, 0.0, 1.0);
}

/// Kolmogorov-Smirnov distance between a sample and a continuous distribution. The distribution is
/// evaluated at every `stride`-th value only, which can miss at most stride / n.
template <class Cdf>
double kolmogorov_distance(std::vector<double> sample, const Cdf& cdf, std::size_t stride = 16) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  double distance = 0;
  for (std::size_t i = 0; i < sample.size(); i += stride) {
    const double p = cdf(sample[i]);
    distance =
        std::max({distance, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
  }
  return distance;
}

/// p-value of a sample under a continuous distribution.
template <class Cdf>
double kolmogorov_p(const std::vector<double>& sample, const Cdf& cdf, std::size_t stride = 16) {
  return kolmogorov_p(kolmogorov_distance(sample, cdf, stride), static_cast<double>(sample.size()));
}

/// Mean and deviation of a sample.
struct Moments {
  double mean = 0;
  double sd = 0;
  double n = 0;

  explicit Moments(std::span<const double> sample) : n(static_cast<double>(sample.size())) {
    mean = std::accumulate(sample.begin(), sample.end(), 0.0) / n;
    double squares = 0;
    for (const double x : sample) squares += (x - mean) * (x - mean);
    sd = std::sqrt(squares / (n - 1));
  }
  /// How many standard errors the mean is away from what it should be.
  [[nodiscard]] double deviation_from(double expected) const {
    return (mean - expected) / (sd / std::sqrt(n));
  }
};

/// Uniform 64-bit numbers: the draws of as many people.
inline std::vector<std::uint64_t> uniform_bits(std::size_t n, std::uint64_t seed) {
  const Luck luck(seed, 0);
  std::vector<std::uint64_t> bits(n);
  for (std::size_t i = 0; i < n; ++i) bits[i] = luck.draw(LuckKey{i}, Lane{}).first;
  return bits;
}

/// The places (i + 1/2) / n of the 64-bit numbers, in order: their mean has no sampling error.
inline std::vector<std::uint64_t> even_bits(std::size_t n) {
  const std::uint64_t step = ~std::uint64_t{0} / n;
  std::vector<std::uint64_t> bits(n);
  for (std::size_t i = 0; i < n; ++i) bits[i] = step / 2 + step * i;
  return bits;
}

}  // namespace doorstroom::statistics

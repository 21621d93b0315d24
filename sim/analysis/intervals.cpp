#include "analysis/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "base/contracts.hpp"

namespace doorstroom {

double half_width(double sd, std::size_t replications, double confidence) {
  if (replications < 2) return no_figure;
  if (sd == 0) return 0;
  const auto n = static_cast<double>(replications);
  const boost::math::students_t_distribution<double> t(n - 1);
  return boost::math::quantile(t, (1 + confidence) / 2) * sd / std::sqrt(n);
}

Interval interval_of_mean(const Summary& summary, double confidence) {
  const double half = half_width(summary.sd, summary.replications, confidence);
  return {summary.mean - half, summary.mean + half};
}

Interval interval_of_ratio(std::span<const double> top, std::span<const double> bottom,
                           double confidence) {
  EXPECTS(top.size() == bottom.size());
  if (top.size() < 2) return {};
  const auto n = static_cast<double>(top.size());
  const double t = std::accumulate(top.begin(), top.end(), 0.0) / n;
  const double b = std::accumulate(bottom.begin(), bottom.end(), 0.0) / n;
  double tt = 0;
  double tb = 0;
  double bb = 0;
  for (std::size_t i = 0; i < top.size(); ++i) {
    tt += (top[i] - t) * (top[i] - t);
    tb += (top[i] - t) * (bottom[i] - b);
    bb += (bottom[i] - b) * (bottom[i] - b);
  }
  const boost::math::students_t_distribution<double> student(n - 1);
  const double quantile = boost::math::quantile(student, (1 + confidence) / 2);
  const double scale = quantile * quantile / (n * (n - 1));  // of sums of squares
  // All ratios r for which the mean of top - r bottom can be zero: a r^2 - 2 m r + c <= 0.
  const double a = b * b - scale * bb;
  const double m = t * b - scale * tb;
  const double c = t * t - scale * tt;
  if (!(a > 0)) return {};
  const double root = std::sqrt(std::max(0.0, m * m - a * c));
  return {(m - root) / a, (m + root) / a};
}

Interval interval_of_percentile(std::span<const double> values, double p, double confidence) {
  std::vector<double> sorted;
  std::ranges::copy_if(values, std::back_inserter(sorted), [](double v) { return !std::isnan(v); });
  if (sorted.empty()) return {};
  std::ranges::sort(sorted);
  const auto n = static_cast<long>(sorted.size());
  const boost::math::binomial_distribution<double> below(static_cast<double>(n), p);
  // The percentile lies between order statistics l and u (from 1) with probability
  // P(l <= number below it < u); each tail may take half of what is left of the confidence.
  const double tail = (1 - confidence) / 2;
  long low = 0;
  while (low < n && boost::math::cdf(below, static_cast<double>(low)) <= tail) ++low;
  long high = n;
  while (high > 0 &&
         boost::math::cdf(boost::math::complement(below, static_cast<double>(high - 1))) <= tail) {
    --high;
  }
  // P(number below <= low - 1) <= tail and P(number below >= high + 1) <= tail.
  if (low < 1 || high + 1 > n) return {};
  return {sorted[static_cast<std::size_t>(low - 1)], sorted[static_cast<std::size_t>(high)]};
}

Interval interval_of_share(std::size_t successes, std::size_t trials, double confidence) {
  if (trials == 0) return {};
  using Binomial = boost::math::binomial_distribution<double>;
  const auto n = static_cast<double>(trials);
  const auto k = static_cast<double>(successes);
  const double tail = (1 - confidence) / 2;
  return {successes == 0 ? 0 : Binomial::find_lower_bound_on_p(n, k, tail),
          successes == trials ? 1 : Binomial::find_upper_bound_on_p(n, k, tail)};
}

double confidence_of_each(std::size_t comparisons, double confidence) {
  return 1 - (1 - confidence) / static_cast<double>(std::max<std::size_t>(comparisons, 1));
}

}  // namespace doorstroom

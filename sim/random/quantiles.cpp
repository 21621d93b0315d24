#include <cmath>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include "base/contracts.hpp"
#include "random/stay_table.hpp"

namespace doorstroom {

namespace {

namespace math = boost::math;

/// Double precision is plenty for knots that are kept as floats; Boost.Math's default, long double,
/// takes about four times as long and differs between processors.
using InDouble = math::policies::policy<math::policies::promote_double<false>>;
using Gamma = math::gamma_distribution<double, InDouble>;
using Normal = math::normal_distribution<double, InDouble>;

/// Evaluates in the tail where that is the smaller number, to keep the digits.
template <class Distribution>
double quantile_of(const Distribution& distribution, double p, double tail) {
  if (tail < 0.5) return math::quantile(math::complement(distribution, tail));
  return math::quantile(distribution, p);
}

/// The cube root of a gamma is nearly normal (Wilson and Hilferty, PNAS 17 (1931)): for shapes
/// above 10^6 the quantile is right to 10^-5 of the deviation, where Boost.Math's series gets slow
/// and, above 10^11, gives up.
Quantile narrow_gamma_quantile(double mean, double shape) {
  return [=](double p, double tail) {
    if (p <= 0) return 0.0;
    const double z = quantile_of(Normal(), p, tail);
    const double root = 1 - 1 / (9 * shape) + z / (3 * std::sqrt(shape));
    return mean * root * root * root;
  };
}

}  // namespace

Quantile exponential_quantile(double mean) {
  EXPECTS(mean > 0);
  return [mean](double p, double tail) {
    return tail < 0.5 ? -mean * std::log(tail) : -mean * std::log1p(-p);
  };
}

Quantile gamma_quantile(double mean, double sd) {
  EXPECTS(mean > 0 && sd > 0);
  const double shape = mean * mean / (sd * sd);
  if (shape > 1e6) return narrow_gamma_quantile(mean, shape);
  const Gamma gamma(shape, mean / shape);
  return [gamma](double p, double tail) { return p <= 0 ? 0.0 : quantile_of(gamma, p, tail); };
}

Quantile lognormal_quantile(double mean, double sd) {
  EXPECTS(mean > 0 && sd > 0);
  const double variance = std::log1p(sd * sd / (mean * mean));
  const double location = std::log(mean) - variance / 2;
  const double spread = std::sqrt(variance);
  return [=](double p, double tail) {
    return p <= 0 ? 0.0 : std::exp(location + spread * quantile_of(Normal(), p, tail));
  };
}

Quantile weibull_quantile(double mean, double shape) {
  EXPECTS(mean > 0 && shape > 0);
  const double scale = mean / math::tgamma(1 + 1 / shape, InDouble());
  return [=](double p, double tail) {
    const double exponential = tail < 0.5 ? -std::log(tail) : -std::log1p(-p);
    return scale * std::pow(exponential, 1 / shape);
  };
}

Quantile uniform_quantile(double shortest, double longest) {
  EXPECTS(shortest >= 0 && shortest <= longest);
  return [=](double p, double) { return shortest + p * (longest - shortest); };
}

Quantile triangular_quantile(double shortest, double likeliest, double longest) {
  EXPECTS(shortest >= 0 && shortest < longest);
  EXPECTS(shortest <= likeliest && likeliest <= longest);
  const double range = longest - shortest;
  return [=](double p, double tail) {
    const double rising = (likeliest - shortest) / range;
    if (p < rising) return shortest + std::sqrt(p * range * (likeliest - shortest));
    return longest - std::sqrt(tail * range * (longest - likeliest));
  };
}

}  // namespace doorstroom

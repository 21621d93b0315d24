#include <cmath>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include "base/contracts.hpp"
#include "random/stay_table.hpp"

namespace doorstroom {

namespace {

/// Evaluates in the tail where that is the smaller number, to keep the digits.
template <class Distribution>
double quantile_of(const Distribution& distribution, double p, double tail) {
  if (p <= 0) return 0.0;
  if (tail < 0.5) return boost::math::quantile(boost::math::complement(distribution, tail));
  return boost::math::quantile(distribution, p);
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
  const boost::math::gamma_distribution<double> gamma(mean * mean / (sd * sd), sd * sd / mean);
  return [gamma](double p, double tail) { return quantile_of(gamma, p, tail); };
}

Quantile lognormal_quantile(double mean, double sd) {
  EXPECTS(mean > 0 && sd > 0);
  const double variance = std::log1p(sd * sd / (mean * mean));
  const double location = std::log(mean) - variance / 2;
  const double spread = std::sqrt(variance);
  return [=](double p, double tail) {
    if (p <= 0) return 0.0;
    const boost::math::normal_distribution<double> standard;
    const double z = tail < 0.5 ? boost::math::quantile(boost::math::complement(standard, tail))
                                : boost::math::quantile(standard, p);
    return std::exp(location + spread * z);
  };
}

Quantile weibull_quantile(double mean, double shape) {
  EXPECTS(mean > 0 && shape > 0);
  const double scale = mean / boost::math::tgamma(1 + 1 / shape);
  return [=](double p, double tail) {
    const double exponential = tail < 0.5 ? -std::log(tail) : -std::log1p(-p);
    return scale * std::pow(exponential, 1 / shape);
  };
}

Quantile uniform_quantile(double shortest, double longest) {
  EXPECTS(shortest <= longest);
  return [=](double p, double) { return shortest + p * (longest - shortest); };
}

Quantile triangular_quantile(double shortest, double likeliest, double longest) {
  EXPECTS(shortest <= likeliest && likeliest <= longest && shortest < longest);
  const double range = longest - shortest;
  return [=](double p, double tail) {
    const double rising = (likeliest - shortest) / range;
    if (p < rising) return shortest + std::sqrt(p * range * (likeliest - shortest));
    return longest - std::sqrt(tail * range * (longest - likeliest));
  };
}

}  // namespace doorstroom

#include "random/poisson.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/contracts.hpp"
#include "random/luck.hpp"

namespace doorstroom {

PoissonCounts::PoissonCounts(double mean) : mean_(mean) {
  EXPECTS(mean >= 0 && mean <= 1e7);
  // Weights relative to the mode's, outward until they no longer count against double precision.
  constexpr double negligible = 1e-22;
  const auto mode = static_cast<std::int64_t>(std::floor(mean));
  std::vector<double> below;
  double weight = 1.0;
  for (std::int64_t n = mode; n > 0; --n) {
    weight *= static_cast<double>(n) / mean;
    if (weight < negligible) break;
    below.push_back(weight);
  }
  first_ = mode - static_cast<std::int64_t>(below.size());
  cdf_.assign(below.rbegin(), below.rend());
  weight = 1.0;
  for (std::int64_t n = mode; weight >= negligible; ++n) {
    cdf_.push_back(weight);
    weight *= mean / static_cast<double>(n + 1);
  }
  std::partial_sum(cdf_.begin(), cdf_.end(), cdf_.begin());
  const double total = cdf_.back();
  for (double& p : cdf_) p /= total;
}

std::int64_t PoissonCounts::count(std::uint64_t bits) const {
  const auto at = std::upper_bound(cdf_.begin(), cdf_.end() - 1, unit(bits));
  return first_ + (at - cdf_.begin());
}

}  // namespace doorstroom

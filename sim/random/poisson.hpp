// Poisson counts by inversion: with the same luck a higher rate never gives fewer people, so a
// changed rate adds or removes the last ones and leaves the others who they were.
#pragma once

#include <cstdint>
#include <vector>

namespace doorstroom {

/// The distribution of a count with a given mean, its probabilities right to 10^-12.
class PoissonCounts final {
 public:
  /// `mean` in [0, 10^7].
  explicit PoissonCounts(double mean);

  /// The count of 64 uniform bits: the smallest n with P(count <= n) above their value.
  [[nodiscard]] std::int64_t count(std::uint64_t bits) const;
  [[nodiscard]] double mean() const { return mean_; }

 private:
  double mean_;
  std::int64_t first_ = 0;   // count of the first entry; smaller ones have no weight
  std::vector<double> cdf_;  // P(count <= first_ + i)
};

}  // namespace doorstroom

// Lengths of stay by inversion, from a table of quantiles made once per model.
//
// One uniform number gives one stay, whatever the distribution: with the same luck a longer mean
// gives a longer stay, and no logarithm is taken while the simulation runs. The table has 256 cells
// of equal probability; the outermost cells are split into 256 again, four levels deep, so the
// tails reach to probability 2^-32. Between knots the quantile is linear, and the whole is scaled
// so that the mean is exact.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace doorstroom {

/// Quantile of a distribution: the time in days not exceeded with probability p. The tail 1 - p is
/// given too, because p loses it near one.
using Quantile = std::function<double(double p, double tail)>;

/// A distribution of non-negative times, in days.
class StayTable final {
 public:
  /// A fixed time.
  explicit StayTable(double days = 0.0);
  /// Tabulates a quantile; `mean` (days, above 0) is the distribution's own, which the table gets.
  StayTable(const Quantile& quantile, double mean);

  /// Cuts every stay at `shortest` and `longest` days: who would leave earlier or later leaves
  /// then. The mean changes accordingly.
  void clamp(double shortest, double longest);

  /// The stay of 64 uniform bits, in days.
  [[nodiscard]] double days(std::uint64_t bits) const;
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] bool is_fixed() const { return levels_.empty(); }
  /// The longest stay the table can give.
  [[nodiscard]] double longest() const { return days(~std::uint64_t{0}); }

  /// Probability of a stay of at most `days`.
  [[nodiscard]] double cdf(double days) const;
  /// The stay of someone known to stay longer than `elapsed` days.
  [[nodiscard]] double days_given_longer(double elapsed, std::uint64_t bits) const;

 private:
  static constexpr int cells = 256;
  static constexpr int tail_levels = 3;
  using Level = std::array<float, cells + 1>;

  [[nodiscard]] double mean_of_table() const;
  void for_each_knot(const std::function<void(float&)>& change);

  // The body, then the lower tail (nearest first), then the upper tail. Empty: fixed.
  std::vector<Level> levels_;
  double fixed_ = 0;
  double mean_ = 0;
};

/// The distributions a scenario may name. Means, deviations and bounds in days, all above 0.
Quantile exponential_quantile(double mean);
Quantile gamma_quantile(double mean, double sd);
Quantile lognormal_quantile(double mean, double sd);
/// `shape` above 0: below 1 for stays that are either short or very long.
Quantile weibull_quantile(double mean, double shape);
Quantile uniform_quantile(double shortest, double longest);
Quantile triangular_quantile(double shortest, double likeliest, double longest);

}  // namespace doorstroom

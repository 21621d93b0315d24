// Lengths of stay by inversion, from a table of quantiles made once per model.
//
// One uniform number gives one stay, whatever the distribution: with the same luck a longer mean
// gives a longer stay, and no logarithm is taken while the simulation runs. The table is finer
// towards both ends of the probability, as floating-point numbers are towards zero: each halving of
// the distance to an end (an octave) has 32 cells, down to a probability of 2^-34, where it ends.
// Between knots the quantile is linear, and the whole is scaled so that the mean is exact: by 3
// parts in 100,000 for an exponential stay, by 9 for one whose deviation is five times its mean.
#pragma once

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
  /// A stay without an end of its own: of 1,000,000 days (2737 years).
  static StayTable endless();
  /// Tabulates a quantile; `mean` (days, above 0) is the distribution's own, which the table gets.
  /// Deviations up to 20 times the mean (Weibull shapes from 0.15) keep their shape.
  StayTable(const Quantile& quantile, double mean);

  /// Cuts every stay at `shortest` and `longest` days: who would leave earlier or later leaves
  /// exactly then. The mean changes accordingly.
  void clamp(double shortest, double longest);

  /// The stay of 64 uniform bits, in days.
  [[nodiscard]] double days(std::uint64_t bits) const;
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] bool is_fixed() const { return knots_.empty(); }
  [[nodiscard]] bool is_endless() const { return endless_; }
  /// The longest stay the table can give.
  [[nodiscard]] double longest() const { return days(~std::uint64_t{0}); }

  /// Probability of a stay of at most `days`.
  [[nodiscard]] double cdf(double days) const;
  /// The stay of someone known to stay longer than `elapsed` days.
  [[nodiscard]] double days_given_longer(double elapsed, std::uint64_t bits) const;

 private:
  [[nodiscard]] double mean_of_table() const;

  // Quantiles by rising distance from the end: first from the lower end, then from the upper one,
  // each up to the median. Empty: fixed.
  std::vector<float> knots_;
  double shortest_ = 0;  // of a fixed time: that time
  double longest_ = 0;
  double mean_ = 0;
  bool endless_ = false;
};

/// The distributions a scenario may name. Means and deviations in days, above 0; bounds at least 0.
Quantile exponential_quantile(double mean);
Quantile gamma_quantile(double mean, double sd);
Quantile lognormal_quantile(double mean, double sd);
/// `shape` above 0: below 1 for stays that are either short or very long.
Quantile weibull_quantile(double mean, double shape);
Quantile uniform_quantile(double shortest, double longest);
Quantile triangular_quantile(double shortest, double likeliest, double longest);

}  // namespace doorstroom

// How sure a figure is: 95 % intervals for means, paired differences, percentiles and shares over
// replications.
#pragma once

#include <cstddef>
#include <span>

#include "doorstroom/figures.hpp"

namespace doorstroom {

/// From low to high; no_figure where there is too little to go by.
struct Interval {
  double low = no_figure;
  double high = no_figure;

  [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
};

/// The confidence that intervals have unless something else is asked.
inline constexpr double usual_confidence = 0.95;

/// Half the width of the interval of a mean (Student's t): in the unit of `sd`. No_figure for fewer
/// than two replications; 0 where nothing varies.
double half_width(double sd, std::size_t replications, double confidence = usual_confidence);

/// The interval of a mean over independent replications.
Interval interval_of_mean(const Summary& summary, double confidence = usual_confidence);

/// The interval of a ratio of two means of which each replication gives both, `top` / `bottom`.
/// No_figure for fewer than two replications, and where `bottom` cannot be told from zero: the
/// ratio may then be anything. Source: Fieller, Journal of the Royal Statistical Society B 16
/// (1954), 175-185.
Interval interval_of_ratio(std::span<const double> top, std::span<const double> bottom,
                           double confidence = usual_confidence);

/// The interval of the percentile `p` (0 to 1) of what single replications give: between two order
/// statistics, whatever the distribution. No_figure where there are too few values for that.
/// Source: David and Nagaraja, Order Statistics, 3rd edition (2003), section 7.1.
Interval interval_of_percentile(std::span<const double> values, double p,
                                double confidence = usual_confidence);

/// The interval of a probability of which `successes` of `trials` replications are the sample.
/// Source: Clopper and Pearson, Biometrika 26 (1934), 404-413: never too narrow.
Interval interval_of_share(std::size_t successes, std::size_t trials,
                           double confidence = usual_confidence);

/// The confidence each of `comparisons` intervals needs for all of them to hold at once with
/// `confidence` (Bonferroni).
double confidence_of_each(std::size_t comparisons, double confidence = usual_confidence);

}  // namespace doorstroom

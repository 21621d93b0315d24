// Summaries over replications.
#pragma once

#include <span>
#include <vector>

#include "doorstroom/figures.hpp"

namespace doorstroom {

/// Mean, standard deviation and percentiles of the replications that gave the figure, in the order
/// of the replications. Percentiles interpolate linearly between order statistics (Hyndman and Fan
/// 1996, type 7) and are null below `fewest_for_percentiles`.
Summary summarise(std::span<const double> values);

}  // namespace doorstroom

// Can a difference be told from chance?
#pragma once

#include <cstdint>
#include <vector>

#include "doorstroom/figures.hpp"

#include "analysis/intervals.hpp"

namespace doorstroom {

enum class Verdict : std::uint8_t {
  nothing,  // one of the two worlds has no such figure
  same,     // exactly the same in every replication
  noise,    // the interval of the difference holds zero: not to be told from chance
  more,     // the alternative has more
  less,
  one_of_each,  // different, but one replication says nothing about chance
};

/// "", "same", "noise", "more", "less", "unknown".
const char* name_of(Verdict verdict);

Verdict verdict_of(const Summary& difference, double confidence);

/// How many times more replications different people would need for as narrow an interval of the
/// difference: the variance without twins over the variance with them. No_figure where nothing
/// varies.
double variance_ratio(const Summary& base, const Summary& alternative, const Summary& difference);

/// The middle one of the ratios that there are; no_figure without any.
double median_of(std::vector<double> values);

}  // namespace doorstroom

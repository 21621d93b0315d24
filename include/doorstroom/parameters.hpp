// Every number of a scenario with where it comes from: the basis of "how much of this result rests
// on assumptions".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom {

/// One number as it stands in the files.
struct Parameter {
  /// Where it is in the resolved scenario; items of lists by their id:
  /// "/resources/activation_contingent/per_year/2019".
  std::string path;
  double value = 0;
  /// As written: "1320", "12 months".
  std::string text;
  std::string unit;
  scenario::Evidence evidence;
  /// "scenarios/base.json:14".
  std::string where;
};

/// How many numbers are founded how.
struct Standings {
  std::size_t cited = 0;
  std::size_t published = 0;
  std::size_t derived = 0;
  std::size_t assumption = 0;
  std::size_t unstated = 0;
};

Standings count_standings(const std::vector<Parameter>& parameters);

}  // namespace doorstroom

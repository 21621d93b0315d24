// In what two scenarios differ: every value that is not the same, with where it comes from.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/load.hpp"

namespace doorstroom {

/// One value of two resolved scenarios; empty where a scenario has none.
struct AssumptionDifference {
  std::string path;  // items of lists by their id, as in tables/parameters.csv
  std::string base;
  std::string alternative;
  std::string base_source;  // with its status: "cited: VR 2017, p. 3"
  std::string alternative_source;
};

/// In the order of the base, what only the alternative has behind it. Names, titles, descriptions,
/// seeds and numbers of replications are no assumptions.
std::vector<AssumptionDifference> assumption_differences(const LoadedScenario& base,
                                                         const LoadedScenario& alternative);

}  // namespace doorstroom

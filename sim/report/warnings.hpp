// What must be read before anything else in a report.
#pragma once

#include <vector>

#include "report/figure_finder.hpp"
#include "report/findings.hpp"

namespace doorstroom {

/// Warnings of a run, the weightiest first; what holds for several lists or resources is said once.
std::vector<Finding> warnings_of(const LoadedScenario& loaded, const RunResult& result,
                                 const Overview& overview, const FigureFinder& figures);

/// Is the number of people waiting at the start within what chance gives at the end?
bool is_within_noise(const MeasureOverview& measure);

}  // namespace doorstroom

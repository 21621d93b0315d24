// What a sizing says, in sentences: written from the result by rules, in both languages.
#pragma once

#include <vector>

#include "doorstroom/load.hpp"

#include "report/findings.hpp"
#include "size/outcome.hpp"

namespace doorstroom {

/// Warnings first. `about`: "scale", "replications", "targets", "path", "prices", "binding" or
/// "assumptions".
std::vector<Finding> findings_of(const LoadedScenario& loaded, const SizeResult& result);

}  // namespace doorstroom

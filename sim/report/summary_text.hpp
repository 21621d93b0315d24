// The short summary on the terminal after a run.
#pragma once

#include <string>

#include "report/language.hpp"
#include "report/overview.hpp"

namespace doorstroom {

/// Aligned lines for every measure with a list and every contingent and budget.
std::string summary_text(const LoadedScenario& loaded, const RunResult& result, Language language);

}  // namespace doorstroom

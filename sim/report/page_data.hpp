// The data of report.html: one JSON object. docs/reference/report-data.md describes it; the page in
// sim/report/page/ draws it and knows nothing else.
#pragma once

#include <string>

#include "report/language.hpp"
#include "report/manifest.hpp"

namespace doorstroom {

/// The data of the report of a run; `language` is the one the page opens in.
std::string page_data(const LoadedScenario& loaded, const RunResult& result,
                      const RunRecord& record, Language language);

}  // namespace doorstroom

// The data of the page of a comparison: one JSON object, as docs/reference/report-data.md describes
// it. Only what the page draws.
#pragma once

#include <string>

#include "report/compare_report.hpp"

namespace doorstroom {

/// `language` is the one the page opens in.
std::string compare_page_data(const ComparedScenarios& scenarios, const CompareResult& result,
                              const RunRecord& record, Language language);

/// What the page is called: "Hold 1,320 against the decreed contingent".
scenario::Text compare_title(const ComparedScenarios& scenarios);

}  // namespace doorstroom

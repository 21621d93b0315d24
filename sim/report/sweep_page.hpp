// The data of the page of a sweep: report.json, and what report.html shows.
#pragma once

#include <string>

#include "report/language.hpp"
#include "report/manifest.hpp"
#include "report/sweep_findings.hpp"

namespace doorstroom {

/// One JSON object; docs/reference/report-data.md describes it. Of a sweep with more figures than a
/// page can hold, those that move most clearly.
std::string sweep_page_data(const SweptStudy& study, const RunRecord& record, Language language);

}  // namespace doorstroom

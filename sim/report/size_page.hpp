// The data of the page of a sizing: one JSON object, as docs/reference/report-data.md describes it.
#pragma once

#include <string>

#include "doorstroom/load.hpp"

#include "report/language.hpp"
#include "report/manifest.hpp"
#include "size/size.hpp"

namespace doorstroom {

/// `language` is the one the page opens in.
std::string size_page_data(const LoadedScenario& loaded, const SizeRequest& request,
                           const SizeResult& result, const RunRecord& record, Language language);

}  // namespace doorstroom

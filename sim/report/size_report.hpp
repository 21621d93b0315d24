// All files of a sizing.
#pragma once

#include <filesystem>
#include <string>

#include "doorstroom/load.hpp"

#include "base/files.hpp"
#include "report/language.hpp"
#include "report/manifest.hpp"
#include "size/size.hpp"

namespace doorstroom {

/// Writes tables/*.csv, the scenario with the path found (where there is one), report.json,
/// report.html and manifest.json, the last one last. `language` is the one the report opens in;
/// `loaded` is the scenario as it was simulated, `request` what was asked.
void write_size(const ResultDirectory& directory, const LoadedScenario& loaded,
                const SizeRequest& request, const SizeResult& result, const RunRecord& record,
                Language language);

/// "activation-contingent-sized.json".
std::string sized_file_name(const scenario::Scenario& scenario);

/// The scenario file that extends `input` with the path found; `directory` is where it will stand.
std::string sized_scenario_text(const LoadedScenario& loaded, const SizeRequest& request,
                                const SizeResult& result, const std::filesystem::path& directory);

}  // namespace doorstroom

// All files of a comparison.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/compare.hpp"
#include "doorstroom/load.hpp"

#include "base/files.hpp"
#include "report/language.hpp"
#include "report/manifest.hpp"

namespace doorstroom {

/// The scenarios of a comparison.
struct ComparedScenarios {
  LoadedScenario base;
  std::vector<LoadedScenario> alternatives;

  /// What an alternative is called in tables: its name, with a number where others have it too.
  [[nodiscard]] std::string label(std::size_t alternative) const;
};

/// Writes tables/*.csv, scenarios/*.json, report.json, report.html and manifest.json, the last one
/// last. `language` is the one the report opens in.
void write_comparison(const ResultDirectory& directory, const ComparedScenarios& scenarios,
                      const CompareResult& result, const RunRecord& record, Language language);

/// What a comparison says, for the terminal.
std::string comparison_text(const ComparedScenarios& scenarios, const CompareResult& result,
                            Language language);

}  // namespace doorstroom

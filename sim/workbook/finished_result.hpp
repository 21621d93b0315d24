// A finished result as it stands on disk: what it was made from, its tables and what its ids are
// called.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "doorstroom/parameters.hpp"

#include "report/language.hpp"

namespace doorstroom {

/// What a study left on disk.
struct FinishedResult {
  using Json = nlohmann::ordered_json;

  std::filesystem::path directory;
  std::string kind;  // "run", "compare", "sweep", "size"
  Json manifest;
  /// report.json; null where the result has none.
  Json report;
  /// What ids are called, as in report.json: of its scenario or, where there are several, of all.
  Json names = Json::object();
  /// Without their folder and ending, in the order in which readers want them; those of numbers
  /// that went in not among them.
  std::vector<std::string> tables;
  /// Every number of the scenario; of the base where there are several.
  std::vector<Parameter> parameters;
  scenario::Text title;

  /// The text of tables/<name>.csv. Throws FileError.
  [[nodiscard]] std::string table(const std::string& name) const;
  /// A text in both languages of a JSON object, in one of them.
  static std::string in_language(const Json& both, Language language);
};

/// Reads a result. Throws FileError that names the file which is missing or damaged.
FinishedResult read_result(const std::filesystem::path& directory);

/// Holds every file of a result that manifest.json gives a digest for against it, and report.json
/// against the tables. Throws FileError with every file that is missing or has changed.
void check_result(const FinishedResult& result);

}  // namespace doorstroom

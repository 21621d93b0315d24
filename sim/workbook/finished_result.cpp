#include "workbook/finished_result.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "doorstroom/load.hpp"

#include "base/files.hpp"
#include "base/printable.hpp"
#include "report/page_names.hpp"
#include "scenario/words.hpp"
#include "workbook/csv_rows.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;
using Json = FinishedResult::Json;

bool is_file(const fs::path& file) {
  std::error_code error;
  return fs::is_regular_file(file, error);
}

Json json_of(const fs::path& file) {
  constexpr int deepest = 64;
  const auto is_bearable = [](int depth, Json::parse_event_t, const Json&) {
    if (depth > deepest) throw FileError("a result is damaged (JSON that is nested too deep)");
    return true;
  };
  const Json json = Json::parse(read_file(file), is_bearable, false);
  if (!json.is_object()) {
    throw FileError(fmt::format("{} is damaged (it is no JSON object)", file.string()));
  }
  return json;
}

std::string text_of(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

Json manifest_of(const fs::path& directory) {
  const fs::path file = directory / mark_of_results;
  if (!is_file(file)) {
    throw FileError(fmt::format("{} is no finished result of doorstroom (it has no {})",
                                directory.string(), mark_of_results));
  }
  Json manifest = json_of(file);
  const bool is_ours = text_of(manifest, "format").starts_with("doorstroom ") &&
                       manifest.contains("outputs") && manifest["outputs"].is_array();
  if (!is_ours) throw FileError(fmt::format("{} is not of a doorstroom result", file.string()));
  return manifest;
}

/// {"file": "tables/series.csv", "sha256": ...} for every file with a digest.
std::vector<std::pair<std::string, std::string>> outputs_of(const Json& manifest) {
  std::vector<std::pair<std::string, std::string>> outputs;
  for (const Json& output : manifest["outputs"]) {
    const std::string file = text_of(output, "file");
    if (!stays_inside(file)) {
      throw FileError(fmt::format("{} is damaged (\"{}\" is no file of this result)",
                                  mark_of_results, printable(file)));
    }
    outputs.emplace_back(file, text_of(output, "sha256"));
  }
  return outputs;
}

std::vector<std::string> tables_of(const Json& manifest) {
  constexpr std::string_view folder = "tables/";
  constexpr std::string_view ending = ".csv";
  std::vector<std::string> tables;
  for (const auto& [file, digest] : outputs_of(manifest)) {
    if (!file.starts_with(folder) || !file.ends_with(ending)) continue;
    tables.push_back(file.substr(folder.size(), file.size() - folder.size() - ending.size()));
  }
  std::erase(tables, "parameters");
  const auto place = [](const std::string& table) {
    const auto& known = known_tables();
    return std::ranges::find(known, table, &TableWords::table) - known.begin();
  };
  std::ranges::stable_sort(tables, {}, place);
  return tables;
}

/// The scenarios of a result with every default filled in, that of the base first.
std::vector<fs::path> resolved_scenarios(const FinishedResult& result) {
  const fs::path alone = result.directory / "scenario.resolved.json";
  if (is_file(alone)) return {alone};
  std::string base = text_of(result.manifest, "scenario");
  const auto scenarios = result.manifest.find("scenarios");
  if (scenarios != result.manifest.end() && scenarios->is_array() && !scenarios->empty()) {
    base = text_of(scenarios->front(), "scenario");
  }
  std::vector<fs::path> files;
  for (const auto& [file, digest] : outputs_of(result.manifest)) {
    if (file.starts_with("scenarios/")) files.push_back(result.directory / file);
  }
  const auto is_base = [&](const fs::path& file) { return file.stem() == base; };
  std::ranges::stable_partition(files, is_base);
  return files;
}

LoadedScenario scenario_of(const fs::path& file) {
  try {
    return load_scenario(file);
  } catch (const ScenarioError& error) {
    throw FileError(
        fmt::format("{} is damaged ({})", file.string(), to_text(error.diagnostics().front())));
  }
}

/// What is named first keeps its name.
void add_names(Json& names, const Json& more) {
  for (const auto& [kind, labels] : more.items()) {
    for (const auto& [id, label] : labels.items()) {
      if (!names[kind].contains(id)) names[kind][id] = label;
    }
  }
}

void read_scenarios(FinishedResult& result) {
  bool is_base = true;
  for (const fs::path& file : resolved_scenarios(result)) {
    LoadedScenario loaded = scenario_of(file);
    add_names(result.names, names_of(loaded.scenario));
    if (is_base) {
      const scenario::Scenario& s = loaded.scenario;
      result.title = {label_or(Language::nl, s.title, s.name),
                      label_or(Language::en, s.title, s.name)};
      result.parameters = std::move(loaded.parameters);
    }
    is_base = false;
  }
}

/// The numbers as they were written, with the file and line of each.
std::vector<Parameter> parameters_of(const Json& report) {
  std::vector<Parameter> parameters;
  for (const Json& one : report.value("parameters", Json::array())) {
    Parameter p;
    p.path = text_of(one, "path");
    p.value = one.value("value", 0.0);
    p.text = text_of(one, "text");
    p.unit = text_of(one, "unit");
    p.where = text_of(one, "where");
    p.evidence.source = text_of(one, "source");
    p.evidence.note = text_of(one, "note");
    p.evidence.group = text_of(one, "group");
    const std::string status = text_of(one, "status");
    for (const auto& [standing, word] : scenario::Words<scenario::Standing>::all) {
      if (status == word) p.evidence.status = standing;
    }
    const Json range = one.value("range", Json::array());
    if (range.size() == 2) p.evidence.range = {range[0].get<double>(), range[1].get<double>()};
    parameters.push_back(std::move(p));
  }
  return parameters;
}

std::size_t rows_of(const std::string& csv) {
  CsvRows rows(csv);
  std::vector<std::string> fields;
  std::size_t count = 0;
  while (rows.next(fields)) ++count;
  return count == 0 ? 0 : count - 1;
}

/// Has a table in report.json as many figures as it says, in every column, and no more than
/// `most`?
bool is_sound(const Json& table, std::size_t most) {
  const auto rows = table.find("rows");
  if (rows == table.end() || !rows->is_number_unsigned()) return false;
  const auto count = rows->get<std::size_t>();
  const auto fits = [&](const Json& column) {
    return !column.is_array() || column.size() == count;
  };
  if (count > most || !table.contains("dimensions")) return false;
  std::size_t figures = 0;  // besides the number of rows and the dimensions
  for (const auto& [name, column] : table.items()) {
    if (name == "rows" || name == "dimensions") continue;
    if (!fits(column)) return false;
    ++figures;
  }
  if (figures == 0) return false;
  return std::ranges::all_of(table["dimensions"], [&](const Json& dimension) {
    return dimension.contains("codes") && fits(dimension["codes"]);
  });
}

/// Pages of sizings and of drivers hold their figures in other ways.
bool tables_are_elsewhere(const FinishedResult& result) {
  const std::string kind = text_of(result.report, "kind");
  return kind == "size" || kind == "drivers";
}

/// The tables of report.json that cannot have been made of those of the result.
std::vector<std::string> unsound_tables(const FinishedResult& result) {
  std::vector<std::string> others;
  const auto tables = result.report.find("tables");
  const bool has_tables = tables != result.report.end() && tables->is_object();
  if (!has_tables)
    return tables_are_elsewhere(result) ? others : std::vector<std::string>{"tables"};
  for (const auto& [name, table] : tables->items()) {
    const bool is_there = is_file(result.directory / "tables" / (name + ".csv"));
    const bool has_rows = is_there && table.is_object();
    if (!has_rows || !is_sound(table, rows_of(result.table(name)))) others.push_back(name);
  }
  return others;
}

}  // namespace

std::string FinishedResult::table(const std::string& name) const {
  return read_file(directory / "tables" / (name + ".csv"));
}

std::string FinishedResult::in_language(const Json& both, Language language) {
  if (!both.is_object()) return {};
  return in(language, {text_of(both, "nl"), text_of(both, "en")});
}

FinishedResult read_result(const fs::path& directory) {
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    throw FileError(fmt::format("there is no directory {}", directory.string()));
  }
  FinishedResult result;
  result.directory = directory;
  result.manifest = manifest_of(directory);
  result.kind = text_of(result.manifest, "format").substr(std::string("doorstroom ").size());
  result.tables = tables_of(result.manifest);
  if (is_file(directory / "report.json")) result.report = json_of(directory / "report.json");
  try {
    read_scenarios(result);
    if (result.report.contains("parameters")) result.parameters = parameters_of(result.report);
    if (result.report.contains("names")) result.names = result.report["names"];
  } catch (const Json::exception& damage) {
    throw FileError(
        fmt::format("{} is damaged ({})", (directory / "report.json").string(), damage.what()));
  }
  if (result.title.en.empty()) {
    const std::string name = text_of(result.manifest, "scenario");
    result.title = {name, name};
  }
  return result;
}

void check_result(const FinishedResult& result) {
  std::vector<std::string> problems;
  for (const auto& [file, digest] : outputs_of(result.manifest)) {
    const fs::path path = result.directory / file;
    if (!is_file(path)) {
      problems.push_back(fmt::format("{} is missing", path.string()));
    } else if (sha256_of(path) != digest) {
      problems.push_back(
          fmt::format("{} has changed since it was made (its digest is not that of {})",
                      path.string(), mark_of_results));
    }
  }
  const fs::path report = result.directory / "report.json";
  if (result.report.is_object() && problems.empty()) {
    if (result.report.value("format", 0) != 1) {
      problems.push_back(fmt::format("{} is of another format than 1", report.string()));
    }
    for (const std::string& table : unsound_tables(result)) {
      problems.push_back(fmt::format("{} is damaged (its table {} is not that of the file)",
                                     report.string(), table));
    }
  }
  if (problems.empty()) return;
  std::string text = "the result cannot be used:";
  for (const std::string& problem : problems) text += "\n  " + problem;
  throw FileError(text);
}

}  // namespace doorstroom

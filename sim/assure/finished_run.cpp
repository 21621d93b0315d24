#include "assure/finished_run.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "doorstroom/load.hpp"

#include "base/files.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json read_json(const fs::path& file) {
  Json json = Json::parse(read_file(file), nullptr, false);
  if (!json.is_object()) throw FileError(fmt::format("{}: not a JSON object", file.string()));
  return json;
}

Json read_manifest(const fs::path& directory) {
  const fs::path file = directory / mark_of_results;
  if (!fs::exists(file)) {
    throw FileError(fmt::format("{}: no result of a run (there is no {})", directory.string(),
                                mark_of_results));
  }
  Json manifest = read_json(file);
  const std::string format = manifest.value("format", "");
  if (format != "doorstroom run" || manifest.value("format_version", 0) != 1) {
    throw FileError(fmt::format(
        "{}: \"{}\" is not the result of a run of this version; run one of its scenarios first",
        file.string(), format));
  }
  return manifest;
}

RunFacts facts_of(const Json& manifest, const fs::path& directory) {
  RunFacts facts;
  const Json& machine = manifest.at("machine");
  facts.version = manifest.at("doorstroom");
  facts.commit = manifest.at("commit");
  facts.command = machine.at("command");
  facts.compiler = machine.at("compiler");
  facts.boost = machine.at("boost");
  facts.seed = manifest.at("seed");
  facts.scale = manifest.at("scale");
  facts.replications = manifest.at("replications");
  facts.audit_checks = manifest.at("audit").at("checks");
  facts.events = manifest.at("events");
  facts.seconds = machine.at("seconds");
  facts.threads = machine.at("threads");
  for (const Json& input : manifest.at("inputs")) {
    facts.inputs.emplace_back(input.at("file"), input.at("sha256"));
  }
  for (const Json& output : manifest.at("outputs")) {
    const std::string name = output.at("file");
    const bool stands = stays_inside(name) && fs::is_regular_file(directory / name) &&
                        sha256_of(directory / name) == output.at("sha256");
    if (!stands) facts.damaged.push_back(name);
  }
  for (const Json& source : manifest.value("synthesis", Json::array())) {
    const double deviation = source.at("largest_deviation");
    facts.largest_margin_deviation =
        std::max(facts.largest_margin_deviation.value_or(0), deviation);
  }
  return facts;
}

double number_in(const std::string& cell) {
  double value = no_figure;
  const char* end = cell.data() + cell.size();
  if (std::from_chars(cell.data(), end, value).ptr != end) return no_figure;
  return value;
}

/// The headline holds ids and numbers only, neither of which is ever quoted.
std::vector<HeadlineFigure> headline_of(const fs::path& directory) {
  std::istringstream text(read_file(directory / "tables" / "headline.csv"));
  std::vector<HeadlineFigure> figures;
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    constexpr std::size_t columns = 10;
    if (cells.size() != columns) continue;
    HeadlineFigure figure{cells[0], cells[1], cells[2], cells[3], {}};
    figure.summary.mean = number_in(cells[4]);
    figure.summary.sd = number_in(cells[5]);
    figure.summary.replications = static_cast<std::size_t>(number_in(cells[9]));
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::vector<scenario::Text> warnings_of(const Json& data) {
  std::vector<scenario::Text> warnings;
  for (const Json& finding : data.value("findings", Json::array())) {
    if (finding.value("weight", "") != "warning") continue;
    warnings.push_back({finding.value("nl", ""), finding.value("en", "")});
  }
  return warnings;
}

scenario::Standing standing_of(std::string_view word) {
  using scenario::Standing;
  for (const Standing standing :
       {Standing::cited, Standing::published, Standing::derived, Standing::assumption}) {
    if (scenario::word(standing) == word) return standing;
  }
  return Standing::unstated;
}

std::vector<scenario::Evidence> evidence_of(const Json& data) {
  std::vector<scenario::Evidence> list;
  for (const Json& parameter : data.value("parameters", Json::array())) {
    scenario::Evidence evidence;
    evidence.status = standing_of(parameter.at("status").get<std::string>());
    evidence.source = parameter.value("source", "");
    if (parameter.contains("range")) {
      evidence.range = {parameter["range"].at(0), parameter["range"].at(1)};
    }
    list.push_back(std::move(evidence));
  }
  return list;
}

}  // namespace

FinishedRun read_finished_run(const fs::path& directory) {
  const Json manifest = read_manifest(directory);
  try {
    FinishedRun run;
    run.facts = facts_of(manifest, directory);
    run.scenario = load_scenario(directory / "scenario.resolved.json").scenario;
    run.headline = headline_of(directory);
    const Json data = read_json(directory / "report.json");
    run.evidence = evidence_of(data);
    run.warnings = warnings_of(data);
    return run;
  } catch (const nlohmann::json::exception&) {
    throw FileError(fmt::format("{}: {} or report.json does not say what a run writes in it",
                                directory.string(), mark_of_results));
  }
}

}  // namespace doorstroom

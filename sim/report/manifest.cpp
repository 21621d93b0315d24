#include "report/manifest.hpp"

#include <cmath>

#include <boost/version.hpp>
#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "base/files.hpp"
#include "report/manifest_parts.hpp"
#include "scenario/compile.hpp"

namespace doorstroom {

namespace {

/// How well the people of each source have the margins they were made out of.
Json synthesis(const Model& model) {
  Json sources = Json::array();
  const auto add = [&](const std::string& id, const Synthesis& made) {
    if (made.margins == 0) return;
    constexpr double digits = 1e12;  // what is beyond differs between machines
    sources.push_back(
        {{"source", id},
         {"margins", made.margins},
         {"cells", made.cells},
         {"rounds", made.rounds},
         {"largest_deviation", std::round(made.largest_deviation * digits) / digits}});
  };
  for (const StockCell& cell : model.stock) add(cell.id, cell.profile.synthesis);
  for (const Stream& stream : model.streams) add(stream.id, stream.people.synthesis);
  return sources;
}

Json event_log(const EventLogFacts& events) {
  return {{"replication", events.replication},
          {"every", events.every},
          {"people", events.people},
          {"stays", events.stays},
          {"language", events.language == Language::nl ? "nl" : "en"}};
}

Json precision(const PrecisionReached& reached) {
  return {{"wanted", reached.wanted},
          {"reached", reached.widest},
          {"is_met", reached.is_met},
          {"widest", reached.figure}};
}

}  // namespace

Json manifest_inputs(const LoadedScenario& loaded) {
  Json files = Json::array();
  for (const InputFile& file : input_files(loaded)) {
    files.push_back({{"file", file.name}, {"sha256", file.sha256}});
  }
  return files;
}

Json manifest_outputs(const std::map<std::string, std::string>& outputs) {
  Json files = Json::array();
  for (const auto& [file, digest] : outputs) files.push_back({{"file", file}, {"sha256", digest}});
  return files;
}

Json manifest_machine(const RunRecord& record) {
  return {{"command", record.command}, {"threads", record.threads},
          {"seconds", record.seconds}, {"finished_at", record.finished_at},
          {"compiler", __VERSION__},   {"boost", BOOST_LIB_VERSION}};
}

std::vector<InputFile> input_files(const LoadedScenario& loaded) {
  std::vector<InputFile> files;
  for (const std::filesystem::path& file : loaded.files) {
    files.push_back({file.filename().string(), sha256(read_file(file))});
  }
  return files;
}

std::string manifest_text(const LoadedScenario& loaded, const RunResult& result,
                          const std::map<std::string, std::string>& outputs,
                          const RunRecord& record, const std::optional<EventLogFacts>& events) {
  Json manifest{{"format", "doorstroom run"},
                {"format_version", 1},
                {"scenario", loaded.scenario.name},
                {"doorstroom", std::string(version())},
                {"commit", std::string(commit())},
                {"seed", loaded.scenario.seed},
                {"scale", loaded.scenario.scale},
                {"replications", result.replications},
                {"inputs", manifest_inputs(loaded)},
                {"outputs", manifest_outputs(outputs)},
                {"audit", {{"passed", true}, {"checks", result.audit_checks}}},
                {"events", result.events},
                {"machine", manifest_machine(record)}};
  if (result.precision) manifest["precision"] = precision(*result.precision);
  if (events) manifest["event_log"] = event_log(*events);
  Json made = synthesis(scenario::compile(loaded.scenario));
  if (!made.empty()) manifest["synthesis"] = std::move(made);
  return manifest.dump(2) + "\n";
}

std::string study_manifest_text(const StudyFacts& facts,
                                const std::map<std::string, std::string>& outputs,
                                const RunRecord& record) {
  Json scenarios = Json::array();
  for (const LoadedScenario* loaded : facts.scenarios) {
    scenarios.push_back(
        {{"scenario", loaded->scenario.name}, {"inputs", manifest_inputs(*loaded)}});
  }
  const scenario::Scenario& first = facts.scenarios.front()->scenario;
  Json manifest{{"format", "doorstroom " + facts.kind},
                {"format_version", 1},
                {"doorstroom", std::string(version())},
                {"commit", std::string(commit())},
                {"seed", first.seed},
                {"scale", first.scale},
                {"replications", facts.replications},
                {"scenarios", scenarios},
                {"outputs", manifest_outputs(outputs)},
                {"audit", {{"passed", true}, {"checks", facts.audit_checks}}},
                {"events", facts.events},
                {"machine", manifest_machine(record)}};
  if (facts.precision) manifest["precision"] = precision(*facts.precision);
  if (facts.points.size() > 0) {
    manifest["varied"] = facts.points.pointers;
    manifest["points"] = facts.points.values;
  }
  return manifest.dump(2) + "\n";
}

}  // namespace doorstroom

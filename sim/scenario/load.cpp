#include "doorstroom/load.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "scenario/assemble.hpp"
#include "scenario/reader.hpp"
#include "scenario/reference.hpp"
#include "scenario/shape.hpp"
#include "scenario/validate.hpp"

namespace doorstroom {

namespace {

/// By file in the order in which they were read, then by place; each once.
void put_in_order(std::vector<Diagnostic>& problems, const scenario::Sources& sources) {
  std::map<std::string, std::size_t> order;
  for (std::size_t i = 0; i < sources.size(); ++i) order.emplace(sources.name(i), i);
  const auto place = [&](const Diagnostic& d) {
    const auto at = order.find(d.file);
    return std::tuple(at == order.end() ? order.size() : at->second, d.line, d.column);
  };
  std::ranges::stable_sort(problems, {}, place);
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

}  // namespace

LoadedScenario load_scenario(const std::filesystem::path& file) {
  scenario::Sources sources;
  std::vector<Diagnostic> problems;
  const scenario::Assembled assembled = scenario::assemble(file, sources, problems);
  LoadedScenario loaded;
  if (assembled.root.is(scenario::Node::Kind::object)) {
    scenario::Reading reading(sources, problems, assembled.complete);
    loaded.scenario = scenario::read_scenario(assembled.root, reading);
    scenario::validate(loaded.scenario, reading);
    loaded.parameters = reading.take_parameters();
  }
  put_in_order(problems, sources);
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  for (std::size_t i = 0; i < sources.size(); ++i) loaded.files.emplace_back(sources.name(i));
  return loaded;
}

std::string scenario_schema_text() {
  return scenario::scenario_schema().dump(2) + "\n";
}

std::string scenario_reference_text() {
  return scenario::reference_page();
}

}  // namespace doorstroom

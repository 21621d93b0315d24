#include "doorstroom/load.hpp"

#include "scenario/assemble.hpp"
#include "scenario/reader.hpp"
#include "scenario/shape.hpp"
#include "scenario/validate.hpp"

namespace doorstroom {

LoadedScenario load_scenario(const std::filesystem::path& file) {
  scenario::Sources sources;
  std::vector<Diagnostic> problems;
  const scenario::Node root = scenario::assemble(file, sources, problems);
  LoadedScenario loaded;
  if (root.is(scenario::Node::Kind::object)) {
    scenario::Reading reading(sources, problems);
    loaded.scenario = scenario::read_scenario(root, reading);
    if (problems.empty()) scenario::validate(loaded.scenario, reading);
    loaded.parameters = reading.take_parameters();
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  for (std::size_t i = 0; i < sources.size(); ++i) loaded.files.emplace_back(sources.name(i));
  return loaded;
}

std::string scenario_schema_text() {
  return scenario::scenario_schema().dump(2) + "\n";
}

}  // namespace doorstroom

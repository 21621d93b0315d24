// Reading a scenario from its files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/parameters.hpp"
#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

/// A scenario that can be simulated, with what else its files said.
struct LoadedScenario {
  scenario::Scenario scenario;
  std::vector<Parameter> parameters;
  /// The files it was read from, the named one first.
  std::vector<std::filesystem::path> files;
};

/// Reads a scenario with everything it extends and includes. Throws ScenarioError with all that is
/// wrong with it.
LoadedScenario load_scenario(const std::filesystem::path& file);

/// The JSON Schema of scenario files, as published in scenarios/scenario.schema.json.
std::string scenario_schema_text();

/// The reference page on scenario files, as published in docs/reference/scenario.md (Markdown).
std::string scenario_reference_text();

/// The whole scenario with every default filled in, as JSON; a scenario file like any other.
std::string resolved_text(const scenario::Scenario& scenario);

}  // namespace doorstroom

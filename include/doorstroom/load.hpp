// Reading a scenario from its files.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/edit.hpp"
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

/// The same with some of its numbers replaced before anything is checked.
LoadedScenario load_scenario(const std::filesystem::path& file, const std::vector<Edit>& edits);

/// A scenario that a study has made, as it is read from a file that says so (its resolved text): it
/// passes the same checks, and simulates as that file does. Has no files. Throws ScenarioError.
LoadedScenario read_again(const scenario::Scenario& scenario);

/// The files of a scenario, read from disk once, and the scenarios that edits make of them. May be
/// used from several threads.
class ScenarioFiles final {
 public:
  /// Throws ScenarioError with all that is wrong with the scenario as it stands.
  explicit ScenarioFiles(const std::filesystem::path& file);

  /// The scenario as it stands.
  [[nodiscard]] const LoadedScenario& as_written() const;
  /// With some of its numbers replaced. Throws ScenarioError.
  [[nodiscard]] LoadedScenario with(const std::vector<Edit>& edits) const;
  /// A scenario file in `folder` that extends this one and differs in these numbers, and in the
  /// name and title given. The edits must be those of a scenario that `with` has accepted.
  [[nodiscard]] std::string extension(const std::vector<Edit>& edits, const std::string& name,
                                      const scenario::Text& title,
                                      const std::filesystem::path& folder) const;
  /// Can the number at this path be replaced? Those of tables in files of their own cannot.
  [[nodiscard]] std::vector<bool> can_edit(const std::vector<std::string>& pointers) const;
  /// Throws ScenarioError with all that is wrong with pointers of edits, whatever their values.
  void check_pointers(const std::vector<std::string>& pointers) const;

 private:
  struct Content;
  std::shared_ptr<const Content> content_;
};

/// The JSON Schema of scenario files, as published in scenarios/scenario.schema.json.
std::string scenario_schema_text();

/// The reference page on scenario files, as published in docs/reference/scenario.md (Markdown).
std::string scenario_reference_text();

/// The whole scenario with every default filled in, as JSON; a scenario file like any other.
std::string resolved_text(const scenario::Scenario& scenario);

}  // namespace doorstroom

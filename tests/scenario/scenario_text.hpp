// Small scenarios to try one thing with: a sound one, changed in one place.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "doorstroom/load.hpp"

namespace doorstroom {

class ScenarioText final {
 public:
  using Json = nlohmann::ordered_json;

  /// tests/scenario/sound/small.json: one stream, one measure of two phases, one resource of each
  /// kind.
  ScenarioText();
  explicit ScenarioText(const std::string& json) : json_(Json::parse(json)) {}

  /// Puts a JSON value at a pointer ("/measures/0/lock_in"); a last part "-" appends.
  ScenarioText& set(const std::string& pointer, const std::string& json);
  ScenarioText& erase(const std::string& pointer);

  [[nodiscard]] std::string text() const { return json_.dump(2); }
  /// Throws ScenarioError.
  [[nodiscard]] LoadedScenario load() const;
  [[nodiscard]] scenario::Scenario read() const { return load().scenario; }
  /// What is wrong with it, as "pointer: problem; suggestion".
  [[nodiscard]] std::vector<std::string> problems() const;

 private:
  Json json_;
};

/// Loads one of several files, by name and content; the first one is the scenario.
LoadedScenario load_files(const std::vector<std::pair<std::string, std::string>>& files);
/// What is wrong with them, as "file:line:column: pointer: problem; suggestion".
std::vector<std::string> problems_of_files(
    const std::vector<std::pair<std::string, std::string>>& files);

/// The parameter with that path. Throws if there is none.
const Parameter& parameter_at(const LoadedScenario& loaded, const std::string& path);

}  // namespace doorstroom

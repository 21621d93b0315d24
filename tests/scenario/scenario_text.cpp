#include "scenario/scenario_text.hpp"

#include <algorithm>
#include <stdexcept>

#include "scenario/broken.hpp"
#include "scenario/program.hpp"

namespace doorstroom {

ScenarioText::ScenarioText() : json_(Json::parse(content_of(sound_folder() / "small.json"))) {}

ScenarioText& ScenarioText::set(const std::string& pointer, const std::string& json) {
  json_[Json::json_pointer(pointer)] = Json::parse(json);
  return *this;
}

ScenarioText& ScenarioText::erase(const std::string& pointer) {
  const Json::json_pointer place(pointer);
  Json& parent = json_.at(place.parent_pointer());
  if (parent.is_array())
    parent.erase(std::stoul(place.back()));
  else
    parent.erase(place.back());
  return *this;
}

LoadedScenario ScenarioText::load() const {
  return load_files({{"scenario.json", text()}});
}

std::vector<std::string> ScenarioText::problems() const {
  std::vector<std::string> problems;
  for (const std::string& line : problems_of_files({{"scenario.json", text()}})) {
    problems.push_back(line.substr(line.find(": ") + 2));
  }
  return problems;
}

LoadedScenario load_files(const std::vector<std::pair<std::string, std::string>>& files) {
  const TemporaryDirectory directory;
  for (const auto& [name, content] : files) directory.write(name, content);
  return load_scenario(directory.path() / files.front().first);
}

std::vector<std::string> problems_of_files(
    const std::vector<std::pair<std::string, std::string>>& files) {
  const TemporaryDirectory directory;
  for (const auto& [name, content] : files) directory.write(name, content);
  std::vector<std::string> problems;
  try {
    load_scenario(directory.path() / files.front().first);
  } catch (const ScenarioError& error) {
    for (Diagnostic d : error.diagnostics()) {
      d.file = std::filesystem::path(d.file).lexically_relative(directory.path()).generic_string();
      problems.push_back(to_text(d));
    }
  }
  return problems;
}

const Parameter& parameter_at(const LoadedScenario& loaded, const std::string& path) {
  const auto at = std::ranges::find(loaded.parameters, path, &Parameter::path);
  if (at == loaded.parameters.end()) throw std::out_of_range("no parameter " + path);
  return *at;
}

}  // namespace doorstroom

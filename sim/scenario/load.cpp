#include "doorstroom/load.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "scenario/assemble.hpp"
#include "scenario/edit.hpp"
#include "scenario/extension.hpp"
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

/// Reads an assembled scenario. Throws ScenarioError with these problems and all others.
LoadedScenario read_assembled(const scenario::Assembled& assembled, scenario::Sources& sources,
                              std::vector<Diagnostic> problems) {
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

}  // namespace

LoadedScenario load_scenario(const std::filesystem::path& file) {
  return load_scenario(file, {});
}

LoadedScenario load_scenario(const std::filesystem::path& file, const std::vector<Edit>& edits) {
  scenario::Sources sources;
  std::vector<Diagnostic> problems;
  scenario::Assembled assembled = scenario::assemble(file, sources, problems);
  if (assembled.complete) scenario::apply_edits(assembled.root, edits, sources, problems);
  return read_assembled(assembled, sources, std::move(problems));
}

LoadedScenario read_again(const scenario::Scenario& scenario) {
  scenario::Sources sources;
  std::vector<Diagnostic> problems;
  scenario::Assembled assembled;
  assembled.root = sources.parse(scenario.name + ".json", resolved_text(scenario), problems);
  LoadedScenario loaded = read_assembled(assembled, sources, std::move(problems));
  loaded.files.clear();
  return loaded;
}

/// The tables that the scenario names are among the sources as well, so that nothing is read from
/// disk again.
struct ScenarioFiles::Content {
  scenario::Sources sources;
  scenario::Assembled assembled;
  LoadedScenario loaded;
};

ScenarioFiles::ScenarioFiles(const std::filesystem::path& file) {
  auto content = std::make_shared<Content>();
  std::vector<Diagnostic> problems;
  content->assembled = scenario::assemble(file, content->sources, problems);
  content->loaded = read_assembled(content->assembled, content->sources, std::move(problems));
  content_ = std::move(content);
}

const LoadedScenario& ScenarioFiles::as_written() const {
  return content_->loaded;
}

LoadedScenario ScenarioFiles::with(const std::vector<Edit>& edits) const {
  scenario::Sources sources = content_->sources;
  scenario::Assembled assembled = content_->assembled;
  std::vector<Diagnostic> problems;
  scenario::apply_edits(assembled.root, edits, sources, problems);
  return read_assembled(assembled, sources, std::move(problems));
}

std::string ScenarioFiles::extension(const std::vector<Edit>& edits, const std::string& name,
                                     const scenario::Text& title,
                                     const std::filesystem::path& folder) const {
  scenario::Node root = content_->assembled.root;
  std::vector<Diagnostic> problems;
  scenario::apply_edits(root, edits, content_->sources, problems);
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  std::vector<std::string> pointers;
  for (const Edit& edit : edits) pointers.push_back(edit.pointer);
  return scenario::extension_text(root, pointers, content_->sources, {name, title, folder});
}

std::vector<bool> ScenarioFiles::can_edit(const std::vector<std::string>& pointers) const {
  scenario::Node root = content_->assembled.root;
  std::vector<bool> can;
  for (const std::string& pointer : pointers) {
    can.push_back(scenario::leads_to_number(root, pointer, content_->sources));
  }
  return can;
}

void ScenarioFiles::check_pointers(const std::vector<std::string>& pointers) const {
  std::vector<Edit> edits;
  for (const std::string& pointer : pointers) edits.push_back({pointer, "0"});
  scenario::Node root = content_->assembled.root;
  std::vector<Diagnostic> problems;
  scenario::apply_edits(root, edits, content_->sources, problems);
  if (!problems.empty()) throw ScenarioError(std::move(problems));
}

std::string scenario_schema_text() {
  return scenario::scenario_schema().dump(2) + "\n";
}

std::string scenario_reference_text() {
  return scenario::reference_page();
}

}  // namespace doorstroom

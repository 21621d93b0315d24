#include "subject.hpp"

#include <filesystem>

#include "doorstroom/load.hpp"

#include "scenario/compile.hpp"
#include "study/observers.hpp"

namespace doorstroom {
namespace {

void enlarge(scenario::Scenario& scenario, double factor) {
  const auto enlarge_path = [factor](scenario::Path& path) {
    for (auto& entry : path.entries) entry.value.value *= factor;
  };
  for (scenario::Arrivals& arrivals : scenario.arrivals) enlarge_path(arrivals.per_year);
  for (scenario::Stock& stock : scenario.stock) stock.people.value *= factor;
  for (scenario::Resource& resource : scenario.resources) {
    using enum scenario::ResourceKind;
    enlarge_path(resource.kind == places ? *resource.level : *resource.per_year);
  }
}

bool is_toolkit_event(const Event& event) {
  switch (event.kind) {
    case EventKind::entered:
    case EventKind::started:
    case EventKind::ended:
      return true;
    case EventKind::left_list:
      return event.reason == Reason::gave_up;
    case EventKind::status_changed:
      return event.reason == Reason::status_exit;
    default:
      return false;
  }
}

}  // namespace

Subject::Subject(const scenario::Scenario& scenario)
    : model(scenario::compile(scenario)),
      rules(model.rules),
      breakdowns(breakdowns_of(model, scenario.output)),
      cycles(cycle_rules_of(scenario.output)) {}

Subject subject_of(const std::string& file, double factor) {
  scenario::Scenario scenario =
      load_scenario(std::filesystem::path(DOORSTROOM_TOP) / "scenarios" / file).scenario;
  enlarge(scenario, factor);
  return Subject(scenario);
}

void ToolkitEvents::fold(const EventBlock& block) {
  for (const Event& event : block.events) count_ += is_toolkit_event(event) ? 1 : 0;
}

}  // namespace doorstroom

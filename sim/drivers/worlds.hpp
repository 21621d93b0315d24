// The worlds that a study of drivers lives beside the scenario as it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drivers/causes.hpp"

namespace doorstroom {

/// A scenario with one cause switched off, or with all of them.
struct SwitchedWorld {
  std::string id;  // of the cause; "all"
  std::vector<Change> changes;
  /// As it is read from a file that says so; named "<scenario>-<id>".
  scenario::Scenario scenario;
};
inline constexpr const char* all_at_once = "all";

struct SwitchedWorlds {
  /// One for each cause that is in the scenario, in the order in which they were asked for; then
  /// all of these at once, where there are several.
  std::vector<SwitchedWorld> worlds;
  std::vector<Cause> single;          // of the first worlds
  std::vector<Cause> not_applicable;  // causes that are not in the scenario

  [[nodiscard]] bool has_all() const { return worlds.size() > single.size(); }
};

/// Each world passes the checks of a scenario file. Throws ScenarioError where one does not.
SwitchedWorlds switched_worlds(const scenario::Scenario& base, const std::vector<Cause>& causes);

/// The first day on which a horizon may end for somebody's carousel to be followed to its end, if
/// that is later than the one the scenario has.
std::optional<Day> end_needed(const scenario::Scenario& scenario);

/// The years of which everybody's carousel can be followed to its end.
std::vector<int> followed_years(const scenario::Scenario& scenario);

}  // namespace doorstroom

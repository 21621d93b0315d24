// What the types of the values cannot say: sums, orders, combinations, and who lacks what.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "scenario/reader.hpp"

namespace doorstroom::scenario {

/// Reports everything else that keeps the scenario from being simulated. Looks at what could be
/// read, and leaves out what may follow from what could not; a scenario that passes compiles.
void validate(const Scenario& scenario, Reading& reading);

/// Helpers shared by the parts of the validation. Paths are those of the resolved scenario.
class Validation final {
 public:
  Validation(const Scenario& the_scenario, Reading& the_reading)
      : scenario(the_scenario), reading(the_reading) {}

  void problem(const std::string& path, std::string what, std::string suggestion = {}) {
    reading.problem_at(path, std::move(what), std::move(suggestion));
  }
  /// "... is only for ...", if something is given that has no effect here.
  void only_for(const std::string& path, bool given, bool allowed, std::string_view what) {
    if (given && !allowed) problem(path, "this has no effect here", std::string(what));
  }
  [[nodiscard]] const Attribute* attribute(const std::string& id) const;
  [[nodiscard]] const Resource* resource(const std::string& id) const;

  /// A table by distance names every class.
  void check_classes(const std::string& path, const std::vector<std::string>& given);
  template <class Value>
  void check_classes(const std::string& path, const ByDistance<Value>& table) {
    if (table.classes.empty()) return;
    std::vector<std::string> given;
    for (const auto& [name, value] : table.classes) given.push_back(name);
    check_classes(path, given);
    uses_distance.push_back(path);
  }
  /// Shares add up to one, or leave a rest; where `may_leave` they may also add up to less.
  void check_shares(const std::string& path, const std::vector<const Share*>& shares,
                    bool may_leave);
  void check_destinations(const std::string& path, const std::vector<Destination>& places,
                          bool may_leave);
  enum class Use { rule, priority, labour_market };
  void check_condition(const std::string& path, const Condition& condition, Use use);
  /// A path that says something about the whole horizon, and never grows beyond `most`.
  void check_path(const std::string& path, const Path& values, double most);
  /// Growth that stays within bounds.
  void check_growth(const std::string& path, const Path& values, double most);

  /// Where the entry of a path stands that begins on a day: ".../2019"; the path itself where that
  /// is one number.
  [[nodiscard]] std::string place_of_entry(const std::string& path, Day from) const;

  const Scenario& scenario;
  Reading& reading;
  /// Places that need every source of people to say something about an attribute.
  std::vector<std::string> uses_distance;
  std::vector<std::pair<std::string, std::string>> uses_attribute;  // attribute, path
  std::vector<std::string> uses_age;
};

/// A path of the resolved scenario with one more key.
inline std::string below(const std::string& path, std::string_view key) {
  return path + "/" + pointer_part(key);
}

/// Steps by duration ascend, and the last one has no end.
void check_durations(Validation& v, const std::string& path,
                     const std::vector<DurationFactor>& steps);

void validate_people(Validation& validation);
void validate_benefits(Validation& validation);
/// The margins of a profile; `people` of its source, for messages (0: not known).
void validate_margins(Validation& validation, const std::string& profile_path,
                      const Profile& profile, double people);
void validate_labour_market(Validation& validation);
void validate_resources(Validation& validation);
void validate_measures(Validation& validation);
void validate_referral(Validation& validation);
void validate_output(Validation& validation);
/// Numbers of things that the engine can hold.
void validate_sizes(Validation& validation);
/// Last: whether the sources of people say what the others need.
void validate_what_is_used(Validation& validation);

}  // namespace doorstroom::scenario

// What the types of the values cannot say: sums, orders, combinations, and who lacks what.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "scenario/reader.hpp"

namespace doorstroom::scenario {

/// Reports everything that keeps the scenario from being simulated. To be called when the names
/// are in order; a scenario that passes compiles.
void validate(const Scenario& scenario, Reading& reading);

/// Helpers shared by the parts of the validation. Paths are those of the resolved scenario.
class Validation final {
 public:
  Validation(const Scenario& the_scenario, Reading& the_reading)
      : scenario(the_scenario), reading(the_reading) {}

  void problem(const std::string& path, std::string what, std::string suggestion = {}) {
    reading.problem_at(path, std::move(what), std::move(suggestion));
  }
  [[nodiscard]] const Attribute* attribute(const std::string& id) const;
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
  void check_stay(const std::string& path, const ByDistance<Stay>& stay) {
    check_classes(path, stay);
  }

  const Scenario& scenario;
  Reading& reading;
  /// Places that need every source of people to say something about an attribute.
  std::vector<std::string> uses_distance;
  std::vector<std::pair<std::string, std::string>> uses_attribute;  // attribute, path
  std::vector<std::string> uses_age;
};

void validate_people(Validation& validation);
void validate_labour_market(Validation& validation);
void validate_resources(Validation& validation);
void validate_measures(Validation& validation);
void validate_referral(Validation& validation);
/// Last: whether the sources of people say what the others need.
void validate_what_is_used(Validation& validation);

}  // namespace doorstroom::scenario

// What may drive the carousel, and how a scenario is had without it: for each cause one small
// change of what is written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

enum class Cause : std::uint8_t {
  screening,  // assessments that err
  gaps,       // time between the phases of a measure
  places,     // resources that are short
  rights,     // work in a measure that gives a right to a benefit
  aftercare,  // aftercare that ends too soon
};
inline constexpr std::array<Cause, 5> all_causes{Cause::screening, Cause::gaps, Cause::places,
                                                 Cause::rights, Cause::aftercare};

/// "screening", "gaps", ...
std::string_view name_of(Cause cause);

/// The cause of that name; nothing if there is none.
std::optional<Cause> cause_named(std::string_view name);

/// One value of a scenario that was switched.
struct Change {
  std::string path;  // as in tables/parameters.csv
  std::string from;  // as written
  std::string to;    // empty: it is no longer there

  friend bool operator==(const Change&, const Change&) = default;
};

/// Assessments see the truth of the day on which they are made. What is true later is another
/// matter: people still change after they were assessed.
std::vector<Change> see_the_truth(scenario::Scenario& scenario);

/// Each phase follows on the day the one before it ends, unless its place is not free.
std::vector<Change> leave_no_gaps(scenario::Scenario& scenario);

/// Places, contingents and budgets are counted and stop nobody.
std::vector<Change> lift_all_limits(scenario::Scenario& scenario);

/// Days in a measure count for no right to a benefit, so no phase ends because the right is there.
/// Days in a job still count.
std::vector<Change> give_no_rights(scenario::Scenario& scenario);

/// Aftercare that does something lasts twice as long. What it takes by the month is taken twice as
/// long as well; what it takes once is not.
std::vector<Change> double_aftercare(scenario::Scenario& scenario);

/// The one of these that takes a cause away. No changes: the cause is not in the scenario.
std::vector<Change> switch_off(Cause cause, scenario::Scenario& scenario);

}  // namespace doorstroom

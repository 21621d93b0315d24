// Hazards integrated over stretches of days in which nothing about a person changes but the
// calendar, their durations and what is left of earlier measures.
#pragma once

#include <span>

#include "doorstroom/calendar.hpp"

#include "model/hazard_model.hpp"
#include "model/model.hpp"
#include "random/threshold.hpp"

namespace doorstroom {

/// A factor that holds until a day, for exits of one kind.
struct PassingFactor {
  Day until = always;
  double factor = 1;
};

/// All that a hazard depends on, frozen at the start of a stretch.
struct HazardFacts {
  Profile profile;
  unsigned distance = 0;
  Day status_since;
  Day unemployed_since;          // where the clock runs
  DayCount days_unemployed = 0;  // where it stands still
  bool clock_runs = false;
  Day birth;
  double in_measure = 1;       // lock-in
  PassingFactor post;          // on finding a job
  PassingFactor care_finding;  // aftercare, likewise
  PassingFactor care_losing;   // and on losing one
};

/// Does a group factor count for the person on that day?
bool applies(const GroupFactor& group, const HazardFacts& facts, Day day);

/// Total hazard of an exit over the days [from, to).
Hazard hazard_between(const StatusExit& exit, const HazardFacts& facts, Day from, Day to);

/// The day on which an exit's threshold is reached if it has all to go from `from`; `never` if not
/// before `end`.
Day day_of_exit(const StatusExit& exit, const HazardFacts& facts, Threshold threshold, Day from,
                Day end);

/// The same for a hazard that is constant from `from` on.
Day day_of_constant(Hazard per_day, Threshold threshold, Day from, Day end);

/// The factor of the last step that begins at or before `elapsed` days, and when the next begins.
struct StepNow {
  double factor = 1;
  DayCount next = never.since_epoch;
};
StepNow step_at(std::span<const Step> steps, DayCount elapsed);

}  // namespace doorstroom

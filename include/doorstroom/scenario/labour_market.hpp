// What happens to people outside measures: jobs found and lost, sickness, other ways out, and the
// distance to the labour market that grows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

/// A factor on a hazard up to a duration; the last one has no limit.
struct DurationFactor {
  std::optional<Span> below;
  Quantity factor;
};

/// A factor on a hazard for the people who meet a condition.
struct GroupFactor {
  Condition when;
  Quantity factor;
};

/// Where someone goes, with which share.
struct Destination {
  std::string to;
  Share p;
};

enum class ExitKind : std::uint8_t { other, job_finding, job_loss };

/// A way out of a status, at a monthly hazard.
struct Exit {
  std::string id;
  Text label;
  /// Which effects of measures touch it: lock-in, post effect and aftercare on finding a job,
  /// aftercare on losing one.
  ExitKind kind = ExitKind::other;
  std::string from = "unemployed";
  std::vector<Destination> to;
  ByDistance<Quantity> per_month;
  std::vector<DurationFactor> by_time_unemployed;
  std::vector<DurationFactor> by_time_in_status;
  std::vector<GroupFactor> groups;
  /// Multiplies the hazard over time, to the power `elasticity`.
  std::optional<Path> calibration;
  std::optional<ByDistance<Quantity>> elasticity;
  /// Multiplies the hazard over time after that (a recession, say).
  std::optional<Path> factor;
};

/// The distance grows by a class while someone is unemployed and not in a measure.
struct Drift {
  std::string from;
  Quantity per_month;
  Span after;  // months of unemployment before it begins
};

struct LabourMarket {
  std::vector<Exit> exits;
  std::vector<Drift> distance_drift;
  /// A job that lasted fewer days does not end a spell of unemployment.
  Quantity spell_reset_days{91, {}};
};

}  // namespace doorstroom::scenario

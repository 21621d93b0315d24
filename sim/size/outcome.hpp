// What sizing a resource gave.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "analysis/intervals.hpp"
#include "size/sized_resource.hpp"
#include "size/trials.hpp"

namespace doorstroom {

enum class SizeOutcome : std::uint8_t {
  already_met,           // with the levels there are now
  reachable,             // with the path found
  other_resource_binds,  // not with any levels, but with more of another resource as well
  unreachable,           // not even so, or not for the money that may be spent
};

/// One target in one year, over the replications of one path.
struct TargetFigure {
  std::size_t target = 0;
  int year = 0;
  Summary summary;
  /// The figure that is met with the probability asked for, and its 95 % interval.
  double quantile = no_figure;
  Interval quantile_interval;
  std::size_t held = 0;  // replications in which the target holds
};

/// How a path does.
struct PathFigures {
  Levels levels;
  Replications replications;
  std::vector<TargetFigure> targets;
  std::vector<std::size_t> held_in_year;  // replications in which all targets hold, by year
  std::size_t held_in_all = 0;            // in which they do in every year
  std::int64_t audit_checks = 0;

  /// In every year with at least this probability.
  [[nodiscard]] bool meets(double probability) const;
};

/// A resource that stands in the way, and how much of it is used where nothing is short.
struct BindingResource {
  std::string id;
  bool alone = false;  // more of this one is enough, whatever the others
  struct Need {
    int year = 0;
    double now = no_figure;  // no_figure: its amount follows something else
    double mean = 0;
    double high = 0;  // enough with the probability asked for
  };
  std::vector<Need> needs;
};

/// What one unit more in a year does to the years from then on, at the path found.
struct UnitPrice {
  int year = 0;
  double more = 0;  // units by which the path was raised to see it
  double waiting_months = 0;
  Interval waiting_interval;
  double euro = 0;
  Interval euro_interval;
};

/// How the targets do on the path found, made smaller or larger in all years alike.
struct FrontierPoint {
  double part = 1;  // of the levels found, before rounding to steps
  PathFigures figures;
};

struct SizeResult {
  SizeOutcome outcome = SizeOutcome::unreachable;
  Question question;
  std::string resource;
  double step = 1;
  Levels present;
  PathFigures before;
  /// With the path found; where there is none, with the resource unlimited.
  PathFigures after;
  /// The path found, as it goes into a scenario file.
  std::optional<scenario::Path> path;
  std::size_t search_replications = 0;
  /// How often the path was sized again because fresh replications did not bear the search out.
  int times_sized_again = 0;
  std::vector<BindingResource> binding;
  std::vector<UnitPrice> prices;
  /// From less to more; the path found is among them. Empty where no path was found.
  std::vector<FrontierPoint> frontier;
  std::int64_t audit_checks = 0;
};

}  // namespace doorstroom

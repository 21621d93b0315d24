// What a size must reach, as it is written on the command line:
// "waiting_after(90 days) <= 10 %".
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

/// What was asked makes no sense; the message says what is allowed. A matter of the command line,
/// not of the scenario.
class SizeRequestError final : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a target is about. Each is a figure of one calendar year in one replication.
enum class TargetStatistic : std::uint8_t {
  waiting_after,   // share of the year's joiners who still wait after so many days
  started_within,  // share of the year's joiners who have started within so many days
  list_length,     // people on the list: the most at the end of a month of the year
  runs_dry,        // day of the year, from 0, on which the last of a contingent or budget is used
  cost,            // euro that budgets spend in the year
};

/// In which direction from the bound a figure does.
enum class Direction : std::uint8_t { at_most, at_least };

struct Target {
  std::string text;  // as written
  TargetStatistic statistic = TargetStatistic::waiting_after;
  /// waiting_after, started_within: how long those who join are followed.
  DayCount days = 0;
  /// A measure (waiting_after, started_within, list_length) or a budget (cost); empty: the measures
  /// that need the resource, all budgets.
  std::string subject;
  /// A share, people or euro. Of runs_dry the day: see bound_in.
  double bound = 0;
  unsigned month = 1;  // runs_dry: not used up before this day
  unsigned day = 1;

  [[nodiscard]] Direction direction() const {
    const bool least =
        statistic == TargetStatistic::started_within || statistic == TargetStatistic::runs_dry;
    return least ? Direction::at_least : Direction::at_most;
  }
  /// The bound in a year; of runs_dry days since 1 January.
  [[nodiscard]] double bound_in(int year) const;
  /// Does a figure of that year do? No figure does: nobody joined.
  [[nodiscard]] bool holds(double figure, int year) const;
};

/// "share", "people", "days" or "euro".
std::string_view unit_of(TargetStatistic statistic);

/// Reads one target for the sizing of `resource`. Throws SizeRequestError.
Target parse_target(std::string_view text, const scenario::Scenario& scenario,
                    const scenario::Resource& resource);

/// Days for which joiners must be followed to judge all targets.
DayCount follow_up(std::span<const Target> targets);

}  // namespace doorstroom

// Monthly hazards as the engine integrates them: a base by distance, times step functions of the
// time unemployed, the time in the status, age and the calendar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/profile.hpp"
#include "random/address.hpp"
#include "random/shares.hpp"

namespace doorstroom {

/// A factor that holds from a number of days (of unemployment, of tenure, of age) onward.
struct Step {
  DayCount from = 0;
  double factor = 1;
};

/// A factor for people whose attribute has one of the marked codes and whose age lies in a range.
struct GroupFactor {
  struct Member {
    ProfileField field;
    std::uint64_t codes = 0;  // bit c: code c belongs
  };
  std::vector<Member> members;  // all must hold
  DayCount age_from = 0;        // days
  DayCount age_below = never.since_epoch;
  double factor = 1;
};

/// Calendar factors of one distance class, each from a day onward; the first from `always`.
struct CalendarFactor {
  Day from = always;
  double factor = 1;
};

/// Where a way out leads: to a status, to a measure, or back to the referral rules.
struct Destination {
  StatusIndex status;    // of the person from then on
  MeasureIndex measure;  // whose list is joined, if any
  bool refer = false;    // are the referral rules asked?
  bool paid_work = false;
};

/// Where people go, with shares that may differ by distance.
struct Destinations {
  std::vector<Destination> places;
  std::vector<Shares> by_distance;  // one per distance class, or one for all
  std::size_t fallback = 0;         // where those go whom a misfit keeps from paid work

  [[nodiscard]] bool empty() const { return places.empty(); }
  [[nodiscard]] const Shares& shares(unsigned distance) const {
    return by_distance.size() == 1 ? by_distance.front() : by_distance[distance];
  }
};

enum class ExitKind : std::uint8_t { other, job_finding, job_loss };

/// A way out of a status.
struct StatusExit {
  std::string id;
  ExitKind kind = ExitKind::other;
  std::vector<double> per_day;  // by distance class, or one for all
  std::vector<Step> by_unemployment;
  std::vector<Step> by_time_in_status;
  std::vector<GroupFactor> groups;
  std::vector<std::vector<CalendarFactor>> calendar;  // by distance class, one for all, or none
  Destinations to;
  Lane threshold;
  Lane destination;
};

/// The distance grows by one class.
struct Drift {
  std::vector<double> per_day;  // by distance class
  std::vector<DayCount> after;  // days of unemployment before it begins
  [[nodiscard]] bool exists() const { return !per_day.empty(); }
};

}  // namespace doorstroom

#include "engine/hazards.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

StepNow step_at(std::span<const Step> steps, DayCount elapsed) {
  StepNow now;
  for (const Step& step : steps) {
    if (step.from > elapsed) {
      now.next = step.from;
      break;
    }
    now.factor = step.factor;
  }
  return now;
}

namespace {

/// A stretch of days with one hazard.
struct Piece {
  Hazard per_day = 0;
  Day until = never;
};

/// Day on which something that began on `since` has lasted `days`.
Day after(Day since, DayCount days) {
  return days == never.since_epoch ? never : since + days;
}

bool belongs(const GroupFactor& group, const HazardFacts& facts) {
  return std::ranges::all_of(group.members, [&](const GroupFactor::Member& member) {
    return ((member.codes >> facts.profile.code(member.field)) & 1U) != 0;
  });
}

class PieceFinder final {
 public:
  PieceFinder(const StatusExit& exit, const HazardFacts& facts) : exit_(exit), facts_(facts) {}

  [[nodiscard]] Piece at(Day day) {
    until_ = never;
    const auto& base = exit_.per_day;
    rate_ = (base.size() == 1 ? base.front() : base[facts_.distance]);
    by_durations(day);
    by_groups(day);
    by_calendar(day);
    if (exit_.kind == ExitKind::job_finding) {
      rate_ *= facts_.in_measure;
      passing(facts_.post, day);
      passing(facts_.care_finding, day);
    }
    if (exit_.kind == ExitKind::job_loss) passing(facts_.care_losing, day);
    return {hazard_per_day(rate_), until_};
  }

 private:
  void change_on(Day day) { until_ = std::min(until_, day); }

  void by_durations(Day day) {
    if (!exit_.by_unemployment.empty()) {
      const DayCount so_far =
          facts_.clock_runs ? day - facts_.unemployed_since : facts_.days_unemployed;
      const StepNow step = step_at(exit_.by_unemployment, so_far);
      rate_ *= step.factor;
      if (facts_.clock_runs) change_on(after(facts_.unemployed_since, step.next));
    }
    if (!exit_.by_time_in_status.empty()) {
      const StepNow step = step_at(exit_.by_time_in_status, day - facts_.status_since);
      rate_ *= step.factor;
      change_on(after(facts_.status_since, step.next));
    }
  }

  void by_groups(Day day) {
    for (const GroupFactor& group : exit_.groups) {
      if (!belongs(group, facts_)) continue;
      const DayCount age = day - facts_.birth;
      if (age < group.age_from) change_on(facts_.birth + group.age_from);
      if (age < group.age_from || age >= group.age_below) continue;
      change_on(after(facts_.birth, group.age_below));
      rate_ *= group.factor;
    }
  }

  void by_calendar(Day day) {
    if (exit_.calendar.empty()) return;
    const auto& factors =
        exit_.calendar.size() == 1 ? exit_.calendar.front() : exit_.calendar[facts_.distance];
    const auto next = std::ranges::upper_bound(factors, day, {}, &CalendarFactor::from);
    rate_ *= std::prev(next)->factor;
    if (next != factors.end()) change_on(next->from);
  }

  void passing(const PassingFactor& effect, Day day) {
    if (day >= effect.until) return;
    rate_ *= effect.factor;
    change_on(effect.until);
  }

  const StatusExit& exit_;
  const HazardFacts& facts_;
  double rate_ = 0;
  Day until_ = never;
};

}  // namespace

bool applies(const GroupFactor& group, const HazardFacts& facts, Day day) {
  const DayCount age = day - facts.birth;
  return belongs(group, facts) && age >= group.age_from && age < group.age_below;
}

namespace {

DayCount days_until(Hazard left, Hazard per_day, double rounding) {
  const double time = static_cast<double>(left) / static_cast<double>(per_day);
  return static_cast<DayCount>(std::floor(time + rounding));
}

}  // namespace

Hazard hazard_between(const StatusExit& exit, const HazardFacts& facts, Day from, Day to) {
  PieceFinder pieces(exit, facts);
  Hazard total = 0;
  while (from < to) {
    const Piece piece = pieces.at(from);
    const Day until = std::min(piece.until, to);
    total += piece.per_day * static_cast<Hazard>(until - from);
    from = until;
  }
  return total;
}

Day day_of_exit(const StatusExit& exit, const HazardFacts& facts, Threshold threshold, Day from,
                Day end) {
  PieceFinder pieces(exit, facts);
  Hazard left = threshold.left();
  while (from < end) {
    const Piece piece = pieces.at(from);
    const Day until = std::min(piece.until, end);
    const Hazard reached = piece.per_day * static_cast<Hazard>(until - from);
    if (reached >= left && piece.per_day > 0) {
      return from + days_until(left, piece.per_day, threshold.rounding());
    }
    left -= reached;
    from = until;
  }
  return never;
}

Day day_of_constant(Hazard per_day, Threshold threshold, Day from, Day end) {
  if (per_day == 0) return never;
  const Hazard reach = per_day * static_cast<Hazard>(std::max(end - from, 0));
  if (reach < threshold.left()) return never;
  return from + days_until(threshold.left(), per_day, threshold.rounding());
}

}  // namespace doorstroom

// What became of people who waited, by competing risks: those who left are not "served quickly",
// those who still wait are not forgotten.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "record/fate.hpp"

namespace doorstroom {

/// Numbers of people by days, for a group followed from day 0: entry d counts those to whom it
/// happened after d days. `censored` are those followed for d days to whom nothing had happened.
struct FollowUp {
  std::span<const std::int32_t> started;
  std::span<const std::int32_t> left;
  std::span<const std::int32_t> censored;
};

/// Such a group, gathered one by one. What lies beyond `longest` days is not looked at: who was
/// followed longer counts as followed for so long.
class FollowUpCounts final {
 public:
  explicit FollowUpCounts(DayCount longest) : longest_(longest) {}

  void add(Fate fate, DayCount days);
  void add(const FollowUpCounts& others);
  [[nodiscard]] std::int64_t people() const { return people_; }
  [[nodiscard]] FollowUp counts() const { return {happened_, left_, open_}; }

 private:
  using Counts = std::vector<std::int32_t>;
  [[nodiscard]] Counts& of(Fate fate);

  DayCount longest_;
  std::int64_t people_ = 0;
  Counts happened_;
  Counts left_;
  Counts open_;
};

/// Cumulative incidence of starting and of leaving (Aalen-Johansen): entry d is the probability
/// that it happens within d days. On one day events come before the end of a follow-up.
/// Source: Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978), 141-150.
struct Incidence {
  std::vector<double> started;
  std::vector<double> left;
  /// Longest follow-up, in days: nothing is known beyond.
  DayCount followed = 0;

  /// Probability of having started within `days`; null where the follow-up is shorter.
  [[nodiscard]] double started_within(DayCount days) const;
  [[nodiscard]] double left_within(DayCount days) const;
  /// The day within which a share `p` of all joiners has started; null if it is not reached.
  [[nodiscard]] double day_of_share(double p) const;
};

Incidence incidence(const FollowUp& group);

}  // namespace doorstroom

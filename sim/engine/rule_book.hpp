// What the engine asks of the rules. It knows none of them: rules score, filter and order people;
// only the allocator grants places.
#pragma once

#include <cstdint>
#include <span>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "engine/person.hpp"
#include "model/profile.hpp"
#include "random/luck.hpp"

namespace doorstroom {

/// What the rules may know of a person: assessed and registered attributes, durations, history.
struct KnownFacts {
  Profile profile;
  DayCount age = 0;
  DayCount unemployed = 0;
  DayCount waiting = 0;
  MeasureIndex coming_from;
  std::uint32_t starts = 0;        // measures begun so far
  std::span<const Visits> visits;  // by measure
};

/// How busy a measure's list is, for rules that look at it.
class Lists {
 public:
  virtual ~Lists() = default;
  /// Is the measure open for newcomers?
  [[nodiscard]] virtual bool is_open(MeasureIndex measure) const = 0;
  /// Has its list turned somebody away today, being at its maximum?
  [[nodiscard]] virtual bool is_full(MeasureIndex measure) const = 0;
  /// Length of the list in months of starts, at the pace of the last twelve months.
  [[nodiscard]] virtual double months_of_starts(MeasureIndex measure) const = 0;
};

/// Where a person is referred.
struct Referral {
  std::uint16_t rule = 0xFFFF;  // which rule held, if any
  MeasureIndex to;              // none: stays in basic services
};

class RuleBook {
 public:
  virtual ~RuleBook() = default;
  [[nodiscard]] virtual Referral refer(const KnownFacts& person, LuckKey whose, const Luck& luck,
                                       const Lists& lists) const = 0;
  /// Priority class on a list: 0 is served first.
  [[nodiscard]] virtual unsigned priority(std::size_t list, const KnownFacts& person) const = 0;
};

}  // namespace doorstroom

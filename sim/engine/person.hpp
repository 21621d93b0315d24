// What the engine keeps of one living person.
#pragma once

#include <cstdint>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/people.hpp"
#include "model/profile.hpp"
#include "random/threshold.hpp"

namespace doorstroom {

/// Where a person is stored while they live.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = ~Slot{0};

/// Where in a measure somebody is.
enum class Stage : std::uint8_t {
  none,               // in no measure
  start_delay,        // granted, not begun
  phase,              // in phase `phase`
  gap,                // between phase `phase` and the next one
  waiting_for_place,  // likewise, on the list of the next phase
};

/// What a person outside a measure, or besides it, is waiting for that is not a list.
enum class Errand : std::uint8_t { none, first_contact, refusal_pause, approval };

/// What is due on a person's due day. When several things fall on one day, the first of this list
/// happens first.
enum class Due : std::uint8_t {
  stage_end,
  drop_out,
  status_exit,
  list_end,  // patience or the maximum wait
  errand_end,
  aftercare_end,
  drift,
  limit,  // a duration or an age that the referral rules name
  validity_end,
  nothing,
};

/// The record that every event touches: one cache line. The due day is also what makes an entry in
/// the agenda valid, so nothing ever has to be removed from there.
struct alignas(64) Person {
  PersonId id;
  Profile profile;
  Day due = never;
  Day status_since;
  Day unemployed_since;  // while the clock stands still: minus the days unemployed so far
  Day measure_since;
  Day stage_since;
  Day stage_end = never;
  Day errand_end = never;
  std::uint16_t spell = 0;   // how many stays in a status there have been: addresses the draws
  std::uint16_t starts = 0;  // how many measures were begun
  MeasureIndex measure;
  MeasureIndex errand_measure;  // what an approval is asked for
  MeasureIndex last_measure;    // the measure left last, screenings apart
  StatusIndex status;
  StatusIndex home;  // the status someone had before a measure that gives its own
  Due due_kind = Due::nothing;
  std::uint8_t due_detail = 0;  // which exit, which kind of list
  Stage stage = Stage::none;
  std::uint8_t phase = 0;
  Errand errand = Errand::none;
  bool clock_runs : 1 = false;  // of unemployment
  bool extended : 1 = false;    // the trajectory has been extended
  bool gone : 1 = false;        // has left the model today
  bool asks_rules : 1 = false;  // is to be referred today

  [[nodiscard]] bool exists() const { return id != PersonId{}; }
  [[nodiscard]] bool in_measure() const { return measure.exists(); }
  [[nodiscard]] DayCount days_unemployed(Day today) const {
    return clock_runs ? today - unemployed_since : -unemployed_since.since_epoch;
  }
};
static_assert(sizeof(Person) == 64);

/// A person's place on a waiting list.
struct Membership {
  std::uint32_t lane = none;
  std::uint32_t ticket = 0;  // number within the lane
  Day joined;
  Day until = never;  // patience or maximum wait, whichever comes first

  static constexpr std::uint32_t none = ~std::uint32_t{0};
  [[nodiscard]] bool waits() const { return lane != none; }
};

/// Somebody's history with one measure.
class Visits final {
 public:
  /// Referred to it once more.
  constexpr void add() {
    constexpr unsigned most = 127;  // then the numbers repeat; 0 is never reached again
    bits_ = static_cast<std::uint8_t>((bits_ & began_bit) | (count() % most + 1));
  }
  constexpr void begin() { bits_ |= began_bit; }
  /// How often the person has been referred to it: addresses the draws of the visit.
  [[nodiscard]] constexpr unsigned count() const { return bits_ & ~unsigned{began_bit}; }
  /// Have they ever begun it?
  [[nodiscard]] constexpr bool began() const { return (bits_ & began_bit) != 0; }

 private:
  static constexpr std::uint8_t began_bit = 0x80;
  std::uint8_t bits_ = 0;
};

/// What remains of a measure after it has ended.
struct AfterEffects {
  Day post_until = always;
  Day aftercare_until = always;
  MeasureIndex post_of;
  MeasureIndex aftercare_of;
  std::uint8_t aftercare_distance = 0;  // of the claims it holds
  bool aftercare_holds = false;
};

/// How far someone's thresholds have been used up, and which of their hazards comes first.
struct HazardPlan {
  Day settled;  // the thresholds have been reduced by what was used before this day
  Day next = never;
  Due kind = Due::nothing;
  std::uint8_t detail = 0;
  bool stands = false;  // nothing has changed since that a hazard depends on
};

/// How long the last assessment counts, and who made it.
struct Validity {
  Day until = never;  // `always`: expired
  MeasureIndex by;
};

}  // namespace doorstroom

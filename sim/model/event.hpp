// Events: the only thing the engine tells. Every output is a fold over them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "doorstroom/calendar.hpp"

#include "model/profile.hpp"

namespace doorstroom {

enum class EventKind : std::uint8_t {
  entered,             // subject: status
  status_changed,      // subject: new status, other: old one, amount: days in the old one
  left,                // subject: status; the person is no longer simulated
  asked_referral,      // subject: rule (none: no rule held), other: measure
  joined,              // subject: list, other: priority class
  left_list,           // subject: list, other: class, amount: days waited; see reason
  class_changed,       // subject: list, other: new class, amount: old class
  started,             // subject: measure, other: class, amount: days waited (-1: did not wait)
  ended,               // subject: measure, amount: days in it; see reason
  phase_started,       // subject: measure, other: phase, amount: days between phases
  phase_ended,         // subject: measure, other: phase, amount: days in the phase
  phase_skipped,       // subject: measure, other: phase
  not_admitted,        // subject: measure; see reason
  assessed,            // subject: attribute, other: code seen, amount: true code
  distance_changed,    // amount: new class, other: old class
  aftercare_started,   // subject: measure
  aftercare_ended,     // subject: measure
  counsellor_changed,  // subject: measure, other: phase just ended
  benefit_changed,     // subject: statute, other: 1 if its clock runs, amount: days on the clock
  ideal_referral,      // subject: rule that held, other: measure it would be had screening seen the
                       // truth, amount: measure it is (-1: none)
};

enum class Reason : std::uint8_t {
  none,
  arrival,    // came in through a stream
  stock,      // was there at the start
  granted,    // got the place
  completed,  // reached the end
  maximum,    // reached the maximum duration
  dropped_out,
  decided,      // a decision at the end of a phase
  status_exit,  // found or lost a job, fell ill, ...: the status says which
  gave_up,      // patience ran out
  refused,      // did not take the place offered
  waited_too_long,
  closed,         // the measure closed
  moved,          // to another measure because this one closed
  referred,       // elsewhere, by the rules
  started_other,  // started something else of the same kind
  full,           // the list was at its maximum
  disapproved,
  not_engaged,
  no_time_left,  // a cumulated limit is used up
  no_place,      // for the next phase
  limit,         // the right to a benefit lasted only so long
};

inline constexpr std::uint16_t no_subject = 0xFFFF;

/// 24 bytes, without pointers: may be kept, copied and compared.
struct Event {
  Profile profile;         // of the person, after the event
  std::uint32_t slot = 0;  // where the person is stored; see EventBlock::id_of
  std::int32_t amount = 0;
  std::uint16_t subject = no_subject;
  std::uint16_t other = no_subject;
  EventKind kind = EventKind::entered;
  Reason reason = Reason::none;
  std::uint16_t status = 0;  // of the person, after the event
};
static_assert(sizeof(Event) == 24);

std::string_view name_of(EventKind kind);
std::string_view name_of(Reason reason);

}  // namespace doorstroom

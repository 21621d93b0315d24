// A stay: what one person was in, or waited for, from one day to another.
#pragma once

#include <cstdint>
#include <tuple>

#include "doorstroom/calendar.hpp"

#include "model/event.hpp"
#include "model/people.hpp"
#include "model/profile.hpp"

namespace doorstroom {

enum class StayKind : std::uint8_t {
  status,     // subject: status, other: the status that followed
  benefit,    // subject: statute, other: the statute that followed
  measure,    // subject: measure, screening services among them
  phase,      // subject: measure, other: phase; of measures with several phases
  waiting,    // subject: list
  aftercare,  // subject: measure
};

/// 48 bytes, without pointers. The stay is over the nights [start, end).
struct Stay {
  Profile profile;  // of the person when it began, or was first told
  PersonId person;
  std::uint32_t number = 0;  // of the person, in the order in which people come in
  Day start;                 // of someone in the stock: perhaps before the horizon
  Day end = never;           // never: open at the end of the horizon
  std::uint32_t begun = 0;   // of all that was told of anybody, the how-manieth: the order of
  std::uint32_t ended = 0;   // what happens on one day
  std::uint16_t subject = no_subject;
  std::uint16_t other = no_subject;
  StayKind kind = StayKind::status;
  Reason reason = Reason::none;  // why it ended

  [[nodiscard]] bool exists() const { return subject != no_subject; }
  [[nodiscard]] bool is_open() const { return end == never; }
};
static_assert(sizeof(Stay) == 48);

/// Person by person, as they came in, and of each in the order of beginning.
struct InOrderOfPeople {
  bool operator()(const Stay& a, const Stay& b) const {
    return std::tuple(a.number, a.start, a.begun, a.ended) <
           std::tuple(b.number, b.start, b.begun, b.ended);
  }
};

}  // namespace doorstroom

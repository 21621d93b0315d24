// What the tables of the carousel keep of one person who has been in an activation measure.
#pragma once

#include <cstdint>

#include "doorstroom/calendar.hpp"

#include "model/profile.hpp"
#include "record/activation_history.hpp"

namespace doorstroom {

/// What is spent on a person, and on what.
struct Purse {
  std::int64_t spent = 0;               // cents, on all measures so far
  Day since;                            // the stay in the present measure
  Day aftercare_since = never;          // never: none
  std::uint32_t on_episode = 0;         // cents, on the present stay
  std::uint32_t benefits = 0;           // the meter of benefits when the stay or the year began
  std::uint32_t benefits_at_start = 0;  // when the stay did
  std::uint16_t aftercare_of = 0;
  std::uint8_t aftercare_distance = 0;
  Versions returner;  // the present route began as a return
  Versions unknown;   // or nobody knows: it began too soon after the start of the horizon
  bool waits_to_begin : 1 = false;    // granted, the first phase not begun
  bool from_start : 1 = false;        // in the measure at the start of the horizon
  bool aftercare_counts : 1 = false;  // follows on an episode that began in the horizon
};

/// Nothing until the first episode.
struct Course {
  ActivationHistory history;
  Purse purse;
  Profile profile;            // when the last episode began
  Profile first_profile;      // when the first one did
  std::uint32_t shifted = 0;  // cents of benefit after a living wage; while on it, less the meter
  Living tonight;
  bool is_followed : 1 = false;
  bool has_arrived : 1 = false;  // within the horizon
  bool moved : 1 = false;        // today
  bool is_gone : 1 = false;
  bool dropped_out : 1 = false;  // of the last episode
};
static_assert(sizeof(Course) <= 88);

}  // namespace doorstroom

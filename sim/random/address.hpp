// Where a draw lives. Every random number in Doorstroom is addressed by what it is for:
// (seed, replication, whose, lane, occurrence). Nothing else, neither the order of execution, nor
// the thread, nor what any other person does, can change it.
#pragma once

#include <cstdint>
#include <string_view>

#include "random/hash.hpp"

namespace doorstroom {

/// What a draw is for. The numbers are part of every result: never renumber, only append.
enum class Purpose : std::uint8_t {
  arrival_count = 1,    // people of a stream on a day
  attribute = 2,        // one attribute of a person at entry
  birth = 3,            // day of birth within the year
  elapsed = 4,          // time already spent by someone in the initial stock
  status_exit = 5,      // threshold of a hazard that ends a stay in a status
  drift = 6,            // threshold of the hazard that worsens the distance
  phase_stay = 7,       // length of a phase of a measure
  gap_stay = 8,         // length of the gap after a phase
  drop_out = 9,         // threshold of the drop-out hazard of a trajectory
  patience = 10,        // how long someone stays on a waiting list
  acceptance = 11,      // does someone take the place that is offered
  lottery = 12,         // settles ties between people
  end_state = 13,       // where someone goes after a measure
  effect = 14,          // does completing a measure improve the distance
  approval = 15,        // is a request granted
  approval_delay = 16,  // how long that takes
  start_delay = 17,     // administrative delay between grant and start
  assessment = 18,      // the class that a screening sees
  referral = 19,        // which of a rule's measures
  phase_decision = 20,  // decision at the end of a phase
  engagement = 21,      // is someone engaged enough to be admitted
  first_contact = 22,   // delay before someone is seen for the first time
  refusal_pause = 23,   // time until someone who refused is referred again
  split = 24,           // which provider or region, where the person has none
  extension = 25,       // is a trajectory extended
  counsellor = 26,      // does another counsellor take over, and is that too much
  employer = 27,        // does the employer choose, and how much is someone preferred
};

/// Whose draw it is: a person, or a stream on a day.
struct LuckKey {
  std::uint64_t value = 0;
};

/// What the draw is for, about which item of the scenario: computed once per model. Two lanes that
/// were equal would give a person one draw for two purposes. A model with 500 items, 25 purposes
/// and 8 parts names 100,000 lanes: of 32 bits one pair is expected to be equal, of 64 bits the
/// chance is 3 in 10^10.
struct Lane {
  std::uint64_t value = 0;
};

/// The lane of a purpose about an item (its key) and a part of it (a phase, say).
constexpr Lane lane(Purpose purpose, std::string_view key = {}, std::uint32_t part = 0) {
  return {mix(hash_of(key), (static_cast<std::uint64_t>(purpose) << 32) | part)};
}

/// How many times this has been drawn for this person before: the number of the spell, or of the
/// visit to a measure.
struct Occurrence {
  std::uint32_t value = 0;
};

}  // namespace doorstroom

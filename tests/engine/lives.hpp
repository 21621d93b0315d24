// Whether what a replication tells can have happened: every life by itself, and the places that
// everybody together takes. Nothing of the engine's own state is looked at, only its events.
#pragma once

#include <string>

#include "support/simulation.hpp"

namespace doorstroom::tests {

/// The first event that cannot follow what that person lived before, in words; empty if every life
/// is a sensible sequence. Somebody enters first, joins before they start, starts before they end,
/// is in one measure and on one list of each kind, and every number of days is what the dates say.
std::string impossible_in_a_life(const Simulation& simulation);

/// The first grant beyond what there was on that day, in words: places held by level, starts of a
/// contingent by what was released. Empty if there is none.
std::string granted_beyond_capacity(const Simulation& simulation);

/// The first sign that somebody was lost or counted twice, in words: people by status, on lists and
/// in measures at the end of each month, and who came in. Empty if everybody is accounted for.
std::string lost_or_doubled(const Simulation& simulation);

}  // namespace doorstroom::tests

// Which group waits longest, where that can be told from chance.
#pragma once

#include <optional>

#include "report/findings.hpp"

namespace doorstroom {

/// A sentence on the group that waits longest for a measure, against the one that waits shortest:
/// of everything that sorts people on its list, the one with the clearest difference. Nothing where
/// no groups differ beyond chance. `about` is "group_wait:<measure>", or "joiners:<measure>" where
/// the sentence is about who still waits a year after joining.
std::optional<Finding> longest_waiting_group(const scenario::Scenario& scenario,
                                             const RunResult& result);

}  // namespace doorstroom

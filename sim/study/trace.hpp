// Replaying one person's life. People meet in queues, so the whole replication is run again and one
// of its people is followed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

struct TracedStep {
  Day day;
  std::string what;
  std::string why;
};

struct TracedLife {
  std::vector<TracedStep> steps;
  /// Why there is no such person; empty if there is.
  std::string problem;
};

/// Follows "stream:2019-03-12:4" (the how-manieth of that day, from 0) or "stock:17". Throws
/// RunStopped when `keep_going` says no.
TracedLife trace_person(const scenario::Scenario& scenario, const std::string& person,
                        std::uint32_t replication, const std::function<bool()>& keep_going);

}  // namespace doorstroom

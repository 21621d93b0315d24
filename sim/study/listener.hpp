// Somebody who listens to one replication of a run, beside those who record its figures.
#pragma once

#include <cstdint>

#include "doorstroom/run.hpp"

#include "engine/recorder.hpp"

namespace doorstroom {

struct Listener {
  std::uint32_t replication = 0;
  Recorder* recorder = nullptr;
};

/// run_scenario with a listener, who hears that replication once from beginning to end: as it is
/// simulated, or again where it was kept from a run that was stopped.
RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options,
                       const Listener& listener);

}  // namespace doorstroom

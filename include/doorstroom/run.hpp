// Running a scenario: replications in parallel, figures out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "doorstroom/figures.hpp"
#include "doorstroom/load.hpp"

namespace doorstroom {

/// How far a run is, in days simulated over all replications.
struct Progress {
  std::int64_t days_done = 0;
  std::int64_t days_total = 0;
};

struct RunOptions {
  std::size_t replications = 40;
  /// Worker threads; 0: as many as the machine has. The results do not depend on it.
  int threads = 0;
  /// Called now and then from any thread; returning false stops the run.
  std::function<bool(const Progress&)> on_progress;
};

/// What a run gave.
struct RunResult {
  FigureLayout layout;
  /// By replication, in the numbering of the layout.
  std::vector<std::vector<double>> figures;
  std::vector<Summary> summaries;
  /// Comparisons the audit made, all of which held.
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
  std::size_t most_people = 0;
  std::size_t bytes_per_person = 0;
};

/// A run was stopped on request; it has no results.
class RunStopped final : public std::runtime_error {
 public:
  RunStopped() : std::runtime_error("stopped") {}
};

/// Simulates the scenario. Throws RunStopped, AuditFailure (see sim/engine/replication.hpp).
RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options);

}  // namespace doorstroom

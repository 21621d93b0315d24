// Running a scenario: replications in parallel, figures out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "doorstroom/figures.hpp"
#include "doorstroom/load.hpp"

namespace doorstroom {

/// How far a run is, in days simulated over all replications.
struct Progress {
  std::int64_t days_done = 0;
  std::int64_t days_total = 0;
};

/// Replications until the headline figures are known closely enough.
struct AutomaticReplications {
  /// Half the 95 % interval of each may be this share of its mean.
  double precision = 0.05;
  std::size_t fewest = 10;
  std::size_t most = 1000;
};

/// How closely the headline figures are known.
struct PrecisionReached {
  double wanted = 0;
  /// Half the widest interval, as a share of its figure, and which figure that is: "2027, waiting,
  /// training".
  double widest = 0;
  std::string figure;
  bool is_met = false;
};

struct RunOptions {
  std::size_t replications = 40;
  /// As many replications as it takes, instead of `replications`.
  std::optional<AutomaticReplications> automatic;
  /// Worker threads; 0: as many as the machine has. The results do not depend on it.
  int threads = 0;
  /// Directory in which finished replications are kept, so that memory does not grow with their
  /// number and a run can be gone on with; those of the same run that are there already count.
  /// Empty: in memory.
  std::filesystem::path keep_in;
  /// Called now and then from any thread; returning false stops the run.
  std::function<bool(const Progress&)> on_progress;
};

/// What a run gave.
struct RunResult {
  FigureLayout layout;
  std::size_t replications = 0;
  /// By replication, in the numbering of the layout; only where they are kept in memory.
  std::vector<std::vector<double>> figures;
  std::vector<Summary> summaries;
  /// Where replications were automatic.
  std::optional<PrecisionReached> precision;
  /// Comparisons the audit made, all of which held.
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
  std::size_t most_people = 0;
  std::size_t bytes_per_person = 0;
};

/// A run was stopped on request; it has no results.
class RunStopped final : public std::runtime_error {
 public:
  RunStopped() : std::runtime_error("stopped; nothing was written") {}
  explicit RunStopped(const std::string& what) : std::runtime_error(what) {}
};

/// Simulates the scenario. Throws RunStopped, AuditFailure (see sim/engine/replication.hpp), and
/// FileError where replications cannot be kept.
RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options);

}  // namespace doorstroom

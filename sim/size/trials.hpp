// Replications of candidates: what single ones give, and whether enough of them meet the targets.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "doorstroom/run.hpp"
#include "doorstroom/scenario/scenario.hpp"

#include "engine/replication.hpp"
#include "size/target.hpp"

namespace doorstroom {

/// What is judged: targets in years, for one resource. Years ascend.
struct Question {
  std::vector<Target> targets;
  std::vector<int> years;
  std::size_t resource = 0;
  double probability = 0.9;

  /// Until when must be simulated to judge the year with that position.
  [[nodiscard]] Day judged_by(std::size_t year) const {
    return day_of(years[year] + 1, 1, 1) + follow_up(targets);
  }
};

/// What one replication of a candidate gave, at full size. Only of years that could be judged
/// within the candidate's horizon.
struct Trial {
  std::vector<double> figures;      // targets x years
  std::vector<double> used;         // resources x years: places, starts, euro
  std::vector<bool> meets_needs;    // by year: all targets but those on cost
  std::vector<bool> meets_targets;  // by year: all targets
  double waiting_months = 0;        // person-months on the lists that need the resource
  double spent = 0;                 // euro of all budgets
  std::int64_t audit_checks = 0;
  Effort effort;
};

/// Counts simulated days, tells how far things are and stops when asked. Any thread.
class Meter final {
 public:
  explicit Meter(std::function<bool(const Progress&)> on_progress)
      : on_progress_(std::move(on_progress)) {}
  /// From here on so many days more are likely.
  void expect(std::int64_t days) { total_ = done_ + days; }
  /// False: stop.
  bool another_day();
  [[nodiscard]] std::int64_t done() const { return done_; }

 private:
  std::function<bool(const Progress&)> on_progress_;
  std::atomic<std::int64_t> done_ = 0;
  std::atomic<std::int64_t> total_ = 0;
  std::atomic<bool> stopped_ = false;
};

/// Replications [first, first + count).
struct Replications {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// Simulates candidates on all threads. Throws RunStopped, AuditFailure.
class Trials final {
 public:
  Trials(const Question& question, Meter& meter, int threads)
      : question_(question), meter_(meter), threads_(threads) {}

  /// All replications of several candidates: result[candidate][replication].
  [[nodiscard]] std::vector<std::vector<Trial>> all(
      const std::vector<scenario::Scenario>& candidates, Replications replications) const;
  [[nodiscard]] std::vector<Trial> all(const scenario::Scenario& candidate,
                                       Replications replications) const;

  /// Do at least so many of the replications meet the needs, in every year up to position `last`?
  /// Those that can change nothing any more are not simulated; the answer is the same for any
  /// number of threads. `least` is by year.
  [[nodiscard]] bool enough(const scenario::Scenario& candidate, Replications replications,
                            std::span<const std::size_t> least, std::size_t last) const;

 private:
  const Question& question_;
  Meter& meter_;
  int threads_;
};

/// The fewest of `trials` that are a share of at least `probability`.
std::size_t fewest_of(double probability, std::size_t trials);

}  // namespace doorstroom

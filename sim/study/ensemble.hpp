// Many replications of one or several scenarios at once, on all threads.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "doorstroom/run.hpp"

#include "study/cells.hpp"
#include "study/experiment.hpp"
#include "study/precision.hpp"

namespace doorstroom {

/// One of the things a study simulates, and where its cells go.
struct Arm {
  /// Days that one replication simulates: how far a study is, is counted in them.
  std::int64_t days = 0;
  /// May be called from several threads at once, with different replications.
  std::function<ReplicationCells(std::uint32_t replication, const KeepGoing& keep_going)> simulate;
  Cells* cells = nullptr;
};

/// The arm that simulates a scenario; both must outlive it.
Arm arm_of(const Experiment& experiment, Cells& cells);

struct EnsembleOptions {
  int threads = 0;  // 0: as many as the machine has
  /// Called now and then from any thread; returning false stops the study.
  std::function<bool(const Progress&)> on_progress;
};

/// Sees to it that all arms have the cells of replications 0 ... replications - 1; those there are
/// already are not simulated again. Replication by replication, so that a study that is stopped
/// has whole replications of all arms. Throws RunStopped; the exception of the lowest replication
/// and arm that failed.
void simulate_arms(const std::vector<Arm>& arms, std::uint32_t replications,
                   const EnsembleOptions& options);

/// As many replications of an arm as a rule asks for; the result is how many count. They are looked
/// at in their order, and those that were simulated beside the last one that is needed are left
/// out, so that the number of threads changes nothing.
std::uint32_t simulate_until_precise(const Arm& arm, PrecisionRule& rule,
                                     const EnsembleOptions& options);

/// Mean, standard deviation and percentiles of every figure over replications 0 ... count - 1.
std::vector<Summary> summaries_of(const Cells& cells, std::uint32_t count);

}  // namespace doorstroom

// One replication of a base and of its alternatives, lived side by side: every day first the base,
// then each alternative, whose people are held against those of the base.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compare/day_log.hpp"
#include "compare/twins.hpp"
#include "study/experiment.hpp"

namespace doorstroom {

/// Payers of two models, those of the base first.
std::vector<std::string> payers_of_both(const Model& base, const Model& alternative);

class SideBySide final {
 public:
  /// All experiments must outlive it and have the same horizon and seed.
  SideBySide(const Experiment& base, const std::vector<const Experiment*>& alternatives,
             std::uint32_t replication);

  /// From beginning to end. Throws RunStopped when `keep_going`, asked for each day of each world,
  /// says no; AuditFailure.
  void live(const KeepGoing& keep_going);

  /// After that: the figures of each world, and whose lives are different.
  [[nodiscard]] ReplicationCells cells_of_base() const { return base_.cells(); }
  [[nodiscard]] ReplicationCells cells_of(std::size_t alternative) const {
    return worlds_[alternative]->cells();
  }
  [[nodiscard]] const Twins& twins(std::size_t alternative) const { return *twins_[alternative]; }

 private:
  /// A replication with everything that listens to it.
  struct World {
    World(const Experiment& of, std::uint32_t number);
    [[nodiscard]] ReplicationCells cells() const {
      return experiment.cells_of(*observers, replication->effort());
    }

    const Experiment& experiment;
    std::unique_ptr<Observers> observers;
    DayLog log;
    std::unique_ptr<Replication> replication;
  };

  World base_;
  std::vector<std::unique_ptr<World>> worlds_;  // of the alternatives
  std::vector<std::unique_ptr<Twins>> twins_;
};

}  // namespace doorstroom

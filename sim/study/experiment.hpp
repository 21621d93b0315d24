// A scenario made ready: compiled once, simulated many times, from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "analysis/full_size.hpp"
#include "analysis/headline.hpp"
#include "rules/table_rules.hpp"
#include "study/cells.hpp"
#include "study/observers.hpp"

namespace doorstroom {

/// Asked at the start of every simulated day; when it says no, the replication stops.
using KeepGoing = std::function<bool()>;

class Experiment final {
 public:
  explicit Experiment(const scenario::Scenario& scenario);
  Experiment(const Experiment&) = delete;
  Experiment& operator=(const Experiment&) = delete;

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] const TableRules& rules() const { return rules_; }
  /// Of the figures that a replication gives.
  [[nodiscard]] const FigureLayout& layout() const { return layout_; }
  /// The same, for who keeps only a part of it: the names of all figures take more memory than all
  /// the rest. There is no layout() afterwards.
  [[nodiscard]] FigureLayout take_layout() { return std::exchange(layout_, {}); }
  [[nodiscard]] const FullSize& full_size() const { return full_size_; }

  /// New recorders of everything, for one replication.
  [[nodiscard]] std::unique_ptr<Observers> observers() const;
  /// The figures of everything that was recorded, at full size.
  [[nodiscard]] ReplicationCells cells_of(const Observers& observers, const Effort& effort) const;
  /// One replication from beginning to end. Throws RunStopped, AuditFailure.
  [[nodiscard]] ReplicationCells simulate(std::uint32_t replication,
                                          const KeepGoing& keep_going) const;

 private:
  Model model_;
  TableRules rules_;
  Breakdowns breakdowns_;
  CycleRules cycles_;
  std::vector<std::string> risk_profile_;
  FigureLayout layout_;
  HeadlineFigures headline_;
  FullSize full_size_;
  std::size_t figures_;
};

}  // namespace doorstroom

// tables/budget.csv: how each period of a contingent or budget ended.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// What was available, released, used, paid, carried over and lapsed, the day on which it ran dry,
/// and how many starts a budget could pay beside those that a contingent allows.
class PeriodRecorder final : public Recorder, public FigureSource {
 public:
  explicit PeriodRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// The measures that a budget pays for, and the contingents that limit the starts of exactly
  /// those; none where they cannot be compared.
  struct Budget {
    std::vector<std::size_t> measures;
    std::vector<std::size_t> contingents;
  };
  [[nodiscard]] Budget budget_of(std::size_t resource) const;
  [[nodiscard]] double starts(const Budget& budget, Day from, Day until) const;
  [[nodiscard]] double allowed(std::size_t resource, Day from, Day until,
                               const Accounts& accounts) const;
  void close_period(std::size_t resource, Day start, const Accounts& accounts);

  const Model& model_;
  std::vector<std::int64_t> starts_;  // months x measures
  std::vector<Budget> budgets_;       // by resource
  std::vector<double> figures_;
};

}  // namespace doorstroom

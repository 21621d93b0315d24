// tables/leavers.csv: where people who left a measure are some time after, in a few broad states.
#pragma once

#include "record/broad_states.hpp"
#include "record/figure_source.hpp"
#include "record/outcome_recorder.hpp"

namespace doorstroom {

/// The places of tables/outcomes.csv added up, for each way to leave and for all together.
class LeaverFigures final : public FigureSource {
 public:
  /// `outcomes` must outlive it.
  LeaverFigures(const Model& model, const OutcomeRecorder& outcomes)
      : model_(model), outcomes_(outcomes), states_(model) {}

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  [[nodiscard]] BroadState state_of(std::size_t place) const;
  template <class Visit>
  void for_each_group(Visit visit) const;

  const Model& model_;
  const OutcomeRecorder& outcomes_;
  BroadStates states_;
};

}  // namespace doorstroom

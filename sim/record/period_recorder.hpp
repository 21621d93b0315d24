// tables/periods.csv: how each period of a contingent or budget ended.
#pragma once

#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// What was available, used, carried over and lapsed, and the day on which it ran dry.
class PeriodRecorder final : public Recorder, public FigureSource {
 public:
  explicit PeriodRecorder(const Model& model) : model_(model) {}

  void fold(const EventBlock&) override {}
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  const Model& model_;
  std::vector<double> figures_;
};

}  // namespace doorstroom

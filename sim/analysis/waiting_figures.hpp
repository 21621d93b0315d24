// tables/waiting.csv: what became of those who joined a list in a month.
#pragma once

#include "record/figure_source.hpp"
#include "record/waiting_recorder.hpp"

namespace doorstroom {

class WaitingFigures final : public FigureSource {
 public:
  WaitingFigures(const Model& model, const WaitingRecorder& recorder)
      : model_(model), recorder_(recorder) {}

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  const Model& model_;
  const WaitingRecorder& recorder_;
};

}  // namespace doorstroom

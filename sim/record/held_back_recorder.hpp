// tables/held_back.csv: what held back the people who were waiting at the end of each month.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// People on each list by the resource that held them back, alone or among others, and whether it
/// was short or only not yet released.
class HeldBackRecorder final : public Recorder, public FigureSource {
 public:
  explicit HeldBackRecorder(const Model& model);

  void fold(const EventBlock&) override {}
  void month_end(const MonthView& view) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// A resource that can hold a list back.
  struct Pair {
    std::size_t list = 0;
    std::size_t resource = 0;
    bool is_released = false;  // in parts, so release can be the reason
  };
  static constexpr std::size_t cells = 4;  // (short, unreleased) x (alone, among others)

  const Model& model_;
  std::vector<Pair> pairs_;
  std::vector<double> figures_;  // months x pairs x cells
};

}  // namespace doorstroom

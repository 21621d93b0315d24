// Figures of a run of a part of the people, given for all of them.
#pragma once

#include <string_view>
#include <vector>

#include "doorstroom/figures.hpp"

#include "record/figure_source.hpp"

namespace doorstroom {

/// Are figures in this unit twice as large for twice as many people? Of people, places, starts,
/// episodes, cycles and euro they are; times, durations, shares and what is counted for each person
/// are not.
bool grows_with_people(std::string_view unit);

/// Multiplies what was counted by the people that each simulated one stands for.
class FullSize final {
 public:
  /// `scale`: the share of the people that is simulated.
  FullSize(const FigureLayout& layout, double scale);

  [[nodiscard]] FigureValues of(FigureValues figures) const;

 private:
  double people_for_each_;
  std::vector<bool> grows_;  // by figure; empty where everybody is simulated
};

}  // namespace doorstroom

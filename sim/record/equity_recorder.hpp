// tables/equity.csv: which groups of jobseekers measures reach.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/breakdowns.hpp"
#include "record/figure_source.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// The share of each group among jobseekers, among those who join lists and among those who start.
/// Keeps nothing of people; counts the living at the end of a month if any attribute is asked for.
class EquityRecorder final : public Recorder, public FigureSource {
 public:
  EquityRecorder(const Model& model, const Breakdowns& breakdowns);

  void fold(const EventBlock& block) override;
  void census(const MonthView& view, Slot first, Slot end) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// One attribute; its values stand next to each other in a row of counts.
  struct Part {
    Breakdown groups;
    std::size_t first = 0;
  };
  using Counts = std::vector<std::int64_t>;
  void count(Counts& counts, std::size_t row, Profile profile) const;
  void count_activity(Counts& counts, std::size_t measure, Profile profile) const;

  const Model& model_;
  Years years_;
  std::vector<Part> parts_;
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;  // of a year: all measures together, then each
  Counts jobseekers_;     // years x columns, month ends added up
  Counts joiners_;        // years x rows x columns
  Counts starters_;
  std::size_t year_ = 0;
};

}  // namespace doorstroom

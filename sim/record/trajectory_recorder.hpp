// tables/trajectories.csv: how trajectories went, by measure and year in which they ended.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"
#include "record/per_person.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Durations, ends, phases and the gaps between them. Keeps 12 bytes a person.
class TrajectoryRecorder final : public Recorder, public FigureSource {
 public:
  explicit TrajectoryRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void keep_people_in(RowStore& rows) override { courses_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override { return courses_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// What is known of somebody's trajectory so far.
  struct Course {
    Day gap_since = never;  // never: not between two phases
    std::uint16_t gap_days = 0;
    std::uint8_t phases = 0;
    std::uint8_t skipped = 0;
    std::uint8_t counsellor_changes = 0;
    /// Has another counsellor taken over since the last phase began?
    bool left_by_counsellor = false;
    bool is_seen_from_start = true;
  };
  /// The trajectories of a measure that ended in a year.
  struct Ended {
    std::vector<std::int32_t> days;  // people, by days in the measure
    std::int64_t people = 0;
    std::int64_t at_maximum = 0;
    std::int64_t dropped_out = 0;
    std::int64_t dropped_out_in_gap = 0;
    std::int64_t dropped_out_over_counsellor = 0;
    std::int64_t starts = 0;           // in that year
    std::int64_t seen_from_start = 0;  // whose phases and gaps are all known
    std::int64_t gap_days = 0;
    std::int64_t phases = 0;
    std::int64_t skipped = 0;
    std::int64_t counsellor_changes = 0;
  };
  void fold(const Event& event, Day day);
  void fold_end(const Event& event, Day day);

  const Model& model_;
  Years years_;
  PerPerson<Course> courses_;
  std::vector<Ended> ended_;  // years x measures
  std::size_t year_ = 0;
};

}  // namespace doorstroom

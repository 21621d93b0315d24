// Who waited how long, by month of joining: the raw material of tables/waiting.csv.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/breakdowns.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// The people who joined one list in one period, by what became of their wait. Vectors count
/// people by days waited (started, left) or by days followed (waiting at the end).
struct Cohort {
  std::int64_t joined = 0;
  std::vector<std::int32_t> started;
  std::vector<std::int32_t> left;
  std::vector<std::int32_t> waiting;
};

/// Cohorts of all lists of measures: first `initial` (who was waiting at the start), then one for
/// each month of the horizon. A person whose attributes or priority class change while they wait
/// counts with those they had on leaving the list.
class WaitingRecorder final : public Recorder {
 public:
  WaitingRecorder(const Model& model, const Breakdowns& breakdowns);

  void fold(const EventBlock& block) override;
  void month_end(const MonthView& view) override;

  [[nodiscard]] std::size_t cohorts() const { return cohorts_; }
  /// Label of a cohort: "initial" or "2019-03".
  [[nodiscard]] std::string label(std::size_t cohort) const;
  /// Groups into which the cohorts of a measure's list are divided: "all", then
  /// "attribute=value", then "priority_class=id" where the list has several.
  [[nodiscard]] const std::vector<std::string>& groups(std::size_t measure) const {
    return groups_[measure];
  }
  [[nodiscard]] const Cohort& cohort(std::size_t measure, std::size_t cohort,
                                     std::size_t group) const {
    return cells_[first_cell_[measure] + cohort * groups_[measure].size() + group];
  }
  /// People who started a measure in a year of the horizon, by days waited.
  [[nodiscard]] const std::vector<std::int32_t>& waits_of_starters(std::size_t measure,
                                                                   std::size_t year) const {
    return starters_[measure * years_.size() + year];
  }

 private:
  [[nodiscard]] std::size_t cohort_of(Day joined) const;
  template <class Note>
  void note(std::size_t measure, Day joined, Profile profile, std::size_t priority, Note note);
  static void add(std::vector<std::int32_t>& counts, DayCount days);

  const Model& model_;
  std::vector<Breakdown> breakdowns_;
  std::size_t cohorts_;
  std::vector<std::vector<std::string>> groups_;  // by measure
  std::vector<std::size_t> first_cell_;           // by measure
  std::vector<Cohort> cells_;
  Years years_;
  std::vector<std::vector<std::int32_t>> starters_;  // by measure and year of starting
};

}  // namespace doorstroom

// tables/series.csv: stocks on the last day of each month and flows during it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "record/breakdowns.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// Stocks and flows by month. Flows are counted from events; broken-down stocks, and jobseekers by
/// how long they are unemployed, are counted at the end of the month from the people themselves,
/// because those things change while people stay where they are.
class SeriesRecorder final : public Recorder, public FigureSource {
 public:
  SeriesRecorder(const Model& model, const Breakdowns& breakdowns);

  void fold(const EventBlock& block) override;
  void census(const MonthView& view, Slot first, Slot end) override;
  void month_end(const MonthView& view) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  enum class Of : std::uint8_t { status, all, list, measure, resource };
  /// One indicator over all its subjects, first as a whole, then by each breakdown.
  struct Indicator {
    std::string name;
    std::string unit;  // empty: that of the resource
    Of of = Of::measure;
    bool is_stock = false;
    std::vector<Breakdown> breakdowns;
    std::size_t first = 0;           // column of the first subject's whole
    std::vector<std::size_t> parts;  // first column of each breakdown
  };
  enum Name : std::size_t {
    people,
    jobseekers,
    jobseekers_under_1_year,
    jobseekers_1_to_2_years,
    jobseekers_over_2_years,
    waiting,
    advice_holders,
    in_trajectory,
    joins,
    starts,
    completions,
    dropouts,
    ended_early,
    reneges,
    refusals,
    left_for_job,
    left_for_other,
    left_otherwise,
    turned_away,
    not_admitted,
    names
  };

  void add_indicator(std::string name, Of of, bool is_stock, const Breakdowns& breakdowns);
  [[nodiscard]] std::size_t subjects(Of of) const;
  [[nodiscard]] std::string subject_name(Of of, std::size_t subject) const;
  void count(Name indicator, std::size_t subject, Profile profile, std::int64_t people_more);
  void fold(const Event& event);
  void fold_left_list(const Event& event);
  void begin_census();
  void count_in_status(std::size_t status, Profile profile, std::int64_t people_more);
  void count_in_breakdowns(Name indicator, std::size_t subject, Profile profile);
  void count_person(const MonthView& view, Slot slot);
  void count_jobseekers_by_duration(const MonthView& view, Slot first, Slot end);
  void note_waits();
  void note_resources(const MonthView& view);

  const Model& model_;
  std::array<bool, 256> is_jobseeker_{};  // by status; no status is none
  std::vector<Indicator> indicators_;
  std::vector<std::int64_t> columns_;             // present values
  std::vector<bool> is_stock_;                    // by column
  std::vector<std::vector<double>> months_;       // finished months: all figures of `describe`
  std::vector<std::vector<std::int32_t>> waits_;  // of this month's starters, by measure
  std::vector<double> resource_figures_;
  std::vector<double> wait_figures_;
  bool needs_census_ = false;
  std::array<std::int64_t, 3> jobseekers_by_years_{};  // unemployed: below 1, below 2, more
  std::vector<std::int64_t> gone_;  // who reached a final status, as the breakdowns of `people`
};

/// How a list is called in tables: its measure, or measure.phase for those between phases.
std::string name_of_list(const Model& model, std::size_t list);

}  // namespace doorstroom

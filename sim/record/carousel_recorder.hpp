// tables/carousel.csv, costs.csv and loops.csv: who comes back to activation measures without
// having worked for long, on which routes, and what it costs.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/activation_costs.hpp"
#include "record/activation_history.hpp"
#include "record/breakdowns.hpp"
#include "record/carousel_table.hpp"
#include "record/course.hpp"
#include "record/figure_source.hpp"
#include "record/ledger_recorder.hpp"
#include "record/loop_table.hpp"
#include "record/per_person.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Follows people through measures of line 2 and 3. Keeps 4 bytes a person, and 88 of those who
/// have been in one.
class CarouselRecorder final : public Recorder, public FigureSource {
 public:
  /// `groups` break the table of the carousel down. `benefits` is told every block before this one;
  /// null where there is no ledger: what is paid in benefits is then not known.
  CarouselRecorder(const Model& model, const CycleRules& rules, std::vector<Breakdown> groups = {},
                   const LedgerRecorder* benefits = nullptr);

  void fold(const EventBlock& block) override;
  void month_end(const MonthView& view) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void keep_people_in(RowStore& rows) override { courses_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override { return courses_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  using Counts = CarouselCounts;
  using Days = ActivationHistory::Days;
  /// Somebody about whom something changed today, and what the meter of their benefits says of the
  /// nights before.
  struct Moved {
    Slot slot = no_slot;
    std::uint32_t meter = 0;
  };

  void fold(const Event& event, const EventBlock& block);
  void fold_start(const Event& event, const EventBlock& block);
  void fold_end(const Event& event);
  void fold_stage(const Event& event);
  void fold_aftercare(const Event& event);
  void fold_next(Course& course, const Return& back, const Event& event);
  void fold_return(Course& course, const Return& back, const Event& event);
  void fold_loops(Course& course, const Return& back, const Event& event);
  void count_cycle(Course& course, std::size_t version);
  void count_cycles(Course& course, const Return& back);
  void count_back(const Course& course);
  void count_exits(const Course& course, const Versions& exits);
  void note_move(Course& course, const Event& event);
  void end_day();
  void end_evening(Course& course, std::uint32_t meter);
  template <class Change>
  void count_before(const Course& course, Change change);
  template <class Change>
  void count_person(const Course& course, Change change);
  [[nodiscard]] bool is_followed(const Course& course) const;
  [[nodiscard]] Living living_of(const Event& event) const;
  [[nodiscard]] Night night_of(const Event& event) const;
  [[nodiscard]] Payer payer_of(const Event& event) const;
  [[nodiscard]] std::uint32_t meter(Slot slot) const;
  [[nodiscard]] Days days(Day day) const;
  [[nodiscard]] std::size_t year_of(Days day) const;

  const Model& model_;
  CycleRules rules_;
  const LedgerRecorder* benefits_;  // null: not counted
  Years years_;
  std::vector<Night> nights_;  // by status
  std::vector<Payer> payers_;  // by statute
  std::vector<std::size_t> measures_;
  std::vector<std::size_t> columns_;  // by measure: which activation measure it is
  CarouselTable table_;
  ActivationCosts costs_;
  LoopTable loops_;
  PerFewPeople<Course> courses_;
  std::vector<Moved> moved_today_;
  Day today_;
  std::size_t year_ = 0;
};

}  // namespace doorstroom

// tables/ledger.csv: who paid how much for what, month by month.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "model/model.hpp"
#include "record/figure_source.hpp"
#include "record/per_person.hpp"

namespace doorstroom {

/// Benefits accrue from stays: people are counted per step of each statute with an addition at
/// either end of a stretch, and the amounts of the day are multiplied in once, at the end. Money
/// of budgets is what their accounts have paid. Keeps 16 bytes for each person alive.
class LedgerRecorder final : public Recorder, public FigureSource {
 public:
  explicit LedgerRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void month_end(const MonthView& view) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void keep_people_in(RowStore& rows) override;
  [[nodiscard]] std::size_t bytes_of_people() const override { return stretches_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

  /// Does any benefit have an amount?
  [[nodiscard]] bool counts_benefits() const;
  /// A meter of the benefits paid to whoever is stored in a slot: cents for the nights before
  /// `day`, which is that of the block folded last or the one after. It runs on when the slot is
  /// used again and wraps around, so only differences mean anything.
  [[nodiscard]] std::uint32_t meter(Slot slot, Day day) const;

 private:
  /// What someone lives on at the moment, since when, and how far its clock was then.
  struct Stretch {
    Day since;
    DayCount clock = 0;
    StatuteCode statute = no_statute;
    bool clock_runs = false;
    std::uint32_t paid = 0;  // cents, before `since`
  };
  /// Calls visit(step, from, until) for the steps of a declining benefit.
  template <class Visit>
  void for_each_step(const Stretch& stretch, Day until, Visit visit) const;
  [[nodiscard]] double cents(StatuteCode statute, std::size_t step, Day from, Day until) const;
  void end_stretch(Stretch& stretch, Day today);
  void count(StatuteCode statute, std::size_t step, Day from, Day until);
  void sum_up();

  const Model& model_;
  std::vector<std::size_t> first_step_;             // by statute, among all steps
  std::vector<std::vector<std::int32_t>> changes_;  // by step and day: people more than yesterday
  std::vector<std::vector<std::int64_t>> amounts_;  // by statute and day: cents a month, added up
  PerPerson<Stretch> stretches_;
  std::vector<Amount> paid_so_far_;            // by account, this period
  std::vector<std::vector<double>> spent_;     // euro, by budget and month
  std::vector<std::vector<double>> benefits_;  // euro, by statute and month
  std::vector<std::vector<double>> people_;    // their mean number, likewise
};

}  // namespace doorstroom

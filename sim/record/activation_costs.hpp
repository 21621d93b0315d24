// tables/costs.csv: what activation measures cost, on whom it is spent, and what a durable exit
// costs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/people_store.hpp"
#include "model/event.hpp"
#include "model/model.hpp"
#include "record/course.hpp"
#include "record/figure_source.hpp"
#include "record/ledger_recorder.hpp"
#include "record/price_list.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Adds up, as people go through activation measures, the days, the money of budgets and the
/// benefits, by year. What is kept of each person is in their Course.
class ActivationCosts final : public FigureSource {
 public:
  /// `measures`: the activation measures, as positions in the model. `benefits`: their meter; null
  /// where benefits are not counted.
  ActivationCosts(const Model& model, const CycleRules& rules, std::vector<std::size_t> measures,
                  const LedgerRecorder* benefits);

  // Measures are numbered among the activation measures. Call `start` after the start and `end`
  // before the end has been noted in the history.
  void start(Course& course, std::size_t measure, const Event& event, Day today,
             const Return& back);
  void begin_phase(Course& course, std::size_t measure, const Event& event, Day today);
  void end_phase(Course& course, std::size_t measure, const Event& event, Day today);
  void end(Course& course, std::size_t measure, const Event& event, Day today);
  void begin_aftercare(Course& course, std::size_t measure, const Event& event, Day today);
  void end_aftercare(Course& course, const Event& event, Day today);
  /// Does it need to know of phases and aftercare?
  [[nodiscard]] bool has_prices_of_phases(std::size_t measure) const {
    return prices_[measure].of_phases;
  }
  [[nodiscard]] bool has_aftercare_prices(std::size_t measure) const {
    return !prices_[measure].aftercare.is_empty();
  }

  /// The first episode of somebody who came in during the simulation has ended.
  void begin_following(const Course& course);
  /// They are in the carousel from now on, in that version.
  void note_carousel(const Course& course, std::size_t version);
  /// Durable exits after the last episode.
  void count_exits(const Course& course, const Versions& exits);

  /// Somebody in a measure on the last day of a year: their benefits so far belong to it.
  void end_year(Course& course, std::size_t measure, Slot slot, Day last);
  /// Somebody at the end of the horizon.
  void close(Course& course, const Person& person, Slot slot);

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  using ByVersion = std::array<std::int64_t, versions>;
  struct Counts {
    std::int64_t days = 0;
    ByVersion returner_days{};
    ByVersion unknown_days{};
    std::int64_t cents = 0;
    ByVersion returner_cents{};
    ByVersion unknown_cents{};
    std::int64_t benefit_cents = 0;
    // Of episodes that ended in the year and began within the horizon, from start to end.
    std::int64_t cents_of_ended = 0;
    std::int64_t benefits_of_ended = 0;
    ByVersion exits{};
    ByVersion exits_completed{};  // not after dropping out
    std::int64_t cents_of_people = 0;
    ByVersion cents_of_carousel{};

    void add(const Counts& other);
  };
  struct Prices {
    PriceList at_start;  // of the measure and its first phase
    PriceList measure;
    std::vector<PriceList> phases;
    PriceList aftercare;
    bool of_phases = false;
  };
  struct Row {
    const char* version;
    const char* statistic;
    const char* unit;
    double value;
  };

  [[nodiscard]] Counts& counts(std::size_t year, std::size_t measure) {
    return counts_[year * measures_.size() + measure];
  }
  [[nodiscard]] Counts& cohort_of(const Course& course);
  void pay(Course& course, std::size_t measure, Day day, double cents);
  void pay_months(Course& course, std::size_t measure, const PriceList& prices, Profile profile,
                  Day from, Day until);
  void book(Course& course, std::size_t measure, std::size_t year, std::int64_t cents);
  void book_aftercare(Course& course, std::uint32_t on_episode);
  void spend_on(Course& course, std::int64_t cents);
  void add_days(const Course& course, std::size_t measure, Day from, Day until);
  void add_benefits(Course& course, std::size_t measure, Slot slot, std::size_t year, Day until);
  void settle(Course& course, std::size_t measure, Profile profile, Day until);
  [[nodiscard]] Day followed_until(const Course& course) const;
  [[nodiscard]] bool can_follow(std::size_t year, DayCount days) const;
  [[nodiscard]] std::vector<Row> rows_of(const Counts& counts, std::size_t year) const;
  void add_shares(std::vector<Row>& rows, const Counts& c, std::size_t year,
                  std::size_t version) const;
  void add_exits(std::vector<Row>& rows, const Counts& c, std::size_t year,
                 std::size_t version) const;
  template <class Visit>
  void for_each_row(Visit visit) const;

  const Model& model_;
  CycleRules rules_;
  Years years_;
  std::vector<std::size_t> measures_;
  std::vector<std::size_t> columns_;  // by measure of the model: its number, where it is one
  const LedgerRecorder* benefits_;
  std::vector<Prices> prices_;
  std::vector<Counts> counts_;  // years x measures
};

}  // namespace doorstroom

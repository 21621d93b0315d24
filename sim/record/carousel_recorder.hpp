// tables/carousel.csv: who comes back to activation measures without having worked for long.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "record/activation_history.hpp"
#include "record/figure_source.hpp"
#include "record/per_person.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Episodes in measures of line 2 and 3, what follows them, and how often people go round. Keeps 24
/// bytes a person.
class CarouselRecorder final : public Recorder, public FigureSource {
 public:
  CarouselRecorder(const Model& model, const CycleRules& rules);

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  [[nodiscard]] std::size_t bytes_of_people() const override { return courses_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  static constexpr std::array<DayCount, 2> follow_ups{365, 730};
  static constexpr std::size_t most_cycles = 3;  // that or more

  /// What is known of one person; nothing until their first episode.
  struct Course {
    ActivationHistory history;
    Night tonight = Night::elsewhere;
    bool is_followed : 1 = false;
    bool has_arrived : 1 = false;  // within the horizon
    bool moved : 1 = false;        // today
    bool is_gone : 1 = false;
  };
  static_assert(sizeof(Course) <= 24);

  /// What happened to the episodes that ended in a year in one measure, to those that began in it,
  /// and to the people whose first it was.
  struct Counts {
    std::int64_t starts = 0;
    std::int64_t ended = 0;
    std::array<std::int64_t, follow_ups.size()> returned{};
    std::array<std::int64_t, works> into_work{};
    std::array<std::array<std::int64_t, follow_ups.size()>, works> back{};
    std::array<std::int64_t, versions> cycles{};
    std::array<std::int64_t, versions> returner_starts{};
    std::array<std::int64_t, versions> loops{};
    std::int64_t people = 0;
    std::array<std::array<std::int64_t, most_cycles + 1>, versions> people_by_cycles{};

    void add(const Counts& other);
  };
  /// One figure of a year and measure.
  struct Row {
    const char* version;
    std::string statistic;
    const char* unit;
    double value;
  };

  void fold(const Event& event, const EventBlock& block);
  void fold_start(const Event& event, const EventBlock& block);
  void fold_end(const Event& event);
  void fold_return(Course& course, const Return& back, Counts& now);
  void count_cycle(Course& course, std::size_t version);
  void note_move(Course& course, const Event& event);
  void end_day();
  void count_back(const ActivationHistory& history);
  [[nodiscard]] bool is_activation(const Measure& measure) const;
  [[nodiscard]] Night night_of(const Event& event) const;
  [[nodiscard]] bool is_on_living_wage(const Event& event) const;
  [[nodiscard]] ActivationHistory::Days days(Day day) const;
  [[nodiscard]] Counts& counts_of(std::size_t year, std::size_t measure);
  [[nodiscard]] std::size_t year_of(ActivationHistory::Days day) const;
  [[nodiscard]] bool can_follow(std::size_t year, DayCount days) const;
  [[nodiscard]] bool can_look_back(std::size_t year, DayCount days) const;
  void add_episodes(std::vector<Row>& rows, const Counts& c, std::size_t year) const;
  void add_reentries(std::vector<Row>& rows, const Counts& c, std::size_t year) const;
  void add_cycles(std::vector<Row>& rows, const Counts& c, std::size_t year) const;
  void add_people(std::vector<Row>& rows, const Counts& c, std::size_t year) const;
  [[nodiscard]] std::vector<Row> rows_of(const Counts& counts, std::size_t year) const;
  template <class Visit>
  void for_each_group(Visit visit) const;

  const Model& model_;
  CycleRules rules_;
  Years years_;
  std::vector<Night> nights_;         // by status
  std::vector<std::size_t> columns_;  // by measure: which activation measure it is
  std::vector<std::size_t> measures_;
  std::vector<Counts> counts_;  // years x activation measures
  PerPerson<Course> courses_;
  std::vector<Slot> moved_today_;
  Day today_;
  std::size_t year_ = 0;
};

}  // namespace doorstroom

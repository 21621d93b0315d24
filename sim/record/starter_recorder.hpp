// tables/starters.csv: who starts a measure, how long they had waited, and whether the strongest go
// first.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Starts by priority class and by duration of unemployment; the chance of finding work of those
/// who started beside that of all who were on the list. Keeps nothing of single people.
class StarterRecorder final : public Recorder, public FigureSource {
 public:
  explicit StarterRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void month_end(const MonthView& view) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// The starts of a year in a group.
  struct Group {
    std::int64_t starts = 0;
    std::vector<std::int32_t> waits;  // people by days, of those who came from the list
  };
  /// Chances of those who started from the list, or stood on it.
  struct Chances {
    std::int64_t people = 0;
    double sum = 0;
    void add(double chance) {
      ++people;
      sum += chance;
    }
  };
  /// A year of a measure: what starters had, and what they would have had at the mean of everybody
  /// on the list in the month in which they started.
  struct Selection {
    Chances starters;
    double expected = 0;
  };

  void fold_start(const Event& event, const EventBlock& block);
  void note(Group& group, const Event& event) const;
  [[nodiscard]] double chance(const PeopleStore& people, Slot slot, Profile profile,
                              Day today) const;
  [[nodiscard]] bool is_told(std::size_t measure) const;
  [[nodiscard]] unsigned classes_of(std::size_t measure) const;
  [[nodiscard]] Group& group(std::size_t measure, std::size_t number);
  template <class Visit>
  void for_each_group(Visit visit) const;

  const Model& model_;
  Years years_;
  std::vector<const StatusExit*> finding_;  // ways from unemployment to work
  std::vector<std::size_t> first_group_;    // by measure
  std::size_t groups_ = 0;                  // of a year
  std::vector<Group> all_;                  // years x groups
  std::vector<Selection> selections_;       // years x measures
  std::vector<Chances> this_month_;         // of starters, by measure
  std::vector<Chances> on_list_;            // at the end of the month, by measure
  std::size_t year_ = 0;
};

}  // namespace doorstroom

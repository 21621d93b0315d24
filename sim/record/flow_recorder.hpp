// tables/flows.csv: how people move between statuses and measures, by year.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"
#include "record/per_person.hpp"
#include "record/whereabouts.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Moves between the places where people spend their nights: the measure they are in, or else
/// their status. What comes and goes within a day is no move, but every start and every end of a
/// measure is one. Keeps 8 bytes a person.
class FlowRecorder final : public Recorder, public FigureSource {
 public:
  explicit FlowRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void keep_people_in(RowStore& rows) override { courses_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override { return courses_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  struct Course {
    Whereabouts now;
    Place counted = no_place_yet;  // where they were counted last
    bool moved = false;            // today
  };
  void fold(const Event& event);
  void note_move(Course& course, Slot slot);
  void admit_from_start(Course& course);
  void count(Place from, std::size_t to);
  void end_day();
  template <class Visit>
  void for_each_row(Visit visit) const;

  const Model& model_;
  Places places_;
  Years years_;
  std::size_t from_start_;  // place of those who were there at the start
  std::size_t from_outside_;
  std::vector<std::int64_t> moves_;  // years x from x to
  PerPerson<Course> courses_;
  std::vector<Slot> moved_today_;
  Day today_;
  std::size_t year_ = 0;
};

}  // namespace doorstroom

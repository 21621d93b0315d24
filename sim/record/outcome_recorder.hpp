// tables/outcomes.csv: where people are some time after a measure, and those who never got one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"
#include "record/follow_ups.hpp"
#include "record/per_person.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Looks at people 1, 183, 365 and 730 days after they left a measure, and 183, 365 and 730 days
/// after they joined a list if they have started nothing since. Keeps 12 bytes a person and 20 for
/// every leaving and joining of the last two years.
class OutcomeRecorder final : public Recorder, public FigureSource {
 public:
  /// How people leave a measure.
  static constexpr std::array<const char*, 3> ways_to_leave{"completed", "dropped_out", "other"};

  explicit OutcomeRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void keep_people_in(RowStore& rows) override { courses_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override { return courses_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

  [[nodiscard]] const Places& places() const { return places_; }
  [[nodiscard]] const Years& years() const { return years_; }
  /// Can everybody who left in a year be followed for so many of the follow_up_days?
  [[nodiscard]] bool can_follow(std::size_t year, std::size_t term) const;
  /// Those who left a measure that way, by place.
  [[nodiscard]] std::span<const std::int32_t> people(std::size_t year, std::size_t measure,
                                                     std::size_t way, std::size_t term) const {
    return {people_.data() + cell(year, measure, way, term) * places_.size(), places_.size()};
  }

 private:
  /// What is known of one person.
  struct Course {
    Whereabouts now;
    FollowUps::Latest leaving = FollowUps::none;
    FollowUps::Latest joining = FollowUps::none;
  };
  void fold(const Event& event);
  void fold_join(const Event& event);
  void fold_start(const Event& event);
  [[nodiscard]] Followed follow(Slot slot, std::size_t measure, std::uint8_t way) const;
  void look_until(Day last);
  [[nodiscard]] Place place_of(const Followed& followed);
  [[nodiscard]] std::size_t cell(std::size_t year, std::size_t measure, std::size_t way,
                                 std::size_t term) const;
  [[nodiscard]] std::string state(std::size_t place) const;
  template <class Visit>
  void for_each_group(Visit visit) const;

  const Model& model_;
  Places places_;
  Years years_;
  PerPerson<Course> courses_;
  FollowUps leavers_;
  FollowUps joiners_;
  std::vector<std::int32_t> people_;  // groups (see cell) x places
  std::vector<std::int32_t> served_;  // groups: joiners who have started something
  Day today_;
  std::uint8_t year_ = 0;
};

}  // namespace doorstroom

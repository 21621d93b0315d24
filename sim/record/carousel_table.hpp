// The counts behind tables/carousel.csv, and its rows.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "record/activation_history.hpp"
#include "record/breakdowns.hpp"
#include "record/figure_source.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Days after which episodes are looked at.
inline constexpr std::array<DayCount, 2> carousel_follow_ups{365, 730};
/// So long people are followed after their first episode.
inline constexpr std::int64_t months_followed = 60;

/// What happened to the episodes that ended in a year in one measure (or group), to those that
/// began in it, and to the people whose first it was.
struct CarouselCounts {
  static constexpr std::size_t follow_ups = carousel_follow_ups.size();
  static constexpr std::size_t most_cycles = 3;  // that or more
  using ByVersion = std::array<std::int64_t, versions>;

  std::int64_t starts = 0;
  std::int64_t ended = 0;
  std::array<std::int64_t, follow_ups> returned{};
  std::array<std::int64_t, works> into_work{};
  std::array<std::array<std::int64_t, follow_ups>, works> back{};
  ByVersion cycles{};
  ByVersion payer_cycles{};   // cycles in which the payer goes round
  ByVersion shifted_cents{};  // of unemployment benefit in those
  ByVersion durable_exits{};
  ByVersion steps_up{};  // to another episode
  ByVersion steps_down{};
  ByVersion returner_starts{};
  ByVersion same_measure{};  // of those, to the measure just before
  ByVersion lower_rung{};
  ByVersion loops{};
  std::int64_t people = 0;
  std::array<std::array<std::int64_t, most_cycles + 1>, versions> people_by_cycles{};
  ByVersion soon_back{};  // people

  void add(const CarouselCounts& other);
};

/// Counts by year and measure, and by year and group of people.
class CarouselTable final : public FigureSource {
 public:
  using Counts = CarouselCounts;
  /// `measures`: the activation measures, as positions in the model. `counts_money`: is it known
  /// what is paid in benefits?
  CarouselTable(const Model& model, const CycleRules& rules, std::vector<std::size_t> measures,
                std::vector<Breakdown> groups, bool counts_money);

  /// Calls change(counts) for the measure (a position among the activation measures) and for the
  /// groups that somebody with that profile is in.
  template <class Change>
  void count(std::size_t year, std::size_t measure, Profile profile, Change change) {
    Counts* const of_year = &cells_[year * columns_];
    change(of_year[measure]);
    std::size_t first = measures_.size();
    for (const Breakdown& breakdown : groups_) {
      change(of_year[first + profile.code(breakdown.field)]);
      first += breakdown.labels.size();
    }
  }
  /// Can everything that happens in a year be followed for so long?
  [[nodiscard]] bool can_follow(std::size_t year, DayCount days) const;

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// One figure of a year and measure.
  struct Row {
    const char* version;
    std::string statistic;
    const char* unit;
    double value;
  };
  using RowList = std::vector<Row>;
  [[nodiscard]] bool can_look_back(std::size_t year, DayCount days) const;
  void add_episodes(RowList& rows, const Counts& c, std::size_t year) const;
  void add_reentries(RowList& rows, const Counts& c, std::size_t year) const;
  void add_cycles(RowList& rows, const Counts& c, std::size_t year, std::size_t version) const;
  void add_steps(RowList& rows, const Counts& c, std::size_t year, std::size_t version) const;
  void add_returners(RowList& rows, const Counts& c, std::size_t year, std::size_t version) const;
  void add_people(RowList& rows, const Counts& c, std::size_t year, std::size_t version) const;
  [[nodiscard]] RowList rows_of(const Counts& counts, std::size_t year) const;
  template <class Visit>
  void for_each_group(Visit visit) const;

  const Model& model_;
  CycleRules rules_;
  Years years_;
  std::vector<std::size_t> measures_;
  std::vector<Breakdown> groups_;
  std::size_t columns_;  // of a year: the measures, then the groups
  bool counts_money_;
  std::vector<Counts> cells_;
};

/// How versions are called in tables.
[[nodiscard]] const char* name_of(Version version);

}  // namespace doorstroom

// tables/capacity.csv: what of places, starts and money lies idle while people wait for it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Looks at every part of every resource at the end of each day: how much of it is unused, whether
/// somebody waits for something that needs it there, and what keeps the two apart. Keeps nothing of
/// single people.
class CapacityRecorder final : public Recorder, public FigureSource {
 public:
  explicit CapacityRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void day_end(const DayView& view) override;
  void month_end(const MonthView& view) override;
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// A year of one resource: sums over its days (in thousandths or cents), and over the last days
  /// of the periods that ended in it.
  struct Year {
    std::int64_t days = 0;        // on which it existed
    std::int64_t waited_for = 0;  // days on which somebody waited for it
    double level = 0;
    double unused = 0;
    double not_released = 0;  // while somebody waited, as all that follows
    double not_refilled = 0;
    double mismatch = 0;
    std::int64_t periods = 0;  // that ended
    double amount = 0;         // of those
    double left = 0;           // at their ends
    double idle_at_end = 0;
    double held = 0;   // places x months in use at the ends of the months
    double money = 0;  // cents a month, for those
  };
  /// What a measure or a phase claims of places, and of money a month.
  struct Site {
    std::vector<const Claim*> places;
    std::vector<const Claim*> monthly;
    std::vector<std::int64_t> people;  // in it now, by distance
  };
  /// How one part stands at the end of a day.
  struct Stand {
    Amount level = 0;
    Amount unused = 0;
    Amount unreleased = 0;  // of what is unused
    Amount unrefilled = 0;  // likewise
  };

  void add_site(const std::vector<Claim>& claims);
  void map_lanes(const WaitingLists& lists);
  void mark_waited_for(const WaitingLists& lists);
  [[nodiscard]] static Stand stand_of(const Accounts& accounts, AccountIndex account);
  void add_day(Year& year, const DayView& view, std::size_t resource);
  [[nodiscard]] bool ends_period(const Resource& resource, Day day) const;
  [[nodiscard]] Year& year_of(std::size_t resource, Day day);
  [[nodiscard]] std::vector<double> row_of(const Resource& resource, const Year& year) const;

  const Model& model_;
  Years years_;
  std::vector<AccountIndex> first_account_;  // by resource
  std::vector<Year> sums_;                   // years x resources
  std::vector<Site> sites_;
  std::vector<std::size_t> site_of_measure_;
  std::vector<std::vector<std::size_t>> site_of_phase_;
  std::vector<std::vector<AccountIndex>> needed_by_lane_;
  std::vector<char> is_waited_for_;  // by account, today
};

}  // namespace doorstroom

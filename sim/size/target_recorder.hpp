// What the targets of a size need of one replication, and no more: searching simulates hundreds of
// times.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/recorder.hpp"
#include "model/model.hpp"
#include "record/years.hpp"
#include "size/target.hpp"

namespace doorstroom {

/// Figures are in simulated units (not at full size), for the calendar years of the horizon.
class TargetRecorder final : public Recorder {
 public:
  /// `resource` is the one that is sized. All must outlive the recorder.
  TargetRecorder(const Model& model, std::span<const Target> targets, ResourceIndex resource);

  void fold(const EventBlock& block) override;
  void month_end(const MonthView& view) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;

  /// The figure that a target is about; no_figure where nobody joined.
  [[nodiscard]] double figure(std::size_t target, std::size_t year) const;
  /// The most of a resource that was in use at the end of a month (places), or used up in the year
  /// (contingents) or spent (budgets): in places, starts or euro.
  [[nodiscard]] double used(std::size_t resource, std::size_t year) const;
  /// Days that all people together spent on the lists of the measures that need the resource.
  [[nodiscard]] std::int64_t waiting_days() const { return waiting_days_; }
  /// Euro that all budgets spent.
  [[nodiscard]] double spent() const;

 private:
  /// Those who joined in one year, by what became of them.
  struct Cohort {
    std::vector<std::int32_t> started;
    std::vector<std::int32_t> left;
    std::vector<std::int32_t> waiting;
  };
  [[nodiscard]] std::vector<bool> measures_of(const Target& target) const;
  void end_wait(std::size_t measure, Day joined, Day ended, std::vector<std::int32_t> Cohort::*as);
  void note_spending(const MonthView& view);
  void note_places(const MonthView& view);
  [[nodiscard]] double& used(std::size_t resource, Day day);

  const Model& model_;
  std::span<const Target> targets_;
  ResourceIndex resource_;
  Years years_;
  std::vector<bool> needs_resource_;        // by measure
  std::vector<std::vector<bool>> counted_;  // by target and measure
  std::vector<Cohort> cohorts_;             // targets x years
  std::vector<std::int64_t> longest_;       // list, targets x years
  std::vector<double> used_;                // resources x years
  std::vector<double> spent_;               // resources x years, euro
  std::vector<Amount> paid_so_far_;         // by account, this period
  std::vector<DayCount> dry_after_;         // by year, since 1 January
  std::int64_t waiting_days_ = 0;
};

}  // namespace doorstroom

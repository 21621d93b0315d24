// From the first advice to the first durable job, person by person.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "record/fate.hpp"
#include "record/night_recorder.hpp"
#include "record/profile_cells.hpp"

namespace doorstroom {

/// Somebody who came in during the simulation and was advised a measure of the second or third line
/// for the first time. Days are counted from the start of the horizon.
struct FirstAdvice {
  using Days = ActivationHistory::Days;

  Days since = 0;
  std::array<Days, works> job{};  // first day of the durable job, or of the one going on
  Days left = 0;                  // the model
  std::uint16_t first_start = NightChange::none;  // of the measures that count as advice
  std::uint8_t has_job = 0;                       // a bit for each kind of work: one is going on
  std::uint8_t has_durable : works = 0;           // likewise: found, and has lasted
  std::uint8_t has_left : 1 = 0;
  ProfileCells::Cell cell = 0;  // on the day of the advice
};
static_assert(sizeof(FirstAdvice) == 16);

/// What is known of a first advice on the way to a durable job.
struct WayToJob {
  Fate fate = Fate::open;
  DayCount days = 0;
};

/// Keeps 4 bytes a person and 16 for each first advice.
class FirstDurableJobs final : public NightListener {
 public:
  FirstDurableJobs(const Model& model, const Breakdowns& breakdowns, const CycleRules& rules);

  bool spend(const NightChange& change, Day today) override;
  void close() override;
  void keep_people_in(RowStore& rows) override { numbers_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override {
    return numbers_.bytes() + advices_.capacity() * sizeof(FirstAdvice);
  }

  [[nodiscard]] const std::vector<FirstAdvice>& advices() const { return advices_; }
  [[nodiscard]] const ProfileCells& cells() const { return cells_; }
  /// Those advised up to that day can be followed: of a job begun later nobody knows whether it
  /// lasts.
  [[nodiscard]] DayCount last_day() const { return last_day_; }
  /// Until the first day of the first durable job. Only of an advice up to last_day().
  [[nodiscard]] WayToJob way(const FirstAdvice& advice, Work work) const;

 private:
  void go_on(FirstAdvice& advice, const NightChange& change, FirstAdvice::Days day) const;

  const Model& model_;
  DayCount durable_job_;
  DayCount last_day_;
  PerPerson<std::uint32_t> numbers_;
  std::vector<FirstAdvice> advices_;
  ProfileCells cells_;
};

}  // namespace doorstroom

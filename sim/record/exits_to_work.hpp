// Who left for a job, after an activation measure or without one, and what became of them.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "record/fate.hpp"
#include "record/night_recorder.hpp"
#include "record/profile_cells.hpp"

namespace doorstroom {

/// A first night in a job of the regular economy, and what came after it. Days are counted from the
/// start of the horizon.
struct ExitToWork {
  using Days = ActivationHistory::Days;
  using Number = std::uint32_t;
  static constexpr Number no_exit = std::numeric_limits<Number>::max();

  Days since = 0;
  Days jobless_on = 0;  // the day on which the fate below was known
  Days again_on = 0;
  std::uint16_t origin : 12 = 0;  // 0: without activation; else 1 + position among the measures
  std::uint16_t jobless : 2 = 0;  // Fate: jobseeker again or with the OCMW; left: sick, out, ...
  std::uint16_t again : 2 = 0;    // Fate: in an activation measure again; left: the model
  ProfileCells::Cell cell = 0;    // on that day
  Number earlier = no_exit;       // of the same person

  [[nodiscard]] Fate fate_of_jobless() const { return static_cast<Fate>(jobless); }
  [[nodiscard]] Fate fate_of_again() const { return static_cast<Fate>(again); }
};
static_assert(sizeof(ExitToWork) == 16);

/// Exits are from an episode to the night after it, and those of jobseekers and clients of an OCMW
/// who had no episode in the window before. Keeps 8 bytes a person and 16 an exit.
class ExitsToWork final : public NightListener {
 public:
  ExitsToWork(const Model& model, const Breakdowns& breakdowns, const CycleRules& rules);

  bool spend(const NightChange& change, Day today) override;
  void keep_people_in(RowStore& rows) override { courses_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override {
    return courses_.bytes() + exits_.capacity() * sizeof(ExitToWork);
  }

  [[nodiscard]] const std::vector<ExitToWork>& exits() const { return exits_; }
  [[nodiscard]] const ProfileCells& cells() const { return cells_; }
  /// Activation measures, in the order of the origins from 1 on.
  [[nodiscard]] const std::vector<std::size_t>& measures() const { return measures_; }

 private:
  struct Course {
    ExitToWork::Number latest = ExitToWork::no_exit;
    ExitToWork::Days ended = 0;  // the last episode
    bool has_ended = false;
  };
  static_assert(sizeof(Course) == 8);
  void settle(const Course& course, const NightChange& change, ExitToWork::Days day);
  [[nodiscard]] bool is_without(const Course& course, const NightChange& change,
                                ExitToWork::Days day) const;
  void add(Course& course, const NightChange& change, ExitToWork::Days day, std::size_t origin);
  [[nodiscard]] bool is_episode(std::uint16_t measure) const;

  const Model& model_;
  NightMap map_;
  DayCount window_;
  std::vector<std::size_t> measures_;
  std::vector<std::size_t> origins_;  // by measure
  PerPerson<Course> courses_;
  std::vector<ExitToWork> exits_;
  ProfileCells cells_;
};

}  // namespace doorstroom

// When does something next happen to a person? Of all the ways in which the present stay can end
// only the earliest is planned; it is worked out again only when something about the person
// changes.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/hazards.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Planner final {
 public:
  explicit Planner(World& world);

  /// Draws the thresholds of a new stay in a status.
  void draw_exit_thresholds(Slot slot);
  /// Draws the threshold of an exit anew that has happened without a change of status.
  void draw_exit_threshold_again(Slot slot, std::size_t exit);
  void draw_drift_threshold(Slot slot);
  void draw_drop_out_threshold(Slot slot);

  /// Someone of the stock: hazards run from the midnight at which the horizon begins.
  void begin_at_midnight(Slot slot);

  /// Uses up the hazard that has passed. To be called before anything changes that a hazard depends
  /// on: status, distance, measure, phase, durations, after-effects; until then the plan for the
  /// hazards stands.
  void settle(Slot slot);

  /// Does the person reach a duration or an age today that the referral rules name?
  [[nodiscard]] bool crosses_limit(Slot slot) const;

  /// Finds what is due next and enters it in the agenda. What is due today already goes to the
  /// day's late work, unless the caller is working it off (see Life).
  void plan(Slot slot);
  /// As plan, but leaves today's work to the caller.
  void plan_without_late(Slot slot);

 private:
  struct Next {
    Day day = never;
    Due kind = Due::nothing;
    std::uint8_t detail = 0;
    void consider(Day other, Due other_kind, std::size_t other_detail = 0) {
      if (other >= day) return;
      day = other;
      kind = other_kind;
      detail = static_cast<std::uint8_t>(other_detail);
    }
  };
  [[nodiscard]] bool is_exposed(Slot slot) const;
  [[nodiscard]] HazardFacts facts(Slot slot) const;
  [[nodiscard]] Hazard drop_out_per_day(Slot slot) const;
  [[nodiscard]] bool drifts(Slot slot) const;
  [[nodiscard]] Day drift_begins(Slot slot) const;
  [[nodiscard]] Next next(Slot slot);
  void consider_lists(Slot slot, Next& next) const;
  void consider_hazards(Slot slot, Next& next);
  [[nodiscard]] Next next_hazard(Slot slot) const;
  void consider_limits(Slot slot, Next& next) const;
  [[nodiscard]] Day benefit_limit(Slot slot) const;

  World& world_;
  std::vector<std::uint8_t> exposes_status_;   // by status: has it ways out, or does it drift?
  std::vector<std::uint8_t> exposes_measure_;  // by measure: do people drop out?
};

}  // namespace doorstroom

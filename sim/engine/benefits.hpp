// What people live on, from day to day: the statute that follows from their status, measure and
// rights, the clock of a benefit that declines, and the days worked that open a right.
#pragma once

#include "engine/planner.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Benefits final {
 public:
  Benefits(World& world, Planner& planner) : world_(world), planner_(planner) {}

  /// A new person, in their first status since `elapsed` days: what was drawn for them is what they
  /// fall back to, or the right they have.
  void enter(Slot slot, DayCount elapsed);
  /// Someone of the stock turns out to be in a measure since `elapsed` days.
  void resume(Slot slot, DayCount elapsed);
  /// Something changed: status, measure or right.
  void follow(Slot slot, Reason reason = Reason::none);
  /// Days from today after which somebody who works on has the right; `most` if not before.
  [[nodiscard]] DayCount days_to_right(Slot slot, DayCount most) const;
  /// The right has ended; from now on the person falls back to a statute.
  void end_right(Slot slot, StatuteCode fallback);

 private:
  [[nodiscard]] StatuteCode statute_of(Slot slot) const;
  [[nodiscard]] bool works(Slot slot) const;
  [[nodiscard]] bool freezes(Slot slot) const;
  [[nodiscard]] bool has_worked_enough(Slot slot, Day day) const;
  void note_work(Slot slot);
  void set(Slot slot, StatuteCode statute, bool runs, Reason reason);

  World& world_;
  Planner& planner_;
};

}  // namespace doorstroom

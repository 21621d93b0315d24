// What is due to a person, done: the one place that knows what each kind of due day means.
#pragma once

#include "engine/labour.hpp"
#include "engine/planner.hpp"
#include "engine/referral_desk.hpp"
#include "engine/trajectories.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Life final {
 public:
  Life(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
       Trajectories& trajectories)
      : world_(world),
        planner_(planner),
        labour_(labour),
        desk_(desk),
        trajectories_(trajectories) {}

  /// The endings of a person's day: as run_due, once a day.
  void run_day(Slot slot);
  /// Everything that is due to this person today, one thing after the other; then plans ahead. But
  /// a wait that began today ends only after the starts: it goes to the day's late work. Does
  /// nothing for a slot whose due day is not today.
  void run_due(Slot slot);
  /// The same as late work, after starts: whatever waits first is over.
  void run_late(Slot slot);
  /// Plans, and does what turns out to be due today at once (a stay of zero nights).
  void run_today(Slot slot);

 private:
  [[nodiscard]] bool waits_since_today(Slot slot) const;
  void take_step(Slot slot);
  void handle(Slot slot);
  [[nodiscard]] std::size_t choose(Slot slot, const StatusExit& way) const;
  void exit_status(Slot slot, std::size_t exit);
  void end_wait(Slot slot, std::size_t column);

  World& world_;
  Planner& planner_;
  Labour& labour_;
  ReferralDesk& desk_;
  Trajectories& trajectories_;
};

}  // namespace doorstroom

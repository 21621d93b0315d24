// Measures from the inside: starts, phases, gaps, ends, and what is left of them afterwards.
#pragma once

#include "engine/labour.hpp"
#include "engine/planner.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Trajectories final {
 public:
  Trajectories(World& world, Planner& planner, Labour& labour, Benefits& benefits)
      : world_(world), planner_(planner), labour_(labour), benefits_(benefits) {}

  /// Someone has been granted a place: begins the measure, with what it needs taken. `waited` is -1
  /// for those who did not wait.
  void start(Slot slot, MeasureIndex measure, unsigned priority, DayCount waited);
  /// Someone of the stock who is in `stage` (phase 0, gap 0, phase 1, ...) since `in_stage` days
  /// (at least 1), and in the measure since `in_measure` days.
  void resume(Slot slot, MeasureIndex measure, std::size_t stage, DayCount in_stage,
              DayCount in_measure);
  /// Someone of the stock has been assessed before the start; part of the time for which that
  /// counts is over.
  void assess_before_start(Slot slot, MeasureIndex screening);
  /// The phase, gap or start delay is over.
  void end_stage(Slot slot);
  void drop_out(Slot slot);
  /// The place for the next phase is there.
  void start_phase_granted(Slot slot);
  /// It did not come in time.
  void give_up_phase(Slot slot);
  /// Begins the aftercare of a measure that has ended, with what it claims.
  void begin_aftercare(Slot slot, MeasureIndex measure);
  /// Ends the measure for an outside reason (a job, sickness, closing): no end state is drawn.
  void abandon(Slot slot, Reason reason);
  /// The same for someone who goes from one measure right into another.
  void move_on(Slot slot, Reason reason);
  /// Is there room for these claims, once the person has given back what they hold in the measure
  /// they are in?
  [[nodiscard]] bool has_room(Slot slot, const std::vector<Claim>& claims) const;
  /// Does someone who is to go there wait for it inside the measure they are in?
  [[nodiscard]] bool waits_inside(Slot slot, const Destination& destination) const;
  /// Where a person goes: takes the status, joins the list or asks the rules.
  void go(Slot slot, const Destination& destination, Reason reason);

 private:
  void begin(Slot slot, MeasureIndex measure);
  void begin_phase(Slot slot, std::size_t phase);
  void next_phase(Slot slot, std::size_t phase);
  void begin_gap_or_next(Slot slot);
  void complete_phase(Slot slot);
  void leave_phase(Slot slot, double unused);
  bool extend(Slot slot);
  [[nodiscard]] bool drops_out_over_counsellor(Slot slot);
  [[nodiscard]] bool may_not_skip(Slot slot, std::size_t phase) const;
  void finish(Slot slot, Reason reason);
  void end(Slot slot, Reason reason, const Destinations& destinations);
  void leave_measure(Slot slot, Reason reason);
  void take_effect(Slot slot, MeasureIndex measure);
  void improve(Slot slot, MeasureIndex measure);
  void assess(Slot slot, MeasureIndex measure);
  void forget_waits(Slot slot, const Measure& measure);
  [[nodiscard]] DayCount within_maximum(Slot slot, DayCount wanted) const;
  [[nodiscard]] DayCount stay_left(Slot slot, DayCount wanted) const;
  [[nodiscard]] DayCount draw_stay(Slot slot, const Stays& stays, Lane lane) const;
  [[nodiscard]] double unused_share(Slot slot, const Measure& measure) const;
  [[nodiscard]] double unused_share_of_phase(Slot slot) const;
  [[nodiscard]] const Destination& choose(Slot slot, const Measure& measure,
                                          const Destinations& destinations) const;

  World& world_;
  Planner& planner_;
  Labour& labour_;
  Benefits& benefits_;
};

}  // namespace doorstroom

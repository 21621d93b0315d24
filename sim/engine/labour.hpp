// The labour market as the engine lives it: statuses entered and left, the clock of unemployment,
// the distance that grows.
#pragma once

#include "engine/benefits.hpp"
#include "engine/planner.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Labour final {
 public:
  Labour(World& world, Planner& planner, Benefits& benefits)
      : world_(world), planner_(planner), benefits_(benefits) {}

  /// A new person takes up their first status, `elapsed` days ago.
  void enter(Slot slot, StatusIndex status, DayCount elapsed, DayCount days_unemployed,
             Reason reason);
  /// From one status to another. Who is no longer registered leaves the waiting lists; who reaches
  /// a final status leaves the simulation. Ending a measure first is the caller's business.
  void change_status(Slot slot, StatusIndex status, Reason reason = Reason::none);
  /// Stops or starts the clock of unemployment without a change of status.
  void set_clock(Slot slot, bool runs);
  /// One class farther from (or nearer to) the labour market.
  void change_distance(Slot slot, int classes);
  /// Whoever awaits consent to something of that kind no longer does.
  void forget_first_contact(Slot slot);
  void forget_approval(Slot slot, ListKind kind);
  /// Takes someone off a list, for that reason.
  void leave_list(Slot slot, ListKind kind, Reason reason);
  /// Ends aftercare, if there is any, and gives back what it holds.
  void end_aftercare(Slot slot);

 private:
  void take_up(Slot slot, StatusIndex status);
  void leave_register(Slot slot);
  void update_clock(Slot slot, const Status& from, const Status& to);

  World& world_;
  Planner& planner_;
  Benefits& benefits_;
};

}  // namespace doorstroom

#include "engine/labour.hpp"

#include <algorithm>

#include "engine/employers.hpp"

namespace doorstroom {

void Labour::take_up(Slot slot, StatusIndex status) {
  Person& person = world_.people[slot];
  person.status = status;
  person.status_since = world_.today;
  ++person.spell;
  planner_.draw_exit_thresholds(slot);
  planner_.draw_drift_threshold(slot);
}

void Labour::enter(Slot slot, StatusIndex status, DayCount elapsed, DayCount days_unemployed,
                   Reason reason) {
  Person& person = world_.people[slot];
  take_up(slot, status);
  person.status_since = world_.today - elapsed;
  const Status& now = world_.model.statuses[status.position()];
  person.clock_runs = now.unemployment == UnemploymentClock::runs;
  person.unemployed_since =
      person.clock_runs ? world_.today - days_unemployed : Day{-days_unemployed};
  world_.tell(EventKind::entered, slot, status.position(), no_subject, elapsed, reason);
  benefits_.enter(slot, elapsed);
}

void Labour::set_clock(Slot slot, bool runs) {
  Person& person = world_.people[slot];
  if (person.clock_runs == runs) return;
  const DayCount days = person.days_unemployed(world_.today);
  person.clock_runs = runs;
  person.unemployed_since = runs ? world_.today - days : Day{-days};
}

/// A spell of unemployment goes on after sickness and after a job that was too short to count.
void Labour::update_clock(Slot slot, const Status& from, const Status& to) {
  Person& person = world_.people[slot];
  const DayCount in_status = world_.today - person.status_since;
  const bool counted_as_end =
      from.unemployment == UnemploymentClock::stopped && in_status >= world_.model.spell_reset_days;
  if (counted_as_end) person.unemployed_since = person.clock_runs ? world_.today : Day{0};
  set_clock(slot, to.unemployment == UnemploymentClock::runs);
}

void Labour::change_status(Slot slot, StatusIndex status, Reason reason) {
  Person& person = world_.people[slot];
  const StatusIndex old = person.status;
  if (old == status) return;
  // Of someone in no measure all thresholds are drawn anew, so it does not matter what is left.
  if (person.in_measure()) planner_.settle(slot);
  const DayCount days = world_.today - person.status_since;
  const Status& to = world_.model.statuses[status.position()];
  update_clock(slot, world_.model.statuses[old.position()], to);
  take_up(slot, status);
  world_.tell(EventKind::status_changed, slot, status.position(), old.position(), days, reason);
  benefits_.follow(slot);
  if (!to.registered) leave_register(slot);
  if (to.is_final) {
    end_aftercare(slot);
    world_.tell(EventKind::left, slot, status.position());
    world_.people.remove(slot);
  }
}

void Labour::forget_approval(Slot slot, ListKind kind) {
  Person& person = world_.people[slot];
  if (person.errand != Errand::approval) return;
  const Measure& wanted = world_.model.measures[person.errand_measure.position()];
  if (world_.model.lists[wanted.list].kind != kind) return;
  person.errand = Errand::none;
  person.errand_end = never;
}

void Labour::forget_first_contact(Slot slot) {
  Person& person = world_.people[slot];
  if (person.errand != Errand::first_contact) return;
  person.errand = Errand::none;
  person.errand_end = never;
}

void Labour::leave_list(Slot slot, ListKind kind, Reason reason) {
  const Membership membership = world_.people.membership(slot, kind);
  const std::size_t list = world_.lists.list_of(membership.lane);
  const unsigned priority = world_.lists.class_of(membership.lane);
  world_.lists.leave(slot, kind);
  world_.tell(EventKind::left_list, slot, list, priority, world_.today - membership.joined, reason);
}

/// Lists and errands are for jobseekers; the list of a phase belongs to its measure.
void Labour::leave_register(Slot slot) {
  const auto memberships = world_.people.memberships(slot);
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    const ListKind kind = world_.people.kind_of_column(i);
    if (kind != ListKind::phase && memberships[i].waits()) {
      leave_list(slot, kind, Reason::status_exit);
    }
  }
  world_.people[slot].errand = Errand::none;
  world_.people[slot].errand_end = never;
}

void Labour::end_aftercare(Slot slot) {
  if (!world_.people.has_after_effects()) return;
  AfterEffects& after = world_.people.after(slot);
  if (!after.aftercare_of.exists()) return;
  planner_.settle(slot);
  if (after.aftercare_holds) {
    Profile profile = world_.people[slot].profile;
    profile.set(world_.model.fields.distance, after.aftercare_distance);
    const Aftercare& care = world_.model.measures[after.aftercare_of.position()].aftercare;
    world_.claims.give_back(care.claims, profile, world_.today, 0);
  }
  world_.tell(EventKind::aftercare_ended, slot, after.aftercare_of.position());
  after.aftercare_holds = false;
  after.aftercare_until = world_.today;
  after.aftercare_of = {};
}

void Labour::change_distance(Slot slot, int classes) {
  Person& person = world_.people[slot];
  const auto farthest = static_cast<int>(world_.model.fields.distance_classes) - 1;
  const auto old = static_cast<int>(world_.distance(slot));
  const int now = std::clamp(old + classes, 0, farthest);
  if (now == old) return;
  planner_.settle(slot);
  person.profile.set(world_.model.fields.distance, static_cast<unsigned>(now));
  planner_.draw_drift_threshold(slot);
  const auto memberships = world_.people.memberships(slot);
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    if (!memberships[i].waits()) continue;
    const ListKind kind = world_.people.kind_of_column(i);
    const ListModel& list = world_.model.lists[world_.lists.list_of(memberships[i].lane)];
    if (list.employer_share > 0) {
      world_.lists.change_liking(slot, kind, liking(world_, list, slot));
    }
    world_.lists.change_needs(slot, kind);
  }
  world_.tell(EventKind::distance_changed, slot, no_subject, static_cast<std::size_t>(old), now);
}

}  // namespace doorstroom

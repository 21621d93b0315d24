#include "engine/life.hpp"

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

/// So many things may happen to one person on one day; what is left waits until tomorrow. Only
/// chains of stays of zero nights come near it.
constexpr int most_of_a_day = 1000;

}  // namespace

void Life::run_day(Slot slot) {
  if (world_.people[slot].due != world_.today) return;
  if (planner_.crosses_limit(slot)) world_.ask_rules(slot);
  run_due(slot);
}

void Life::run_due(Slot slot) {
  Person& person = world_.people[slot];
  for (int i = 0; i < most_of_a_day; ++i) {
    if (person.due != world_.today || person.gone) return;
    if (waits_since_today(slot)) return world_.late.push_back(slot);
    take_step(slot);
  }
  if (person.due != world_.today || person.gone) return;
  person.due = world_.today + 1;
  world_.agenda.add(person.due, slot);
}

void Life::run_late(Slot slot) {
  if (world_.people[slot].due != world_.today) return;
  take_step(slot);
  run_due(slot);
}

bool Life::waits_since_today(Slot slot) const {
  const Person& person = world_.people[slot];
  if (person.due_kind != Due::list_end) return false;
  return world_.people.memberships(slot)[person.due_detail].joined == world_.today;
}

void Life::take_step(Slot slot) {
  handle(slot);
  if (!world_.people[slot].gone) planner_.plan_without_late(slot);
}

void Life::run_today(Slot slot) {
  planner_.plan_without_late(slot);
  run_due(slot);
}

void Life::handle(Slot slot) {
  ++world_.dues;
  const Person& person = world_.people[slot];
  switch (person.due_kind) {
    case Due::stage_end:
      trajectories_.end_stage(slot);
      break;
    case Due::drop_out:
      trajectories_.drop_out(slot);
      break;
    case Due::status_exit:
      exit_status(slot, person.due_detail);
      break;
    case Due::list_end:
      end_wait(slot, person.due_detail);
      break;
    case Due::errand_end:
      desk_.end_errand(slot);
      break;
    case Due::aftercare_end:
      labour_.end_aftercare(slot);
      break;
    case Due::drift:
      labour_.change_distance(slot, 1);
      break;
    case Due::limit:
      break;  // see run_day
    case Due::validity_end:
      world_.people.validity(slot).until = always;
      if (!person.in_measure()) world_.ask_rules(slot);
      break;
    case Due::nothing:
      EXPECTS(false);
      break;
  }
}

std::size_t Life::choose(Slot slot, const StatusExit& way) const {
  const Shares& shares = way.to.shares(world_.distance(slot));
  if (shares.is_first_certain()) return 0;
  const Occurrence spell{world_.people[slot].spell};
  return shares.pick(world_.luck.draw(world_.whose(slot), way.destination, spell).first);
}

/// Found or lost a job, fell ill, ...: whatever the person was in ends with it. A way out that
/// leads to a measure or to the rules may leave the status as it was.
void Life::exit_status(Slot slot, std::size_t exit) {
  Person& person = world_.people[slot];
  const StatusIndex old = person.status;
  const StatusExit& way = world_.model.statuses[old.position()].exits[exit];
  const Destination& place = way.to.places[choose(slot, way)];
  if (trajectories_.waits_inside(slot, place)) {
    world_.ask_to_join(slot, place.measure);
  } else {
    if (person.in_measure())
      trajectories_.abandon(slot, Reason::status_exit);
    else
      person.home = person.status;  // where the way out names a measure only
    trajectories_.go(slot, place, Reason::status_exit);
  }
  if (person.gone || person.status != old) return;
  planner_.settle(slot);
  planner_.draw_exit_threshold_again(slot, exit);
}

void Life::end_wait(Slot slot, std::size_t column) {
  const ListKind kind = world_.people.kind_of_column(column);
  if (kind == ListKind::phase) return trajectories_.give_up_phase(slot);
  const Membership& membership = world_.people.membership(slot, kind);
  const ListModel& list = world_.model.lists[world_.lists.list_of(membership.lane)];
  const bool maximum = list.max_wait > 0 && world_.today - membership.joined >= list.max_wait;
  labour_.leave_list(slot, kind, maximum ? Reason::waited_too_long : Reason::gave_up);
  if (maximum && list.refer_at_max_wait) world_.ask_rules(slot);
}

}  // namespace doorstroom

#include "engine/benefits.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

/// Days of a stretch of work within the period before a day.
DayCount days_within(WorkStretch work, Day day, DayCount within) {
  const Day from = std::max(work.from, day - within);
  return std::max(0, std::min(work.from + work.days, day) - from);
}

}  // namespace

void Benefits::enter(Slot slot, DayCount elapsed) {
  if (!world_.people.has_benefits()) return;
  const BenefitModel& model = world_.model.benefits;
  BenefitState& state = world_.people.benefit(slot);
  state.fallback = static_cast<StatuteCode>(world_.people[slot].profile.code(model.field));
  state.has_right = state.fallback == model.right;
  state.clock = world_.today;
  if (works(slot)) state.working_since = world_.today - elapsed;
  const bool has_clock = state.has_right && statute_of(slot) == model.right;
  if (has_clock) state.on_right = world_.people[slot].days_unemployed(world_.today);
  follow(slot);
}

void Benefits::resume(Slot slot, DayCount elapsed) {
  if (!world_.people.has_benefits()) return;
  follow(slot);
  BenefitState& state = world_.people.benefit(slot);
  if (state.working_since == world_.today) state.working_since = world_.today - elapsed;
}

bool Benefits::works(Slot slot) const {
  const Person& person = world_.people[slot];
  if (world_.model.statuses[person.status.position()].paid_work != PaidWork::none) return true;
  return person.in_measure() && world_.measure_of(slot).counts_as_work;
}

bool Benefits::freezes(Slot slot) const {
  return world_.people[slot].in_measure() && world_.measure_of(slot).freezes_degressivity;
}

StatuteCode Benefits::statute_of(Slot slot) const {
  const Person& person = world_.people[slot];
  const BenefitModel& model = world_.model.benefits;
  if (person.in_measure() && world_.measure_of(slot).benefit != no_statute) {
    return world_.measure_of(slot).benefit;
  }
  const Status& status = world_.model.statuses[person.status.position()];
  const BenefitState& state = world_.people.benefit(slot);
  if (status.benefit_by_right) return state.has_right ? model.right : state.fallback;
  if (status.benefit != no_statute) return status.benefit;
  return static_cast<StatuteCode>(person.profile.code(model.field));
}

bool Benefits::has_worked_enough(Slot slot, Day day) const {
  const BenefitModel& model = world_.model.benefits;
  const DayCount age = world_.people.has_age() ? day - world_.people.birth(slot) : 0;
  const auto rule = std::ranges::find_if(
      model.needs, [&](const DaysWorked& needed) { return age < needed.below_age; });
  if (rule == model.needs.end()) return false;
  const BenefitState& state = world_.people.benefit(slot);
  DayCount worked = 0;
  for (const WorkStretch& work : state.worked) worked += days_within(work, day, rule->within);
  if (state.working_since != never) {
    worked += days_within({state.working_since, day - state.working_since}, day, rule->within);
  }
  return worked >= rule->days;
}

DayCount Benefits::days_to_right(Slot slot, DayCount most) const {
  for (DayCount days = 0; days < most; ++days) {
    if (has_worked_enough(slot, world_.today + days)) return days;
  }
  return most;
}

/// When work ends it is remembered, and the right looked at; days that gave a right are used up.
void Benefits::note_work(Slot slot) {
  BenefitState& state = world_.people.benefit(slot);
  if (works(slot)) {
    if (state.working_since == never) state.working_since = world_.today;
    return;
  }
  if (state.working_since == never) return;
  const bool enough = has_worked_enough(slot, world_.today);
  std::ranges::rotate(state.worked, state.worked.end() - 1);
  state.worked.front() = {state.working_since, world_.today - state.working_since};
  state.working_since = never;
  if (!enough) return;
  state.has_right = true;
  state.on_right = 0;
  state.worked = {};
}

void Benefits::follow(Slot slot, Reason reason) {
  if (!world_.people.has_benefits()) return;
  note_work(slot);
  const StatuteCode statute = statute_of(slot);
  const bool runs = !freezes(slot) || statute != world_.model.benefits.right;
  set(slot, statute, runs, reason);
}

void Benefits::set(Slot slot, StatuteCode statute, bool runs, Reason reason) {
  const BenefitModel& model = world_.model.benefits;
  Person& person = world_.people[slot];
  BenefitState& state = world_.people.benefit(slot);
  const auto old = static_cast<StatuteCode>(person.profile.code(model.field));
  const bool begins = !state.begun;
  if (old == statute && runs == state.clock_runs && !begins) return;
  planner_.settle(slot);
  DayCount days = old == statute && !begins ? state.days_on(world_.today) : 0;
  if (old == model.right && !begins) state.on_right = state.days_on(world_.today);
  if (statute == model.right) days = state.on_right;
  state.begun = true;
  state.clock_runs = runs;
  state.clock = runs ? world_.today - days : Day{-days};
  person.profile.set(model.field, statute);
  world_.tell(EventKind::benefit_changed, slot, statute, runs ? 1 : 0, days, reason);
  if (old == statute) return;
  const auto memberships = world_.people.memberships(slot);
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    if (memberships[i].waits()) world_.lists.change_needs(slot, world_.people.kind_of_column(i));
  }
}

void Benefits::end_right(Slot slot, StatuteCode fallback) {
  BenefitState& state = world_.people.benefit(slot);
  state.has_right = false;
  state.worked = {};
  state.fallback = fallback;
  follow(slot, Reason::limit);
}

}  // namespace doorstroom

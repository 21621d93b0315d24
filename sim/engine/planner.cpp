#include "engine/planner.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

double of_distance(const std::vector<double>& values, unsigned distance) {
  return values.size() == 1 ? values.front() : values[distance];
}

}  // namespace

Planner::Planner(World& world) : world_(world) {
  const Model& model = world.model;
  for (const Status& status : model.statuses) {
    exposes_status_.push_back(model.drift.exists() || !status.exits.empty() ? 1 : 0);
  }
  for (const Measure& measure : model.measures) {
    exposes_measure_.push_back(measure.has_drop_out() ? 1 : 0);
  }
}

/// Can any hazard happen to the person as they are now? Where none can, thresholds and plan are
/// left alone; whoever becomes exposed draws a threshold, with which the plan begins anew.
bool Planner::is_exposed(Slot slot) const {
  const Person& person = world_.people[slot];
  return exposes_status_[person.status.position()] != 0 ||
         (person.in_measure() && exposes_measure_[person.measure.position()] != 0);
}

void Planner::draw_exit_thresholds(Slot slot) {
  const Person& person = world_.people[slot];
  if (exposes_status_[person.status.position()] == 0) return;
  const auto& exits = world_.model.statuses[person.status.position()].exits;
  for (std::size_t i = 0; i < exits.size(); ++i) {
    world_.people.exit_threshold(slot, i) =
        exponential_threshold(world_.luck, world_.whose(slot), exits[i].threshold, {person.spell});
  }
  world_.people.hazard_plan(slot) = {};
  world_.people.hazard_plan(slot).settled = world_.today;
}

void Planner::draw_exit_threshold_again(Slot slot, std::size_t exit) {
  Person& person = world_.people[slot];
  const StatusExit& way = world_.model.statuses[person.status.position()].exits[exit];
  ++person.spell;
  world_.people.exit_threshold(slot, exit) =
      exponential_threshold(world_.luck, world_.whose(slot), way.threshold, {person.spell});
}

void Planner::draw_drift_threshold(Slot slot) {
  if (!world_.model.drift.exists()) return;
  // A distance may be reached again within one spell, after a measure that has improved it.
  const Person& person = world_.people[slot];
  constexpr std::uint32_t most_distances = 64;
  const std::uint32_t occurrence =
      (person.spell * 64U + person.starts) * most_distances + world_.distance(slot);
  world_.people.drift_threshold(slot) =
      exponential_threshold(world_.luck, world_.whose(slot), world_.model.drift_lane, {occurrence});
}

void Planner::draw_drop_out_threshold(Slot slot) {
  const Person& person = world_.people[slot];
  if (exposes_measure_[person.measure.position()] == 0) return;
  world_.people.drop_out_threshold(slot) =
      exponential_threshold(world_.luck, world_.whose(slot), world_.measure_of(slot).drop_out_lane,
                            world_.visit(slot, person.measure));
  HazardPlan& plan = world_.people.hazard_plan(slot);
  plan.settled = world_.today;
  plan.stands = false;
}

void Planner::begin_at_midnight(Slot slot) {
  PeopleStore& people = world_.people;
  if (!people.has_thresholds()) return;
  const auto& exits = world_.model.statuses[people[slot].status.position()].exits;
  for (std::size_t i = 0; i < exits.size(); ++i) people.exit_threshold(slot, i).begin_at_midnight();
  if (people.has_drift()) people.drift_threshold(slot).begin_at_midnight();
  if (people.has_drop_out()) people.drop_out_threshold(slot).begin_at_midnight();
}

HazardFacts Planner::facts(Slot slot) const {
  const Person& person = world_.people[slot];
  HazardFacts f;
  f.profile = person.profile;
  f.distance = world_.distance(slot);
  f.status_since = person.status_since;
  f.clock_runs = person.clock_runs;
  f.unemployed_since = person.unemployed_since;
  f.days_unemployed = person.clock_runs ? 0 : -person.unemployed_since.since_epoch;
  if (world_.people.has_age()) f.birth = world_.people.birth(slot);
  if (person.in_measure() && person.stage != Stage::start_delay) {
    f.in_measure = of_distance(world_.measure_of(slot).lock_in, f.distance);
  }
  if (world_.people.has_after_effects()) {
    const AfterEffects& after = world_.people.after(slot);
    const auto& measures = world_.model.measures;
    if (after.post_of.exists()) {
      f.post = {after.post_until, measures[after.post_of.position()].post_factor};
    }
    if (after.aftercare_of.exists()) {
      const Aftercare& care = measures[after.aftercare_of.position()].aftercare;
      const bool in_job =
          world_.model.statuses[person.status.position()].paid_work != PaidWork::none;
      f.care_losing = {after.aftercare_until, care.job_loss_factor};
      if (!in_job) f.care_finding = {after.aftercare_until, care.job_finding_factor};
    }
  }
  return f;
}

Hazard Planner::drop_out_per_day(Slot slot) const {
  const Person& person = world_.people[slot];
  if (!person.in_measure() || person.stage == Stage::start_delay) return 0;
  const Measure& measure = world_.measure_of(slot);
  const Phase& phase = measure.phases[person.phase];
  const DropOut& rates = person.stage == Stage::phase ? phase.drop_out : phase.gap_drop_out;
  if (rates.empty()) return 0;
  const unsigned distance = world_.distance(slot);
  double rate = of_distance(rates, distance);
  if (!measure.misfit_drop_out.empty()) rate *= measure.misfit_drop_out[distance];
  return hazard_per_day(rate);
}

bool Planner::drifts(Slot slot) const {
  const Person& person = world_.people[slot];
  const Drift& drift = world_.model.drift;
  return drift.exists() && person.clock_runs && !person.in_measure() &&
         drift.per_day[world_.distance(slot)] > 0;
}

Day Planner::drift_begins(Slot slot) const {
  return world_.people[slot].unemployed_since + world_.model.drift.after[world_.distance(slot)];
}

void Planner::settle(Slot slot) {
  if (!is_exposed(slot)) return;
  PeopleStore& people = world_.people;
  HazardPlan& plan = people.hazard_plan(slot);
  plan.stands = false;
  const Day from = plan.settled;
  if (from >= world_.today) return;
  plan.settled = world_.today;
  const auto& exits = world_.model.statuses[people[slot].status.position()].exits;
  if (!exits.empty()) {
    const HazardFacts now = facts(slot);
    for (std::size_t i = 0; i < exits.size(); ++i) {
      people.exit_threshold(slot, i).use(hazard_between(exits[i], now, from, world_.today));
    }
  }
  if (drifts(slot)) {
    const DayCount days = world_.today - std::max(from, drift_begins(slot));
    if (days > 0) {
      people.drift_threshold(slot).use(
          hazard_per_day(world_.model.drift.per_day[world_.distance(slot)]) *
          static_cast<Hazard>(days));
    }
  }
  const Hazard drop_out = drop_out_per_day(slot);
  if (drop_out > 0) {
    people.drop_out_threshold(slot).use(drop_out * static_cast<Hazard>(world_.today - from));
  }
}

void Planner::consider_lists(Slot slot, Next& next) const {
  const auto memberships = world_.people.memberships(slot);
  for (std::size_t i = 0; i < memberships.size(); ++i) {
    if (memberships[i].waits()) next.consider(memberships[i].until, Due::list_end, i);
  }
}

Planner::Next Planner::next_hazard(Slot slot) const {
  const PeopleStore& people = world_.people;
  const Person& person = people[slot];
  const Day from = people.hazard_plan(slot).settled;
  const Day end = world_.model.horizon.end;
  Next next;
  const Hazard drop_out = drop_out_per_day(slot);
  if (drop_out > 0) {
    next.consider(day_of_constant(drop_out, people.drop_out_threshold(slot), from, end),
                  Due::drop_out);
  }
  const auto& exits = world_.model.statuses[person.status.position()].exits;
  if (!exits.empty()) {
    const HazardFacts now = facts(slot);
    for (std::size_t i = 0; i < exits.size(); ++i) {
      next.consider(day_of_exit(exits[i], now, people.exit_threshold(slot, i), from, end),
                    Due::status_exit, i);
    }
  }
  if (drifts(slot)) {
    const Hazard rate = hazard_per_day(world_.model.drift.per_day[world_.distance(slot)]);
    next.consider(day_of_constant(rate, people.drift_threshold(slot),
                                  std::max(from, drift_begins(slot)), end),
                  Due::drift);
  }
  return next;
}

void Planner::consider_hazards(Slot slot, Next& next) {
  HazardPlan& plan = world_.people.hazard_plan(slot);
  if (!plan.stands) {
    const Next found = next_hazard(slot);
    plan = {plan.settled, found.day, found.kind, found.detail, true};
  }
  next.consider(plan.next, plan.kind, plan.detail);
}

void Planner::consider_limits(Slot slot, Next& next) const {
  const Person& person = world_.people[slot];
  const RuleTable& rules = world_.model.rules;
  if (rules.unemployment_limits.empty() && rules.age_limits.empty()) return;
  const auto next_limit = [&](const std::vector<DayCount>& limits, Day since) {
    const auto limit = std::ranges::upper_bound(limits, world_.today - since);
    if (limit != limits.end()) next.consider(since + *limit, Due::limit);
  };
  if (person.clock_runs) next_limit(rules.unemployment_limits, person.unemployed_since);
  if (world_.people.has_age() && world_.model.statuses[person.status.position()].registered) {
    next_limit(rules.age_limits, world_.people.birth(slot));
  }
}

/// The day on which the right to a benefit ends, unless the limit spares the person.
Day Planner::benefit_limit(Slot slot) const {
  const Person& person = world_.people[slot];
  const BenefitModel& model = world_.model.benefits;
  const bool has_it = person.profile.code(model.field) == model.right;
  if (model.limit.empty() || !has_it || !person.clock_runs) return never;
  Day first = never;
  for (const LimitStep& step : model.limit) {
    first = std::min(first, std::max(step.from, person.unemployed_since + step.after));
  }
  HazardFacts now;
  now.profile = person.profile;
  if (world_.people.has_age()) now.birth = world_.people.birth(slot);
  const bool spared = std::ranges::any_of(
      model.except, [&](const GroupFactor& group) { return applies(group, now, first); });
  return spared ? never : first;
}

bool Planner::crosses_limit(Slot slot) const {
  const Person& person = world_.people[slot];
  const RuleTable& rules = world_.model.rules;
  const auto reaches = [&](const std::vector<DayCount>& limits, Day since) {
    return std::ranges::binary_search(limits, world_.today - since);
  };
  if (person.clock_runs && reaches(rules.unemployment_limits, person.unemployed_since)) return true;
  return world_.people.has_age() && reaches(rules.age_limits, world_.people.birth(slot));
}

Planner::Next Planner::next(Slot slot) {
  const Person& person = world_.people[slot];
  Next next;
  next.consider(person.stage_end, Due::stage_end);
  if (is_exposed(slot)) consider_hazards(slot, next);
  consider_lists(slot, next);
  next.consider(person.errand_end, Due::errand_end);
  if (world_.people.has_after_effects() && world_.people.after(slot).aftercare_of.exists()) {
    next.consider(world_.people.after(slot).aftercare_until, Due::aftercare_end);
  }
  consider_limits(slot, next);
  if (world_.people.has_benefits()) next.consider(benefit_limit(slot), Due::benefit_limit);
  if (world_.people.has_validity() && world_.people.validity(slot).until != always) {
    next.consider(world_.people.validity(slot).until, Due::validity_end);
  }
  return next;
}

void Planner::plan_without_late(Slot slot) {
  Person& person = world_.people[slot];
  const Day before = person.due;
  const Next found = next(slot);
  person.due = found.day == never ? never : std::max(found.day, world_.today);
  person.due_kind = found.kind;
  person.due_detail = found.detail;
  const bool new_day = person.due != before || before <= world_.today;
  if (new_day && person.due > world_.today) world_.agenda.add(person.due, slot);
}

void Planner::plan(Slot slot) {
  plan_without_late(slot);
  if (world_.people[slot].due <= world_.today) world_.late.push_back(slot);
}

}  // namespace doorstroom

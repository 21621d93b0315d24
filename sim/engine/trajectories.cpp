#include "engine/trajectories.hpp"

#include <algorithm>

#include "base/contracts.hpp"
#include "engine/begun_stay.hpp"
#include "random/rounding.hpp"

namespace doorstroom {

namespace {

constexpr std::uint32_t part_of_gap = 1;  // stages of the stock alternate: phase, gap, phase, ...

}  // namespace

DayCount Trajectories::draw_stay(Slot slot, const Stays& stays, Lane lane) const {
  const Person& person = world_.people[slot];
  const Draw draw = world_.luck.draw(world_.whose(slot), lane, world_.visit(slot, person.measure));
  return whole_days(stays.of(world_.distance(slot)).days(draw.first), draw.second);
}

void Trajectories::start(Slot slot, MeasureIndex measure, unsigned priority, DayCount waited) {
  if (world_.people[slot].in_measure()) move_on(slot, Reason::started_other);
  planner_.settle(slot);
  forget_waits(slot, world_.model.measures[measure.position()]);
  world_.claims.take(world_.model.lists[world_.model.measures[measure.position()].list].claims,
                     world_.people[slot].profile);
  Person& person = world_.people[slot];
  person.measure = measure;
  person.measure_since = world_.today;
  ++person.starts;
  world_.people.visits(slot)[measure.position()].begin();
  person.phase = 0;
  person.phases_begun = 0;
  person.extended = false;
  world_.tell(EventKind::started, slot, measure.position(), priority, waited, Reason::granted);
  begin(slot, measure);
}

void Trajectories::begin(Slot slot, MeasureIndex measure) {
  const Measure& m = world_.model.measures[measure.position()];
  Person& person = world_.people[slot];
  planner_.draw_drop_out_threshold(slot);
  person.home = person.status;
  if (m.status.exists()) labour_.change_status(slot, m.status);
  if (m.stops_unemployment_clock) labour_.set_clock(slot, false);
  benefits_.follow(slot);
  if (m.start_delay.empty()) {
    begin_phase(slot, 0);
    return;
  }
  person.stage = Stage::start_delay;
  person.stage_since = world_.today;
  const DayCount delay = draw_stay(slot, m.start_delay, m.start_delay_lane);
  person.stage_end = world_.today + within_maximum(slot, delay);
}

void Trajectories::resume(Slot slot, MeasureIndex measure, std::size_t stage, DayCount in_stage,
                          DayCount in_measure) {
  const Measure& m = world_.model.measures[measure.position()];
  Person& person = world_.people[slot];
  person.measure = measure;
  person.measure_since = world_.today - in_measure;
  ++person.starts;
  world_.people.visits(slot)[measure.position()].begin();
  person.phase = static_cast<std::uint8_t>(stage / 2);
  world_.claims.hold(m.claims, person.profile);
  world_.tell(EventKind::started, slot, measure.position(), no_subject, -1, Reason::stock);
  planner_.draw_drop_out_threshold(slot);
  person.home = person.status;
  if (m.status.exists()) {
    labour_.change_status(slot, m.status);
    person.status_since = person.measure_since;
  }
  if (m.stops_unemployment_clock) labour_.set_clock(slot, false);
  benefits_.resume(slot, in_measure);
  const Phase& phase = m.phases[person.phase];
  const bool in_gap = stage % 2 == part_of_gap;
  const Stays& stays = in_gap ? phase.gap : phase.stay;
  const DayCount left =
      days_of_begun_stay(world_.luck, world_.whose(slot), in_gap ? phase.gap_lane : phase.stay_lane,
                         world_.visit(slot, measure), stays.of(world_.distance(slot)), in_stage) -
      in_stage;
  person.stage = in_gap ? Stage::gap : Stage::phase;
  person.stage_since = world_.today - in_stage;
  if (!in_gap) {
    world_.claims.hold(phase.claims, person.profile);
    world_.tell(EventKind::phase_started, slot, measure.position(), person.phase, 0, Reason::stock);
  }
  DayCount stay = in_gap ? left : stay_left(slot, left);
  if (!in_gap && phase.ends_with_right) stay = benefits_.days_to_right(slot, stay);
  person.stage_end = world_.today + stay;
}

void Trajectories::finish(Slot slot, Reason reason) {
  end(slot, reason, world_.measure_of(slot).afterwards);
}

void Trajectories::drop_out(Slot slot) {
  planner_.settle(slot);
  end(slot, Reason::dropped_out, world_.measure_of(slot).after_drop_out);
}

void Trajectories::abandon(Slot slot, Reason reason) {
  planner_.settle(slot);
  leave_measure(slot, reason);
}

void Trajectories::move_on(Slot slot, Reason reason) {
  abandon(slot, reason);
  labour_.change_status(slot, world_.people[slot].home);
  benefits_.follow(slot);
}

bool Trajectories::has_room(Slot slot, const std::vector<Claim>& claims) const {
  const Person& person = world_.people[slot];
  if (!person.in_measure()) return world_.claims.have_room(claims, person.profile);
  const Measure& measure = world_.measure_of(slot);
  std::vector<Claim> held = measure.claims;
  if (person.stage == Stage::phase || person.stage == Stage::start_delay) {
    const std::vector<Claim>& of_phase = measure.phases[person.phase].claims;
    held.insert(held.end(), of_phase.begin(), of_phase.end());
  }
  return world_.claims.have_room(claims, person.profile, held);
}

bool Trajectories::waits_inside(Slot slot, const Destination& destination) const {
  const Person& person = world_.people[slot];
  return person.in_measure() && world_.measure_of(slot).refers_on && destination.measure.exists() &&
         destination.measure != person.measure &&
         !world_.model.measures[destination.measure.position()].is_screening;
}

/// Whoever starts something has been seen, and no longer needs what they were to be screened for or
/// the consent they had asked for something of the same kind.
void Trajectories::forget_waits(Slot slot, const Measure& measure) {
  labour_.forget_first_contact(slot);
  if (measure.is_screening) return;
  const bool screened = world_.model.uses.lists[static_cast<std::size_t>(ListKind::screening)];
  if (screened && world_.people.membership(slot, ListKind::screening).waits()) {
    labour_.leave_list(slot, ListKind::screening, Reason::started_other);
  }
  labour_.forget_approval(slot, world_.model.lists[measure.list].kind);
}

const Destination& Trajectories::choose(Slot slot, const Measure& measure,
                                        const Destinations& destinations) const {
  const unsigned distance = world_.distance(slot);
  const Person& person = world_.people[slot];
  const Shares& shares = destinations.shares(distance);
  if (shares.is_first_certain() && measure.misfit_effect.empty()) {
    return destinations.places.front();
  }
  const Draw draw = world_.luck.draw(world_.whose(slot), measure.end_state_lane,
                                     world_.visit(slot, person.measure));
  const Destination& choice = destinations.places[shares.pick(draw.first)];
  const bool misfit = choice.paid_work && !measure.misfit_effect.empty() &&
                      !happens(measure.misfit_effect[distance], draw.second);
  return misfit ? destinations.places[destinations.fallback] : choice;
}

void Trajectories::end(Slot slot, Reason reason, const Destinations& destinations) {
  const MeasureIndex measure = world_.people[slot].measure;
  const Destination destination = choose(slot, world_.measure_of(slot), destinations);
  leave_measure(slot, reason);
  const bool completed = reason == Reason::completed || reason == Reason::maximum;
  if (completed) take_effect(slot, measure);
  go(slot, destination, reason);
}

/// What completing a measure does.
void Trajectories::take_effect(Slot slot, MeasureIndex measure) {
  const Measure& m = world_.model.measures[measure.position()];
  assess(slot, measure);
  improve(slot, measure);
  if (m.post_days > 0) {
    AfterEffects& after = world_.people.after(slot);
    after.post_of = measure;
    after.post_until = world_.today + m.post_days;
  }
  if (m.aftercare.days == 0) return;
  if (m.aftercare.claims.empty())
    begin_aftercare(slot, measure);
  else
    world_.to_care.push_back({slot, measure});
}

/// Share of the usual stay that was not used; of a stay without a usual length, nothing.
double Trajectories::unused_share(Slot slot, const Measure& measure) const {
  double planned = 0;
  bool endless = false;
  const auto add = [&](const Stays& stays) {
    if (stays.empty()) return;
    planned += stays.of(world_.distance(slot)).mean();
    endless = endless || stays.of(world_.distance(slot)).is_endless();
  };
  add(measure.start_delay);
  for (const Phase& phase : measure.phases) {
    add(phase.stay);
    add(phase.gap);
  }
  if (endless && measure.max_duration == 0) return 0;
  if (measure.max_duration > 0) planned = std::min<double>(planned, measure.max_duration);
  const DayCount spent = world_.today - world_.people[slot].measure_since;
  return planned <= 0 ? 0 : std::clamp(1 - spent / planned, 0.0, 1.0);
}

void Trajectories::leave_measure(Slot slot, Reason reason) {
  Person& person = world_.people[slot];
  const MeasureIndex measure = person.measure;
  const Measure& m = world_.measure_of(slot);
  if (person.stage == Stage::waiting_for_place &&
      world_.people.membership(slot, ListKind::phase).waits()) {
    labour_.leave_list(slot, ListKind::phase, reason);
  }
  if (person.stage == Stage::phase) {
    leave_phase(slot, unused_share_of_phase(slot));
  } else if (person.stage == Stage::start_delay) {
    world_.claims.give_back(m.phases.front().claims, person.profile, person.stage_since, 1);
  }
  const bool early = reason != Reason::completed && reason != Reason::maximum;
  world_.claims.give_back(m.claims, person.profile, person.measure_since,
                          early ? unused_share(slot, m) : 0);
  world_.tell(EventKind::ended, slot, measure.position(), no_subject,
              world_.today - person.measure_since, reason);
  person.measure = {};
  if (!m.is_screening) person.last_measure = measure;
  person.stage = Stage::none;
  person.stage_end = never;
  if (m.stops_unemployment_clock) {
    const Status& status = world_.model.statuses[person.status.position()];
    labour_.set_clock(slot, status.unemployment == UnemploymentClock::runs);
  }
}

void Trajectories::improve(Slot slot, MeasureIndex measure) {
  const Measure& m = world_.model.measures[measure.position()];
  if (m.improves_distance <= 0) return;
  const unsigned distance = world_.distance(slot);
  const double effect = m.misfit_effect.empty() ? 1 : m.misfit_effect[distance];
  const bool improves = happens(m.improves_distance * effect, world_.luck, world_.whose(slot),
                                m.effect_lane, world_.visit(slot, measure));
  if (improves) labour_.change_distance(slot, -1);
}

void Trajectories::begin_aftercare(Slot slot, MeasureIndex measure) {
  planner_.settle(slot);
  labour_.end_aftercare(slot);
  const Aftercare& care = world_.model.measures[measure.position()].aftercare;
  world_.claims.take(care.claims, world_.people[slot].profile);
  AfterEffects& after = world_.people.after(slot);
  after.aftercare_of = measure;
  after.aftercare_until = world_.today + care.days;
  after.aftercare_holds = !care.claims.empty();
  after.aftercare_distance = static_cast<std::uint8_t>(world_.distance(slot));
  world_.tell(EventKind::aftercare_started, slot, measure.position());
}

void Trajectories::assess(Slot slot, MeasureIndex measure) {
  Person& person = world_.people[slot];
  const Measure& m = world_.model.measures[measure.position()];
  for (const Assessment& assessment : m.assessments) {
    const auto& attributes = world_.model.attributes;
    const unsigned truth = person.profile.code(attributes[assessment.latent.position()].field);
    const Draw draw =
        world_.luck.draw(world_.whose(slot), assessment.lane, world_.visit(slot, measure));
    const auto& table = assessment.seen[person.profile.code(assessment.by)];
    const std::size_t seen = table[truth].pick(draw.first);
    person.profile.set(attributes[assessment.assessed.position()].field,
                       static_cast<unsigned>(seen));
    world_.tell(EventKind::assessed, slot, assessment.latent.position(), seen, truth);
  }
  if (m.assessments.empty() || !world_.people.has_validity()) return;
  const bool for_good = m.assessment_valid == 0;
  world_.people.validity(slot) = {for_good ? never : world_.today + m.assessment_valid, measure};
}

/// To the rules they have been there; the next visit draws luck of its own.
void Trajectories::assess_before_start(Slot slot, MeasureIndex screening) {
  Visits& visits = world_.people.visits(slot)[screening.position()];
  visits.add();
  visits.begin();
  assess(slot, screening);
  const DayCount valid = world_.model.measures[screening.position()].assessment_valid;
  if (valid == 0 || !world_.people.has_validity()) return;
  const Draw draw = world_.luck.draw(world_.whose(slot), assessed_lane);
  const auto left = static_cast<DayCount>(unit(draw.first) * valid);
  world_.people.validity(slot).until = world_.today + 1 + left;
}

void Trajectories::go(Slot slot, const Destination& destination, Reason reason) {
  const Person& person = world_.people[slot];
  const StatusIndex status = destination.status.exists() ? destination.status : person.home;
  labour_.change_status(slot, status, reason);
  if (person.gone) return;
  benefits_.follow(slot);
  if (destination.measure.exists()) world_.ask_to_join(slot, destination.measure);
  if (destination.refer) world_.ask_rules(slot);
}

}  // namespace doorstroom

// Trajectories, the part about phases and the gaps between them.
#include <algorithm>

#include "base/contracts.hpp"
#include "engine/trajectories.hpp"
#include "random/shares.hpp"

namespace doorstroom {

namespace {

bool is_last(const Measure& measure, std::size_t phase) {
  return phase + 1 >= measure.phases.size();
}

}  // namespace

/// A stay cut by the maximum duration of the trajectory.
DayCount Trajectories::within_maximum(Slot slot, DayCount wanted) const {
  const DayCount maximum = world_.measure_of(slot).max_duration;
  if (maximum == 0) return wanted;
  return std::clamp(maximum - (world_.today - world_.people[slot].measure_since), 0, wanted);
}

/// The same, cut by the cumulated limits of the phase too, in which its days so far count.
DayCount Trajectories::stay_left(Slot slot, DayCount wanted) const {
  const Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  const DayCount so_far = person.stage == Stage::phase ? world_.today - person.stage_since : 0;
  DayCount left = within_maximum(slot, wanted);
  for (const std::uint8_t limit : measure.phases[person.phase].counted_in) {
    const DayCount used = world_.people.cumulated(slot)[limit] + so_far;
    left = std::min(left, world_.model.cumulated[limit].at_most - used);
  }
  return std::max(left, 0);
}

void Trajectories::begin_phase(Slot slot, std::size_t phase) {
  Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  const DayCount between = person.stage == Stage::none || person.stage == Stage::start_delay
                               ? 0
                               : world_.today - person.stage_since;
  person.stage = Stage::phase;
  person.phase = static_cast<std::uint8_t>(phase);
  person.stage_since = world_.today;
  constexpr unsigned most_counted = 15;
  if (person.phases_begun < most_counted) ++person.phases_begun;
  const Phase& p = measure.phases[phase];
  DayCount stay = stay_left(slot, draw_stay(slot, p.stay, p.stay_lane));
  if (p.ends_with_right) stay = benefits_.days_to_right(slot, stay);
  person.stage_end = world_.today + stay;
  world_.tell(EventKind::phase_started, slot, person.measure.position(), phase, between);
}

void Trajectories::leave_phase(Slot slot, double unused) {
  const Person& person = world_.people[slot];
  const Phase& phase = world_.measure_of(slot).phases[person.phase];
  const DayCount days = world_.today - person.stage_since;
  world_.claims.give_back(phase.claims, person.profile, person.stage_since, unused);
  for (const std::uint8_t limit : phase.counted_in) {
    world_.people.cumulated(slot)[limit] += days;
  }
  world_.tell(EventKind::phase_ended, slot, person.measure.position(), person.phase, days);
}

void Trajectories::end_stage(Slot slot) {
  planner_.settle(slot);
  Person& person = world_.people[slot];
  person.stage_end = never;
  switch (person.stage) {
    case Stage::start_delay:
      begin_phase(slot, 0);
      break;
    case Stage::phase:
      complete_phase(slot);
      break;
    case Stage::gap:
      next_phase(slot, person.phase + std::size_t{1});
      break;
    case Stage::waiting_for_place:
      finish(slot, Reason::maximum);
      break;
    case Stage::none:
      EXPECTS(false);
      break;
  }
}

void Trajectories::complete_phase(Slot slot) {
  Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  const Phase& phase = measure.phases[person.phase];
  const bool at_maximum =
      measure.max_duration > 0 && world_.today - person.measure_since >= measure.max_duration;
  if (!at_maximum && is_last(measure, person.phase) && extend(slot)) return;
  if (!phase.decision.empty() && !at_maximum) {
    const Draw draw = world_.luck.draw(world_.whose(slot), phase.decision_lane,
                                       world_.visit(slot, person.measure));
    const std::size_t choice = phase.decision.shares(world_.distance(slot)).pick(draw.first);
    const Destination& place = phase.decision.places[choice];
    if (choice + 1 < phase.decision.places.size() && waits_inside(slot, place)) {
      world_.ask_to_join(slot, place.measure);
    } else if (choice + 1 < phase.decision.places.size()) {
      leave_measure(slot, Reason::decided);
      go(slot, place, Reason::decided);
      return;
    }
  }
  if (at_maximum || is_last(measure, person.phase)) {
    finish(slot, at_maximum ? Reason::maximum : Reason::completed);
    return;
  }
  if (drops_out_over_counsellor(slot))
    return end(slot, Reason::dropped_out, measure.after_drop_out);
  leave_phase(slot, 0);
  begin_gap_or_next(slot);
}

/// Another counsellor may take over between two phases, which is too much for some.
bool Trajectories::drops_out_over_counsellor(Slot slot) {
  const Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  if (measure.counsellor_change <= 0) return false;
  const Occurrence passage{world_.visit(slot, person.measure).value * 16U + person.phase};
  const Draw draw = world_.luck.draw(world_.whose(slot), measure.counsellor_lane, passage);
  if (!happens(measure.counsellor_change, draw.first)) return false;
  world_.tell(EventKind::counsellor_changed, slot, person.measure.position(), person.phase);
  return happens(measure.counsellor_drop_out, draw.second);
}

bool Trajectories::extend(Slot slot) {
  Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  if (measure.extension <= 0 || person.extended) return false;
  if (!happens(measure.extension, world_.luck, world_.whose(slot), measure.extension_lane,
               world_.visit(slot, person.measure))) {
    return false;
  }
  person.extended = true;
  const DayCount longer = draw_stay(slot, measure.extension_stay, measure.extension_stay_lane);
  person.stage_end = world_.today + stay_left(slot, longer);
  return person.stage_end > world_.today;
}

void Trajectories::begin_gap_or_next(Slot slot) {
  Person& person = world_.people[slot];
  const Phase& phase = world_.measure_of(slot).phases[person.phase];
  person.stage_since = world_.today;
  const DayCount gap =
      phase.gap.empty() ? 0 : within_maximum(slot, draw_stay(slot, phase.gap, phase.gap_lane));
  if (gap == 0) {
    next_phase(slot, person.phase + std::size_t{1});
    return;
  }
  person.stage = Stage::gap;
  person.stage_end = world_.today + gap;
}

void Trajectories::next_phase(Slot slot, std::size_t phase) {
  Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  const std::size_t before = person.phase;
  if (within_maximum(slot, 1) == 0) {
    person.stage = Stage::gap;
    finish(slot, Reason::maximum);
    return;
  }
  person.phase = static_cast<std::uint8_t>(phase);
  if (stay_left(slot, 1) == 0) {
    const Reason reason = Reason::no_time_left;
    world_.tell(EventKind::phase_skipped, slot, person.measure.position(), phase, 0, reason);
    if (is_last(measure, phase)) {
      person.phase = static_cast<std::uint8_t>(before);
      person.stage = Stage::gap;
      finish(slot, Reason::completed);
    } else {
      next_phase(slot, phase + 1);
    }
    return;
  }
  if (measure.phases[phase].list == Phase::no_list) {
    begin_phase(slot, phase);
    return;
  }
  // Between phases the gap of the phase before is the one that counts.
  person.phase = static_cast<std::uint8_t>(before);
  person.stage = Stage::waiting_for_place;
  if (measure.max_duration > 0) person.stage_end = person.measure_since + measure.max_duration;
  const Phase& wanted = measure.phases[phase];
  const Draw draw =
      world_.luck.draw(world_.whose(slot), world_.model.lists[wanted.list].lottery_lane,
                       world_.visit(slot, person.measure));
  const bool waits = wanted.wait_at_most == never.since_epoch || may_not_skip(slot, phase);
  const Day until = waits ? never : world_.today + wanted.wait_at_most;
  const auto lottery = static_cast<std::uint32_t>(draw.first >> 32U);
  world_.lists.join(wanted.list, {slot, lottery, world_.today}, 0, until);
  world_.tell(EventKind::joined, slot, wanted.list, 0);
}

/// Would skipping this phase leave fewer phases than the trajectory is to have?
bool Trajectories::may_not_skip(Slot slot, std::size_t phase) const {
  const Measure& measure = world_.measure_of(slot);
  if (measure.phases[phase].without_place != WithoutPlace::skip) return false;
  const std::size_t after = measure.phases.size() - phase - 1;
  return world_.people[slot].phases_begun + after < measure.least_phases;
}

void Trajectories::start_phase_granted(Slot slot) {
  planner_.settle(slot);
  Person& person = world_.people[slot];
  const std::size_t phase = person.phase + std::size_t{1};
  const Phase& p = world_.measure_of(slot).phases[phase];
  labour_.leave_list(slot, ListKind::phase, Reason::granted);
  world_.claims.take(p.claims, person.profile);
  begin_phase(slot, phase);
}

void Trajectories::give_up_phase(Slot slot) {
  planner_.settle(slot);
  Person& person = world_.people[slot];
  const Measure& measure = world_.measure_of(slot);
  const std::size_t phase = person.phase + std::size_t{1};
  labour_.leave_list(slot, ListKind::phase, Reason::no_place);
  world_.tell(EventKind::phase_skipped, slot, person.measure.position(), phase,
              world_.today - person.stage_since, Reason::no_place);
  person.stage = Stage::gap;
  person.stage_end = never;
  if (measure.phases[phase].without_place == WithoutPlace::stop) {
    end(slot, Reason::no_place, measure.after_drop_out);
  } else if (is_last(measure, phase)) {
    finish(slot, Reason::completed);
  } else {
    person.phase = static_cast<std::uint8_t>(phase);
    next_phase(slot, phase + 1);
  }
}

double Trajectories::unused_share_of_phase(Slot slot) const {
  const Person& person = world_.people[slot];
  if (person.stage_end == never || person.stage_end <= person.stage_since) return 0;
  constexpr DayCount beyond_any_plan = 500'000;
  if (person.stage_end - person.stage_since > beyond_any_plan) return 0;
  return static_cast<double>(person.stage_end - world_.today) /
         (person.stage_end - person.stage_since);
}

}  // namespace doorstroom

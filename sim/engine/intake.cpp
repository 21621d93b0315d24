#include "engine/intake.hpp"

#include <algorithm>
#include <cmath>

#include "model/sample_profile.hpp"
#include "random/rounding.hpp"

namespace doorstroom {

Intake::Intake(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
               Trajectories& trajectories)
    : world_(world),
      planner_(planner),
      labour_(labour),
      desk_(desk),
      trajectories_(trajectories),
      rate_now_(world.model.streams.size(), 0),
      expected_so_far_(world.model.streams.size(), 0) {}

std::int64_t Intake::count_today(std::size_t stream) {
  const Stream& s = world_.model.streams[stream];
  std::size_t& now = rate_now_[stream];
  while (now + 1 < s.rates.size() && s.rates[now + 1].from <= world_.today) ++now;
  const ArrivalRate& rate = s.rates[now];
  if (s.is_even) {
    const double before = expected_so_far_[stream];
    expected_so_far_[stream] += rate.per_day;
    constexpr double rounding = 1e-9;  // sums of daily rates fall just short of whole numbers
    return static_cast<std::int64_t>(std::floor(expected_so_far_[stream] + rounding) -
                                     std::floor(before + rounding));
  }
  const LuckKey day{mix(s.key, static_cast<std::uint64_t>(world_.today.since_epoch))};
  return rate.counts.count(world_.luck.draw(day, arrival_lane).first);
}

DayCount Intake::sample_days(Slot slot, const Stays& stays, Lane lane) const {
  if (stays.empty()) return 0;
  const Draw draw = world_.luck.draw(world_.whose(slot), lane);
  return whole_days(stays.of(world_.distance(slot)).days(draw.first), draw.second);
}

Intake::Created Intake::create(PersonId id, const Sampler& sampler) {
  const Slot slot = world_.people.add(id);
  const SampledPerson drawn = sample_person(sampler, world_.luck, world_.whose(slot));
  world_.people[slot].profile = drawn.profile;
  if (world_.people.has_age()) world_.people.birth(slot) = world_.today - drawn.age;
  if (world_.people.has_benefits()) {
    const DayCount worked = sample_days(slot, sampler.days_worked, worked_lane);
    world_.people.benefit(slot).worked.front() = {world_.today - worked, worked};
  }
  return {slot, drawn.unemployed};
}

void Intake::admit(std::size_t stream, std::uint32_t ordinal) {
  const Stream& s = world_.model.streams[stream];
  const auto [slot, unemployed] = create(PersonId::of(stream, world_.today, ordinal), s.people);
  labour_.enter(slot, s.reception.status, 0, unemployed, Reason::arrival);
  desk_.receive(slot, s.reception);
  planner_.plan(slot);
}

void Intake::admit_arrivals() {
  for (std::size_t stream = 0; stream < world_.model.streams.size(); ++stream) {
    const std::int64_t count = count_today(stream);
    for (std::int64_t i = 0; i < count; ++i) admit(stream, static_cast<std::uint32_t>(i));
  }
}

void Intake::admit_stock() {
  const std::size_t first_source = world_.model.streams.size();
  for (std::size_t c = 0; c < world_.model.stock.size(); ++c) {
    const StockCell& cell = world_.model.stock[c];
    for (std::uint32_t i = 0; i < cell.people; ++i) {
      admit_of_stock(cell, PersonId::of(first_source + c, world_.today, i));
    }
  }
}

void Intake::admit_of_stock(const StockCell& cell, PersonId id) {
  auto [slot, unemployed] = create(id, cell.profile);
  const Status& status = world_.model.statuses[cell.reception.status.position()];
  const bool elsewhere = cell.waiting_for.exists() || cell.in.exists();
  const Begun begun = sample_begun(slot, cell);
  if (status.unemployment == UnemploymentClock::runs) unemployed = std::max(unemployed, begun.days);
  labour_.enter(slot, cell.reception.status, elsewhere ? 0 : begun.days, unemployed, Reason::stock);
  if (cell.assessed_by.exists()) trajectories_.assess_before_start(slot, cell.assessed_by);
  if (cell.waiting_for.exists()) desk_.join_from_stock(slot, cell.waiting_for, begun.days);
  if (cell.in.exists()) {
    world_.people.visits(slot)[cell.in.position()].add();
    trajectories_.resume(slot, cell.in, begun.stage, begun.days_in_stage, begun.days);
  }
  planner_.begin_at_midnight(slot);
  desk_.receive(slot, cell.reception);
  planner_.plan(slot);
}

/// Who waits or is in a measure at the start joined or began it on an earlier day.
Intake::Begun Intake::sample_begun(Slot slot, const StockCell& cell) const {
  Begun begun;
  if (cell.elapsed == Elapsed::length_biased) {
    const StationaryAge& age = cell.ages[cell.ages.size() == 1 ? 0 : world_.distance(slot)];
    const Draw draw = world_.luck.draw(world_.whose(slot), elapsed_part_lane);
    begun.stage = age.stage.pick(draw.first);
    begun.days_in_stage = static_cast<DayCount>(age.days[begun.stage].pick(draw.second)) + 1;
    begun.days = age.before[begun.stage] + begun.days_in_stage;
    return begun;
  }
  const bool drawn = cell.elapsed == Elapsed::drawn;
  const DayCount elapsed = drawn ? sample_days(slot, cell.elapsed_stay, elapsed_lane) : 0;
  const bool earlier = cell.waiting_for.exists() || cell.in.exists();
  begun.days = std::max(elapsed, earlier ? 1 : 0);
  begun.days_in_stage = begun.days;
  return begun;
}

}  // namespace doorstroom

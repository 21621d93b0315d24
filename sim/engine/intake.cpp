#include "engine/intake.hpp"

#include <algorithm>
#include <cmath>

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

void Intake::sample_attributes(Slot slot, const Sampler& sampler) {
  Person& person = world_.people[slot];
  const LuckKey whose = world_.whose(slot);
  for (const AttributeSampler& attribute : sampler.attributes) {
    const Shares& shares = attribute.shares[person.profile.code(attribute.by)];
    const Draw draw = world_.luck.draw(whose, attribute.lane);
    person.profile.set(attribute.target, static_cast<unsigned>(shares.pick(draw.first)));
  }
}

DayCount Intake::sample_days(Slot slot, const Stays& stays, Lane lane) const {
  if (stays.empty()) return 0;
  const Draw draw = world_.luck.draw(world_.whose(slot), lane);
  return whole_days(stays.of(world_.distance(slot)).days(draw.first), draw.second);
}

Slot Intake::create(PersonId id, const Sampler& sampler) {
  const Slot slot = world_.people.add(id);
  sample_attributes(slot, sampler);
  if (world_.people.has_age()) {
    world_.people.birth(slot) = world_.today - sample_days(slot, sampler.age, age_lane);
  }
  return slot;
}

void Intake::admit(std::size_t stream, std::uint32_t ordinal) {
  const Stream& s = world_.model.streams[stream];
  const Slot slot = create(PersonId::of(stream, world_.today, ordinal), s.people);
  labour_.enter(slot, s.reception.status, 0,
                sample_days(slot, s.people.unemployed_for, unemployed_lane), Reason::arrival);
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
  const Slot slot = create(id, cell.profile);
  const bool drawn = cell.elapsed == Elapsed::drawn;
  DayCount elapsed = drawn ? sample_days(slot, cell.elapsed_stay, elapsed_lane) : 0;
  if (cell.waiting_for.exists()) elapsed = std::max(elapsed, 1);  // joined before the first day
  const bool elsewhere = cell.waiting_for.exists() || cell.in.exists();
  const DayCount unemployed =
      std::max(sample_days(slot, cell.profile.unemployed_for, unemployed_lane), elapsed);
  labour_.enter(slot, cell.reception.status, elsewhere ? 0 : elapsed, unemployed, Reason::stock);
  if (cell.waiting_for.exists()) desk_.join_from_stock(slot, cell.waiting_for, elapsed);
  if (cell.in.exists()) place_in_measure(slot, cell, elapsed);
  desk_.receive(slot, cell.reception);
  planner_.plan(slot);
}

void Intake::place_in_measure(Slot slot, const StockCell& cell, DayCount elapsed) {
  world_.people.visits(slot)[cell.in.position()].add();
  if (cell.elapsed != Elapsed::length_biased) {
    trajectories_.resume(slot, cell.in, 0, elapsed, elapsed);
    return;
  }
  const unsigned distance = world_.distance(slot);
  const StationaryAge& age = cell.ages.size() == 1 ? cell.ages.front() : cell.ages[distance];
  const Draw draw = world_.luck.draw(world_.whose(slot), elapsed_part_lane);
  const std::size_t stage = age.stage.pick(draw.first);
  const auto days = static_cast<DayCount>(age.days[stage].pick(draw.second));
  trajectories_.resume(slot, cell.in, stage, days, age.before[stage] + days);
}

}  // namespace doorstroom

#include "compare/twins.hpp"

#include <algorithm>

#include "base/contracts.hpp"

namespace doorstroom {

Twins::Twins(const Model& base, const Model& alternative, const std::vector<std::string>& payers,
             const DayLog& base_log, const DayLog& alternative_log)
    : translation_(base, alternative),
      judge_(base, alternative),
      base_reader_(base, payers),
      alternative_reader_(alternative, payers),
      base_log_(base_log),
      alternative_log_(alternative_log),
      payers_(payers.size()) {}

Twins::Here& Twins::at(Side side, Slot slot) {
  Column<Here>& column = here_[static_cast<std::size_t>(side)];
  if (slot >= column.size()) column.resize(slot + std::size_t{1});
  return column[slot];
}

void Twins::lived_events(const DayLog& log, Slot slot, std::vector<Event>& into) const {
  log.events_of(slot, into);
  std::erase_if(into, [](const Event& event) { return !is_lived(event); });
}

void Twins::compare_day(Day today) {
  match_arrivals(today);
  // First those whose lives parted before: whose lives part today are read on at once.
  for (const Side side : {Side::base, Side::alternative}) {
    for (const PersonToday& person : log(side).people_today()) {
      if (at(side, person.slot).twin != no_twin) live_on(side, person.slot, today);
    }
  }
  for (const PersonToday& person : base_log_.people_today()) {
    const Here& here = at(Side::base, person.slot);
    if (here.twin == no_twin) compare_person(person.slot, here.there, today);
  }
  for (const PersonToday& person : alternative_log_.people_today()) {
    const Here& here = at(Side::alternative, person.slot);
    const bool compared = here.twin != no_twin || base_log_.has_events(here.there);
    if (!compared) compare_person(here.there, person.slot, today);
  }
}

/// Finds the twins of those who entered today: slots are used again, identities are not.
void Twins::match_arrivals(Day today) {
  const auto enters = [](const std::vector<Event>& events) {
    return !events.empty() && events.front().kind == EventKind::entered;
  };
  arrived_.clear();
  for (const auto& [slot, id, profile, unemployed, age] : alternative_log_.people_today()) {
    lived_events(alternative_log_, slot, alternative_events_);
    if (!enters(alternative_events_)) continue;
    at(Side::alternative, slot) = {};
    arrived_.emplace(translation_.in_base(id).bits, slot);
  }
  for (const auto& [slot, id, profile, unemployed, age] : base_log_.people_today()) {
    lived_events(base_log_, slot, base_events_);
    if (!enters(base_events_)) continue;
    at(Side::base, slot) = {};
    const auto twin = arrived_.find(id.bits);
    if (twin == arrived_.end()) {
      begin_alone(Side::base, slot, today);
      continue;
    }
    ++people_in_both_;
    at(Side::base, slot).there = twin->second;
    at(Side::alternative, twin->second).there = slot;
    arrived_.erase(twin);
  }
  for (const PersonToday& person : alternative_log_.people_today()) {
    const Here& here = at(Side::alternative, person.slot);
    if (here.there == no_slot && here.twin == no_twin) {
      begin_alone(Side::alternative, person.slot, today);
    }
  }
}

Twin Twins::twin_as_of(Side side, Slot slot, Day today) const {
  const Standing& standing = here_[static_cast<std::size_t>(side)][slot].standing;
  const PersonToday person = log(side).person(slot, today);
  Twin twin;
  twin.profile = standing.status == Standing::nothing ? person.profile : standing.profile;
  twin.unemployed = person.unemployed;
  twin.age = person.age;
  twin.list = standing.list;
  twin.priority = standing.priority;
  for (LifeHere& life : twin.lives) life.sums.euro.assign(payers_, 0.0);
  return twin;
}

void Twins::begin_alone(Side side, Slot slot, Day today) {
  Twin twin = twin_as_of(side, slot, today);
  twin.reach = side == Side::base ? Reach::base_only : Reach::alternative_only;
  at(side, slot).twin = static_cast<std::uint32_t>(twins_.size());
  twins_.push_back(std::move(twin));
}

void Twins::compare_person(Slot base, Slot alternative, Day today) {
  lived_events(base_log_, base, base_events_);
  lived_events(alternative_log_, alternative, alternative_events_);
  Standing& in_base = at(Side::base, base).standing;
  Standing& in_alternative = at(Side::alternative, alternative).standing;
  const std::size_t both = std::min(base_events_.size(), alternative_events_.size());
  std::size_t same = 0;
  for (; same < both; ++same) {
    const Event& event = base_events_[same];
    const Event& other = alternative_events_[same];
    if (!are_the_same(event, translation_.of(other))) break;
    base_reader_.read(event, today, in_base, nullptr);
    alternative_reader_.read(other, today, in_alternative, nullptr);
  }
  const bool differ = same < std::max(base_events_.size(), alternative_events_.size());
  if (differ) part(base, alternative, same, today);
}

void Twins::part(Slot base, Slot alternative, std::size_t parted_at, Day today) {
  const auto rest = static_cast<std::ptrdiff_t>(parted_at);
  const std::span<const Event> in_base(base_events_.begin() + rest, base_events_.end());
  std::vector<Event> in_alternative;
  for (std::size_t i = parted_at; i < alternative_events_.size(); ++i) {
    in_alternative.push_back(translation_.of(alternative_events_[i]));
  }
  Twin twin = twin_as_of(Side::base, base, today);
  twin.reach = judge_.judge(in_base, in_alternative);
  twin.lives[0].standing = at(Side::base, base).standing;
  twin.lives[1].standing = at(Side::alternative, alternative).standing;
  const auto number = static_cast<std::uint32_t>(twins_.size());
  at(Side::base, base).twin = number;
  at(Side::alternative, alternative).twin = number;
  twins_.push_back(std::move(twin));
  read_on(Side::base, number, base_events_, parted_at, today);
  read_on(Side::alternative, number, alternative_events_, parted_at, today);
}

void Twins::live_on(Side side, Slot slot, Day today) {
  lived_events(log(side), slot, base_events_);
  read_on(side, at(side, slot).twin, base_events_, 0, today);
}

void Twins::read_on(Side side, std::uint32_t twin, const std::vector<Event>& events,
                    std::size_t from, Day today) {
  LifeHere& life = twins_[twin].lives[static_cast<std::size_t>(side)];
  for (std::size_t i = from; i < events.size(); ++i) {
    reader(side).read(events[i], today, life.standing, &life.sums);
  }
}

void Twins::close(Day end) {
  for (Twin& twin : twins_) {
    if (twin.reach != Reach::alternative_only) {
      base_reader_.close(twin.lives[0].standing, end, twin.lives[0].sums);
    }
    if (twin.reach != Reach::base_only) {
      alternative_reader_.close(twin.lives[1].standing, end, twin.lives[1].sums);
    }
  }
}

}  // namespace doorstroom

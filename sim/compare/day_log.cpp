#include "compare/day_log.hpp"

#include <cstddef>

namespace doorstroom {

namespace {

PersonToday person_of(const PeopleStore& people, Slot slot, Day today) {
  const Person& person = people[slot];
  return {slot, person.id, person.profile, person.days_unemployed(today),
          people.has_age() ? today - people.birth(slot) : 0};
}

}  // namespace

void DayLog::fold(const EventBlock& block) {
  people_ = &block.people;
  for (const Event& event : block.events) {
    if (event.slot >= ends_.size()) ends_.resize(event.slot + std::size_t{1});
    Ends& ends = ends_[event.slot];
    const auto at = static_cast<std::uint32_t>(events_.size());
    if (ends.day != day_) {
      ends = {day_, at, at, static_cast<std::uint32_t>(touched_.size())};
      touched_.push_back(person_of(block.people, event.slot, block.day));
    } else {
      events_[ends.last].next = at;
      ends.last = at;
    }
    events_.push_back({event, none});
  }
}

PersonToday DayLog::person(Slot slot, Day today) const {
  return has_events(slot) ? touched_[ends_[slot].person] : person_of(*people_, slot, today);
}

void DayLog::clear() {
  events_.clear();
  touched_.clear();
  ++day_;
}

void DayLog::events_of(Slot slot, std::vector<Event>& into) const {
  into.clear();
  if (!has_events(slot)) return;
  for (std::uint32_t at = ends_[slot].first; at != none; at = events_[at].next) {
    into.push_back(events_[at].event);
  }
}

}  // namespace doorstroom

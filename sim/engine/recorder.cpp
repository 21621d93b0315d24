#include "engine/recorder.hpp"

#include <algorithm>

namespace doorstroom {

void end_month(std::span<Recorder* const> recorders, const MonthView& view) {
  constexpr Slot some = 512;
  Slot first = 0;
  do {
    const Slot end = first + std::min(some, view.people.slots() - first);
    for (Slot slot = first; slot < end; ++slot) __builtin_prefetch(&view.people[slot]);
    for (Recorder* recorder : recorders) recorder->census(view, first, end);
    first = end;
  } while (first < view.people.slots());
  for (Recorder* recorder : recorders) recorder->month_end(view);
}

EventLog::EventLog(std::vector<Recorder*> recorders) : recorders_(std::move(recorders)) {
  events_.reserve(block_size);
}

void EventLog::flush(const PeopleStore& people) {
  if (events_.empty()) return;
  const EventBlock block{today_, events_, people};
  for (Recorder* recorder : recorders_) recorder->fold(block);
  told_ += events_.size();
  events_.clear();
}

void EventLog::day_end(const DayView& view) {
  for (Recorder* recorder : recorders_) recorder->day_end(view);
}

void EventLog::month_end(const MonthView& view) {
  end_month(recorders_, view);
}

void EventLog::close(const PeopleStore& people, const Accounts& accounts) {
  for (Recorder* recorder : recorders_) recorder->close(people, accounts);
}

}  // namespace doorstroom

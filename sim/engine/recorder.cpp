#include "engine/recorder.hpp"

namespace doorstroom {

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
  for (Recorder* recorder : recorders_) recorder->month_end(view);
}

void EventLog::close(const PeopleStore& people, const Accounts& accounts) {
  for (Recorder* recorder : recorders_) recorder->close(people, accounts);
}

}  // namespace doorstroom

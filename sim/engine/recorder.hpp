// What the engine tells to whoever listens: events in blocks, and how things stand at the end of a
// month. The engine knows no concrete recorder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "engine/accounts.hpp"
#include "engine/people_store.hpp"
#include "engine/waiting_lists.hpp"
#include "model/event.hpp"

namespace doorstroom {

/// Events of one day, in the order in which they happened to each person.
struct EventBlock {
  Day day;
  std::span<const Event> events;
  const PeopleStore& people;

  /// Who is stored in a slot today; also of people who left today.
  [[nodiscard]] PersonId id_of(Slot slot) const { return people[slot].id; }
};

/// Why people on one lane did not start: a resource is used up, or what is left of it is not yet
/// released (places: not yet offered again).
enum class HeldBy : std::uint8_t { resource, release };

/// So many people on a list were held back at the end of the month, and by what.
struct HeldBack {
  std::size_t list = 0;
  AccountIndex account = 0;
  HeldBy by = HeldBy::resource;
  bool alone = false;  // nothing else held them back
  std::int64_t people = 0;
};

/// How things stand at the end of the last day of a month (or of the horizon).
struct MonthView {
  Day day;
  const Accounts& accounts;
  const PeopleStore& people;
  const WaitingLists& lists;
  std::span<const HeldBack> held_back;
};

/// How resources and lists stand at the end of a day.
struct DayView {
  Day day;
  const Accounts& accounts;
  const WaitingLists& lists;
};

/// Folds events into something. One object records one replication.
class Recorder {
 public:
  Recorder() = default;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  virtual ~Recorder() = default;

  virtual void fold(const EventBlock& block) = 0;
  /// Every day, after its events and before the end of its month.
  virtual void day_end(const DayView& /*view*/) {}
  /// At the end of a month, before month_end: everybody, the slots [first, end) at a time, so that
  /// people whom several recorders look at are fetched from memory once. Begins with slot 0, also
  /// where there is nobody.
  virtual void census(const MonthView& /*view*/, Slot /*first*/, Slot /*end*/) {}
  virtual void month_end(const MonthView& /*view*/) {}
  /// After the last day; `people` are those alive then.
  virtual void close(const PeopleStore& /*people*/, const Accounts& /*accounts*/) {}
  /// Once, before the first event: what it keeps of each person may stand in rows beside what
  /// others keep, which outlive it.
  virtual void keep_people_in(RowStore& /*rows*/) {}
  /// Bytes of what it keeps of each person: what grows with the people.
  [[nodiscard]] virtual std::size_t bytes_of_people() const { return 0; }
};

/// The end of a month for all of them: census, then month_end.
void end_month(std::span<Recorder* const> recorders, const MonthView& view);

/// Collects a day's events and hands them on in blocks.
class EventLog final {
 public:
  explicit EventLog(std::vector<Recorder*> recorders);

  void open_day(Day today) { today_ = today; }
  void add(const Event& event, const PeopleStore& people) {
    events_.push_back(event);
    if (events_.size() >= block_size) flush(people);
  }
  void flush(const PeopleStore& people);
  void day_end(const DayView& view);
  void month_end(const MonthView& view);
  void close(const PeopleStore& people, const Accounts& accounts);
  /// Number of events told so far.
  [[nodiscard]] std::uint64_t told() const { return told_ + events_.size(); }

 private:
  static constexpr std::size_t block_size = 1024;
  std::vector<Recorder*> recorders_;
  std::vector<Event> events_;
  Day today_;
  std::uint64_t told_ = 0;
};

}  // namespace doorstroom

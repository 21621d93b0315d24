// The events of one day of one world, by person.
#pragma once

#include <cstdint>
#include <vector>

#include "base/column.hpp"
#include "engine/recorder.hpp"

namespace doorstroom {

/// Somebody with events today; whoever left is no longer among the people of the world.
struct PersonToday {
  Slot slot = no_slot;
  PersonId id;
  Profile profile;
  DayCount unemployed = 0;
  DayCount age = 0;  // days; 0 where the model knows no ages
};

/// Keeps the events of the present day until `clear`.
class DayLog final : public Recorder {
 public:
  void fold(const EventBlock& block) override;
  /// Makes room for the next day.
  void clear();

  /// Who had an event today, in the order of their first one.
  [[nodiscard]] const std::vector<PersonToday>& people_today() const { return touched_; }
  /// Who is stored in a slot, as they were when their first events of the day were told, or are
  /// without any.
  [[nodiscard]] PersonToday person(Slot slot, Day today) const;
  /// Had they any?
  [[nodiscard]] bool has_events(Slot slot) const {
    return slot < ends_.size() && ends_[slot].day == day_;
  }
  /// Replaces `into` by the events today of who is stored in a slot, in order.
  void events_of(Slot slot, std::vector<Event>& into) const;

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Entry {
    Event event;
    std::uint32_t next = none;
  };
  struct Ends {
    std::uint32_t day = 0;  // number of the day they are of, from 1
    std::uint32_t first = none;
    std::uint32_t last = none;
    std::uint32_t person = none;  // among those of today
  };

  std::vector<Entry> events_;
  std::vector<PersonToday> touched_;
  Column<Ends> ends_;  // by slot
  std::uint32_t day_ = 1;
  const PeopleStore* people_ = nullptr;
};

}  // namespace doorstroom

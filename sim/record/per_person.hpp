// Something that a recorder keeps of every living person.
#pragma once

#include <span>

#include "base/column.hpp"
#include "engine/person.hpp"
#include "model/event.hpp"

namespace doorstroom {

/// By slot, growing with the slots that events name. Slots are used again: whoever keeps a state
/// sets it anew when somebody enters.
template <class State>
class PerPerson final {
 public:
  State& operator[](Slot slot) {
    if (slot >= states_.size()) states_.resize(slot + std::size_t{1});
    return states_[slot];
  }
  /// What is kept of a person; null where nothing ever was.
  State* find(Slot slot) { return slot < states_.size() ? &states_[slot] : nullptr; }
  [[nodiscard]] std::size_t bytes() const { return states_.size() * sizeof(State); }
  /// Always inline: g++ 12 leaves out calls of a function that only prefetches.
  [[gnu::always_inline]] inline void prefetch(Slot slot) const {
    if (slot < states_.size()) __builtin_prefetch(&states_[slot], 1);
  }

 private:
  Column<State> states_;
};

/// So many people ahead, memory is asked for what is kept of them: people come in no order that the
/// processor could guess.
inline constexpr std::size_t people_ahead = 16;

/// Calls visit(item) for items in order, with what `states` keeps of the person in slot_of(item) on
/// its way beforehand.
template <class Items, class State, class SlotOf, class Visit>
void visit_people(const Items& items, const PerPerson<State>& states, SlotOf slot_of, Visit visit) {
  const std::size_t count = items.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + people_ahead < count) states.prefetch(slot_of(items[i + people_ahead]));
    visit(items[i]);
  }
}

template <class State, class Visit>
void visit_people(std::span<const Event> events, const PerPerson<State>& states, Visit visit) {
  visit_people(
      events, states, [](const Event& event) { return event.slot; }, visit);
}

}  // namespace doorstroom

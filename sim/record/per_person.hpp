// Something that a recorder keeps of every living person.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/row_store.hpp"
#include "engine/person.hpp"
#include "model/event.hpp"

namespace doorstroom {

/// By slot, growing with the slots that events name. Slots are used again: whoever keeps a state
/// sets it anew when somebody enters. States stay where they are in memory.
template <class State>
class PerPerson final {
 public:
  PerPerson() { keep_in(own_); }
  PerPerson(const PerPerson&) = delete;
  PerPerson& operator=(const PerPerson&) = delete;

  /// From now on in rows that others share, and no longer in rows of its own: of people of whom
  /// much is kept, all lies together. Before anything is kept; the rows must outlive this.
  void keep_in(RowStore& rows) {
    rows_ = &rows;
    part_ = rows.add_part<State>();
  }
  State& operator[](Slot slot) {
    if (slot >= rows_->size()) rows_->grow_to(slot + std::size_t{1});
    return *rows_->at(slot, part_);
  }
  /// What is kept of a person; null where nothing ever was.
  State* find(Slot slot) { return slot < rows_->size() ? rows_->at(slot, part_) : nullptr; }
  [[nodiscard]] const State* find(Slot slot) const {
    return slot < rows_->size() ? std::as_const(*rows_).at(slot, part_) : nullptr;
  }
  [[nodiscard]] std::size_t bytes() const { return rows_->size() * sizeof(State); }
  /// Always inline: g++ 12 leaves out calls of a function that only prefetches.
  [[gnu::always_inline]] inline void prefetch(Slot slot) const {
    if (slot < rows_->size()) __builtin_prefetch(rows_->at(slot, part_), 1);
  }

 private:
  RowStore own_;
  RowStore* rows_ = nullptr;
  RowStore::Part<State> part_;
};

/// Something kept of few of the living: 4 bytes for everybody and a state for whoever has one. A
/// new state can move the others.
template <class State>
class PerFewPeople final {
 public:
  /// The state of a person, made if there is none yet.
  State& add(Slot slot) {
    std::uint32_t& at = index_[slot];
    if (at != 0) return states_[at - 1];
    if (free_.empty()) {
      states_.emplace_back();
      at = static_cast<std::uint32_t>(states_.size());
    } else {
      at = free_.back();
      free_.pop_back();
      states_[at - 1] = {};
    }
    return states_[at - 1];
  }
  /// Null where there is none.
  State* find(Slot slot) {
    const std::uint32_t* at = index_.find(slot);
    return at == nullptr || *at == 0 ? nullptr : &states_[*at - 1];
  }
  void forget(Slot slot) {
    std::uint32_t* at = index_.find(slot);
    if (at == nullptr || *at == 0) return;
    states_[*at - 1] = {};
    free_.push_back(*at);
    *at = 0;
  }
  /// See PerPerson.
  void keep_in(RowStore& rows) { index_.keep_in(rows); }
  /// All states; those forgotten are as new.
  [[nodiscard]] std::vector<State>& all() { return states_; }
  [[nodiscard]] std::size_t bytes() const {
    return index_.bytes() + states_.size() * sizeof(State) + free_.size() * sizeof(std::uint32_t);
  }
  /// Always inline, as PerPerson's.
  [[gnu::always_inline]] inline void prefetch(Slot slot) const { index_.prefetch(slot); }

 private:
  PerPerson<std::uint32_t> index_;  // 0: none; else one more than the position
  std::vector<State> states_;
  std::vector<std::uint32_t> free_;
};

/// So many people ahead, memory is asked for what is kept of them: people come in no order that the
/// processor could guess.
inline constexpr std::size_t people_ahead = 16;

/// Calls visit(item) for items in order, with what `states` keeps of the person in slot_of(item) on
/// its way beforehand.
template <class Items, class States, class SlotOf, class Visit>
void visit_people(const Items& items, const States& states, SlotOf slot_of, Visit visit) {
  const std::size_t count = items.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + people_ahead < count) states.prefetch(slot_of(items[i + people_ahead]));
    visit(items[i]);
  }
}

template <class States, class Visit>
void visit_people(std::span<const Event> events, const States& states, Visit visit) {
  visit_people(
      events, states, [](const Event& event) { return event.slot; }, visit);
}

}  // namespace doorstroom

// All living people. A slot is reused when its person is gone, so memory follows the living.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/row_store.hpp"
#include "engine/person.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// People by slot, a row each (docs/adr/0028). Parts of the record that a model never needs take no
/// memory.
class PeopleStore final {
 public:
  explicit PeopleStore(const Model& model);

  /// A slot for a new person, empty but for the identity.
  Slot add(PersonId id);
  /// Gives the slot back; it is reused after `recycle`, so that today's events still know it.
  void remove(Slot slot);
  /// Makes the slots of those removed available again.
  void recycle();

  [[nodiscard]] Person& operator[](Slot slot) { return *rows_.at(slot, person_); }
  [[nodiscard]] const Person& operator[](Slot slot) const { return *rows_.at(slot, person_); }
  /// Fetches the record of somebody to whom something will soon happen, some events ahead: the
  /// people of a day are spread over all of memory.
  [[gnu::always_inline]] inline void prefetch(Slot slot) const { rows_.prefetch(slot); }

  [[nodiscard]] Membership& membership(Slot slot, ListKind kind) {
    return rows_.at(slot, memberships_)[column_[static_cast<std::size_t>(kind)]];
  }
  [[nodiscard]] const Membership& membership(Slot slot, ListKind kind) const {
    return rows_.at(slot, memberships_)[column_[static_cast<std::size_t>(kind)]];
  }
  /// All memberships of a person, in the order of list_kind_of_column.
  [[nodiscard]] std::span<Membership> memberships(Slot slot) {
    return {rows_.at(slot, memberships_), memberships_.count};
  }
  [[nodiscard]] std::span<const Membership> memberships(Slot slot) const {
    return {rows_.at(slot, memberships_), memberships_.count};
  }
  [[nodiscard]] ListKind kind_of_column(std::size_t column) const { return kind_of_[column]; }

  /// The person's history with each measure.
  [[nodiscard]] std::span<Visits> visits(Slot slot) {
    return {rows_.at(slot, visits_), visits_.count};
  }
  [[nodiscard]] std::span<const Visits> visits(Slot slot) const {
    return {rows_.at(slot, visits_), visits_.count};
  }

  // Hazards: one threshold per exit of the status; one for drift and one for drop-out, where the
  // model has them.
  [[nodiscard]] Threshold& exit_threshold(Slot slot, std::size_t exit) {
    return rows_.at(slot, exit_thresholds_)[exit];
  }
  [[nodiscard]] Threshold exit_threshold(Slot slot, std::size_t exit) const {
    return rows_.at(slot, exit_thresholds_)[exit];
  }
  [[nodiscard]] bool has_drift() const { return drift_threshold_.count > 0; }
  [[nodiscard]] Threshold& drift_threshold(Slot slot) { return *rows_.at(slot, drift_threshold_); }
  [[nodiscard]] Threshold drift_threshold(Slot slot) const {
    return *rows_.at(slot, drift_threshold_);
  }
  [[nodiscard]] bool has_drop_out() const { return drop_out_threshold_.count > 0; }
  [[nodiscard]] Threshold& drop_out_threshold(Slot slot) {
    return *rows_.at(slot, drop_out_threshold_);
  }
  [[nodiscard]] Threshold drop_out_threshold(Slot slot) const {
    return *rows_.at(slot, drop_out_threshold_);
  }
  [[nodiscard]] bool has_thresholds() const { return hazard_plan_.count > 0; }
  [[nodiscard]] HazardPlan& hazard_plan(Slot slot) { return *rows_.at(slot, hazard_plan_); }
  [[nodiscard]] const HazardPlan& hazard_plan(Slot slot) const {
    return *rows_.at(slot, hazard_plan_);
  }

  [[nodiscard]] bool has_after_effects() const { return after_.count > 0; }
  [[nodiscard]] AfterEffects& after(Slot slot) { return *rows_.at(slot, after_); }
  [[nodiscard]] const AfterEffects& after(Slot slot) const { return *rows_.at(slot, after_); }

  [[nodiscard]] bool has_age() const { return birth_.count > 0; }
  [[nodiscard]] Day& birth(Slot slot) { return *rows_.at(slot, birth_); }
  [[nodiscard]] Day birth(Slot slot) const { return *rows_.at(slot, birth_); }

  [[nodiscard]] bool has_validity() const { return validity_.count > 0; }
  [[nodiscard]] Validity& validity(Slot slot) { return *rows_.at(slot, validity_); }

  [[nodiscard]] bool has_benefits() const { return benefits_.count > 0; }
  [[nodiscard]] BenefitState& benefit(Slot slot) { return *rows_.at(slot, benefits_); }
  [[nodiscard]] const BenefitState& benefit(Slot slot) const { return *rows_.at(slot, benefits_); }

  /// Days spent under each cumulated limit.
  [[nodiscard]] std::span<DayCount> cumulated(Slot slot) {
    return {rows_.at(slot, cumulated_), cumulated_.count};
  }

  /// Number of people alive; slots run from 0 to slots().
  [[nodiscard]] std::size_t living() const { return living_; }
  [[nodiscard]] Slot slots() const { return static_cast<Slot>(rows_.size()); }
  /// Bytes in use per slot.
  [[nodiscard]] std::size_t bytes_per_slot() const { return rows_.bytes_per_row(); }

 private:
  std::array<std::size_t, list_kinds> column_{};
  std::vector<ListKind> kind_of_;

  RowStore rows_;
  // In the order in which they stand in a row: what most events touch comes first.
  RowStore::Part<Person> person_;
  RowStore::Part<Membership> memberships_;
  RowStore::Part<HazardPlan> hazard_plan_;
  RowStore::Part<Threshold> exit_thresholds_;
  RowStore::Part<Threshold> drift_threshold_;
  RowStore::Part<Threshold> drop_out_threshold_;
  RowStore::Part<Visits> visits_;
  RowStore::Part<Day> birth_;
  RowStore::Part<Validity> validity_;
  RowStore::Part<AfterEffects> after_;
  RowStore::Part<BenefitState> benefits_;
  RowStore::Part<DayCount> cumulated_;
  std::vector<Slot> free_;
  std::vector<Slot> removed_;
  std::size_t living_ = 0;
};

}  // namespace doorstroom

// All living people. A slot is reused when its person is gone, so memory follows the living.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/person.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// People by slot. Parts of the record that a model never needs take no memory.
class PeopleStore final {
 public:
  explicit PeopleStore(const Model& model);

  /// A slot for a new person, empty but for the identity.
  Slot add(PersonId id);
  /// Gives the slot back; it is reused after `recycle`, so that today's events still know it.
  void remove(Slot slot);
  /// Makes the slots of those removed available again.
  void recycle();

  [[nodiscard]] Person& operator[](Slot slot) { return people_[slot]; }
  [[nodiscard]] const Person& operator[](Slot slot) const { return people_[slot]; }
  /// Fetches what an event of this person will touch, some events ahead: the people of a day are
  /// spread over all of memory. Always inline, because g++ 12 takes a function that only prefetches
  /// for one without any effect, and leaves out the calls.
  [[gnu::always_inline]] inline void prefetch(Slot slot) const {
    __builtin_prefetch(&people_[slot]);
    __builtin_prefetch(thresholds_.data() + slot * threshold_columns_);
    __builtin_prefetch(hazard_plans_.data() + slot);
    __builtin_prefetch(memberships_.data() + slot * kinds_);
    __builtin_prefetch(visits_.data() + slot * measures_);
    __builtin_prefetch(after_.data() + (has_after_effects_ ? slot : 0));
    __builtin_prefetch(birth_.data() + (has_age_ ? slot : 0));
    __builtin_prefetch(validity_.data() + (has_validity_ ? slot : 0));
    if (has_benefits_) {
      __builtin_prefetch(&benefits_[slot]);
      __builtin_prefetch(&benefits_[slot] + 1);
    }
  }

  [[nodiscard]] Membership& membership(Slot slot, ListKind kind) {
    return memberships_[slot * kinds_ + column_[static_cast<std::size_t>(kind)]];
  }
  [[nodiscard]] const Membership& membership(Slot slot, ListKind kind) const {
    return memberships_[slot * kinds_ + column_[static_cast<std::size_t>(kind)]];
  }
  /// All memberships of a person, in the order of list_kind_of_column.
  [[nodiscard]] std::span<Membership> memberships(Slot slot) {
    return {memberships_.data() + slot * kinds_, kinds_};
  }
  [[nodiscard]] std::span<const Membership> memberships(Slot slot) const {
    return {memberships_.data() + slot * kinds_, kinds_};
  }
  [[nodiscard]] ListKind kind_of_column(std::size_t column) const { return kind_of_[column]; }

  /// The person's history with each measure.
  [[nodiscard]] std::span<Visits> visits(Slot slot) {
    return {visits_.data() + slot * measures_, measures_};
  }
  [[nodiscard]] std::span<const Visits> visits(Slot slot) const {
    return {visits_.data() + slot * measures_, measures_};
  }

  // Hazards: one threshold per exit of the status, then drift, then drop-out.
  [[nodiscard]] Threshold& exit_threshold(Slot slot, std::size_t exit) {
    return thresholds_[slot * threshold_columns_ + exit];
  }
  [[nodiscard]] Threshold exit_threshold(Slot slot, std::size_t exit) const {
    return thresholds_[slot * threshold_columns_ + exit];
  }
  [[nodiscard]] Threshold& drift_threshold(Slot slot) {
    return thresholds_[(slot + 1) * threshold_columns_ - 2];
  }
  [[nodiscard]] Threshold drift_threshold(Slot slot) const {
    return thresholds_[(slot + 1) * threshold_columns_ - 2];
  }
  [[nodiscard]] Threshold& drop_out_threshold(Slot slot) {
    return thresholds_[(slot + 1) * threshold_columns_ - 1];
  }
  [[nodiscard]] Threshold drop_out_threshold(Slot slot) const {
    return thresholds_[(slot + 1) * threshold_columns_ - 1];
  }
  [[nodiscard]] bool has_thresholds() const { return threshold_columns_ > 0; }
  [[nodiscard]] HazardPlan& hazard_plan(Slot slot) { return hazard_plans_[slot]; }
  [[nodiscard]] const HazardPlan& hazard_plan(Slot slot) const { return hazard_plans_[slot]; }

  [[nodiscard]] bool has_after_effects() const { return has_after_effects_; }
  [[nodiscard]] AfterEffects& after(Slot slot) { return after_[slot]; }
  [[nodiscard]] const AfterEffects& after(Slot slot) const { return after_[slot]; }

  [[nodiscard]] bool has_age() const { return has_age_; }
  [[nodiscard]] Day& birth(Slot slot) { return birth_[slot]; }
  [[nodiscard]] Day birth(Slot slot) const { return birth_[slot]; }

  [[nodiscard]] bool has_validity() const { return has_validity_; }
  [[nodiscard]] Validity& validity(Slot slot) { return validity_[slot]; }

  [[nodiscard]] bool has_benefits() const { return has_benefits_; }
  [[nodiscard]] BenefitState& benefit(Slot slot) { return benefits_[slot]; }
  [[nodiscard]] const BenefitState& benefit(Slot slot) const { return benefits_[slot]; }

  /// Days spent under each cumulated limit.
  [[nodiscard]] std::span<DayCount> cumulated(Slot slot) {
    return {cumulated_.data() + slot * limits_, limits_};
  }

  /// Number of people alive; slots run from 0 to slots().
  [[nodiscard]] std::size_t living() const { return living_; }
  [[nodiscard]] Slot slots() const { return static_cast<Slot>(people_.size()); }
  /// Bytes in use per slot.
  [[nodiscard]] std::size_t bytes_per_slot() const;

 private:
  void grow();

  std::size_t kinds_ = 0;
  std::array<std::size_t, list_kinds> column_{};
  std::vector<ListKind> kind_of_;
  std::size_t measures_;
  std::size_t threshold_columns_ = 0;
  std::size_t limits_;
  bool has_after_effects_;
  bool has_age_;
  bool has_validity_;
  bool has_benefits_;

  std::vector<Person> people_;
  std::vector<Membership> memberships_;
  std::vector<Visits> visits_;
  std::vector<Threshold> thresholds_;
  std::vector<HazardPlan> hazard_plans_;
  std::vector<AfterEffects> after_;
  std::vector<Day> birth_;
  std::vector<Validity> validity_;
  std::vector<BenefitState> benefits_;
  std::vector<DayCount> cumulated_;
  std::vector<Slot> free_;
  std::vector<Slot> removed_;
  std::size_t living_ = 0;
};

}  // namespace doorstroom

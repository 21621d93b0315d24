#include "engine/people_store.hpp"

#include <algorithm>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {
constexpr std::size_t drift_and_drop_out = 2;
}

PeopleStore::PeopleStore(const Model& model)
    : measures_(model.measures.size()),
      limits_(model.cumulated.size()),
      has_after_effects_(model.uses.after_effects),
      has_age_(model.uses.age),
      has_validity_(model.uses.validity) {
  if (model.uses.thresholds) threshold_columns_ = model.uses.most_exits + drift_and_drop_out;
  for (std::size_t kind = 0; kind < list_kinds; ++kind) {
    if (!model.uses.lists[kind]) continue;
    column_[kind] = kinds_++;
    kind_of_.push_back(static_cast<ListKind>(kind));
  }
}

void PeopleStore::grow() {
  const std::size_t size = people_.size() + 1;
  people_.resize(size);
  memberships_.resize(size * kinds_);
  visits_.resize(size * measures_);
  thresholds_.resize(size * threshold_columns_);
  if (threshold_columns_ > 0) hazard_plans_.resize(size);
  if (has_after_effects_) after_.resize(size);
  if (has_age_) birth_.resize(size);
  if (has_validity_) validity_.resize(size);
  cumulated_.resize(size * limits_);
}

Slot PeopleStore::add(PersonId id) {
  ++living_;
  if (free_.empty()) {
    EXPECTS(people_.size() < no_slot);
    grow();
    free_.push_back(static_cast<Slot>(people_.size() - 1));
  }
  const Slot slot = free_.back();
  free_.pop_back();
  people_[slot] = Person{};
  people_[slot].id = id;
  std::ranges::fill(memberships(slot), Membership{});
  std::ranges::fill(visits(slot), Visits{});
  std::ranges::fill(cumulated(slot), 0);
  if (has_after_effects_) after_[slot] = AfterEffects{};
  if (has_validity_) validity_[slot] = Validity{};
  return slot;
}

void PeopleStore::remove(Slot slot) {
  EXPECTS(people_[slot].exists() && !people_[slot].gone);
  people_[slot].due = never;
  people_[slot].gone = true;
  removed_.push_back(slot);
  --living_;
}

void PeopleStore::recycle() {
  for (const Slot slot : removed_) people_[slot].id = PersonId{};
  free_.insert(free_.end(), removed_.begin(), removed_.end());
  removed_.clear();
}

std::size_t PeopleStore::bytes_per_slot() const {
  std::size_t bytes = sizeof(Person) + kinds_ * sizeof(Membership) + measures_ * sizeof(Visits) +
                      limits_ * sizeof(DayCount) + threshold_columns_ * sizeof(Threshold);
  if (threshold_columns_ > 0) bytes += sizeof(HazardPlan);
  if (has_after_effects_) bytes += sizeof(AfterEffects);
  if (has_age_) bytes += sizeof(Day);
  if (has_validity_) bytes += sizeof(Validity);
  return bytes;
}

}  // namespace doorstroom

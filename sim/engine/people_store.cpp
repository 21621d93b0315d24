#include "engine/people_store.hpp"

#include <algorithm>

#include "base/contracts.hpp"

namespace doorstroom {

PeopleStore::PeopleStore(const Model& model) {
  for (std::size_t kind = 0; kind < list_kinds; ++kind) {
    if (!model.uses.lists[kind]) continue;
    column_[kind] = kind_of_.size();
    kind_of_.push_back(static_cast<ListKind>(kind));
  }
  const auto once_if = [](bool used) { return std::size_t{used ? 1U : 0U}; };
  const bool drops_out = std::ranges::any_of(model.measures, &Measure::has_drop_out);
  person_ = rows_.add_part<Person>();
  memberships_ = rows_.add_part<Membership>(kind_of_.size());
  hazard_plan_ = rows_.add_part<HazardPlan>(once_if(model.uses.thresholds));
  exit_thresholds_ = rows_.add_part<Threshold>(model.uses.most_exits);
  drift_threshold_ = rows_.add_part<Threshold>(once_if(model.drift.exists()));
  drop_out_threshold_ = rows_.add_part<Threshold>(once_if(drops_out));
  visits_ = rows_.add_part<Visits>(model.measures.size());
  birth_ = rows_.add_part<Day>(once_if(model.uses.age));
  validity_ = rows_.add_part<Validity>(once_if(model.uses.validity));
  after_ = rows_.add_part<AfterEffects>(once_if(model.uses.after_effects));
  benefits_ = rows_.add_part<BenefitState>(once_if(model.benefits.exist()));
  cumulated_ = rows_.add_part<DayCount>(model.cumulated.size(), 0);
}

Slot PeopleStore::add(PersonId id) {
  ++living_;
  Slot slot = no_slot;
  if (free_.empty()) {
    EXPECTS(rows_.size() < no_slot);
    slot = static_cast<Slot>(rows_.size());
    rows_.grow_to(rows_.size() + 1);
  } else {
    slot = free_.back();
    free_.pop_back();
    rows_.reset(slot);
  }
  (*this)[slot].id = id;
  return slot;
}

void PeopleStore::remove(Slot slot) {
  Person& person = (*this)[slot];
  EXPECTS(person.exists() && !person.gone);
  person.due = never;
  person.gone = true;
  removed_.push_back(slot);
  --living_;
}

void PeopleStore::recycle() {
  for (const Slot slot : removed_) (*this)[slot].id = PersonId{};
  free_.insert(free_.end(), removed_.begin(), removed_.end());
  removed_.clear();
}

}  // namespace doorstroom

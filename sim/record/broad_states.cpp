#include "record/broad_states.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

/// Of the status that every scenario has, or of one in which people live on the same.
bool is_sickness(const Model& model, const Status& status) {
  const auto sick = std::ranges::find(model.statuses, "sick", &Status::id);
  if (sick == model.statuses.end()) return false;
  return status.id == sick->id || (sick->benefit != no_statute && status.benefit == sick->benefit);
}

BroadState state_of(const Model& model, std::size_t position) {
  const Status& status = model.statuses[position];
  if (status.paid_work == PaidWork::nec) return BroadState::job_nec;
  if (status.paid_work == PaidWork::sec) return BroadState::job_sec;
  if (is_sickness(model, status)) return BroadState::sick;
  if (status.registered) return BroadState::unemployed;
  return position == model.ocmw.position() ? BroadState::ocmw : BroadState::out;
}

}  // namespace

BroadStates::BroadStates(const Model& model) {
  for (std::size_t s = 0; s < model.statuses.size(); ++s) of_status_.push_back(state_of(model, s));
  for (const Measure& measure : model.measures) {
    const bool has_job = measure.status.exists() &&
                         model.statuses[measure.status.position()].paid_work != PaidWork::none;
    of_measure_.push_back(has_job ? of_status_[measure.status.position()] : BroadState::measure);
  }
}

}  // namespace doorstroom

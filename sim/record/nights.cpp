#include "record/nights.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

Night night_of(const Model& model, std::size_t position) {
  const Status& status = model.statuses[position];
  if (status.paid_work == PaidWork::nec) return Night::job_nec;
  if (status.paid_work == PaidWork::sec) return Night::job_sec;
  if (status.registered) return Night::unemployed;
  return position == model.ocmw.position() ? Night::ocmw : Night::elsewhere;
}

PaidWork work_in(const Model& model, const Measure& measure) {
  return measure.status.exists() ? model.statuses[measure.status.position()].paid_work
                                 : PaidWork::none;
}

bool is_last_resort(const Measure& measure) {
  const std::vector<std::uint8_t>& misfit = measure.misfit;
  return misfit.size() > 1 && misfit.back() == 0 &&
         std::ranges::none_of(misfit.begin(), misfit.end() - 1,
                              [](std::uint8_t classes) { return classes == 0; });
}

/// Whoever is at work in a measure has a job there, no episode.
MeasureKinds kinds_of(const Model& model, const Measure& measure) {
  if (measure.is_screening) return {};
  const PaidWork work = work_in(model, measure);
  unsigned bits = 0;
  if (measure.line >= 2) bits |= MeasureKinds::advice;
  if (measure.line >= 2 && work == PaidWork::none) bits |= MeasureKinds::activation;
  if (work == PaidWork::sec) bits |= MeasureKinds::social_economy;
  if (is_last_resort(measure)) bits |= MeasureKinds::last_resort;
  return MeasureKinds(bits);
}

}  // namespace

bool is_jobless(Night night) {
  return night == Night::unemployed || night == Night::on_benefit || night == Night::ocmw;
}

NightMap::NightMap(const Model& model) : model_(model) {
  for (std::size_t s = 0; s < model.statuses.size(); ++s) nights_.push_back(night_of(model, s));
  for (const Measure& measure : model.measures) kinds_.push_back(kinds_of(model, measure));
}

bool NightMap::has_right(Profile profile) const {
  const BenefitModel& benefits = model_.benefits;
  return benefits.right == no_statute || profile.code(benefits.field) == benefits.right;
}

Night NightMap::of(std::size_t status, Profile profile) const {
  const Night night = nights_[status];
  return night == Night::unemployed && has_right(profile) ? Night::on_benefit : night;
}

std::vector<std::size_t> NightMap::all_of(MeasureKinds::Kind kind) const {
  std::vector<std::size_t> measures;
  for (std::size_t m = 0; m < kinds_.size(); ++m) {
    if (kinds_[m].has(kind)) measures.push_back(m);
  }
  return measures;
}

}  // namespace doorstroom

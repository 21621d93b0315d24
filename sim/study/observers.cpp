#include "study/observers.hpp"

#include "model/indicators.hpp"

namespace doorstroom {

Breakdowns breakdowns_of(const Model& model, const scenario::Output& output) {
  auto wanted = output.breakdowns;
  wanted.emplace(equity, output.equity);
  wanted.emplace(carousel_by, output.carousel.by);
  wanted.emplace(carousel_alike, output.carousel.alike);
  return {model, wanted};
}

CycleRules cycle_rules_of(const scenario::Output& output) {
  return cycle_rules(output.carousel.durable_job_months, output.carousel.window_months);
}

Observers::Observers(const Model& model, const Breakdowns& breakdowns, const CycleRules& cycles,
                     const std::vector<std::string>& risk_profile)
    : series_(model, breakdowns),
      waiting_(model, breakdowns),
      waiting_figures_(model, waiting_),
      held_back_(model),
      periods_(model),
      ledger_(model),
      flows_(model),
      outcomes_(model),
      leavers_(model, outcomes_),
      trajectories_(model),
      referral_(model),
      equity_(model, breakdowns),
      carousel_(model, cycles, breakdowns.of(std::string(carousel_by)), &ledger_),
      exits_(model, breakdowns, cycles),
      reentry_(model, breakdowns, exits_),
      first_jobs_(model, breakdowns, cycles),
      durable_(model, breakdowns, cycles, first_jobs_),
      rights_(model, cycles),
      fallback_(model),
      limbo_(model),
      limbo_figures_(model, limbo_),
      nights_(model, {&exits_, &first_jobs_, &rights_, &fallback_, &limbo_}),
      starters_(model),
      capacity_(model),
      risk_(model, cycles, risk_profile),
      audit_(model) {
  for (Recorder* recorder : recorders()) recorder->keep_people_in(people_);
}

std::vector<Recorder*> Observers::recorders() {
  return {&series_,   &waiting_,      &held_back_, &periods_, &ledger_,   &flows_,
          &outcomes_, &trajectories_, &referral_,  &equity_,  &carousel_, &nights_,
          &starters_, &capacity_,     &risk_,      &audit_};
}

std::size_t Observers::bytes_of_people() {
  std::size_t bytes = 0;
  for (const Recorder* recorder : recorders()) bytes += recorder->bytes_of_people();
  return bytes;
}

std::vector<const FigureSource*> Observers::sources() const {
  return {&series_,   &waiting_figures_, &held_back_, &periods_,      &ledger_,
          &flows_,    &outcomes_,        &leavers_,   &trajectories_, &referral_,
          &equity_,   &carousel_,        &reentry_,   &durable_,      &rights_,
          &fallback_, &limbo_figures_,   &starters_,  &capacity_,     &risk_};
}

FigureLayout Observers::layout() const {
  FigureLayout layout;
  for (const FigureSource* source : sources()) source->describe(layout);
  return layout;
}

FigureValues Observers::figures() const {
  FigureValues values;
  for (const FigureSource* source : sources()) source->give(values);
  return values;
}

}  // namespace doorstroom

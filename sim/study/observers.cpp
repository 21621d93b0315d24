#include "study/observers.hpp"

#include "model/indicators.hpp"

namespace doorstroom {

Breakdowns breakdowns_of(const Model& model, const scenario::Output& output) {
  auto wanted = output.breakdowns;
  wanted.emplace(equity, output.equity);
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
      trajectories_(model),
      referral_(model),
      equity_(model, breakdowns),
      carousel_(model, cycles),
      risk_(model, cycles, risk_profile),
      audit_(model) {}

std::vector<Recorder*> Observers::recorders() {
  return {&series_,       &waiting_,  &held_back_, &periods_,  &ledger_, &flows_, &outcomes_,
          &trajectories_, &referral_, &equity_,    &carousel_, &risk_,   &audit_};
}

std::size_t Observers::bytes_of_people() {
  std::size_t bytes = 0;
  for (const Recorder* recorder : recorders()) bytes += recorder->bytes_of_people();
  return bytes;
}

std::vector<const FigureSource*> Observers::sources() const {
  return {&series_,   &waiting_figures_, &held_back_, &periods_, &ledger_,   &flows_,
          &outcomes_, &trajectories_,    &referral_,  &equity_,  &carousel_, &risk_};
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

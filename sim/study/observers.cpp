#include "study/observers.hpp"

#include "base/contracts.hpp"

namespace doorstroom {

Observers::Observers(const Model& model, const Breakdowns& breakdowns)
    : series_(model, breakdowns),
      waiting_(model, breakdowns),
      waiting_figures_(model, waiting_),
      held_back_(model),
      periods_(model),
      ledger_(model),
      audit_(model) {}

std::vector<Recorder*> Observers::recorders() {
  return {&series_, &waiting_, &held_back_, &periods_, &ledger_, &audit_};
}

std::vector<const FigureSource*> Observers::sources() const {
  return {&series_, &waiting_figures_, &held_back_, &periods_, &ledger_};
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

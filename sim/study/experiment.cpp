#include "study/experiment.hpp"

#include "doorstroom/run.hpp"

#include "base/contracts.hpp"
#include "scenario/compile.hpp"

namespace doorstroom {

Experiment::Experiment(const scenario::Scenario& scenario)
    : model_(scenario::compile(scenario)),
      rules_(model_.rules),
      breakdowns_(breakdowns_of(model_, scenario.output)),
      cycles_(cycle_rules_of(scenario.output)),
      risk_profile_(scenario.output.carousel.profile),
      layout_(Observers(model_, breakdowns_, cycles_, risk_profile_).layout()),
      headline_(model_, layout_),
      full_size_((headline_.describe(layout_), layout_), scenario.scale),
      figures_(layout_.figures()) {}

std::unique_ptr<Observers> Experiment::observers() const {
  return std::make_unique<Observers>(model_, breakdowns_, cycles_, risk_profile_);
}

ReplicationCells Experiment::cells_of(const Observers& observers, const Effort& effort) const {
  FigureValues figures = observers.figures();
  headline_.give(observers.waiting(), figures);
  figures = full_size_.of(std::move(figures));
  ENSURES(figures.size() == figures_);
  return {std::move(figures), observers.audit().checks(), effort};
}

ReplicationCells Experiment::simulate(std::uint32_t replication,
                                      const KeepGoing& keep_going) const {
  const std::unique_ptr<Observers> observers = this->observers();
  Replication run(model_, rules_, replication, observers->recorders());
  if (!run.run(keep_going)) throw RunStopped();
  return cells_of(*observers, run.effort());
}

}  // namespace doorstroom

#include "compare/side_by_side.hpp"

#include <algorithm>

#include "doorstroom/run.hpp"

namespace doorstroom {

std::vector<std::string> payers_of_both(const Model& base, const Model& alternative) {
  std::vector<std::string> payers = payers_of(base);
  for (const std::string& payer : payers_of(alternative)) {
    if (std::ranges::find(payers, payer) == payers.end()) payers.push_back(payer);
  }
  return payers;
}

SideBySide::World::World(const Experiment& of, std::uint32_t number)
    : experiment(of), observers(of.observers()) {
  std::vector<Recorder*> recorders = observers->recorders();
  recorders.push_back(&log);
  replication = std::make_unique<Replication>(of.model(), of.rules(), number, recorders);
}

SideBySide::SideBySide(const Experiment& base, const std::vector<const Experiment*>& alternatives,
                       std::uint32_t replication)
    : base_(base, replication) {
  for (const Experiment* alternative : alternatives) {
    worlds_.push_back(std::make_unique<World>(*alternative, replication));
    twins_.push_back(std::make_unique<Twins>(base.model(), alternative->model(),
                                             payers_of_both(base.model(), alternative->model()),
                                             base_.log, worlds_.back()->log));
  }
}

void SideBySide::live(const KeepGoing& keep_going) {
  const Horizon horizon = base_.experiment.model().horizon;
  base_.replication->begin();
  for (const auto& world : worlds_) world->replication->begin();
  for (Day today = horizon.start; today < horizon.end; ++today) {
    if (!keep_going()) throw RunStopped();
    base_.replication->run_day();
    for (std::size_t i = 0; i < worlds_.size(); ++i) {
      if (!keep_going()) throw RunStopped();
      worlds_[i]->replication->run_day();
      twins_[i]->compare_day(today);
      worlds_[i]->log.clear();
    }
    base_.log.clear();
  }
  base_.replication->finish();
  for (std::size_t i = 0; i < worlds_.size(); ++i) {
    worlds_[i]->replication->finish();
    twins_[i]->close(horizon.end);
  }
}

}  // namespace doorstroom

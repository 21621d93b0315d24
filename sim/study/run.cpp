#include "doorstroom/run.hpp"

#include <algorithm>

#include "study/ensemble.hpp"
#include "study/listener.hpp"
#include "study/parallel.hpp"
#include "study/precision.hpp"

namespace doorstroom {

namespace {

class Run final {
 public:
  Run(const scenario::Scenario& scenario, const RunOptions& options, Listener listener)
      : options_(options),
        listener_(listener),
        experiment_(scenario),
        cells_(options.keep_in.empty() ? Cells(experiment_.layout().figures())
                                       : Cells(experiment_.layout().figures(), options.keep_in)) {}

  RunResult go() {
    const bool is_kept = listener_.recorder != nullptr && cells_.has(listener_.replication);
    RunResult result = simulate();
    if (is_kept) experiment_.listen(listener_.replication, still_wanted(), {listener_.recorder});
    return result;
  }

 private:
  RunResult simulate() {
    const Arm arm = arm_of_run();
    const EnsembleOptions ensemble{options_.threads, options_.on_progress};
    if (!options_.automatic) {
      simulate_arms({arm}, static_cast<std::uint32_t>(options_.replications), ensemble);
      return collect(options_.replications);
    }
    PrecisionRule rule(*options_.automatic, watched_figures(experiment_.layout()));
    RunResult result = collect(simulate_until_precise(arm, rule, ensemble));
    result.precision = rule.reached();
    return result;
  }

  Arm arm_of_run() {
    Arm arm = arm_of(experiment_, cells_);
    if (listener_.recorder == nullptr) return arm;
    arm.simulate = [this](std::uint32_t replication, const KeepGoing& keep_going) {
      std::vector<Recorder*> listeners;
      if (replication == listener_.replication) listeners.push_back(listener_.recorder);
      return experiment_.simulate(replication, keep_going, listeners);
    };
    return arm;
  }

  /// Of a replication that nobody counts the days of.
  [[nodiscard]] KeepGoing still_wanted() const {
    if (!options_.on_progress) return {};
    const std::int64_t days = experiment_.model().horizon.days();
    return [this, days] { return options_.on_progress({days, days}); };
  }

  RunResult collect(std::size_t replications) {
    const auto count = static_cast<std::uint32_t>(replications);
    RunResult result;
    result.layout = experiment_.layout();
    result.replications = replications;
    result.summaries = summaries_of(cells_, count);
    for (std::uint32_t r = 0; r < count; ++r) {
      ReplicationCells cells = cells_.of(r);
      result.audit_checks += cells.audit_checks;
      result.events += cells.effort.events;
      result.most_people = std::max(result.most_people, cells.effort.most_people);
      result.bytes_per_person = std::max(result.bytes_per_person, cells.effort.bytes_per_person);
      if (options_.keep_in.empty()) result.figures.push_back(std::move(cells.figures));
    }
    return result;
  }

  const RunOptions& options_;
  Listener listener_;
  Experiment experiment_;
  Cells cells_;
};

}  // namespace

RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options) {
  return Run(scenario, options, {}).go();
}

RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options,
                       const Listener& listener) {
  return Run(scenario, options, listener).go();
}

}  // namespace doorstroom

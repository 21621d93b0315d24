#include "doorstroom/run.hpp"

#include <algorithm>

#include "study/ensemble.hpp"
#include "study/parallel.hpp"
#include "study/precision.hpp"

namespace doorstroom {

namespace {

class Run final {
 public:
  Run(const scenario::Scenario& scenario, const RunOptions& options)
      : options_(options),
        experiment_(scenario),
        cells_(options.keep_in.empty() ? Cells(experiment_.layout().figures())
                                       : Cells(experiment_.layout().figures(), options.keep_in)) {}

  RunResult go() {
    if (options_.automatic) return until_precise(*options_.automatic);
    simulate(options_.replications);
    return collect(options_.replications);
  }

 private:
  void simulate(std::size_t replications) {
    simulate_arms({arm_of(experiment_, cells_)}, static_cast<std::uint32_t>(replications),
                  {options_.threads, options_.on_progress});
  }

  /// Replications are looked at in their order; those that were simulated beside the last one that
  /// is needed are left out, so that the number of threads changes nothing.
  RunResult until_precise(const AutomaticReplications& wanted) {
    PrecisionRule rule(wanted, watched_figures(experiment_.layout()));
    std::size_t looked_at = 0;
    const std::size_t at_once =
        static_cast<std::size_t>(std::max(5, threads_for(options_.threads)));
    while (!rule.is_enough()) {
      simulate(std::min(wanted.most, std::max(wanted.fewest, looked_at) + at_once));
      for (; cells_.has(static_cast<std::uint32_t>(looked_at)) && !rule.is_enough(); ++looked_at) {
        const FigureValues figures = cells_.of(static_cast<std::uint32_t>(looked_at)).figures;
        std::vector<double> watched;
        for (const WatchedFigure& one : rule.watched()) watched.push_back(figures[one.figure]);
        rule.add(watched);
      }
    }
    RunResult result = collect(looked_at);
    result.precision = rule.reached();
    return result;
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
  Experiment experiment_;
  Cells cells_;
};

}  // namespace

RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options) {
  return Run(scenario, options).go();
}

}  // namespace doorstroom

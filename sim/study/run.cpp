#include "doorstroom/run.hpp"

#include <algorithm>
#include <atomic>

#include "analysis/full_size.hpp"
#include "analysis/summary.hpp"
#include "base/contracts.hpp"
#include "engine/replication.hpp"
#include "rules/table_rules.hpp"
#include "scenario/compile.hpp"
#include "study/observers.hpp"
#include "study/parallel.hpp"

namespace doorstroom {

namespace {

/// One replication's share of a run.
struct Outcome {
  FigureValues figures;
  std::int64_t audit_checks = 0;
  Effort effort;
};

class Run final {
 public:
  Run(const scenario::Scenario& scenario, const RunOptions& options)
      : options_(options),
        model_(scenario::compile(scenario)),
        rules_(model_.rules),
        breakdowns_(breakdowns_of(model_, scenario.output)),
        cycles_(cycle_rules_of(scenario.output)),
        layout_(Observers(model_, breakdowns_, cycles_).layout()),
        full_size_(layout_, scenario.scale) {
    total_days_ = model_.horizon.days() * static_cast<std::int64_t>(options.replications);
  }

  RunResult go() {
    std::vector<Outcome> outcomes(options_.replications);
    for_each_in_parallel(options_.replications, options_.threads,
                         [&](std::size_t i) { outcomes[i] = replicate(i); });
    return collect(std::move(outcomes));
  }

 private:
  Outcome replicate(std::size_t number) {
    Observers observers(model_, breakdowns_, cycles_);
    Replication replication(model_, rules_, static_cast<std::uint32_t>(number),
                            observers.recorders());
    const bool finished = replication.run([this] { return another_day(); });
    if (!finished) throw RunStopped();
    return {full_size_.of(observers.figures()), observers.audit().checks(), replication.effort()};
  }

  bool another_day() {
    const std::int64_t done = days_done_.fetch_add(1, std::memory_order_relaxed);
    if (stopped_.load(std::memory_order_relaxed)) return false;
    constexpr std::int64_t now_and_then = 64;
    if (!options_.on_progress || done % now_and_then != 0) return true;
    if (!options_.on_progress({done, total_days_})) stopped_ = true;
    return !stopped_;
  }

  RunResult collect(std::vector<Outcome> outcomes) {
    RunResult result;
    result.layout = layout_;
    for (Outcome& outcome : outcomes) {
      ENSURES(outcome.figures.size() == result.layout.figures());
      result.figures.push_back(std::move(outcome.figures));
      result.audit_checks += outcome.audit_checks;
      result.events += outcome.effort.events;
      result.most_people = std::max(result.most_people, outcome.effort.most_people);
      result.bytes_per_person = std::max(result.bytes_per_person, outcome.effort.bytes_per_person);
    }
    std::vector<double> values(result.figures.size());
    for (std::size_t figure = 0; figure < result.layout.figures(); ++figure) {
      for (std::size_t r = 0; r < values.size(); ++r) values[r] = result.figures[r][figure];
      result.summaries.push_back(summarise(values));
    }
    return result;
  }

  const RunOptions& options_;
  Model model_;
  TableRules rules_;
  Breakdowns breakdowns_;
  CycleRules cycles_;
  FigureLayout layout_;
  FullSize full_size_;
  std::int64_t total_days_ = 0;
  std::atomic<std::int64_t> days_done_{0};
  std::atomic<bool> stopped_{false};
};

}  // namespace

RunResult run_scenario(const scenario::Scenario& scenario, const RunOptions& options) {
  return Run(scenario, options).go();
}

}  // namespace doorstroom

#include "study/ensemble.hpp"

#include <algorithm>
#include <atomic>

#include "analysis/summary.hpp"
#include "study/parallel.hpp"

namespace doorstroom {

namespace {

/// Counts simulated days over all threads and asks now and then whether to go on.
class DayCounter final {
 public:
  DayCounter(const EnsembleOptions& options, std::int64_t total)
      : options_(options), total_(total) {}

  bool another_day() {
    const std::int64_t done = done_.fetch_add(1, std::memory_order_relaxed);
    if (stopped_.load(std::memory_order_relaxed)) return false;
    constexpr std::int64_t now_and_then = 64;
    if (!options_.on_progress || done % now_and_then != 0) return true;
    if (!options_.on_progress({done, total_})) stopped_ = true;
    return !stopped_;
  }

 private:
  const EnsembleOptions& options_;
  std::int64_t total_;
  std::atomic<std::int64_t> done_{0};
  std::atomic<bool> stopped_{false};
};

}  // namespace

Arm arm_of(const Experiment& experiment, Cells& cells) {
  return {experiment.model().horizon.days(),
          [&experiment](std::uint32_t replication, const KeepGoing& keep_going) {
            return experiment.simulate(replication, keep_going);
          },
          &cells};
}

void simulate_arms(const std::vector<Arm>& arms, std::uint32_t replications,
                   const EnsembleOptions& options) {
  struct Job {
    const Arm* arm;
    std::uint32_t replication;
  };
  std::vector<Job> jobs;
  std::int64_t days = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    for (const Arm& arm : arms) {
      if (arm.cells->has(r)) continue;
      jobs.push_back({&arm, r});
      days += arm.days;
    }
  }
  DayCounter counter(options, days);
  for_each_in_parallel(jobs.size(), options.threads, [&](std::size_t i) {
    const Job& job = jobs[i];
    job.arm->cells->put(job.replication,
                        job.arm->simulate(job.replication, [&] { return counter.another_day(); }));
  });
}

namespace {

/// The same, with progress that counts the days simulated before.
EnsembleOptions after(std::int64_t days, const EnsembleOptions& options) {
  if (!options.on_progress) return options;
  return {options.threads, [days, &options](const Progress& progress) {
            return options.on_progress({days + progress.days_done, days + progress.days_total});
          }};
}

}  // namespace

std::uint32_t simulate_until_precise(const Arm& arm, PrecisionRule& rule,
                                     const EnsembleOptions& options) {
  const AutomaticReplications& wanted = rule.wanted();
  const auto at_once = static_cast<std::size_t>(std::max(5, threads_for(options.threads)));
  std::uint32_t looked_at = 0;
  std::size_t simulated = 0;
  while (!rule.is_enough()) {
    const std::size_t next =
        std::min(wanted.most, std::max<std::size_t>(wanted.fewest, looked_at) + at_once);
    simulate_arms({arm}, static_cast<std::uint32_t>(next),
                  after(static_cast<std::int64_t>(simulated) * arm.days, options));
    simulated = next;
    for (; arm.cells->has(looked_at) && !rule.is_enough(); ++looked_at) {
      const FigureValues figures = arm.cells->of(looked_at).figures;
      std::vector<double> watched;
      for (const WatchedFigure& one : rule.watched()) watched.push_back(figures[one.figure]);
      rule.add(watched);
    }
  }
  return looked_at;
}

std::vector<Summary> summaries_of(const Cells& cells, std::uint32_t count) {
  std::vector<Summary> summaries(cells.figures());
  cells.for_each_figure(count, [&](std::size_t figure, std::span<const double> values) {
    summaries[figure] = summarise(values);
  });
  return summaries;
}

}  // namespace doorstroom

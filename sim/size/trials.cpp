#include "size/trials.hpp"

#include <cmath>
#include <memory>
#include <mutex>

#include "record/audit.hpp"
#include "rules/table_rules.hpp"
#include "scenario/compile.hpp"
#include "size/target_recorder.hpp"
#include "study/parallel.hpp"

namespace doorstroom {

namespace {

/// A scenario compiled for many replications.
class Candidate final {
 public:
  Candidate(const scenario::Scenario& scenario, const Question& question)
      : model_(scenario::compile(scenario)),
        rules_(model_.rules),
        question_(question),
        full_size_(1 / scenario.scale) {}
  Candidate(const Candidate&) = delete;
  Candidate& operator=(const Candidate&) = delete;

  [[nodiscard]] Trial simulate(std::uint32_t replication, Meter& meter) const {
    TargetRecorder recorder(model_, question_.targets, ResourceIndex(question_.resource));
    Audit audit(model_);
    Replication run(model_, rules_, replication, {&recorder, &audit});
    if (!run.run([&] { return meter.another_day(); })) throw RunStopped();
    Trial trial = trial_of(recorder);
    trial.audit_checks = audit.checks();
    trial.effort = run.effort();
    return trial;
  }

 private:
  [[nodiscard]] double at_full_size(TargetStatistic statistic, double figure) const {
    const bool grows =
        statistic == TargetStatistic::list_length || statistic == TargetStatistic::cost;
    return grows ? figure * full_size_ : figure;
  }

  [[nodiscard]] Trial trial_of(const TargetRecorder& recorder) const {
    Trial trial;
    const std::size_t years = judged_years();
    const Years calendar(model_.horizon);
    const auto position = [&](std::size_t y) {
      return calendar.of(day_of(question_.years[y], 1, 1));
    };
    trial.meets_needs.assign(years, true);
    trial.meets_targets.assign(years, true);
    for (std::size_t t = 0; t < question_.targets.size(); ++t) {
      const Target& target = question_.targets[t];
      for (std::size_t y = 0; y < years; ++y) {
        const double figure = at_full_size(target.statistic, recorder.figure(t, position(y)));
        trial.figures.push_back(figure);
        if (target.holds(figure, question_.years[y])) continue;
        trial.meets_targets[y] = false;
        if (target.statistic != TargetStatistic::cost) trial.meets_needs[y] = false;
      }
    }
    for (std::size_t r = 0; r < model_.resources.size(); ++r) {
      for (std::size_t y = 0; y < years; ++y) {
        trial.used.push_back(recorder.used(r, position(y)) * full_size_);
      }
    }
    trial.waiting_months =
        static_cast<double>(recorder.waiting_days()) * full_size_ / days_per_month;
    trial.spent = recorder.spent() * full_size_;
    return trial;
  }

  [[nodiscard]] std::size_t judged_years() const {
    std::size_t years = 0;
    while (years < question_.years.size() && question_.judged_by(years) <= model_.horizon.end) {
      ++years;
    }
    return years;
  }

  Model model_;
  TableRules rules_;
  const Question& question_;
  double full_size_;
};

/// How many replications have met the needs and how many have not, by year.
class Tally final {
 public:
  Tally(std::span<const std::size_t> least, std::size_t years, std::size_t replications)
      : least_(least), replications_(replications), met_(years, 0), failed_(years, 0) {}

  void add(const Trial& trial) {
    const std::scoped_lock lock(mutex_);
    for (std::size_t y = 0; y < met_.size(); ++y) ++(trial.meets_needs[y] ? met_ : failed_)[y];
  }
  /// Too many have failed for the others to make it up.
  [[nodiscard]] bool is_lost() const {
    const std::scoped_lock lock(mutex_);
    for (std::size_t y = 0; y < met_.size(); ++y) {
      if (failed_[y] + least_[y] > replications_) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_won() const {
    const std::scoped_lock lock(mutex_);
    for (std::size_t y = 0; y < met_.size(); ++y) {
      if (met_[y] < least_[y]) return false;
    }
    return true;
  }

 private:
  std::span<const std::size_t> least_;
  std::size_t replications_;
  mutable std::mutex mutex_;
  std::vector<std::size_t> met_;
  std::vector<std::size_t> failed_;
};

}  // namespace

bool Meter::another_day() {
  const std::int64_t done = done_.fetch_add(1, std::memory_order_relaxed);
  if (stopped_.load(std::memory_order_relaxed)) return false;
  constexpr std::int64_t now_and_then = 64;
  if (!on_progress_ || done % now_and_then != 0) return true;
  if (!on_progress_({done, std::max(done, total_.load())})) stopped_ = true;
  return !stopped_;
}

std::vector<std::vector<Trial>> Trials::all(const std::vector<scenario::Scenario>& candidates,
                                            Replications replications) const {
  std::vector<std::unique_ptr<Candidate>> ready;
  for (const scenario::Scenario& candidate : candidates) {
    ready.push_back(std::make_unique<Candidate>(candidate, question_));
  }
  std::vector<std::vector<Trial>> trials(candidates.size(), std::vector<Trial>(replications.count));
  for_each_in_parallel(candidates.size() * replications.count, threads_, [&](std::size_t job) {
    const std::size_t candidate = job % candidates.size();
    const std::size_t r = job / candidates.size();
    trials[candidate][r] =
        ready[candidate]->simulate(replications.first + static_cast<std::uint32_t>(r), meter_);
  });
  return trials;
}

std::vector<Trial> Trials::all(const scenario::Scenario& candidate,
                               Replications replications) const {
  return all(std::vector<scenario::Scenario>{candidate}, replications).front();
}

bool Trials::enough(const scenario::Scenario& candidate, Replications replications,
                    std::span<const std::size_t> least, std::size_t last) const {
  const Candidate ready(candidate, question_);
  Tally tally(least, last + 1, replications.count);
  for_each_in_parallel(replications.count, threads_, [&](std::size_t r) {
    if (tally.is_lost() || tally.is_won()) return;
    tally.add(ready.simulate(replications.first + static_cast<std::uint32_t>(r), meter_));
  });
  return tally.is_won();
}

std::size_t fewest_of(double probability, std::size_t trials) {
  constexpr double rounding = 1e-9;
  return static_cast<std::size_t>(
      std::max(0.0, std::ceil(probability * static_cast<double>(trials) - rounding)));
}

}  // namespace doorstroom

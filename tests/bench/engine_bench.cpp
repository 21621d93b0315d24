// What the engine costs, in nanoseconds an event; tests/bench/README.md says how to run and read
// it.
#include <cstdint>
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include "doorstroom/load.hpp"

#include "engine/replication.hpp"
#include "record/breakdowns.hpp"
#include "rules/table_rules.hpp"
#include "scenario/compile.hpp"
#include "study/observers.hpp"

namespace doorstroom {
namespace {

constexpr double people_of_field = 10'000;          // alive at once, at every moment
constexpr double entrants_of_pathway = 10'000'000;  // a year

/// Multiplies everything that is counted in people, places or euro.
void enlarge(scenario::Scenario& scenario, double factor) {
  const auto enlarge_path = [factor](scenario::Path& path) {
    for (auto& entry : path.entries) entry.value.value *= factor;
  };
  for (scenario::Arrivals& arrivals : scenario.arrivals) enlarge_path(arrivals.per_year);
  for (scenario::Stock& stock : scenario.stock) stock.people.value *= factor;
  for (scenario::Resource& resource : scenario.resources) {
    using enum scenario::ResourceKind;
    enlarge_path(resource.kind == places ? *resource.level : *resource.per_year);
  }
}

/// A scenario ready to be simulated.
struct Subject {
  explicit Subject(const scenario::Scenario& scenario)
      : model(scenario::compile(scenario)),
        rules(model.rules),
        breakdowns(model, scenario.output.breakdowns),
        cycles(cycle_rules_of(scenario.output)) {}

  Model model;
  TableRules rules;
  Breakdowns breakdowns;
  CycleRules cycles;
};

Subject subject_of(const std::string& file, double factor) {
  scenario::Scenario scenario =
      load_scenario(std::filesystem::path(DOORSTROOM_TOP) / "scenarios" / file).scenario;
  enlarge(scenario, factor);
  return Subject(scenario);
}

/// What a toolkit would call an event of the pathway: somebody comes, starts, ends, gives up or
/// comes back.
class PathwayEvents final : public Recorder {
 public:
  void fold(const EventBlock& block) override {
    for (const Event& event : block.events) count_ += counts(event) ? 1 : 0;
  }
  [[nodiscard]] double count() const { return static_cast<double>(count_); }

 private:
  [[nodiscard]] static bool counts(const Event& event) {
    switch (event.kind) {
      case EventKind::entered:
      case EventKind::started:
      case EventKind::ended:
        return true;
      case EventKind::left_list:
        return event.reason == Reason::gave_up;
      case EventKind::status_changed:
        return event.reason == Reason::status_exit;
      default:
        return false;
    }
  }
  std::uint64_t count_ = 0;
};

double pathway_events(const Subject& subject) {
  PathwayEvents events;
  Replication replication(subject.model, subject.rules, 0, {&events});
  replication.run();
  return events.count();
}

void report(benchmark::State& state, const Effort& effort) {
  using benchmark::Counter;
  const auto time_each = Counter::kIsIterationInvariantRate | Counter::kInvert;
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(effort.events));
  state.counters["per_event"] = Counter(static_cast<double>(effort.events), time_each);
  state.counters["per_due"] = Counter(static_cast<double>(effort.dues), time_each);
  state.counters["events"] = static_cast<double>(effort.events);
  state.counters["stale_share"] =
      1 - static_cast<double>(effort.dues) / static_cast<double>(effort.agenda_entries);
  state.counters["people"] = static_cast<double>(effort.most_people);
  state.counters["bytes_per_person"] = static_cast<double>(effort.bytes_per_person);
}

void report_toolkit_events(benchmark::State& state, double events) {
  using benchmark::Counter;
  state.counters["per_toolkit_event"] =
      Counter(events, Counter::kIsIterationInvariantRate | Counter::kInvert);
}

void without_recorders(benchmark::State& state, const Subject& subject) {
  Effort effort;
  for (auto _ : state) {
    Replication replication(subject.model, subject.rules, 0, {});
    replication.run();
    effort = replication.effort();
  }
  report(state, effort);
}

void with_recorders(benchmark::State& state, const Subject& subject) {
  Effort effort;
  for (auto _ : state) {
    Observers observers(subject.model, subject.breakdowns, subject.cycles, {});
    Replication replication(subject.model, subject.rules, 0, observers.recorders());
    replication.run();
    effort = replication.effort();
    benchmark::DoNotOptimize(observers.figures());
  }
  report(state, effort);
}

void pathway(benchmark::State& state) {
  const double entrants = static_cast<double>(state.range(0));
  const Subject subject = subject_of("bench/pathway.json", entrants / entrants_of_pathway);
  report_toolkit_events(state, pathway_events(subject));
  with_recorders(state, subject);
}
BENCHMARK(pathway)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void pathway_unrecorded(benchmark::State& state) {
  const double entrants = static_cast<double>(state.range(0));
  const Subject subject = subject_of("bench/pathway.json", entrants / entrants_of_pathway);
  report_toolkit_events(state, pathway_events(subject));
  without_recorders(state, subject);
}
BENCHMARK(pathway_unrecorded)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void field(benchmark::State& state) {
  const double people = static_cast<double>(state.range(0));
  without_recorders(state, subject_of("bench/field.json", people / people_of_field));
}
BENCHMARK(field)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void field_recorded(benchmark::State& state) {
  const double people = static_cast<double>(state.range(0));
  with_recorders(state, subject_of("bench/field.json", people / people_of_field));
}
BENCHMARK(field_recorded)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void activation_contingent(benchmark::State& state) {
  with_recorders(state, subject_of("activation-contingent.json", 1));
}
BENCHMARK(activation_contingent)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace doorstroom

BENCHMARK_MAIN();

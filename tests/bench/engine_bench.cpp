// What the engine costs, in nanoseconds an event; tests/bench/README.md says how to run and read
// it.
#include <cstdint>
#include <string>

#include <benchmark/benchmark.h>

#include "engine/replication.hpp"
#include "study/observers.hpp"
#include "subject.hpp"

namespace doorstroom {
namespace {

constexpr double people_of_field = 10'000;          // alive at once, at every moment
constexpr double entrants_of_pathway = 10'000'000;  // a year

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

/// Counts them in a replication of its own.
void report_toolkit_events(benchmark::State& state, const Subject& subject) {
  using benchmark::Counter;
  ToolkitEvents events;
  Replication replication(subject.model, subject.rules, 0, {&events});
  replication.run();
  state.counters["per_toolkit_event"] =
      Counter(events.count(), Counter::kIsIterationInvariantRate | Counter::kInvert);
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
  report_toolkit_events(state, subject);
  with_recorders(state, subject);
}
BENCHMARK(pathway)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void pathway_unrecorded(benchmark::State& state) {
  const double entrants = static_cast<double>(state.range(0));
  const Subject subject = subject_of("bench/pathway.json", entrants / entrants_of_pathway);
  report_toolkit_events(state, subject);
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

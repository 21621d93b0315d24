#include "doorstroom/run.hpp"

#include <bit>
#include <map>

#include <gmock/gmock.h>

#include "study/trace.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::HasSubstr;

constexpr std::uint32_t all_features = ~0U;

scenario::Scenario scenario_of(std::uint64_t seed) {
  return read(random_scenario(seed, all_features).dump()).scenario;
}

/// The bits of numbers: no figure is the same as no figure, and 0 is not -0.
std::vector<std::uint64_t> bits_of(const std::vector<double>& numbers) {
  std::vector<std::uint64_t> bits;
  for (const double number : numbers) bits.push_back(std::bit_cast<std::uint64_t>(number));
  return bits;
}

std::vector<std::uint64_t> bits_of(const RunResult& result) {
  std::vector<std::uint64_t> bits;
  const auto add = [&](const std::vector<double>& numbers) {
    for (const std::uint64_t b : bits_of(numbers)) bits.push_back(b);
  };
  for (const auto& replication : result.figures) add(replication);
  for (const Summary& s : result.summaries) add({s.mean, s.sd, s.p05, s.p50, s.p95});
  return bits;
}

RunResult run_with(int threads, std::size_t replications) {
  RunOptions options;
  options.replications = replications;
  options.threads = threads;
  return run_scenario(scenario_of(4), options);
}

TEST(Run, GivesTheSameBytesForAnyNumberOfThreads) {
  constexpr std::size_t replications = 24;  // enough for percentiles
  const RunResult one = run_with(1, replications);
  ASSERT_GT(one.figures.front().size(), 1000U);
  ASSERT_NE(bits_of(one.figures[0]), bits_of(one.figures[1]));
  for (const int threads : {2, 5}) {
    const RunResult many = run_with(threads, replications);
    EXPECT_EQ(bits_of(many), bits_of(one)) << threads << " threads";
    EXPECT_EQ(many.events, one.events);
    EXPECT_EQ(many.audit_checks, one.audit_checks);
    EXPECT_EQ(many.most_people, one.most_people);
  }
}

TEST(Run, LeavesReplicationsAloneWhenThereAreMore) {
  const RunResult few = run_with(2, 3);
  const RunResult more = run_with(2, 7);
  for (std::size_t r = 0; r < 3; ++r) {
    EXPECT_EQ(bits_of(few.figures[r]), bits_of(more.figures[r])) << r;
  }
}

TEST(Run, StopsWithoutAResultWhenAsked) {
  RunOptions options;
  options.replications = 1000;
  options.threads = 2;
  options.on_progress = [](const Progress& progress) { return progress.days_done < 500; };
  EXPECT_THROW(run_scenario(scenario_of(4), options), RunStopped);
}

/// What a step of a trace must speak of.
std::string subject_of_step(const Model& model, const Event& event) {
  switch (event.kind) {
    case EventKind::phase_started:
    case EventKind::phase_ended:
    case EventKind::phase_skipped:
      return model.measures[event.subject].phases[event.other].id;
    case EventKind::asked_referral:
      return event.subject == no_subject ? "no referral rule" : subject_of(model, event);
    case EventKind::ideal_referral:
      return event.other == no_subject ? "basic services" : model.measures[event.other].id;
    default:
      return subject_of(model, event);
  }
}

/// A trace leaves out that a referral is what it would be anyway.
bool is_told_in_traces(const Told& told) {
  const Event& event = told.event;
  const int ideal = event.other == no_subject ? -1 : event.other;
  return event.kind != EventKind::ideal_referral || event.amount != ideal;
}

TEST(Trace, IsThatPersonsPartOfTheRun) {
  const scenario::Scenario scenario = scenario_of(8);
  constexpr std::uint32_t replication = 3;
  const Simulation run = simulate(scenario, replication);
  std::map<PersonId, std::vector<Told>> lives;
  for (const Told& told : run.told) {
    if (is_told_in_traces(told)) lives[told.person].push_back(told);
  }
  std::size_t person = 0;
  constexpr std::size_t every = 40;
  for (const auto& [id, life] : lives) {
    if (person++ % every != 0) continue;
    const std::string name = run.name(id);
    const TracedLife traced = trace_person(scenario, name, replication, {});
    ASSERT_EQ(traced.problem, "") << name;
    ASSERT_EQ(traced.steps.size(), life.size()) << name;
    for (std::size_t i = 0; i < life.size(); ++i) {
      EXPECT_EQ(traced.steps[i].day, life[i].day) << name;
      EXPECT_THAT(traced.steps[i].what, HasSubstr(subject_of_step(*run.model, life[i].event)));
    }
  }
  EXPECT_GT(person, 2 * every);
}

TEST(Trace, IsAnotherLifeInAnotherReplication) {
  const scenario::Scenario scenario = scenario_of(8);
  const auto days_of = [&](std::uint32_t replication) {
    std::vector<Day> days;
    const TracedLife life = trace_person(scenario, "inside:0", replication, {});
    for (const TracedStep& step : life.steps) days.push_back(step.day);
    return days;
  };
  EXPECT_EQ(days_of(0), days_of(0));
  EXPECT_NE(days_of(0), days_of(1));
}

TEST(Trace, SaysWhyThereIsNobody) {
  const scenario::Scenario scenario = scenario_of(8);
  const auto problem = [&](const char* person) {
    return trace_person(scenario, person, 0, {}).problem;
  };
  EXPECT_THAT(problem("nobody"), HasSubstr("is not a person"));
  EXPECT_THAT(problem("insde:0"), HasSubstr("did you mean \"inside\"?"));
  EXPECT_THAT(problem("inside:99999"), HasSubstr("nobody is called"));
  EXPECT_THAT(problem("s0:0"), HasSubstr("has no date"));
  EXPECT_THAT(problem("inside:x"), HasSubstr("does not end in a number"));
  EXPECT_THROW((void)trace_person(scenario, "inside:0", 0, [] { return false; }), RunStopped);
}

}  // namespace
}  // namespace doorstroom::tests

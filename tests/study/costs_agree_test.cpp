// What is spent on people in measures is what the budgets owe.
#include <cmath>

#include <gmock/gmock.h>

#include "record/carousel_recorder.hpp"
#include "record/period_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// All measures are of the third line and no job; nothing is given back or used beforehand.
Json of_episodes(std::uint64_t seed) {
  constexpr std::uint32_t everything = ~0U;
  Json json = random_scenario(seed, everything);
  for (Json& measure : json["measures"]) {
    measure["line"] = 3;
    measure.erase("status");
  }
  for (Json& resource : json["resources"]) {
    resource.erase("given_back_on_early_end");
    resource.erase("used_at_start");
  }
  return json;
}

class CostsAgree : public testing::TestWithParam<std::uint64_t> {};

/// Each stay and phase is rounded to a cent once for each year it touches, what budgets owe by the
/// month once for each period of each part.
TEST_P(CostsAgree, WithTheBudgets) {
  const std::string json = of_episodes(GetParam()).dump();
  const auto model = std::make_shared<const Model>(scenario::compile(read(json).scenario));
  PeriodRecorder periods(*model);
  CarouselRecorder carousel(*model, cycle_rules(1, 3));
  const Simulation s = simulate(model, 0, {&periods, &carousel});
  const FiguresOf costs(carousel);
  const double half_a_cent = 0.005;
  double bound = 2 * half_a_cent * static_cast<double>(s.periods.size());
  for (const EventKind kind :
       {EventKind::started, EventKind::phase_started, EventKind::aftercare_started}) {
    bound += 4 * half_a_cent * static_cast<double>(s.events(kind).size());
  }
  double spent = 0;
  double owed = 0;
  for (int y = civil(model->horizon.start).year; y <= civil(model->horizon.end - 1).year; ++y) {
    spent += costs[std::to_string(y) + "/all/all/spent euro"];
  }
  for (const auto& [key, value] : figures_of(periods)) {
    const bool counts = key.ends_with("/paid euro") || key.ends_with("/unfunded euro");
    if (counts && !std::isnan(value)) owed += value;  // not every budget is there in every period
  }
  EXPECT_NEAR(spent, owed, bound);
  EXPECT_GT(owed, 100 * bound) << "the test says nothing";
}

INSTANTIATE_TEST_SUITE_P(Random, CostsAgree, testing::Range<std::uint64_t>(1, 13));

}  // namespace
}  // namespace doorstroom::tests

#include "size/sized_resource.hpp"

#include <gtest/gtest.h>

#include "scenario/paths.hpp"
#include "support/scenario_text.hpp"
#include "support/simulation.hpp"

namespace doorstroom {
namespace {

/// A contingent with that path; people come by chance.
scenario::Scenario scenario_with(const std::string& amount) {
  return tests::read(tests::in("2020-01-01", "2026-01-01",
                               R"(
    "arrivals": [{"id": "p", "per_year": 300, "refer_to": "m"}],
    "resources": [{"id": "r", )" + amount +
                                   R"(}],
    "measures": [{"id": "m", "needs": [{"resource": "r"}],
                  "phases": [{"id": "a", "duration": "30 days"}]}])"))
      .scenario;
}

std::vector<double> on_new_year(const scenario::Path& path) {
  std::vector<double> values;
  for (int year = 2020; year < 2026; ++year) {
    values.push_back(scenario::value_on(path, day_of(year, 1, 1)));
  }
  return values;
}

TEST(SizedResource, KeepsTheYearsThatAreNotSized) {
  const auto scenario = scenario_with(
      R"("kind": "contingent", "per_year": {"2020": 100, "2022": 200, "growth": 0.1})");
  const SizedResource sized(scenario, 0, {2021, 2023});
  EXPECT_EQ(sized.present(), (Levels{100, 200 * 1.1}));
  const auto now = on_new_year(*path_of(scenario.resources[0]));
  const auto then = on_new_year(sized.path({7, 8}));
  EXPECT_EQ(then, (std::vector<double>{100, 7, 200, 8, now[4], now[5]}));
}

TEST(SizedResource, LivesTheSameLivesWithThePathThereIs) {
  for (const char* amount :
       {R"("kind": "contingent", "per_year": {"2020": 100, "2022": 250, "growth": 0.1})",
        R"("kind": "contingent", "per_year": {"2020": 100, "2025": 350, "interpolate": "linear"})",
        R"("kind": "places", "level": {"2020": 10, "2024-07": 30, "interpolate": "linear"})",
        R"("kind": "places", "level": 20)"}) {
    const auto scenario = scenario_with(amount);
    // No year of the path is sized but one, with the level it has: a line within it becomes a step,
    // so a year without change is taken.
    const std::vector<int> years{scenario.resources[0].level ? 2025 : 2021};
    const SizedResource sized(scenario, 0, years);
    const auto as_it_is = tests::simulate(scenario);
    const auto with_steps = tests::simulate(sized.with(sized.present(), scenario.horizon.end));
    ASSERT_GT(as_it_is.events(EventKind::started).size(), 100U) << amount;
    ASSERT_EQ(as_it_is.told.size(), with_steps.told.size()) << amount;
    for (std::size_t i = 0; i < as_it_is.told.size(); ++i) {
      EXPECT_EQ(as_it_is.told[i].day, with_steps.told[i].day);
      EXPECT_EQ(as_it_is.told[i].person, with_steps.told[i].person);
    }
  }
}

TEST(SizedResource, ChangesNothingBeforeTheEndOfAShorterHorizon) {
  const auto scenario = scenario_with(R"("kind": "contingent", "per_year": 250)");
  const SizedResource sized(scenario, 0, {2021});
  const auto whole = tests::simulate(sized.with({300}, scenario.horizon.end));
  const auto part = tests::simulate(sized.with({300}, day_of(2022, 4, 1)));
  ASSERT_GT(part.told.size(), 1000U);
  ASSERT_LT(part.told.size(), whole.told.size());
  for (std::size_t i = 0; i < part.told.size(); ++i) {
    EXPECT_EQ(part.told[i].person, whole.told[i].person);
    EXPECT_EQ(part.told[i].event.kind, whole.told[i].event.kind);
  }
}

TEST(SizedResource, IsNotThereBeforeItsFirstYear) {
  const auto scenario = scenario_with(R"("kind": "contingent", "per_year": {"2022": 200})");
  const SizedResource sized(scenario, 0, {2023});
  EXPECT_EQ(sized.path({5}).entries.front().from, day_of(2022, 1, 1));
}

TEST(SizedResource, TakesStepsThatMakeADifference) {
  auto scenario = scenario_with(R"("kind": "contingent", "per_year": 100)");
  EXPECT_EQ(SizedResource(scenario, 0, {2021}).step(), 1);
  scenario.scale = 0.1;
  EXPECT_EQ(SizedResource(scenario, 0, {2021}).step(), 10);
  const auto money = scenario_with(
      R"("kind": "budget", "payer": "work", "per_year": {"2020": 3500000, "2022": 5000})");
  EXPECT_EQ(SizedResource(money, 0, {2021}).step(), 1000);
  EXPECT_EQ(SizedResource(money, 0, {2021, 2022}).step(), 1);
}

TEST(SizedResource, KeepsTheEvidenceOfWhatItKeeps) {
  const auto scenario = scenario_with(
      R"("kind": "contingent", "per_year": {"2020": {"value": 100, "status": "cited", "source": "a law"}})");
  const scenario::Path path = SizedResource(scenario, 0, {2021}).path({5});
  ASSERT_EQ(path.entries.size(), 3U);
  EXPECT_EQ(path.entries[0].value.evidence.source, "a law");
  EXPECT_EQ(path.entries[1].value.evidence.status, scenario::Standing::derived);
  EXPECT_EQ(path.entries[2].value.evidence.source, "a law");
}

}  // namespace
}  // namespace doorstroom

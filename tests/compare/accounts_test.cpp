// What single lives come to must add up to what whole worlds do: over random scenarios and random
// policies, to the last start, day and cent.
#include <map>
#include <memory>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "compare/side_by_side.hpp"
#include "support/random_scenario.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

/// The same scenario with other amounts of everything that limits, and other lengths of stay.
Json with_another_policy(Json scenario) {
  for (Json& resource : scenario["resources"]) {
    for (const char* path : {"level", "per_year", "per_quarter", "per_month"}) {
      if (!resource.contains(path)) continue;
      Json& amount = resource[path];
      if (amount.is_number()) {
        amount = amount.get<double>() + 2;
      } else {
        for (Json& entry : amount) {
          if (entry.is_number()) entry = entry.get<double>() + 2;
        }
      }
    }
  }
  return scenario;
}

/// How many people each simulated one stands for.
double people_for_each(const Json& scenario) {
  return scenario.contains("scale") ? 1 / scenario["scale"].get<double>() : 1;
}

/// Sums over the months of an indicator of `series`, by subject; of one day where it is given.
std::map<std::string, double> sums_of(const FigureLayout& layout, const FigureValues& values,
                                      const std::string& indicator, const std::string& day = {}) {
  std::map<std::string, double> sums;
  std::size_t figure = 0;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) {
      const bool counts = table.name == "series" && key.values[1] == indicator &&
                          key.values[3] == "all" && (day.empty() || key.values[0] == day);
      if (counts) sums[key.values[2]] += values[figure];
      ++figure;
    }
  }
  return sums;
}

class AddUp : public testing::TestWithParam<std::uint64_t> {};

TEST_P(AddUp, ToTheStartsOfBothWorlds) {
  const Json scenario = random_scenario(GetParam(), ~std::uint32_t{0});
  const Experiment base(read(scenario.dump()).scenario);
  const Experiment alternative(read(with_another_policy(scenario).dump()).scenario);
  SideBySide worlds(base, {&alternative}, 0);
  worlds.live([] { return true; });
  std::map<std::string, double> by_people;
  for (const Twin& twin : worlds.twins(0).different()) {
    for (const LifeStart& start : twin.lives[0].sums.starts) {
      --by_people[base.model().measures[start.measure].id];
    }
    for (const LifeStart& start : twin.lives[1].sums.starts) {
      ++by_people[alternative.model().measures[start.measure].id];
    }
  }
  const auto before = sums_of(base.layout(), worlds.cells_of_base().figures, "starts");
  const auto after = sums_of(alternative.layout(), worlds.cells_of(0).figures, "starts");
  ASSERT_FALSE(before.empty());
  for (const auto& [measure, starts] : after) {
    EXPECT_NEAR(by_people[measure] * people_for_each(scenario), starts - before.at(measure), 1e-6)
        << measure;
  }
}

TEST_P(AddUp, ToEverybodyWhoIsThere) {
  const Json scenario = random_scenario(GetParam(), ~std::uint32_t{0});
  const Experiment base(read(scenario.dump()).scenario);
  const Experiment alternative(read(with_another_policy(scenario).dump()).scenario);
  SideBySide worlds(base, {&alternative}, 0);
  worlds.live([] { return true; });
  // Where people are at the end, by their lives and by the census of both worlds.
  std::map<std::string, double> by_people;
  for (const Twin& twin : worlds.twins(0).different()) {
    ASSERT_TRUE(twin.reach == Reach::direct || twin.reach == Reach::indirect);
    --by_people[base.model().statuses[twin.lives[0].standing.status].id];
    ++by_people[alternative.model().statuses[twin.lives[1].standing.status].id];
  }
  const std::string last = iso_date(base.model().horizon.end - 1);
  const auto before = sums_of(base.layout(), worlds.cells_of_base().figures, "people", last);
  const auto after = sums_of(alternative.layout(), worlds.cells_of(0).figures, "people", last);
  ASSERT_FALSE(before.empty());
  for (const auto& [status, people] : after) {
    EXPECT_NEAR(by_people[status] * people_for_each(scenario), people - before.at(status), 1e-6)
        << status;
  }
}

INSTANTIATE_TEST_SUITE_P(Random, AddUp, testing::Range<std::uint64_t>(1, 13));

}  // namespace
}  // namespace doorstroom::tests

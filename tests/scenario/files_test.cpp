// Scenarios that build on other files.
#include <gmock/gmock.h>

#include "scenario/scenario_text.hpp"
#include "scenario/source.hpp"

namespace doorstroom::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Scenario over_small(const std::string& json) {
  return load_files({{"over.json", json}, {"small.json", ScenarioText().text()}}).scenario;
}

TEST(Extending, ChangesOnlyWhatIsSaidHoweverDeep) {
  const Scenario s = over_small(R"({"extends": "small.json", "name": "over", "measures": [
      {"id": "training", "phases": [{"id": "course", "duration": "1 month"}]}]})");
  EXPECT_EQ(s.name, "over");
  ASSERT_EQ(s.measures[0].phases.size(), 2U);
  EXPECT_EQ(s.measures[0].phases[0].duration.all.mean.text, "1 month");
  EXPECT_EQ(s.measures[0].phases[0].drop_out->share->all.value, 0.2);
  EXPECT_EQ(s.measures[0].phases[1].duration.all.mean.text, "2 months");
  EXPECT_EQ(s.arrivals[0].per_year.entries[0].value.value, 400);
}

TEST(Extending, ReplacesPathsListsAndDistributionsWhole) {
  const Scenario s = over_small(R"({"extends": "small.json", "name": "over",
      "resources": [{"id": "contingent", "per_year": {"2025": 100}}],
      "measures": [{"id": "training", "needs": [{"resource": "places"}],
                    "waiting_list": {"leave_after": {"uniform": ["1 day", "9 days"]}}}]})");
  EXPECT_EQ(s.resources[1].per_year->entries.size(), 1U);
  EXPECT_EQ(s.measures[0].needs.size(), 1U);
  EXPECT_EQ(s.measures[0].waiting_list.leave_after->kind, Stay::Kind::uniform);
}

TEST(Extending, AddsRemovesAndPlacesItems) {
  const Scenario s = over_small(R"({"extends": "small.json", "name": "over",
      "attributes": [{"id": "mmpp", "$delete": true},
                     {"id": "first", "values": ["a"], "before": "region"},
                     {"id": "last", "values": ["a"]}]})");
  std::vector<std::string> ids;
  for (const Attribute& attribute : s.attributes) ids.push_back(attribute.id);
  EXPECT_THAT(ids, ElementsAre("distance", "first", "region", "last"));
}

TEST(Extending, TakesAKeyAwayWithNull) {
  const Scenario s = over_small(R"({"extends": "small.json", "name": "over",
      "measures": [{"id": "training", "waiting_list": {"leave_after": null}}]})");
  EXPECT_FALSE(s.measures[0].waiting_list.leave_after);
}

TEST(Extending, GoesOverSeveralFiles) {
  const LoadedScenario loaded = load_files(
      {{"c.json", R"({"extends": "b.json", "name": "c", "seed": 3})"},
       {"b.json", R"({"extends": "small.json", "name": "b", "seed": 2, "replications": 7})"},
       {"small.json", ScenarioText().text()}});
  EXPECT_EQ(loaded.scenario.name, "c");
  EXPECT_EQ(loaded.scenario.seed, 3U);
  EXPECT_EQ(loaded.scenario.replications, 7);
  EXPECT_EQ(loaded.files.size(), 3U);
}

TEST(Extending, RemembersWhichFileANumberComesFrom) {
  const LoadedScenario loaded =
      load_files({{"over.json", R"({"extends": "small.json", "name": "over",
                                    "resources": [{"id": "places", "level": 70}]})"},
                  {"small.json", ScenarioText().text()}});
  EXPECT_THAT(parameter_at(loaded, "/resources/places/level").where, HasSubstr("over.json:2"));
  EXPECT_THAT(parameter_at(loaded, "/arrivals/jobseekers/per_year").where,
              HasSubstr("small.json:"));
}

TEST(Including, TakesUpPartsThatAddToTheSameLists) {
  ScenarioText text;
  text.set("/include", R"(["part.json"])");
  const Scenario s =
      load_files(
          {{"scenario.json", text.text()},
           {"part.json", R"({"resources": [{"id": "desks", "kind": "places", "level": 5}]})"}})
          .scenario;
  ASSERT_EQ(s.resources.size(), 4U);
  EXPECT_EQ(s.resources[3].id, "desks");
}

TEST(Including, StopsBeforeTheMemoryIsFull) {
  std::string many = R"("part.json")";
  for (int i = 1; i < 501; ++i) many += R"(,"part.json")";
  ScenarioText text;
  text.set("/include", "[" + many + "]");
  EXPECT_THAT(text.problems(), ElementsAre("/include: 501 files are too many; at most 500"));
}

TEST(Tables, StopBeforeTheMemoryIsFull) {
  ScenarioText text;
  text.set("/stock",
           R"([{"id": "first", "people": 5, "profile": {"margins": [{"file": "a.csv"}]}}])");
  const auto first_problem = [&](const std::string& table) {
    return problems_of_files({{"scenario.json", text.text()}, {"a.csv", table}}).front();
  };
  EXPECT_THAT(first_problem("region" + std::string(500'001, ',')),
              HasSubstr("this file has about 500001 cells; at most 500000"));
  EXPECT_THAT(first_problem("region," + std::string(501, 'k') + ",share\n"),
              HasSubstr("is too long; at most 500 bytes"));
}

TEST(ManyKeys, DoNotFillTheMemoryWithPaths) {
  // 60 levels of keys of 499 bytes before 19,000 values: 570 MB of paths.
  std::string json = "{";
  const std::string key = "\"" + std::string(499, 'k') + "\":";
  for (int level = 0; level < 60; ++level) json += key + (level < 59 ? "{" : "[0");
  for (int i = 0; i < 19'000; ++i) json += ",0";
  json += "]" + std::string(60, '}');
  EXPECT_THAT(problems_of_files({{"scenario.json", json}}).front(),
              HasSubstr("its keys are too long for so many values"));
}

std::string object_of_keys(int count) {
  std::string json = "{\"k\": 0";
  for (int i = 1; i < count; ++i) json += ",\"k" + std::to_string(i) + "\": 0";
  return json + "}";
}

TEST(ManyKeys, AreNotAllListed) {
  EXPECT_THAT(problems_of_files({{"scenario.json", object_of_keys(20'002)}}),
              ElementsAre(HasSubstr("more than 20000 keys in an object")));
  const std::size_t listed = problems_of_files({{"scenario.json", object_of_keys(5'000)}}).size();
  EXPECT_GE(listed, Sources::most_problems);
  EXPECT_LT(listed, Sources::most_problems + 10);
}

TEST(ResolvedScenario, SaysTheSameWhenItIsReadAgain) {
  const LoadedScenario once = ScenarioText().load();
  const std::string resolved = resolved_text(once.scenario);
  EXPECT_THAT(ScenarioText(resolved).problems(), IsEmpty());
  EXPECT_EQ(resolved_text(ScenarioText(resolved).read()), resolved);
}

}  // namespace
}  // namespace doorstroom::scenario

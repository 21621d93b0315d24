#include "drivers/causes.hpp"

#include <gmock/gmock.h>

#include "drivers/worlds.hpp"
#include "report/assumption_differences.hpp"
#include "support/random_scenario.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A scenario that has all causes; "quiet" and "free" have what looks like them and is not.
const char* const everything = R"({
  "name": "everything", "horizon": {"start": "2017-01-01", "end": "2025-01-01"},
  "distance_classes": ["near", "far"],
  "benefits": {
    "statutes": [{"id": "ui", "per_month": 1000}, {"id": "nothing"}],
    "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}},
  "statuses": [{"id": "unemployed", "registered": true, "unemployment": "runs",
                "benefit": "right"}],
  "arrivals": [{"id": "new", "per_year": 100, "refer_to": "m", "people": {"attributes": {
    "distance": {"near": 0.5, "far": "rest"}, "benefit": {"nothing": 1}}}}],
  "resources": [
    {"id": "seats", "kind": "places", "level": 10},
    {"id": "starts", "kind": "contingent", "per_year": 100, "binding": false},
    {"id": "money", "kind": "budget", "unlimited": true}],
  "screening": [
    {"id": "look", "duration": "1 day", "sees": {"distance": {"one_class": 0.2}}},
    {"id": "quiet", "duration": "1 day", "sees": {"distance": {"one_class": 0}}}],
  "measures": [
    {"id": "m", "counts_as_work": true,
     "needs": [{"resource": "seats"}, {"resource": "starts"}, {"resource": "money"}],
     "phases": [
       {"id": "a", "duration": "3 months", "ends_with_right": true,
        "gap": {"duration": {"exponential": {"mean": "1.5 months"}}}},
       {"id": "b", "duration": "3 months"}],
     "aftercare": {"duration": "6 months", "job_loss_factor": 0.8}},
    {"id": "free", "phases": [{"id": "a", "duration": "3 months"}],
     "aftercare": {"duration": "6 months"}}]
})";

std::vector<Change> changes_of(Cause cause, const std::string& json) {
  scenario::Scenario scenario = read(json).scenario;
  return switch_off(cause, scenario);
}

TEST(Causes, SayWhatTheyChange) {
  using Changes = std::vector<Change>;
  EXPECT_EQ(changes_of(Cause::screening, everything),
            (Changes{{"/screening/look/sees/distance/one_class", "0.2", "0"}}));
  EXPECT_EQ(changes_of(Cause::gaps, everything),
            (Changes{{"/measures/m/phases/a/gap", "mean 1.5 months", ""}}));
  EXPECT_EQ(changes_of(Cause::places, everything),
            (Changes{{"/resources/seats/binding", "true", "false"}}));
  EXPECT_EQ(changes_of(Cause::rights, everything),
            (Changes{{"/measures/m/counts_as_work", "true", "false"},
                     {"/measures/m/phases/a/ends_with_right", "true", "false"}}));
  EXPECT_EQ(changes_of(Cause::aftercare, everything),
            (Changes{{"/measures/m/aftercare/duration", "6 months", "12 months"}}));
}

TEST(Causes, AreGoneAfterOneSwitch) {
  for (const Cause cause : all_causes) {
    if (cause == Cause::aftercare) continue;  // can always be longer
    scenario::Scenario scenario = read(everything).scenario;
    EXPECT_THAT(switch_off(cause, scenario), SizeIs(testing::Gt(0U)));
    EXPECT_THAT(switch_off(cause, scenario), IsEmpty()) << name_of(cause);
  }
}

TEST(Causes, HaveNames) {
  for (const Cause cause : all_causes) EXPECT_EQ(cause_named(name_of(cause)), cause);
  EXPECT_EQ(cause_named("gap"), std::nullopt);
}

/// Every value in which two resolved scenarios differ is below a path that was told, and every
/// path that was told holds a difference.
void expect_told(const LoadedScenario& base, const SwitchedWorld& world) {
  LoadedScenario switched;
  switched.scenario = world.scenario;
  std::vector<bool> differs(world.changes.size(), false);
  for (const AssumptionDifference& difference : assumption_differences(base, switched)) {
    bool is_told = false;
    for (std::size_t i = 0; i < world.changes.size(); ++i) {
      if (!difference.path.starts_with(world.changes[i].path)) continue;
      is_told = true;
      differs[i] = true;
    }
    EXPECT_TRUE(is_told) << world.id << " does not tell of " << difference.path;
  }
  for (std::size_t i = 0; i < differs.size(); ++i) {
    EXPECT_TRUE(differs[i]) << world.id << " tells of " << world.changes[i].path;
  }
}

const std::vector<Cause> all(all_causes.begin(), all_causes.end());

TEST(SwitchedWorlds, DifferInWhatIsToldAndNothingElse) {
  const LoadedScenario base = read(everything);
  const SwitchedWorlds switched = switched_worlds(base.scenario, all);
  ASSERT_THAT(switched.worlds, SizeIs(6));
  EXPECT_THAT(switched.not_applicable, IsEmpty());
  EXPECT_EQ(switched.worlds.back().id, "all");
  EXPECT_EQ(switched.worlds.back().scenario.name, "everything-all");
  EXPECT_THAT(switched.worlds.back().changes, SizeIs(6));
  for (const SwitchedWorld& world : switched.worlds) expect_told(base, world);
}

class RandomWorlds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(RandomWorlds, PassTheChecksAndDifferInWhatIsTold) {
  constexpr std::uint32_t every_feature = ~0U;
  const LoadedScenario base = read(random_scenario(GetParam(), every_feature).dump());
  SwitchedWorlds switched;
  ASSERT_NO_THROW(switched = switched_worlds(base.scenario, all));
  EXPECT_THAT(switched.worlds, SizeIs(testing::Gt(2U)));
  for (const SwitchedWorld& world : switched.worlds) expect_told(base, world);
}

INSTANTIATE_TEST_SUITE_P(Random, RandomWorlds, testing::Range<std::uint64_t>(1, 9));

TEST(SwitchedWorlds, LeaveOutWhatIsNotThere) {
  const LoadedScenario base = read(in("2017-01-01", "2025-01-01", R"(
    "arrivals": [{"id": "new", "per_year": 100, "refer_to": "m"}],
    "resources": [{"id": "seats", "kind": "places", "level": 10}],
    "measures": [{"id": "m", "needs": [{"resource": "seats"}],
                  "phases": [{"id": "a", "duration": "3 months"}]}])"));
  const SwitchedWorlds switched = switched_worlds(base.scenario, all);
  ASSERT_THAT(switched.worlds, SizeIs(1)) << "all at once is the same world as the only one";
  EXPECT_FALSE(switched.has_all());
  EXPECT_THAT(switched.single, ElementsAre(Cause::places));
  EXPECT_THAT(switched.not_applicable,
              ElementsAre(Cause::screening, Cause::gaps, Cause::rights, Cause::aftercare));
}

TEST(SwitchedWorlds, AreThoseAskedForInThatOrder) {
  const LoadedScenario base = read(everything);
  const SwitchedWorlds switched = switched_worlds(base.scenario, {Cause::places, Cause::gaps});
  ASSERT_THAT(switched.worlds, SizeIs(3));
  EXPECT_EQ(switched.worlds[0].id, "places");
  EXPECT_EQ(switched.worlds[1].id, "gaps");
  EXPECT_EQ(switched.worlds[1].scenario.title.en, "everything: no gaps between phases");
  EXPECT_TRUE(switched.worlds[2].scenario.resources[0].binding == false &&
              !switched.worlds[2].scenario.measures[0].phases[0].gap);
  EXPECT_TRUE(switched.worlds[2].scenario.measures[0].counts_as_work) << "not asked for";
}

TEST(SwitchedWorlds, HaveNamesThatAScenarioMayHave) {
  LoadedScenario base = read(everything);
  base.scenario.name = std::string(80, 'a');
  const SwitchedWorlds switched = switched_worlds(base.scenario, {Cause::gaps, Cause::places});
  EXPECT_EQ(switched.worlds[0].scenario.name, std::string(75, 'a') + "-gaps");
}

/// A world that no file could say is refused as the file would be.
TEST(SwitchedWorlds, AreReadAsFiles) {
  LoadedScenario base = read(everything);
  base.scenario.measures[0].phases[1].id = "no name";
  try {
    (void)switched_worlds(base.scenario, {Cause::gaps});
    FAIL() << "it was not checked";
  } catch (const ScenarioError& error) {
    EXPECT_THAT(error.diagnostics(),
                Contains(testing::Field(&Diagnostic::problem, HasSubstr("no name"))));
  }
}

TEST(FollowedYears, EndFiveYearsBeforeTheHorizonDoes) {
  scenario::Scenario s = read(everything).scenario;
  s.horizon = {day_of(2017, 1, 1), day_of(2023, 1, 1)};
  EXPECT_THAT(followed_years(s), ElementsAre(2017));
  EXPECT_EQ(end_needed(s), std::nullopt);
  s.horizon.end = day_of(2022, 12, 31);
  EXPECT_THAT(followed_years(s), IsEmpty());
  EXPECT_EQ(end_needed(s), day_of(2023, 1, 1));
  s.horizon = {day_of(2017, 7, 1), day_of(2025, 3, 1)};
  EXPECT_THAT(followed_years(s), ElementsAre(2017, 2018, 2019));
}

}  // namespace
}  // namespace doorstroom::tests

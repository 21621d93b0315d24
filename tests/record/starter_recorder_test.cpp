#include "record/starter_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "analysis/waiting_figures.hpp"
#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// A list that takes the long-term unemployed first. A place opens on 20 January and one on 1
/// February; who is new joins on 5 January, who is unemployed for long on 10 January.
std::string two_places() {
  const auto people = [](const char* since) {
    return R"("refer_to": "m", "people": {"unemployed_for": ")" + std::string(since) + R"("})";
  };
  return in("2025-01-01", "2026-01-01",
            R"("arrivals": [)" + people_on("new", {{"2025-01-05", 1}}, people("10 days")) + "," +
                people_on("old", {{"2025-01-10", 1}}, people("800 days")) + R"(],
    "resources": [{"id": "seat", "kind": "places",
                   "level": {"2025-01-01": 0, "2025-01-20": 1, "2025-02-01": 2}}],
    "measures": [{"id": "m", "needs": [{"resource": "seat"}],
      "waiting_list": {"priority": [
        {"id": "long", "when": {"months_unemployed": {"min": 12}}}]},
      "phases": [{"id": "a", "duration": "300 days"}]},
      {"id": "n", "phases": [{"id": "a", "duration": "300 days"}]}])");
}

TEST(StarterRecorder, DividesStartersByPriorityClassAndByDuration) {
  const auto model = std::make_shared<const Model>(scenario::compile(read(two_places()).scenario));
  StarterRecorder starters(*model);
  (void)simulate(model, 0, {&starters});
  const FiguresOf figures(starters);
  EXPECT_EQ(figures["2025/m/all/starts people"], 2);
  EXPECT_EQ(figures["2025/m/all/share share"], 1);
  EXPECT_EQ(figures["2025/m/all/wait_mean days"], (10 + 27) / 2.0);
  EXPECT_EQ(figures["2025/m/all/wait_p50 days"], 10);
  EXPECT_EQ(figures["2025/m/all/wait_p90 days"], 27);
  EXPECT_EQ(figures["2025/m/priority_class=long/starts people"], 1);
  EXPECT_EQ(figures["2025/m/priority_class=long/share share"], 0.5);
  EXPECT_EQ(figures["2025/m/priority_class=long/wait_p50 days"], 10);
  EXPECT_EQ(figures["2025/m/priority_class=other/wait_p50 days"], 27);
  EXPECT_EQ(figures["2025/m/unemployed=over_2_years/wait_mean days"], 10);
  EXPECT_EQ(figures["2025/m/unemployed=under_1_year/wait_mean days"], 27);
  EXPECT_EQ(figures["2025/m/unemployed=1_to_2_years/starts people"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/m/unemployed=1_to_2_years/wait_mean days"]));
  EXPECT_TRUE(std::isnan(figures["2025/n/all/share share"])) << "nobody started";
  EXPECT_FALSE(figures.has("2025/n/priority_class=long/starts people")) << "it has no classes";
  EXPECT_FALSE(figures.has("2025/m/all/creaming_index ratio")) << "nobody finds work by themselves";
}

TEST(StarterRecorder, ClassesDivideTheWaitsOfJoinersToo) {
  const auto model = std::make_shared<const Model>(scenario::compile(read(two_places()).scenario));
  WaitingRecorder waiting(*model, Breakdowns(*model, {}));
  (void)simulate(model, 0, {&waiting});
  const WaitingFigures source(*model, waiting);
  const FiguresOf figures(source);
  EXPECT_EQ(figures["2025-01/m/all/joined people"], 2);
  EXPECT_EQ(figures["2025-01/m/priority_class=long/joined people"], 1);
  EXPECT_EQ(figures["2025-01/m/priority_class=long/starters_mean days"], 10);
  EXPECT_EQ(figures["2025-01/m/priority_class=other/starters_mean days"], 27);
  EXPECT_FALSE(figures.has("2025-01/n/priority_class=other/joined people"));
}

std::string two_distances() {
  return in("2025-01-01", "2026-01-01", R"(
    "distance_classes": ["near", "far"],
    "arrivals": [{"id": "p", "per_year": 100, "people": {"attributes": {
      "distance": {"near": 0.5, "far": "rest"}}}}],
    "labour_market": {"exits": [{"id": "find", "kind": "job_finding", "to": "job_nec",
      "per_month": {"by_distance": {"near": 0.3, "far": 0.05}}}]},
    "measures": [{"id": "m", "phases": [{"id": "a", "duration": "30 days"}]}])");
}

constexpr double rounding = 1e-9;  // of hazards to 2^-40 a day
const double near = -std::expm1(-0.3);
const double far = -std::expm1(-0.05);

TEST(StarterRecorder, HoldsStartersAgainstAllWhoWereOnTheList) {
  Story s(two_distances());
  StarterRecorder starters(s.model());
  s.tell(starters);
  s.with("distance", "near").enter("unemployed").join(0, "m");
  s.with("distance", "far").enter("unemployed").join(1, "m");
  s.on("2025-01-15").start(0, "m");  // the stronger of two
  s.on("2025-02-15").start(1, "m");  // then alone on the list
  s.end();
  const FiguresOf figures(starters);
  const double expected = ((near + far) / 2 + far) / 2;
  EXPECT_NEAR(figures["2025/m/all/chance_of_starters share"], (near + far) / 2, rounding);
  EXPECT_NEAR(figures["2025/m/all/chance_of_eligible share"], expected, rounding);
  EXPECT_NEAR(figures["2025/m/all/creaming_index ratio"], (near + far) / 2 / expected, rounding);
}

TEST(StarterRecorder, FindsNoCreamingWhereEverybodyStarts) {
  Story s(two_distances());
  StarterRecorder starters(s.model());
  s.tell(starters);
  s.with("distance", "near").enter("unemployed").join(0, "m").start(0, "m");
  s.on("2025-03-01").with("distance", "far").enter("unemployed").join(1, "m").start(1, "m");
  s.end();
  EXPECT_NEAR(FiguresOf(starters)["2025/m/all/creaming_index ratio"], 1, 1e-12);
}

TEST(StarterRecorder, IsBelowOneWhereTheWeakestGoFirst) {
  Story s(two_distances());
  StarterRecorder starters(s.model());
  s.tell(starters);
  s.with("distance", "near").enter("unemployed").join(0, "m");
  s.with("distance", "far").enter("unemployed").join(1, "m");
  s.on("2025-01-15").start(1, "m");
  s.end();
  EXPECT_NEAR(FiguresOf(starters)["2025/m/all/creaming_index ratio"], far / ((near + far) / 2),
              rounding);
}

TEST(StarterRecorder, CountsWhoComesFromNoListWithoutAWait) {
  Story s(two_distances());
  StarterRecorder starters(s.model());
  s.tell(starters);
  s.enter("unemployed").start(0, "m");
  s.enter("unemployed", Reason::stock).start(1, "m", Reason::stock);
  s.end();
  const FiguresOf figures(starters);
  EXPECT_EQ(figures["2025/m/all/starts people"], 1) << "the stock started before";
  EXPECT_TRUE(std::isnan(figures["2025/m/all/wait_mean days"]));
  EXPECT_TRUE(std::isnan(figures["2025/m/all/creaming_index ratio"]));
}

}  // namespace
}  // namespace doorstroom::tests

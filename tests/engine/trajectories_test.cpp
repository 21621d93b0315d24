#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// One person arrives on 2 January and goes to measure "m".
std::string one_in(const std::string& measure, const std::string& more = "") {
  return in("2025-01-01", "2026-01-01",
            "\"arrivals\": [" + people_on("p", {{"2025-01-02", 1}}, R"("refer_to": "m")") +
                "], \"measures\": [" + measure + "]" + (more.empty() ? "" : ", " + more));
}

TEST(Trajectories, LastAsLongAsTheirPhasesAndGaps) {
  const Simulation s = simulate(one_in(R"({"id": "m", "phases": [
      {"id": "a", "duration": "10 days", "gap": {"duration": "3 days"}},
      {"id": "b", "duration": "5 days"}]})"));
  EXPECT_THAT(s.life("p:2025-01-02:0"),
              ElementsAre("2025-01-02 entered unemployed arrival", "2025-01-02 joined m",
                          "2025-01-02 started m granted", "2025-01-02 phase_started m a",
                          "2025-01-12 phase_ended m a 10", "2025-01-15 phase_started m b 3",
                          "2025-01-20 phase_ended m b 5", "2025-01-20 ended m 18 completed",
                          "2025-01-20 status_changed out from unemployed 18 completed",
                          "2025-01-20 left out"));
}

TEST(Trajectories, LoseTheShareThatDropsOutWithoutAnyLabourMarket) {
  const Simulation s = simulate(in("2025-01-01", "2027-01-01", R"(
      "arrivals": [{"id": "p", "per_year": {"2025": 4000, "2026": 0}, "variation": "even",
                    "refer_to": "m"}],
      "measures": [{"id": "m", "phases": [
          {"id": "a", "duration": "100 days", "drop_out": {"share": 0.3}}]}])"));
  int dropped = 0;
  for (const Told& t : s.events(EventKind::ended)) {
    dropped += t.event.reason == Reason::dropped_out ? 1 : 0;
  }
  EXPECT_EQ(s.events(EventKind::ended).size(), 4000U);
  EXPECT_NEAR(dropped / 4000.0, 0.3, 0.03);
}

TEST(Trajectories, GiveTheirPlaceBackWhereTheyGiveAStatusThatNobodyLeaves) {
  const Simulation s = simulate(one_in(R"({"id": "m", "status": "job_sec",
      "needs": [{"resource": "jobs"}], "phases": [{"id": "a", "duration": "10 days"}],
      "afterwards": "unemployed"})",
                                       R"("resources": [
      {"id": "jobs", "kind": "places", "level": 1}])"));
  EXPECT_EQ(s.at("2025-01-31").accounts[0].used, 0);
  EXPECT_THAT(s.who(EventKind::ended), ElementsAre("2025-01-12 p:2025-01-02:0"));
}

TEST(Trajectories, TakeWhatTheMeasureAndItsFirstPhaseNeedOfOneResourceTogether) {
  const Simulation s = simulate(one_in(R"({"id": "m",
      "needs": [{"resource": "coach"}],
      "phases": [{"id": "a", "duration": "10 days", "needs": [{"resource": "coach"}]}]})",
                                       R"("resources": [
      {"id": "coach", "kind": "places", "level": {"2025-01-01": 1, "2025-02-01": 2}}])"));
  EXPECT_THAT(s.who(EventKind::started), ElementsAre("2025-02-01 p:2025-01-02:0"));
}

TEST(Trajectories, TakeThePlaceOfAPhaseThatIsFreeEvenWhenNobodyWouldWaitForIt) {
  const std::string phases = R"("phases": [
      {"id": "a", "duration": "10 days"},
      {"id": "b", "duration": "5 days", "needs": [{"resource": "floor"}], "wait_at_most": "0 days"},
      {"id": "c", "duration": "5 days", "needs": [{"resource": "bench"}], "wait_at_most": "0 days"}
      ])";
  const Simulation s = simulate(one_in(R"({"id": "m", )" + phases + "}", R"("resources": [
      {"id": "floor", "kind": "places", "level": 0},
      {"id": "bench", "kind": "places", "level": 1}])"));
  EXPECT_THAT(s.life("p:2025-01-02:0"),
              testing::IsSupersetOf({"2025-01-12 phase_skipped m b no_place",
                                     "2025-01-12 phase_started m c",
                                     "2025-01-17 ended m 15 completed"}));
}

}  // namespace
}  // namespace doorstroom::tests

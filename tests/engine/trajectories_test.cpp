#include <cmath>

#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

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
  EXPECT_THAT(
      s.life("p:2025-01-02:0"),
      testing::IsSupersetOf({"2025-01-12 phase_skipped m b no_place",
                             "2025-01-12 phase_started m c", "2025-01-17 ended m 15 completed"}));
}

const std::vector<EventKind> but_the_end = {EventKind::status_changed, EventKind::left,
                                            EventKind::entered, EventKind::joined};

TEST(Trajectories, EndAPhaseAtItsCumulatedLimitWhateverCountsInIt) {
  // Two internships of 40 days under a limit of 60: the second one is cut, a third one skipped.
  const Simulation s = simulate(one_in(R"({"id": "m",
      "cumulated": [{"over": ["internship"], "at_most": "60 days"}],
      "phases": [{"id": "a", "duration": "40 days", "instrument": "internship"},
                 {"id": "b", "duration": "40 days", "instrument": "internship"},
                 {"id": "c", "duration": "40 days", "instrument": "internship"},
                 {"id": "d", "duration": "5 days"}]})"));
  EXPECT_THAT(
      s.life("p:2025-01-02:0", but_the_end),
      ElementsAre("2025-01-02 started m granted", "2025-01-02 phase_started m a",
                  "2025-02-11 phase_ended m a 40", "2025-02-11 phase_started m b",
                  "2025-03-03 phase_ended m b 20", "2025-03-03 phase_skipped m c no_time_left",
                  "2025-03-03 phase_started m d", "2025-03-08 phase_ended m d 5",
                  "2025-03-08 ended m 65 completed"));
}

TEST(Trajectories, CountTheDaysOfAnExtensionTowardsTheCumulatedLimit) {
  const Simulation s = simulate(one_in(R"({"id": "m",
      "cumulated": [{"over": ["a"], "at_most": "60 days"}],
      "extension": {"probability": 1, "by": "40 days"},
      "phases": [{"id": "a", "duration": "40 days"}]})"));
  EXPECT_THAT(s.life("p:2025-01-02:0", but_the_end),
              ElementsAre("2025-01-02 started m granted", "2025-01-02 phase_started m a",
                          "2025-03-03 phase_ended m a 60", "2025-03-03 ended m 60 completed"));
}

TEST(Trajectories, CountTheDaysBeforeTheStartTowardsTheCumulatedLimit) {
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "stock": [{"id": "p", "people": 1, "in": "m", "elapsed": "50 days"}],
      "measures": [{"id": "m", "cumulated": [{"over": ["a"], "at_most": "60 days"}],
                    "phases": [{"id": "a", "duration": "200 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::ended), ElementsAre("2025-01-11 p:0"));
}

TEST(Trajectories, ExtendTheLastPhaseOnceAndNotBeyondTheMaximum) {
  const std::string measure = R"({"id": "m", MAX
      "extension": {"probability": 1, "by": "15 days"},
      "phases": [{"id": "a", "duration": "10 days"}, {"id": "b", "duration": "20 days"}]})";
  EXPECT_THAT(simulate(one_in(with(measure, "MAX", ""))).life("p:2025-01-02:0", but_the_end),
              testing::Contains("2025-02-16 ended m 45 completed"));
  const std::string most = R"("max_duration": "35 days",)";
  EXPECT_THAT(simulate(one_in(with(measure, "MAX", most))).life("p:2025-01-02:0", but_the_end),
              testing::Contains("2025-02-06 ended m 35 maximum"));
}

TEST(Trajectories, EndAtTheirMaximumWaitsAndGapsIncluded) {
  const Simulation s = simulate(one_in(R"({"id": "m", "max_duration": "30 days",
      "phases": [{"id": "a", "duration": "10 days", "gap": {"duration": "25 days"}},
                 {"id": "b", "duration": "20 days"}]})"));
  EXPECT_THAT(s.life("p:2025-01-02:0", but_the_end),
              ElementsAre("2025-01-02 started m granted", "2025-01-02 phase_started m a",
                          "2025-01-12 phase_ended m a 10", "2025-02-01 ended m 30 maximum"));
}

TEST(Trajectories, EndAtTheirMaximumWhileWaitingForTheNextPhase) {
  const Simulation s = simulate(one_in(R"({"id": "m", "max_duration": "30 days",
      "phases": [{"id": "a", "duration": "10 days"},
                 {"id": "b", "duration": "20 days", "needs": [{"resource": "floor"}]}]})",
                                       R"("resources": [
      {"id": "floor", "kind": "places", "level": 0}])"));
  EXPECT_THAT(s.life("p:2025-01-02:0", but_the_end),
              ElementsAre("2025-01-02 started m granted", "2025-01-02 phase_started m a",
                          "2025-01-12 phase_ended m a 10", "2025-02-01 left_list m.b 20 maximum",
                          "2025-02-01 ended m 30 maximum"));
}

TEST(Trajectories, WaitForThePlaceOfAPhaseAsLongAsTheySayThenSkipOrStop) {
  const std::string scenario = one_in(R"({"id": "m", "phases": [
      {"id": "a", "duration": "10 days"},
      {"id": "b", "duration": "20 days", "needs": [{"resource": "floor"}],
       "wait_at_most": "7 days", "without_place": "WHAT"},
      {"id": "c", "duration": "5 days"}]})",
                                      R"("resources": [
      {"id": "floor", "kind": "places", "level": 0}])");
  EXPECT_THAT(
      simulate(with(scenario, "WHAT", "skip")).life("p:2025-01-02:0", but_the_end),
      ElementsAre("2025-01-02 started m granted", "2025-01-02 phase_started m a",
                  "2025-01-12 phase_ended m a 10", "2025-01-19 left_list m.b 7 no_place",
                  "2025-01-19 phase_skipped m b 7 no_place", "2025-01-19 phase_started m c 7",
                  "2025-01-24 phase_ended m c 5", "2025-01-24 ended m 22 completed"));
  EXPECT_THAT(
      simulate(with(scenario, "WHAT", "stop")).life("p:2025-01-02:0", but_the_end),
      ElementsAre("2025-01-02 started m granted", "2025-01-02 phase_started m a",
                  "2025-01-12 phase_ended m a 10", "2025-01-19 left_list m.b 7 no_place",
                  "2025-01-19 phase_skipped m b 7 no_place", "2025-01-19 ended m 17 no_place"));
}

TEST(Trajectories, ServeThePhaseListBeforeNewStarts) {
  // "b" shares its floor with the first phase of "other", whose people wait longer.
  const Simulation s = simulate(
      in("2025-01-01", "2025-03-01",
         R"("arrivals": [)" + people_on("o", {{"2025-01-02", 2}}, R"("refer_to": "other")") + "," +
             people_on("p", {{"2025-01-04", 1}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "floor", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "phases": [
                     {"id": "a", "duration": "3 days"},
                     {"id": "b", "duration": "4 days", "needs": [{"resource": "floor"}]}]},
                   {"id": "other", "needs": [{"resource": "floor"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.life("p:2025-01-04:0"), testing::Contains("2025-01-12 phase_started m b 5"));
  EXPECT_EQ(iso_date(s.events(EventKind::started, "other")[1].day), "2025-01-16");
}

TEST(Trajectories, HoldTheirPlacesDuringTheStartDelay) {
  const Simulation s = simulate(one_in(R"({"id": "m", "needs": [{"resource": "places"}],
      "start_delay": "30 days", "phases": [{"id": "a", "duration": "10 days"}]})",
                                       R"("resources": [
      {"id": "places", "kind": "places", "level": 1}])"));
  EXPECT_EQ(s.at("2025-01-31").accounts[0].used, one_place);
  EXPECT_EQ(s.at("2025-02-28").accounts[0].used, 0);
  EXPECT_THAT(s.life("p:2025-01-02:0", but_the_end),
              ElementsAre("2025-01-02 started m granted", "2025-02-01 phase_started m a",
                          "2025-02-11 phase_ended m a 10", "2025-02-11 ended m 40 completed"));
}

TEST(Trajectories, EndAtTheirMaximumThoughTheStartDelayIsLonger) {
  const Simulation s = simulate(one_in(R"({"id": "m", "max_duration": "20 days",
      "start_delay": "30 days", "phases": [{"id": "a", "duration": "10 days"}]})"));
  EXPECT_THAT(s.life("p:2025-01-02:0", but_the_end),
              ElementsAre("2025-01-02 started m granted", "2025-01-22 phase_started m a",
                          "2025-01-22 phase_ended m a", "2025-01-22 ended m 20 maximum"));
}

TEST(Trajectories, StopTheClockOfUnemploymentWhereTheySaySo) {
  const std::string scenario = one_in(R"({"id": "m", "stops_unemployment_clock": STOPS,
      "afterwards": "unemployed", "phases": [{"id": "a", "duration": "100 days"}]},
      {"id": "after", "phases": [{"id": "a", "duration": "1 days"}]})",
                                      R"("referral": [{"id": "r",
      "when": {"months_unemployed": {"min": 6}}, "refer_to": "after"}])");
  EXPECT_THAT(simulate(with(scenario, "STOPS", "false")).who(EventKind::started, "after"),
              ElementsAre("2025-07-04 p:2025-01-02:0"));  // 183 days after 2 January
  EXPECT_THAT(simulate(with(scenario, "STOPS", "true")).who(EventKind::started, "after"),
              ElementsAre("2025-10-12 p:2025-01-02:0"));
}

TEST(Trajectories, WithAnOpenPhaseLastUntilSomethingElseEndsThem) {
  const Simulation s =
      simulate(one_in(R"({"id": "m", "phases": [{"id": "a", "duration": "open"}]})"));
  EXPECT_THAT(s.events(EventKind::started), SizeIs(1));
  EXPECT_THAT(s.events(EventKind::ended), IsEmpty());
}

TEST(Trajectories, WithAnOpenPhaseEndAtTheMaximumOfTheMeasure) {
  const Simulation s = simulate(one_in(
      R"({"id": "m", "max_duration": "40 days", "phases": [{"id": "a", "duration": "open"}]})"));
  EXPECT_THAT(s.life("p:2025-01-02:0"), Contains("2025-02-11 ended m 40 maximum"));
}

TEST(Trajectories, GoOnAfterAnOpenPhaseWhoseCumulatedTimeIsLimited) {
  const Simulation s = simulate(one_in(R"({"id": "m", "phases": [
      {"id": "a", "duration": "open"}, {"id": "b", "duration": "7 days"}],
      "cumulated": [{"over": ["a"], "at_most": "20 days"}]})"));
  EXPECT_THAT(s.life("p:2025-01-02:0"), Contains("2025-01-22 phase_started m b"));
  EXPECT_THAT(s.life("p:2025-01-02:0"), Contains("2025-01-29 ended m 27 completed"));
}

TEST(Trajectories, WithAnOpenPhaseEndWithTheMeasure) {
  const Simulation s = simulate(one_in(R"({"id": "m", "open": [{"until": "2025-03-01"}],
      "on_close": {"running": "back"}, "phases": [{"id": "a", "duration": "open"}]})"));
  EXPECT_THAT(s.who(EventKind::ended), ElementsAre("2025-03-01 p:2025-01-02:0"));
}

TEST(Trajectories, WithAnOpenPhaseLosePeopleToDropOutAndWaysOut) {
  // Two ways to leave at 0.1 a month each: within 400 days 1 - exp(-0.2 x 400 / 30.4375) do.
  const Simulation s = simulate(in("2025-01-01", "2026-02-05", R"(
      "stock": [{"id": "p", "people": 4000, "in": "m", "elapsed": {"uniform": ["1 day", "5 years"]}}],
      "labour_market": {"exits": [{"id": "job", "from": "unemployed", "to": "job_nec",
                                   "per_month": 0.1}]},
      "measures": [{"id": "m", "phases": [
          {"id": "a", "duration": "open", "drop_out": {"per_month": 0.1}}],
          "after_drop_out": "out"}])"));
  const double left = static_cast<double>(s.events(EventKind::ended).size()) / 4000;
  const double expected = 1 - std::exp(-0.2 * 400 / days_per_month);
  EXPECT_NEAR(left, expected, 4 * std::sqrt(expected * (1 - expected) / 4000));
}

TEST(Trajectories, GiveBackNothingOfACommitmentToAnOpenStay) {
  const std::string scenario = one_in(R"({"id": "m",
      "needs": [{"resource": "money", "amount": 1000}], "phases": [
          {"id": "a", "duration": "open", "drop_out": {"per_month": 1000}}]})",
                                      R"("resources": [{"id": "money", "kind": "budget",
      "per_year": 5000, "release": "at_once", "given_back_on_early_end": true}])");
  EXPECT_EQ(simulate(scenario).at("2025-01-31").committed[0], 100'000);
  const std::string fixed = with(scenario, "\"open\"", "\"100 days\"");
  EXPECT_LT(simulate(fixed).at("2025-01-31").committed[0], 100'000);
}

}  // namespace
}  // namespace doorstroom::tests

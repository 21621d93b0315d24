#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const std::vector<EventKind> phases = {EventKind::phase_started, EventKind::phase_ended};

/// Two in "old" and two waiting for it when it closes on 1 February.
std::string closing(const std::string& how, const std::string& more = "") {
  return in("2025-01-01", "2025-06-01",
            R"(
      "stock": [{"id": "i", "people": 2, "in": "old", "elapsed": "10 days"},
                {"id": "w", "people": 2, "waiting_for": "old"}],
      "arrivals": [)" +
                people_on("late", {{"2025-02-10", 1}}, R"("refer_to": "old")") + R"(],
      "resources": [{"id": "seats", "kind": "places", "level": 2},
                    {"id": "chairs", "kind": "places", "level": 1}],
      "measures": [{"id": "old", "needs": [{"resource": "seats"}], "open": [{"until": "2025-02-01"}],
                    "on_close": )" +
                how + R"(, "phases": [{"id": "a", "duration": "60 days"}]},
                   {"id": "new", "needs": [{"resource": "chairs"}], )" +
                more + R"(
                    "phases": [{"id": "a", "duration": "200 days"}]}])");
}

TEST(PolicyCalendar, LetsPeopleFinishAndServesTheListOfAMeasureThatCloses) {
  const Simulation s = simulate(closing(R"({"running": "finish", "waiting": "finish"})"));
  EXPECT_THAT(s.who(EventKind::ended), UnorderedElementsAre("2025-02-20 i:0", "2025-02-20 i:1",
                                                            "2025-04-21 w:0", "2025-04-21 w:1"));
  EXPECT_THAT(s.life("late:2025-02-10:0"), Contains("2025-02-10 not_admitted old closed"));
}

TEST(PolicyCalendar, SendsBackWhoIsInAndWhoWaits) {
  const Simulation s = simulate(closing(R"({"running": "back", "waiting": "back"})"));
  EXPECT_THAT(
      s.life("i:0", phases),
      ElementsAre("2025-01-01 entered unemployed stock", "2025-01-01 started old -1 stock",
                  "2025-02-01 ended old 41 closed", "2025-02-01 asked_referral nobody to nothing"));
  EXPECT_THAT(s.life("w:0", phases),
              ElementsAre("2025-01-01 entered unemployed stock", "2025-01-01 joined old 1 stock",
                          "2025-02-01 left_list old 32 closed",
                          "2025-02-01 asked_referral nobody to nothing"));
}

TEST(PolicyCalendar, MovesPeopleToAnotherMeasureWhilePlacesLast) {
  const Simulation s =
      simulate(closing(R"({"running": "move", "waiting": "move", "move_to": "new"})"));
  // One finds the only place; the other goes back; those who waited wait for the new measure.
  EXPECT_THAT(s.events(EventKind::started, "new"), SizeIs(1));
  EXPECT_EQ(s.events(EventKind::started, "new")[0].event.amount, -1);
  int moved = 0;
  int closed = 0;
  for (const Told& t : s.events(EventKind::ended, "old")) {
    moved += t.event.reason == Reason::moved ? 1 : 0;
    closed += t.event.reason == Reason::closed ? 1 : 0;
  }
  EXPECT_EQ(moved, 1);
  EXPECT_EQ(closed, 1);
  EXPECT_THAT(s.who(EventKind::joined, "new"),
              UnorderedElementsAre("2025-02-01 w:0", "2025-02-01 w:1"));
}

TEST(PolicyCalendar, SendsBackWhereTheMeasureToMoveToIsClosedItself) {
  const Simulation s =
      simulate(closing(R"({"running": "move", "waiting": "move", "move_to": "new"})",
                       R"("open": [{"until": "2025-02-01"}],)"));
  EXPECT_THAT(s.events(EventKind::started, "new"), IsEmpty());
  EXPECT_THAT(s.events(EventKind::asked_referral), SizeIs(4));
  EXPECT_THAT(s.events(EventKind::joined, "new"), IsEmpty());
}

TEST(PolicyCalendar, MovesNobodyWhoIsInAMeasureOfThatKind) {
  // On the list of a place in the social economy since before the trajectory they are in now.
  const Simulation s = simulate(in("2025-01-01", "2025-06-01", R"(
      "stock": [{"id": "p", "people": 1, "waiting_for": "work"}],
      "resources": [{"id": "none", "kind": "places", "level": 0}],
      "labour_market": {"exits": [{"id": "asks", "to": "first", "per_month": 1000}]},
      "measures": [{"id": "first", "phases": [{"id": "a", "duration": "60 days"}]},
                   {"id": "second", "phases": [{"id": "a", "duration": "60 days"}]},
                   {"id": "work", "needs": [{"resource": "none"}], "waiting_list": {"kind": "sec_job"},
                    "open": [{"until": "2025-02-01"}],
                    "on_close": {"waiting": "move", "move_to": "second"},
                    "phases": [{"id": "a", "duration": "60 days"}]}])"));
  EXPECT_THAT(s.life("p:0"), Contains("2025-02-01 left_list work 32 closed"));
  EXPECT_THAT(s.events(EventKind::joined, "second"), testing::IsEmpty());
}

TEST(PolicyCalendar, MovesPeopleWithTheCoachTheyHave) {
  // Old and new measure share the coach, whose only place the person to be moved holds.
  const Simulation s = simulate(in("2025-01-01", "2025-06-01", R"(
      "stock": [{"id": "i", "people": 1, "in": "old", "elapsed": "10 days"}],
      "resources": [{"id": "coach", "kind": "places", "level": 1}],
      "measures": [{"id": "old", "needs": [{"resource": "coach"}], "open": [{"until": "2025-02-01"}],
                    "on_close": {"running": "move", "move_to": "new"},
                    "phases": [{"id": "a", "duration": "60 days"}]},
                   {"id": "new", "needs": [{"resource": "coach"}],
                    "phases": [{"id": "a", "duration": "20 days"}]}])"));
  EXPECT_THAT(s.life("i:0", phases), Contains("2025-02-01 started new -1 granted"));
  EXPECT_EQ(s.at("2025-02-28").accounts[0].used, 0);
}

/// Both measures close on one day and move one person each to the only place of "new".
std::string two_closures(bool turned) {
  const std::string a = R"({"id": "a", "open": [{"until": "2025-02-01"}],
      "on_close": {"running": "move", "move_to": "new"},
      "phases": [{"id": "p", "duration": "200 days"}]})";
  const std::string b = with(a, R"("id": "a")", R"("id": "b")");
  return in("2025-01-01", "2025-03-01",
            R"(
      "stock": [{"id": "x", "people": 1, "in": "a"}, {"id": "y", "people": 1, "in": "b"}],
      "resources": [{"id": "chairs", "kind": "places", "level": 1}],
      "measures": [)" +
                (turned ? b + "," + a : a + "," + b) + R"(,
                   {"id": "new", "needs": [{"resource": "chairs"}],
                    "phases": [{"id": "p", "duration": "200 days"}]}])");
}

TEST(PolicyCalendar, MovesPeopleFromTwoMeasuresByLottery) {
  int x_first = 0;
  for (std::uint32_t r = 0; r < 40; ++r) {
    const auto moved = simulate(two_closures(false), r).who(EventKind::started, "new");
    EXPECT_EQ(moved, simulate(two_closures(true), r).who(EventKind::started, "new"));
    x_first += moved == std::vector<std::string>{"2025-02-01 x:0"} ? 1 : 0;
  }
  EXPECT_GT(x_first, 5);
  EXPECT_LT(x_first, 35);
}

/// Somebody idle, somebody waiting for "other", when "m" opens on 1 February.
std::string opening(const std::string& rules) {
  return in("2025-01-01", "2025-04-01", R"(
      "stock": [{"id": "idle", "people": 1}, {"id": "waits", "people": 1, "waiting_for": "other"},
                {"id": "busy", "people": 1, "in": "m2", "elapsed": "5 days"},
                {"id": "works", "people": 1, "status": "job_nec"}],
      "labour_market": {"exits": [{"id": "loss", "from": "job_nec", "to": "unemployed",
                                   "per_month": 0}]},
      "resources": [{"id": "none", "kind": "places", "level": 0}],
      "referral": [)" + rules + R"(],
      "measures": [{"id": "m", "open": [{"from": "2025-02-01"}],
                    "phases": [{"id": "a", "duration": "200 days"}]},
                   {"id": "m2", "phases": [{"id": "a", "duration": "200 days"}]},
                   {"id": "other", "needs": [{"resource": "none"}],
                    "phases": [{"id": "a", "duration": "200 days"}]}])");
}

TEST(PolicyCalendar, RefersTheIdleWhenAMeasureOpens) {
  const Simulation s = simulate(opening(R"({"id": "r", "refer_to": "m"})"));
  EXPECT_THAT(s.who(EventKind::asked_referral), ElementsAre("2025-02-01 idle:0"));
  EXPECT_THAT(s.who(EventKind::started, "m"), ElementsAre("2025-02-01 idle:0"));
}

TEST(PolicyCalendar, RefersNobodyWhenAMeasureOpensThatNoRuleNames) {
  const Simulation s = simulate(opening(R"({"id": "r", "refer_to": "m2"})"));
  EXPECT_THAT(s.events(EventKind::asked_referral), IsEmpty());
}

TEST(PolicyCalendar, ReviewsPriorityClassesOnTheFirstOfTheMonth) {
  const Simulation s =
      simulate(in("2025-01-01", "2025-04-01",
                  R"(
      "arrivals": [)" +
                      people_on("short", {{"2025-01-05", 1}}, R"("refer_to": "m")") + "," +
                      people_on("long", {{"2025-01-08", 1}},
                                R"("people": {"unemployed_for": "350 days"}, "refer_to": "m")") +
                      R"(],
      "resources": [{"id": "seats", "kind": "places", "level": {"2025-01-01": 0, "2025-01-28": 1,
                                                                "2025-02-01": 2}}],
      "measures": [{"id": "m", "needs": [{"resource": "seats"}],
                    "waiting_list": {"priority": [
                        {"id": "ltu", "when": {"months_unemployed": {"min": 12}}}]},
                    "phases": [{"id": "a", "duration": "400 days"}]}])"));
  // The year is reached on 23 January, but the class changes only on 1 February.
  EXPECT_THAT(s.who(EventKind::class_changed), ElementsAre("2025-02-01 long:2025-01-08:0"));
  EXPECT_THAT(s.who(EventKind::started),
              ElementsAre("2025-01-28 short:2025-01-05:0", "2025-02-01 long:2025-01-08:0"));
}

TEST(PolicyCalendar, JudgesPriorityOnJoiningByWhereSomeoneComesFrom) {
  const Simulation s = simulate(in("2025-01-01", "2025-04-01", R"(
      "stock": [{"id": "first", "people": 3, "waiting_for": "sec"},
                {"id": "act", "people": 1, "in": "activation", "elapsed": "10 days"}],
      "resources": [{"id": "jobs", "kind": "places", "level": {"2025-01-01": 0, "2025-02-01": 1}}],
      "measures": [{"id": "activation", "phases": [{"id": "a", "duration": "20 days"}],
                    "afterwards": "sec"},
                   {"id": "sec", "needs": [{"resource": "jobs"}],
                    "waiting_list": {"kind": "sec_job", "priority": [
                        {"id": "ex", "when": {"coming_from": "activation"}}]},
                    "phases": [{"id": "a", "duration": "400 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::started, "sec"), ElementsAre("2025-02-01 act:0"));
}

}  // namespace
}  // namespace doorstroom::tests

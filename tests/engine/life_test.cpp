#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

TEST(Life, TakesAWayOutThatChangesNoStatusAgainOnlyAfterItsTime) {
  const Simulation s = simulate(in("2025-01-01", "2030-01-01", R"(
      "stock": [{"id": "p", "people": 500}],
      "referral": [{"id": "none", "refer_to": "stay"}],
      "labour_market": {"exits": [{"id": "asks", "to": "refer", "per_month": 0.5}]})"));
  const double times = static_cast<double>(s.events(EventKind::asked_referral).size()) / 500;
  EXPECT_NEAR(times, 1826 / 30.4375 / 2, 0.75);
}

TEST(Life, SeesALimitThatIsCrossedOnADayOnWhichMoreHappens) {
  // Patience ends on the day on which twelve months of unemployment are reached.
  const Simulation s = simulate(in("2025-01-01", "2025-04-01", R"(
      "stock": [{"id": "p", "people": 1, "waiting_for": "full", "elapsed": "10 days",
                 "profile": {"unemployed_for": "334 days"}}],
      "resources": [{"id": "seats", "kind": "places", "level": 0}],
      "referral": [{"id": "long", "when": {"months_unemployed": {"min": 12}}, "refer_to": "m"}],
      "measures": [{"id": "full", "needs": [{"resource": "seats"}],
                    "waiting_list": {"leave_after": "41 days"},
                    "phases": [{"id": "a", "duration": "10 days"}]},
                   {"id": "m", "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.life("p:0", {EventKind::phase_started, EventKind::phase_ended}),
              ElementsAre("2025-01-01 entered unemployed stock", "2025-01-01 joined full 10 stock",
                          "2025-02-01 left_list full 41 gave_up",
                          "2025-02-01 asked_referral long to m", "2025-02-01 joined m",
                          "2025-02-01 started m granted", "2025-02-11 ended m 10 completed",
                          "2025-02-11 status_changed out from unemployed 41 completed",
                          "2025-02-11 left out"));
}

TEST(Life, RenewsAnAssessmentThatExpiresOnADayOnWhichMoreHappens) {
  const Simulation s =
      simulate(in("2025-01-01", "2025-04-01",
                  R"(
      "distance_classes": ["near", "far"],
      "resources": [{"id": "seats", "kind": "places", "level": 0}],
      "screening": [{"id": "look", "duration": "2 days", "valid_for": "30 days",
                     "sees": {"distance": {"one_class": 0}}}],
      "referral": [{"id": "new", "when": {"assessed_distance": "unknown"}, "refer_to": "look"},
                   {"id": "known", "refer_to": "full"}],
      "measures": [{"id": "full", "needs": [{"resource": "seats"}],
                    "waiting_list": {"leave_after": "30 days"},
                    "phases": [{"id": "a", "duration": "10 days"}]}],
      "arrivals": [)" +
                      people_on("p", {{"2025-01-02", 1}},
                                R"("people": {"attributes": {"distance": {"far": 1}}})") +
                      "]"));
  EXPECT_THAT(s.who(EventKind::started, "look"),
              ElementsAre("2025-01-02 p:2025-01-02:0", "2025-02-03 p:2025-01-02:0",
                          "2025-03-07 p:2025-01-02:0"));
}

TEST(Life, AsksTheRulesOnceADayHoweverManyReasonsThereAre) {
  // The measure ends, and so does patience elsewhere, on the day of the twelfth month.
  const Simulation s = simulate(in("2025-01-01", "2025-04-01", R"(
      "stock": [{"id": "p", "people": 1, "in": "m", "elapsed": "10 days",
                 "profile": {"unemployed_for": "334 days"}}],
      "referral": [{"id": "long", "when": {"months_unemployed": {"min": 12}}, "refer_to": "next"}],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "41 days"}],
                    "afterwards": "unemployed"},
                   {"id": "next", "engagement": 0, "phases": [{"id": "a", "duration": "10 days"}]}]
      )"));
  EXPECT_THAT(s.who(EventKind::asked_referral), ElementsAre("2025-02-01 p:0"));
  EXPECT_THAT(s.who(EventKind::not_admitted), ElementsAre("2025-02-01 p:0"));
}

TEST(Life, DoesNotPutSomeoneOnAListWhoFindsAJobTheSameDay) {
  // Everybody leaves the measure for the list of another one on the day they find a job.
  const Simulation s = simulate(in("2025-01-01", "2025-03-01", R"(
      "stock": [{"id": "p", "people": 200, "in": "m", "elapsed": "10 days"}],
      "labour_market": {"exits": [{"id": "job", "kind": "job_finding", "to": "job_nec",
                                   "per_month": 5},
                                  {"id": "loss", "kind": "job_loss", "from": "job_nec",
                                   "to": "unemployed", "per_month": 0.001}]},
      "resources": [{"id": "seats", "kind": "places", "level": 0}],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "20 days"}],
                    "lock_in": 1, "afterwards": "next"},
                   {"id": "next", "needs": [{"resource": "seats"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  for (const Told& t : s.events(EventKind::joined)) {
    EXPECT_EQ(t.event.status, s.status("unemployed"));
  }
}

}  // namespace
}  // namespace doorstroom::tests

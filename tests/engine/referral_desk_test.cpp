#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::vector<EventKind> phases = {EventKind::phase_started, EventKind::phase_ended};

/// Someone in "work" on the first day crosses twelve months of unemployment on 1 February.
std::string crossing_inside(const std::string& refers_on) {
  return in("2025-01-01", "2026-01-01",
            R"(
      "stock": [{"id": "p", "people": 1, "in": "work", "elapsed": "10 days",
                 "profile": {"unemployed_for": "334 days"}}],
      "resources": [{"id": "act", "kind": "places",
                     "level": {"2025-01-01": 0, "2025-03-01": 1}}],
      "referral": [{"id": "long", "when": {"months_unemployed": {"min": 12}},
                    "refer_to": "activation"}],
      "measures": [
        {"id": "work", "phases": [{"id": "a", "duration": "300 days"}], "afterwards": "inactive",
         "status": "at_work", "refers_on": )" +
                refers_on + R"(},
        {"id": "activation", "needs": [{"resource": "act"}], "afterwards": "inactive",
         "phases": [{"id": "a", "duration": "20 days"}]}],
      "statuses": [{"id": "at_work", "registered": true, "unemployment": "runs"}])");
}

TEST(ReferralDesk, RefersNobodyBeforeTheirFirstContactWhateverLimitTheyCross) {
  // Twelve months are reached on 1 February, ten days before anybody sees them.
  const Simulation s =
      simulate(in("2025-01-01", "2026-01-01",
                  R"("arrivals": [)" + people_on("p", {{"2025-01-11", 1}}, R"("refer_to": "m",
      "first_contact": "31 days", "people": {"unemployed_for": "344 days"})") +
                      R"(],
      "referral": [{"id": "long", "when": {"months_unemployed": {"min": 12}}, "refer_to": "m"}],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "20 days"}],
                    "afterwards": "inactive"}])"));
  EXPECT_THAT(s.events(EventKind::asked_referral), IsEmpty());
  EXPECT_THAT(s.who(EventKind::started), ElementsAre("2025-02-11 p:2025-01-11:0"));
}

TEST(ReferralDesk, ForgetsTheFirstContactOfWhoStartsBefore) {
  // A way out brings them into the measure; what was to be their first contact sends nobody again.
  const Simulation s =
      simulate(in("2025-01-01", "2026-01-01",
                  R"("arrivals": [)" + people_on("p", {{"2025-01-11", 1}}, R"("refer_to": "m",
      "first_contact": "31 days")") +
                      R"(],
      "statuses": [{"id": "inside", "registered": true, "unemployment": "runs"}],
      "labour_market": {"exits": [{"id": "asks", "to": "m", "per_month": 1000}]},
      "measures": [{"id": "m", "status": "inside", "afterwards": "inactive",
                    "phases": [{"id": "a", "duration": "60 days"}]}])"));
  EXPECT_THAT(s.events(EventKind::joined), SizeIs(1));
  EXPECT_EQ(s.events(EventKind::ended)[0].event.reason, Reason::completed);
}

TEST(ReferralDesk, StartsNothingTwiceWhoWasOnItsListWhenSentThere) {
  // On two lists of different kinds; the first place lasts no night and sends on to the other
  // measure, which starts them from its own list on the same day.
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "stock": [{"id": "p", "people": 1, "waiting_for": "m"}],
      "resources": [{"id": "seats", "kind": "places", "level": {"2025-01-01": 0, "2025-02-01": 5},
                     "serves_first": ["work", "m"]}],
      "labour_market": {"exits": [{"id": "asks", "to": "work", "per_month": 1000,
          "by_time_in_status": [{"below": "5 days", "factor": 1}, {"factor": 0}]}]},
      "measures": [{"id": "m", "needs": [{"resource": "seats"}],
                    "phases": [{"id": "a", "duration": "60 days"}], "afterwards": "inactive"},
                   {"id": "work", "needs": [{"resource": "seats"}],
                    "waiting_list": {"kind": "sec_job"},
                    "phases": [{"id": "a", "duration": "0 days"}], "afterwards": "m"}])"));
  EXPECT_THAT(s.who(EventKind::started, "m"), ElementsAre("2025-02-01 p:0"));
  EXPECT_THAT(s.who(EventKind::ended, "m"), ElementsAre("2025-04-02 p:0"));
}

TEST(ReferralDesk, LetsPeopleWaitInsideAMeasureThatRefersOn) {
  const Simulation s = simulate(crossing_inside("true"));
  EXPECT_THAT(s.life("p:0", phases),
              ElementsAre("2025-01-01 entered unemployed stock", "2025-01-01 started work -1 stock",
                          "2025-01-01 status_changed at_work from unemployed",
                          "2025-02-01 asked_referral long to activation",
                          "2025-02-01 joined activation", "2025-03-01 ended work 69 started_other",
                          "2025-03-01 status_changed unemployed from at_work 69",
                          "2025-03-01 started activation 28 granted",
                          "2025-03-21 ended activation 20 completed",
                          "2025-03-21 status_changed inactive from unemployed 20 completed",
                          "2025-03-21 left inactive"));
}

TEST(ReferralDesk, LeavesPeopleInOtherMeasuresAloneUntilTheyEnd) {
  const Simulation s = simulate(crossing_inside("false"));
  EXPECT_THAT(s.events(EventKind::asked_referral), IsEmpty());
  EXPECT_THAT(s.who(EventKind::ended), ElementsAre("2025-10-18 p:0"));
}

TEST(ReferralDesk, LetsADecisionSendPeopleOnFromInside) {
  // At the end of the first phase the person is advised activation and goes on until it starts.
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "stock": [{"id": "p", "people": 1, "in": "work", "elapsed": "1 days"}],
      "resources": [{"id": "act", "kind": "places",
                     "level": {"2025-01-01": 0, "2025-03-01": 1}}],
      "measures": [
        {"id": "work", "refers_on": true, "phases": [
          {"id": "review", "duration": "11 days", "decision": [{"to": "activation", "p": 1}]},
          {"id": "rest", "duration": "300 days"}]},
        {"id": "activation", "needs": [{"resource": "act"}],
         "phases": [{"id": "a", "duration": "20 days"}]}])"));
  EXPECT_THAT(
      s.life("p:0"),
      ElementsAre(
          "2025-01-01 entered unemployed stock", "2025-01-01 started work -1 stock",
          "2025-01-01 phase_started work review stock", "2025-01-11 phase_ended work review 11",
          "2025-01-11 phase_started work rest", "2025-01-11 joined activation",
          "2025-03-01 phase_ended work rest 49", "2025-03-01 ended work 60 started_other",
          "2025-03-01 started activation 49 granted", "2025-03-01 phase_started activation a",
          "2025-03-21 phase_ended activation a 20", "2025-03-21 ended activation 20 completed",
          "2025-03-21 status_changed out from unemployed 79 completed", "2025-03-21 left out"));
}

/// Everybody is screened first; the assessment lasts 30 days.
const char* const screened_then_waiting = R"(
    "distance_classes": ["near", "far"],
    "resources": [{"id": "desk", "kind": "places", "level": {"2025-01-01": 1, "2025-01-10": 0,
                                                             "2025-03-10": 1}},
                  {"id": "seats", "kind": "places", "level": {"2025-01-01": 0, "SEATS": 1}}],
    "screening": [{"id": "look", "needs": [{"resource": "desk"}], "duration": "2 days",
                   "sees": {"distance": {"one_class": 0}}, "valid_for": "30 days"}],
    "referral": [{"id": "new", "when": {"assessed_distance": "unknown"}, "refer_to": "look"},
                 {"id": "known", "refer_to": "course"}],
    "measures": [{"id": "course", "needs": [{"resource": "seats"}], "afterwards": "inactive",
                  "phases": [{"id": "a", "duration": "50 days"}]}],
    "arrivals": [)";

std::string renewal(const std::string& seats) {
  return in("2025-01-01", "2025-07-01",
            with(screened_then_waiting, "SEATS", seats) +
                people_on("p", {{"2025-01-02", 1}},
                          R"("people": {"attributes": {"distance": {"far": 1}}})") +
                "]");
}

TEST(ReferralDesk, RenewsAnAssessmentInPlace) {
  const Simulation s = simulate(renewal("2025-03-20"));
  EXPECT_THAT(
      s.life("p:2025-01-02:0", phases),
      ElementsAre("2025-01-02 entered unemployed arrival", "2025-01-02 asked_referral new to look",
                  "2025-01-02 joined look", "2025-01-02 started look granted",
                  "2025-01-04 ended look 2 completed", "2025-01-04 assessed distance as 2 truly 1",
                  "2025-01-04 asked_referral known to course", "2025-01-04 joined course",
                  "2025-02-03 joined look", "2025-03-10 started look 35 granted",
                  "2025-03-12 ended look 2 completed", "2025-03-12 assessed distance as 2 truly 1",
                  "2025-03-12 asked_referral known to course",
                  "2025-03-20 started course 75 granted", "2025-05-09 ended course 50 completed",
                  "2025-05-09 status_changed inactive from unemployed 127 completed",
                  "2025-05-09 left inactive"));
}

TEST(ReferralDesk, DoesNotCallPeopleOutOfAMeasureToBeScreenedAgain) {
  const Simulation s = simulate(renewal("2025-03-01"));
  const auto life = s.life("p:2025-01-02:0");
  EXPECT_THAT(life, Contains("2025-03-01 left_list look 26 started_other"));
  EXPECT_THAT(life, Contains("2025-04-20 ended course 50 completed"));
  EXPECT_THAT(s.events(EventKind::started, "look"), SizeIs(1));
}

TEST(ReferralDesk, KnowsWhoHasBeenInAMeasureAndWhoOnlyWaited) {
  // Both are referred again after a month on the list of the full measure "a".
  const Simulation s = simulate(in("2025-01-01", "2025-07-01", R"(
      "stock": [{"id": "was", "people": 1, "in": "a", "elapsed": "5 days"}],
      "resources": [{"id": "seats", "kind": "places", "level": 0}],
      "referral": [{"id": "again", "when": {"has_been_in": "a"}, "refer_to": "b"},
                   {"id": "first", "refer_to": "a"}],
      "measures": [{"id": "a", "needs": [{"resource": "seats"}], "afterwards": "unemployed",
                    "waiting_list": {"max_wait": {"after": "30 days"}},
                    "phases": [{"id": "x", "duration": "10 days"}]},
                   {"id": "b", "phases": [{"id": "x", "duration": "10 days"}]}],
      "arrivals": [)" + people_on("p", {{"2025-01-02", 1}}) + "]"));
  EXPECT_THAT(s.who(EventKind::started, "b"), ElementsAre("2025-01-06 was:0"));
  EXPECT_THAT(s.life("p:2025-01-02:0"), Contains("2025-02-01 asked_referral first to a"));
}

TEST(ReferralDesk, RemembersTheMeasureThatSomeoneComesFromThroughAScreening) {
  const Simulation s = simulate(in("2025-01-01", "2025-07-01", R"(
      "distance_classes": ["near", "far"],
      "stock": [{"id": "p", "people": 1, "in": "a", "elapsed": "5 days",
                 "profile": {"attributes": {"distance": {"near": 1}}}}],
      "screening": [{"id": "look", "duration": "2 days", "sees": {"distance": {"one_class": 0}}}],
      "referral": [{"id": "from_a", "when": {"coming_from": "a", "assessed_distance": "near"},
                    "refer_to": "b"},
                   {"id": "new", "refer_to": "look"}],
      "measures": [{"id": "a", "afterwards": "unemployed",
                    "phases": [{"id": "x", "duration": "10 days"}]},
                   {"id": "b", "phases": [{"id": "x", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::started, "b"), ElementsAre("2025-01-08 p:0"));
}

}  // namespace
}  // namespace doorstroom::tests

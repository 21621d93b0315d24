#include <cmath>
#include <map>

#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A hazard so high that it happens at once, on the days from `from` on that its tenure allows.
std::string at_once(const std::string& id, const std::string& from, const std::string& to,
                    int after_days, const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "from": ")" + from + R"(", "to": ")" + to +
         R"(", "per_month": 1000, "by_time_in_status": [{"below": ")" + std::to_string(after_days) +
         R"( days", "factor": 0}, {"factor": 1}])" + more + "}";
}

/// Someone unemployed for 300 days loses that status after 20 days for another one, comes back
/// after `days`, and is referred on reaching twelve months (365 days).
std::string interrupted_by(const std::string& status, int days) {
  return in("2025-01-01", "2026-12-31",
            R"(
      "stock": [{"id": "p", "people": 1, "profile": {"unemployed_for": "300 days"}}],
      "labour_market": {"exits": [)" +
                at_once("away", "unemployed", status, 20) + "," +
                at_once("back", status, "unemployed", days) + R"(]},
      "referral": [{"id": "long", "when": {"months_unemployed": {"min": 12}}, "refer_to": "m"}],
      "resources": [{"id": "none", "kind": "places", "level": 0}],
      "measures": [{"id": "m", "needs": [{"resource": "none"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])");
}

std::string first_joined(const Simulation& s) {
  const auto joined = s.who(EventKind::joined);
  return joined.empty() ? "" : joined.front();
}

/// With every stay in unemployment lasting 20 days, 365 are reached five days into the fourth.
TEST(Labour, FreezesTheClockOfUnemploymentInSickness) {
  EXPECT_EQ(first_joined(simulate(interrupted_by("sick", 100))), "2026-01-01 p:0");
}

TEST(Labour, TakesUpTheClockAgainAfterAJobThatWasTooShort) {
  EXPECT_EQ(first_joined(simulate(interrupted_by("job_nec", 90))), "2025-12-02 p:0");
}

TEST(Labour, StartsTheClockAnewAfterAJobThatCounts) {
  EXPECT_EQ(first_joined(simulate(interrupted_by("job_nec", 91))), "");
}

TEST(Labour, CallsPeopleOffTheirListsWhenTheyAreNoLongerRegistered) {
  const Simulation s = simulate(in("2025-01-01", "2025-06-01",
                                   R"(
      "stock": [{"id": "p", "people": 1, "waiting_for": "m", "profile": {}}],
      "labour_market": {"exits": [)" + at_once("job", "unemployed", "job_nec", 20) +
                                       "," + at_once("loss", "job_nec", "unemployed", 30) + R"(]},
      "resources": [{"id": "none", "kind": "places", "level": {"2025-01-01": 0, "2025-02-01": 5}}],
      "measures": [{"id": "m", "needs": [{"resource": "none"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.life("p:0"),
              ElementsAre("2025-01-01 entered unemployed stock", "2025-01-01 joined m 1 stock",
                          "2025-01-21 status_changed job_nec from unemployed 20 status_exit",
                          "2025-01-21 left_list m 21 status_exit",
                          "2025-02-20 status_changed unemployed from job_nec 30 status_exit",
                          "2025-03-12 status_changed job_nec from unemployed 20 status_exit",
                          "2025-04-11 status_changed unemployed from job_nec 30 status_exit",
                          "2025-05-01 status_changed job_nec from unemployed 20 status_exit",
                          "2025-05-31 status_changed unemployed from job_nec 30 status_exit"));
}

TEST(Labour, EndsAMeasureWhenAJobIsFoundAndSendsNobodyToItsEndStates) {
  const Simulation s = simulate(in("2025-01-01", "2025-06-01",
                                   R"(
      "stock": [{"id": "p", "people": 1, "in": "m", "elapsed": "1 days"}],
      "labour_market": {"exits": [)" + at_once("job", "unemployed", "job_nec", 20) +
                                       R"(]},
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "90 days"}],
                    "afterwards": "inactive"}])"));
  EXPECT_THAT(s.life("p:0"),
              ElementsAre("2025-01-01 entered unemployed stock", "2025-01-01 started m -1 stock",
                          "2025-01-01 phase_started m a stock", "2025-01-21 phase_ended m a 21",
                          "2025-01-21 ended m 21 status_exit",
                          "2025-01-21 status_changed job_nec from unemployed 20 status_exit",
                          "2025-01-21 left job_nec"));
}

/// Share of 4,000 people whose exit from "unemployed" comes within 100 days.
double left_within_100_days(const std::string& exit, const std::string& stock,
                            const std::string& measure = "") {
  const Simulation s = simulate(in("2025-01-01", "2025-04-11",
                                   R"(
      "distance_classes": ["near", "far"],
      "stock": [{"id": "p", "people": 4000)" +
                                       stock + R"(}],
      "labour_market": {"exits": [{"id": "job", "kind": "job_finding", "to": "job_nec")" +
                                       exit + "}]}, \"measures\": [" + measure + "]"));
  return static_cast<double>(s.events(EventKind::status_changed, "job_nec").size()) / 4000;
}

/// Three standard errors of a share of 4,000.
double error(double share) {
  return 3 * std::sqrt(share * (1 - share) / 4000);
}

/// Chance of leaving within 100 days at a hazard a month.
double within_100_days(double per_month) {
  return 1 - std::exp(-per_month * 100 / 30.4375);
}

TEST(Labour, FollowsTheHazardOfTheDistance) {
  const std::string by_distance = R"(, "per_month": {"by_distance": {"near": 0.2, "far": 0.05}})";
  EXPECT_NEAR(
      left_within_100_days(by_distance, R"(, "profile": {"attributes": {"distance": {"far": 1}}})"),
      within_100_days(0.05), error(within_100_days(0.05)));
}

TEST(Labour, MultipliesTheHazardByDurationGroupAgeAndCalendar) {
  const double in_two_steps = 1 - std::exp(-0.2 * (50 * 1 + 50 * 0.25) / 30.4375);
  EXPECT_NEAR(left_within_100_days(R"(, "per_month": 0.2, "by_time_unemployed": [
                  {"below": "80 days", "factor": 1}, {"factor": 0.25}])",
                                   R"(, "profile": {"unemployed_for": "30 days"})"),
              in_two_steps, error(in_two_steps));
  const double older = 1 - std::exp(-0.1 * (40 * 2 + 60) / 30.4375);
  EXPECT_NEAR(left_within_100_days(R"(, "per_month": 0.1, "groups": [
                  {"when": {"age": {"below": 55}}, "factor": 2}])",
                                   // 55 years are 20,088.75 days: 20,089
                                   R"(, "profile": {"age": "20049 days"})"),
              older, error(older));
  const double calendar = 1 - std::exp(-0.1 * (59 * 0.25 + 41 * 4) / 30.4375);
  EXPECT_NEAR(left_within_100_days(R"(, "per_month": 0.1, "elasticity": 2,
                  "calibration": {"2025": 0.5, "2025-03": 2})",
                                   ""),
              calendar, error(calendar));
}

TEST(Labour, LocksPeopleInDuringAMeasureAndHelpsThemAfterwards) {
  // Forty days in, with half the chance of a job; then thirty days with three times the chance.
  const double expected = 1 - std::exp(-0.1 * (40 * 0.5 + 30 * 3 + 30) / 30.4375);
  EXPECT_NEAR(left_within_100_days(R"(, "per_month": 0.1)", R"(, "in": "m", "elapsed": "1 days")",
                                   R"({"id": "m", "lock_in": 0.5, "afterwards": "unemployed",
                  "post_effect": {"factor": 3, "lasts": "30 days"},
                  "phases": [{"id": "a", "duration": "41 days"}]})"),
              expected, error(expected));
}

TEST(Labour, GivesAftercareThatEasesFindingAJobAndKeepingIt) {
  const double expected = 1 - std::exp(-0.1 * (10 + 60 * 2 + 30) / 30.4375);
  EXPECT_NEAR(left_within_100_days(R"(, "per_month": 0.1)", R"(, "in": "m", "elapsed": "1 days")",
                                   R"({"id": "m", "afterwards": "unemployed",
                  "aftercare": {"duration": "60 days", "job_finding_factor": 2},
                  "phases": [{"id": "a", "duration": "11 days"}]})"),
              expected, error(expected));
}

TEST(Labour, EasesOnlyTheLossOfAJobForThoseWhoHaveOne) {
  // From a job in the social economy people move on or lose it; aftercare touches the loss alone.
  const Simulation s = simulate(in("2025-01-01", "2025-04-11", R"(
      "stock": [{"id": "p", "people": 4000, "in": "m", "elapsed": "9 days"}],
      "labour_market": {"exits": [
        {"id": "on", "kind": "job_finding", "from": "job_sec", "to": "job_nec", "per_month": 0.1},
        {"id": "loss", "kind": "job_loss", "from": "job_sec", "to": "inactive", "per_month": 0.2}]},
      "measures": [{"id": "m", "afterwards": "job_sec",
                    "aftercare": {"duration": "1 years", "job_loss_factor": 0.5,
                                  "job_finding_factor": 9},
                    "phases": [{"id": "a", "duration": "9 days"}]}])"));
  const double moved = static_cast<double>(s.events(EventKind::status_changed, "job_nec").size());
  const double lost = static_cast<double>(s.events(EventKind::status_changed, "inactive").size());
  const double each = within_100_days(0.2) / 2;
  EXPECT_NEAR(moved / 4000, each, error(each));
  EXPECT_NEAR(lost / 4000, each, error(each));
}

TEST(Labour, LetsTheDistanceGrowOnlyOutsideMeasuresAndAfterSomeTime) {
  const auto drifted = [](const std::string& stock) {
    const Simulation s = simulate(in("2025-01-01", "2025-04-11", R"(
        "distance_classes": ["near", "far", "lost"],
        "stock": [{"id": "p", "people": 4000, "profile": {"attributes": {"distance": {"near": 1}},
                   "unemployed_for": "10 days"})" + stock + R"(}],
        "labour_market": {"distance_drift": [
            {"from": "near", "per_month": 0.3, "after": "50 days"}]},
        "measures": [{"id": "m", "phases": [{"id": "a", "duration": "900 days"}]}])"));
    return static_cast<double>(s.events(EventKind::distance_changed).size()) / 4000;
  };
  const double expected = 1 - std::exp(-0.3 * 60 / 30.4375);
  EXPECT_NEAR(drifted(""), expected, error(expected));
  EXPECT_EQ(drifted(R"(, "in": "m")"), 0);
}

TEST(Labour, DrawsANewDriftEveryTimeTheDistanceIsReached) {
  // After a measure in June people are near again, and drift again: with a chance of their own.
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "distance_classes": ["near", "far"],
      "stock": [{"id": "p", "people": 1000, "profile": {"attributes": {"distance": {"near": 1}},
                 "unemployed_for": "10 days"}}],
      "labour_market": {"distance_drift": [{"from": "near", "per_month": 1.5}]},
      "referral": [{"id": "been", "when": {"has_been_in": "m"}, "refer_to": "stay"},
                   {"id": "r", "when": {"months_unemployed": {"min": 6}}, "refer_to": "m"}],
      "measures": [{"id": "m", "improves_distance": 1, "afterwards": "unemployed",
                    "phases": [{"id": "a", "duration": "1 days"}]}])"));
  std::map<std::string, std::vector<Day>> grown;
  for (const Told& t : s.events(EventKind::distance_changed)) {
    if (t.event.amount == 1) grown[s.name(t.person)].push_back(t.day);
  }
  const Day near_again = s.events(EventKind::ended, "m").front().day;
  int both = 0;
  int alike = 0;
  for (const auto& [name, days] : grown) {
    if (days.size() < 2) continue;
    ++both;
    const DayCount first = days[0] - s.model->horizon.start;
    alike += std::abs(first - (days[1] - near_again)) <= 1 ? 1 : 0;
  }
  EXPECT_GT(both, 900);
  EXPECT_LT(alike, 150);
}

/// 20,000 unemployed people with one way out, to a job.
std::string leaving(const std::string& more) {
  return in("2025-01-01", "2027-01-01",
            R"("stock": [{"id": "p", "people": 20000, "profile":
                {"attributes": {"distance": {"small": 0.5, "large": 0.5}}}}],
               "labour_market": {"exits": [{"id": "job", "kind": "job_finding", "from": "unemployed",
                   "to": "job_nec", "per_month": 0.05)" +
                more + "}]}");
}

/// Days on which each of the people left, by name.
std::map<std::string, Day> days_of_leaving(const Simulation& s) {
  std::map<std::string, Day> days;
  for (const Told& t : s.events(EventKind::status_changed, "job_nec")) {
    days[s.name(t.person)] = t.day;
  }
  return days;
}

TEST(Labour, MultipliesAHazardByItsFactorFromTheDayItSays) {
  const auto plain = days_of_leaving(simulate(leaving("")));
  const auto recession =
      days_of_leaving(simulate(leaving(R"(, "factor": {"2025": 1, "2026": 0.5})")));
  const Day change = day_of(2026, 1, 1);
  double left = 20000;
  double leave = 0;
  for (const auto& [name, day] : plain) {
    const auto other = recession.find(name);
    // Before the change everybody lives the same life, and nobody leaves earlier for it.
    left -= day < change ? 1 : 0;
    if (other == recession.end()) {
      ASSERT_GE(day, change) << name;
    } else {
      ASSERT_TRUE(day < change ? other->second == day : other->second >= day) << name;
    }
  }
  for (const auto& [name, day] : recession) leave += day >= change ? 1 : 0;
  const double expected = 1 - std::exp(-0.025 * 365 / days_per_month);
  EXPECT_NEAR(leave / left, expected, 4 * std::sqrt(expected * (1 - expected) / left));
}

TEST(Labour, RaisesTheCalibrationToItsPowerAndTheFactorToNone) {
  // 4^0.5 x 1.5 = 3 for those near, 4^0 x 1.5 for those far.
  const auto factors = days_of_leaving(simulate(leaving(
      R"(, "calibration": 4, "factor": 1.5, "elasticity": {"by_distance": {"small": 0.5,
          "medium": 1, "large": 0, "very_large": 0, "unbridgeable": 0}})")));
  const auto rates = days_of_leaving(simulate(
      with(leaving(""), "0.05", R"({"by_distance": {"small": 0.15, "medium": 0, "large": 0.075,
          "very_large": 0, "unbridgeable": 0}})")));
  EXPECT_EQ(factors, rates);
}

}  // namespace
}  // namespace doorstroom::tests

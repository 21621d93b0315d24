#include <cmath>
#include <map>
#include <numeric>

#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Intake, BringsEvenStreamsToTheirYearlyNumberInLeapYearsToo) {
  const Simulation s = simulate(in("2023-01-01", "2025-01-01", R"(
      "arrivals": [{"id": "p", "variation": "even", "per_year": 1000}])"));
  std::map<int, int> by_year;
  std::map<std::string, int> by_month;
  for (const Told& t : s.events(EventKind::entered)) {
    ++by_year[civil(t.day).year];
    ++by_month[iso_month(t.day)];
  }
  EXPECT_EQ(by_year[2023], 1000);
  EXPECT_EQ(by_year[2024], 1000);
  EXPECT_EQ(by_month["2024-02"], 79);  // 29 of 366 days
}

TEST(Intake, FollowsTheSeasonsAndThePathOfAStream) {
  const Simulation s = simulate(in("2025-01-01", "2027-01-01", R"(
      "arrivals": [{"id": "p", "variation": "even", "per_year": {"2025": 3650, "2026-07": 7300},
                    "seasonality": {"jan": 2, "feb": 0}}])"));
  std::map<std::string, int> by_month;
  for (const Told& t : s.events(EventKind::entered)) ++by_month[iso_month(t.day)];
  EXPECT_EQ(by_month["2025-01"], 620);
  EXPECT_EQ(by_month.count("2025-02"), 0U);
  EXPECT_EQ(by_month["2025-03"], 310);
  EXPECT_EQ(by_month["2026-06"], 300);
  EXPECT_EQ(by_month["2026-07"], 620);
}

TEST(Intake, DrawsPoissonNumbersWithTheRightMeanAndVariance) {
  const Simulation s = simulate(in("2025-01-01", "2045-01-01", R"(
      "arrivals": [{"id": "p", "per_year": 1461}])"));
  std::map<Day, double> by_day;
  for (const Told& t : s.events(EventKind::entered)) ++by_day[t.day];
  const double days = s.model->horizon.days();
  double sum = 0;
  double squares = 0;
  for (const auto& [day, n] : by_day) {
    sum += n;
    squares += n * n;
  }
  const double mean = sum / days;
  EXPECT_NEAR(mean, 4, 4 * std::sqrt(4 / days));
  EXPECT_NEAR(squares / days - mean * mean, 4, 4 * std::sqrt(2 * 16 / days));
}

TEST(Intake, PutsTheStockOnItsListWithItsElapsedWait) {
  const Simulation s = simulate(in("2025-01-01", "2025-03-01", R"(
      "stock": [{"id": "w", "people": 2, "waiting_for": "m", "elapsed": "30 days"},
                {"id": "v", "people": 1, "waiting_for": "m"}],
      "resources": [{"id": "r", "kind": "places", "level": {"2025-01-01": 0, "2025-01-06": 9}}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "waiting_list": {"leave_after": "33 days"},
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::left_list), ElementsAre("2025-01-04 w:0", "2025-01-04 w:1"));
  EXPECT_THAT(s.life("v:0"), testing::Contains("2025-01-06 started m 6 granted"));
}

TEST(Intake, EndsOnTheFirstDayBeforeItStartsAnybody) {
  // Patience ends on the first day, on which there are places; so does a stay.
  const Simulation s = simulate(in("2025-01-01", "2025-03-01", R"(
      "stock": [{"id": "w", "people": 1, "waiting_for": "m", "elapsed": "30 days"},
                {"id": "x", "people": 1, "waiting_for": "m", "elapsed": "5 days"},
                {"id": "i", "people": 1, "in": "m", "elapsed": "10 days"}],
      "resources": [{"id": "r", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "waiting_list": {"max_wait": {"after": "30 days", "then": "leave"}},
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.life("w:0"), testing::Contains("2025-01-01 left_list m 30 waited_too_long"));
  EXPECT_THAT(s.who(EventKind::ended), ElementsAre("2025-01-01 i:0", "2025-01-11 x:0"));
}

TEST(Intake, DoesNotTakeTheTimeInAJobForUnemployment) {
  // A job of 60 days is lost on the first day: too short to end a spell, but there was none.
  const Simulation s = simulate(in("2025-01-01", "2025-03-01", R"(
      "stock": [{"id": "j", "people": 1, "status": "job_nec", "elapsed": "60 days"}],
      "labour_market": {"exits": [{"id": "loss", "kind": "job_loss", "from": "job_nec",
                                   "to": "unemployed", "per_month": 900}]},
      "referral": [{"id": "long", "when": {"months_unemployed": {"min": 1}}, "refer_to": "m"}],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::started), SizeIs(1));
  EXPECT_GE(s.events(EventKind::started)[0].day - s.model->horizon.start, 30);
}

TEST(Intake, CountsTheTenureOfThoseInAMeasureThatGivesAStatusFromTheirStart) {
  // From the 100th day in the job people leave it at once.
  const Simulation s = simulate(in("2025-01-01", "2025-06-01", R"(
      "stock": [{"id": "j", "people": 1, "in": "cmw", "elapsed": "70 days"}],
      "labour_market": {"exits": [{"id": "on", "from": "job_sec", "to": "job_nec",
          "per_month": 900, "by_time_in_status": [{"below": "100 days", "factor": 0},
                                                  {"factor": 1}]}]},
      "measures": [{"id": "cmw", "status": "job_sec",
                    "phases": [{"id": "a", "duration": "900 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::ended), ElementsAre("2025-01-31 j:0"));
}

/// Everybody of the stock is met in "m" at an arbitrary moment; as many start as ended, on average.
std::string stationary(const std::string& measure) {
  return in("2025-01-01", "2025-07-01",
            R"("stock": [{"id": "i", "people": 4000, "in": "m",
      "length_biased": true}], "measures": [)" +
                measure + "]");
}

/// Share of the stock that ends on each of the first days.
std::vector<double> outflow(const Simulation& s, int days) {
  std::vector<double> share(static_cast<std::size_t>(days), 0.0);
  for (const Told& t : s.events(EventKind::ended)) {
    const DayCount day = t.day - s.model->horizon.start;
    if (day < days) share[static_cast<std::size_t>(day)] += 1.0 / 4000;
  }
  return share;
}

TEST(Intake, MeetsFixedStaysEvenlyFromTheirFirstToTheirLastDay) {
  const Simulation s =
      simulate(stationary(R"({"id": "m", "phases": [{"id": "a", "duration": "20 days"}]})"));
  EXPECT_THAT(s.events(EventKind::ended), SizeIs(4000));
  for (const double share : outflow(s, 20)) EXPECT_NEAR(share, 0.05, 4 * std::sqrt(0.05 / 4000));
}

TEST(Intake, MeetsExponentialStaysWithAnOutflowThatBeginsLevel) {
  const Simulation s = simulate(stationary(R"({"id": "m", "phases": [
      {"id": "a", "duration": {"exponential": {"mean": "20 days"}}}]})"));
  const auto share = outflow(s, 60);
  // P(stay = n days) / mean, summed over five days each.
  for (int from = 0; from < 60; from += 5) {
    const double expected = std::exp(-from / 20.0) - std::exp(-(from + 5) / 20.0);
    const double found = std::accumulate(share.begin() + from, share.begin() + from + 5, 0.0);
    EXPECT_NEAR(found, expected, 4 * std::sqrt(expected / 4000)) << from;
  }
  EXPECT_NEAR(share[0], 0.05, 4 * std::sqrt(0.05 / 4000));
}

TEST(Intake, MeetsPeopleInEveryPhaseAndGapAsLongAsTheyLast) {
  const Simulation s = simulate(stationary(R"({"id": "m", "phases": [
      {"id": "a", "duration": "30 days", "gap": {"duration": "20 days"}},
      {"id": "b", "duration": "50 days", "drop_out": {"share": 0.5}}]})"));
  int in_a = 0;
  int in_b = 0;
  for (const Told& t : s.events(EventKind::phase_started)) {
    if (t.event.reason != Reason::stock) continue;
    ++(t.event.other == 0 ? in_a : in_b);
  }
  // Half of those in "b" drop out at a constant rate: 50 x (1 - 0.5) / ln 2 = 36.07 days there.
  const double all = 30 + 20 + 50 * 0.5 / std::log(2.0);
  EXPECT_NEAR(in_a / 4000.0, 30 / all, 0.03);
  EXPECT_NEAR(in_b / 4000.0, 36.07 / all, 0.03);
}

TEST(Intake, MultipliesAStreamByItsFactor) {
  const Simulation s = simulate(in("2025-01-01", "2027-01-01", R"(
      "arrivals": [{"id": "p", "variation": "even", "per_year": {"2025": 3650, "2026": 7300},
                    "factor": {"2025": 1, "2025-07": 0.5, "2026-03": 2}}])"));
  std::map<std::string, int> by_month;
  for (const Told& t : s.events(EventKind::entered)) ++by_month[iso_month(t.day)];
  EXPECT_EQ(by_month["2025-06"], 300);
  EXPECT_EQ(by_month["2025-07"], 155);
  EXPECT_EQ(by_month["2026-01"], 310);
  EXPECT_EQ(by_month["2026-03"], 1240);
}

TEST(Intake, SeesTheStockAfterTheirFirstContact) {
  const Simulation s = simulate(in("2025-01-01", "2025-06-01", R"(
      "stock": [{"id": "now", "people": 1, "refer": true},
                {"id": "later", "people": 1, "refer": true, "first_contact": "30 days"},
                {"id": "wave", "people": 900, "refer": true,
                 "first_contact": {"uniform": ["0 days", "90 days"]}}],
      "referral": [{"id": "all", "refer_to": "m"}],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "500 days"}]}])"));
  const auto joined = s.who(EventKind::joined);
  EXPECT_THAT(joined, testing::Contains("2025-01-01 now:0"));
  EXPECT_THAT(joined, testing::Contains("2025-01-31 later:0"));
  std::map<std::string, int> by_month;
  for (const Told& t : s.events(EventKind::joined)) ++by_month[iso_month(t.day)];
  // 30 or 31 of 90 days a month, "now" and "later" in January.
  const double expected = 31 * 10 + 2;
  EXPECT_NEAR(by_month["2025-01"], expected, 4 * std::sqrt(900 * 31 * 59) / 90);
  EXPECT_THAT(joined, SizeIs(902));
}

TEST(Intake, DrawsTheSamePeopleWhateverTheFactor) {
  const auto people = [](std::string_view factor) {
    const Simulation s = simulate(in("2025-01-01", "2025-03-01",
                                     R"("attributes": [{"id": "sex", "values": ["man", "woman"]}],
              "arrivals": [{"id": "p", "per_year": 3650, "people":
                  {"attributes": {"sex": {"man": 0.5, "woman": 0.5}}}, "factor": )" +
                                         std::string(factor) + "}]"));
    return s.who(EventKind::entered);
  };
  const auto few = people("0.5");
  const auto many = people("1");
  EXPECT_LT(few.size(), many.size());
  for (const std::string& person : few) EXPECT_THAT(many, testing::Contains(person));
}

}  // namespace
}  // namespace doorstroom::tests

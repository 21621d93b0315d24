#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// `people` of the stock wait for "m", which costs money a month.
std::string monthly(const std::string& budget, const std::string& price, int people,
                    const std::string& stay = "400 days", const std::string& start = "2025-01-01",
                    const std::string& end = "2027-01-01") {
  return in(start, end,
            R"("stock": [{"id": "p", "people": )" + std::to_string(people) +
                R"(, "waiting_for": "m"}],
      "resources": [{"id": "r", "kind": "budget", )" +
                budget + R"(}],
      "measures": [{"id": "m", "needs": [{"resource": "r", "per": "month", "amount": )" +
                price + R"(}], "phases": [{"id": "a", "duration": ")" + stay + R"("}]}])");
}

TEST(Claims, PayTwelveMonthsAYearByTheDay) {
  // 30.5 euro a month for the 365 days of 2025: 366 euro. From 1 February: 334 days.
  const Simulation year = simulate(monthly(R"("per_year": 1000)", "30.5", 1, "400 days"));
  EXPECT_EQ(year.at("2025-12-31").paid[0], 36600);
  EXPECT_EQ(year.periods[0].state.paid_monthly, 36600);
  const Simulation part =
      simulate(monthly(R"("per_year": 1000)", "30.5", 1, "400 days", "2025-02-01", "2026-01-01"));
  EXPECT_EQ(part.periods[0].state.paid_monthly, 36600 * 334 / 365);
}

TEST(Claims, ReserveTheMonthsTo31December) {
  // A start on 1 January reserves 366 euro: two fit into 1,000. A third one needs more than the 268
  // that are left until 9 April, when 267 days remain.
  const Simulation s = simulate(monthly(R"("per_year": 1000)", "30.5", 3, "100 days"));
  std::vector<std::string> days;
  for (const Told& t : s.events(EventKind::started)) days.push_back(iso_date(t.day));
  EXPECT_THAT(days, ElementsAre("2025-01-01", "2025-01-01", "2025-04-09"));
}

TEST(Claims, LetRunningObligationsComeFirstAndBookWhatIsUnfunded) {
  // Four run through 2026, whose budget pays for two and a half: nobody is evicted, nobody starts.
  const Simulation s =
      simulate(monthly(R"("per_year": {"2025": 1464, "2026": 915})", "30.5", 5, "700 days"));
  EXPECT_THAT(s.events(EventKind::started), SizeIs(4));
  EXPECT_THAT(s.events(EventKind::ended), SizeIs(4));
  EXPECT_EQ(s.periods[0].state.paid_monthly, 146400);
  EXPECT_EQ(s.periods[0].state.unfunded, 0);
  EXPECT_EQ(s.periods[1].state.paid_monthly, 91500);
  // All four leave on 2 December 2026, after 335 days of that year.
  EXPECT_EQ(s.periods[1].state.unfunded, 4 * 36600LL * 335 / 365 - 91500);
  EXPECT_EQ(s.at("2026-12-31").paid[0], 91500);
}

TEST(Claims, ChangeThePriceOfWhatRunsOnTheDayItSays) {
  // 30 euro a month, 60 from 15 July on (170 days of 2025).
  const Simulation s =
      simulate(monthly(R"("per_year": 2000)", R"({"2025": 30, "2025-07-15": 60})", 1, "400 days"));
  EXPECT_EQ(s.at("2025-06-30").accounts[0].running, 3000);
  EXPECT_EQ(s.at("2025-07-31").accounts[0].running, 6000);
  EXPECT_EQ(s.periods[0].state.paid_monthly, (3000LL * 12 * 195 + 6000LL * 12 * 170) / 365);
  EXPECT_EQ(s.at("2026-02-28").accounts[0].running, 0);
}

TEST(Claims, ChargeTheWholePriceOfTheDayOfTheStart) {
  const Simulation s = simulate(
      in("2025-01-01", "2026-01-01",
         R"("arrivals": [)" +
             people_on("p", {{"2025-02-02", 3}, {"2025-08-01", 2}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "r", "kind": "budget", "per_year": 1000, "release": "at_once"}],
      "measures": [{"id": "m", "needs": [{"resource": "r",
                                          "amount": {"2025": 100.05, "2025-08-01": 200.10}}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_EQ(s.at("2025-07-31").accounts[0].used, 30015);
  EXPECT_EQ(s.at("2025-12-31").accounts[0].used, 30015 + 40020);
}

/// One trajectory of 100 days for 1,000 euro that ends early when its measure closes.
std::string refunded(const std::string& closes, const std::string& extra = "") {
  return in("2025-01-01", "2026-07-01",
            R"("arrivals": [)" + people_on("p", {{"2025-11-01", 1}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "r", "kind": "budget", "per_year": 5000, "release": "at_once",
                     "given_back_on_early_end": true}],
      "measures": [{"id": "m", "open": [{"until": ")" +
                closes + R"("}],
                    "on_close": {"running": "back"},)" +
                extra + R"(
                    "phases": [{"id": "a", "duration": "100 days"NEEDS}]}])");
}

const char* const thousand = R"({"resource": "r", "amount": 1000})";

TEST(Claims, GiveBackTheUnusedPartOfACommitment) {
  // 40 of 100 days are used on 11 December.
  const std::string needs = std::string(R"("needs": [)") + thousand + "],";
  const Simulation s = simulate(with(refunded("2025-12-11", needs), "NEEDS", ""));
  EXPECT_EQ(s.at("2025-12-31").accounts[0].used, 40000);
}

TEST(Claims, GiveBackTheUnusedPartOfAPhaseToo) {
  const std::string needs = std::string(R"(, "needs": [)") + thousand + "]";
  const Simulation s = simulate(with(refunded("2025-12-11"), "NEEDS", needs));
  EXPECT_EQ(s.at("2025-12-31").accounts[0].used, 40000);
}

TEST(Claims, BookWhatComesBackAfterItsPeriodAsLapsed) {
  const std::string needs = std::string(R"("needs": [)") + thousand + "],";
  const Simulation s = simulate(with(refunded("2026-01-10", needs), "NEEDS", ""));
  EXPECT_EQ(s.at("2025-12-31").accounts[0].used, 100000);
  EXPECT_EQ(s.at("2026-01-31").accounts[0].used, 0);
  EXPECT_EQ(s.at("2026-01-31").accounts[0].late_returns, 30000);  // 70 of 100 days used
}

TEST(Claims, GiveBackNothingFromWhatNeverBegins) {
  // The budget begins after the end of the horizon.
  const std::string needs = std::string(R"("needs": [)") + thousand + "],";
  const Simulation s = simulate(with(with(refunded("2025-12-11", needs), "NEEDS", ""),
                                     R"("per_year": 5000)", R"("per_year": {"2030": 5000})"));
  EXPECT_FALSE(s.at("2025-12-31").accounts[0].exists);
}

TEST(Claims, GiveBackToThePoolWhatCameFromIt) {
  // Two of region a take 1,000 euro each: the second from the pool. Both come back in December.
  const Simulation s = simulate(
      in("2025-01-01", "2026-01-01",
         R"(
      "attributes": [{"id": "region", "values": ["a", "b"]}],
      "arrivals": [)" +
             people_on("p", {{"2025-11-01", 2}},
                       R"("people": {"attributes": {"region": {"a": 1}}}, "refer_to": "m")") +
             R"(],
      "resources": [{"id": "r", "kind": "budget", "per_year": 2000, "release": "at_once",
                     "given_back_on_early_end": true,
                     "split": {"by": "region", "shares": {"a": 0.5, "b": 0.5},
                               "pool_from": "10-01"}}],
      "measures": [{"id": "m", "open": [{"until": "2025-12-01"}], "on_close": {"running": "back"},
                    "needs": [{"resource": "r", "amount": 1000}],
                    "phases": [{"id": "a", "duration": "10 years"}]}])"));
  EXPECT_EQ(s.at("2025-11-30").accounts[0].used + s.at("2025-11-30").accounts[1].used, 200000);
  // 30 of 3,652.5 days were used.
  const Amount used = s.at("2025-12-31").accounts[0].used + s.at("2025-12-31").accounts[1].used;
  EXPECT_NEAR(static_cast<double>(used), 200000 * 30 / 3652.5, 2);
}

TEST(Claims, PayMonthsFromOnesOwnPartAlsoWhereUnusedAmountsArePooled) {
  const Simulation s = simulate(
      in("2025-01-01", "2026-01-01",
         R"(
      "attributes": [{"id": "region", "values": ["a", "b"]}],
      "arrivals": [)" +
             people_on("p", {{"2025-12-01", 4}},
                       R"("people": {"attributes": {"region": {"a": 1}}}, "refer_to": "m")") +
             R"(],
      "resources": [{"id": "r", "kind": "budget", "per_year": 200,
                     "split": {"by": "region", "shares": {"a": 0.5, "b": 0.5},
                               "pool_from": "10-01"}}],
      "measures": [{"id": "m", "needs": [{"resource": "r", "per": "month", "amount": 40}],
                    "phases": [{"id": "a", "duration": "300 days"}]}])"));
  // Of 100 euro each reserves 40.77; the 18.46 that are left pay for one from 18 December on.
  std::vector<std::string> days;
  for (const Told& t : s.events(EventKind::started)) days.push_back(iso_date(t.day));
  EXPECT_THAT(days, ElementsAre("2025-12-01", "2025-12-01", "2025-12-18"));
  EXPECT_EQ(s.periods[0].state.unfunded, 0);
}

TEST(Claims, HoldPlacesAndMonthlyMoneyButUseUpNoContingentForThoseWhoAreThereAtTheStart) {
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "stock": [{"id": "p", "people": 3, "in": "m", "elapsed": "10 days"}],
      "resources": [{"id": "places", "kind": "places", "level": 5},
                    {"id": "starts", "kind": "contingent", "per_year": 7},
                    {"id": "money", "kind": "budget", "per_year": 9000},
                    {"id": "fees", "kind": "budget", "per_year": 900}],
      "measures": [{"id": "m", "needs": [{"resource": "places"}, {"resource": "starts"},
                                         {"resource": "money", "per": "month", "amount": 100},
                                         {"resource": "fees", "amount": 10}],
                    "phases": [{"id": "a", "duration": "300 days"}]}])"));
  const Stand& stand = s.at("2025-01-31");
  EXPECT_EQ(stand.accounts[0].used, 3 * one_place);
  EXPECT_EQ(stand.accounts[1].used, 0);
  EXPECT_EQ(stand.accounts[2].running, 30000);
  EXPECT_EQ(stand.accounts[3].used, 0);
  EXPECT_EQ(s.at("2025-12-31").accounts[0].used, 0);
}

}  // namespace
}  // namespace doorstroom::tests

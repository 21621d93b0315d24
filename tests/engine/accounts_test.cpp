#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// People on the list of "m", each staying ten days, under one resource.
std::string waiting(const std::string& start, const std::string& end, const std::string& resource,
                    const std::string& more = "", int people = 1000) {
  return in(start, end,
            R"("stock": [{"id": "p", "people": )" + std::to_string(people) +
                R"(, "waiting_for": "m"}], "resources": [{"id": "r", )" + resource +
                R"(}], "measures": [{"id": "m", "needs": [{"resource": "r")" +
                (more.empty() ? "" : ", " + more) +
                R"(}], "phases": [{"id": "a", "duration": "10 days"}]}])");
}

/// Number of starts of "m" by month ("2025-01": 110 ...), months without any left out.
std::map<std::string, int> starts_by_month(const Simulation& s) {
  std::map<std::string, int> starts;
  for (const Told& t : s.events(EventKind::started, "m")) {
    if (t.event.reason != Reason::stock) ++starts[iso_month(t.day)];
  }
  return starts;
}

int starts_on(const Simulation& s, const std::string& date) {
  int starts = 0;
  for (const Told& t : s.events(EventKind::started, "m")) starts += iso_date(t.day) == date ? 1 : 0;
  return starts;
}

TEST(Accounts, ReleaseAContingentEvenlyByMonthInWholeStarts) {
  const Simulation s =
      simulate(waiting("2025-01-01", "2026-01-01", R"("kind": "contingent", "per_year": 100)"));
  // A twelfth is 8.33: 8 in January, 16.67 by February, 25 by March, ...
  EXPECT_THAT(
      starts_by_month(s),
      ElementsAre(std::pair("2025-01", 8), std::pair("2025-02", 8), std::pair("2025-03", 9),
                  std::pair("2025-04", 8), std::pair("2025-05", 8), std::pair("2025-06", 9),
                  std::pair("2025-07", 8), std::pair("2025-08", 8), std::pair("2025-09", 9),
                  std::pair("2025-10", 8), std::pair("2025-11", 8), std::pair("2025-12", 9)));
  EXPECT_EQ(starts_on(s, "2025-01-01"), 8);
  EXPECT_EQ(starts_on(s, "2025-03-01"), 9);
}

TEST(Accounts, ReleaseAtOnceOrByATableOfShares) {
  const Simulation at_once = simulate(waiting(
      "2025-01-01", "2027-01-01", R"("kind": "contingent", "per_year": 50, "release": "at_once")"));
  EXPECT_EQ(starts_on(at_once, "2025-01-01"), 50);
  EXPECT_EQ(starts_on(at_once, "2026-01-01"), 50);
  const Simulation table = simulate(waiting("2025-01-01", "2026-01-01",
                                            R"("kind": "contingent", "per_year": 50,
      "release_shares": [0, 0.5, 0, 0, 0, 0, 0, 0, 0.3, 0, 0, 0.2])"));
  EXPECT_THAT(
      starts_by_month(table),
      ElementsAre(std::pair("2025-02", 25), std::pair("2025-09", 15), std::pair("2025-12", 10)));
}

TEST(Accounts, RenewByQuarterAndByMonth) {
  const Simulation quarter =
      simulate(waiting("2025-02-01", "2025-11-01", R"("kind": "contingent", "per_quarter": 9)"));
  // The horizon begins in the second month of a quarter: two thirds are released.
  EXPECT_THAT(
      starts_by_month(quarter),
      ElementsAre(std::pair("2025-02", 6), std::pair("2025-03", 3), std::pair("2025-04", 3),
                  std::pair("2025-05", 3), std::pair("2025-06", 3), std::pair("2025-07", 3),
                  std::pair("2025-08", 3), std::pair("2025-09", 3), std::pair("2025-10", 3)));
  const Simulation month =
      simulate(waiting("2025-01-15", "2025-04-10", R"("kind": "contingent", "per_month": 4)"));
  EXPECT_THAT(starts_by_month(month),
              ElementsAre(std::pair("2025-01", 4), std::pair("2025-02", 4), std::pair("2025-03", 4),
                          std::pair("2025-04", 4)));
}

TEST(Accounts, BeginInMidYearWithWhatWasUsedAlready) {
  const Simulation s = simulate(waiting("2025-07-01", "2026-02-01",
                                        R"("kind": "contingent", "per_year": 120,
      "used_at_start": 55)"));
  EXPECT_THAT(starts_by_month(s), ElementsAre(std::pair("2025-07", 15), std::pair("2025-08", 10),
                                              std::pair("2025-09", 10), std::pair("2025-10", 10),
                                              std::pair("2025-11", 10), std::pair("2025-12", 10),
                                              std::pair("2026-01", 10)));
}

TEST(Accounts, CarryOverNothingAShareOrEverything) {
  // Ten people in all; the others come in the second year.
  const auto second_year = [](const std::string& carry_over) {
    const Simulation s = simulate(in(
        "2025-01-01", "2027-01-01",
        R"("arrivals": [)" +
            people_on("p", {{"2025-01-02", 10}, {"2026-01-02", 500}}, R"("refer_to": "m")") + R"(],
        "resources": [{"id": "r", "kind": "contingent", "per_year": 31, "release": "at_once",
                       "carry_over": )" +
            carry_over + R"(}],
        "measures": [{"id": "m", "needs": [{"resource": "r"}],
                      "phases": [{"id": "a", "duration": "10 days"}]}])"));
    return starts_by_month(s)["2026-01"];
  };
  EXPECT_EQ(second_year(R"("none")"), 31);
  EXPECT_EQ(second_year("0.5"), 31 + 10);  // half of 21 is 10.5: ten whole starts
  EXPECT_EQ(second_year(R"("full")"), 31 + 21);
}

TEST(Accounts, LimitNothingBeforeTheResourceExists) {
  const Simulation s = simulate(
      in("2025-01-01", "2026-01-01",
         R"("arrivals": [)" +
             people_on("p", {{"2025-02-02", 7}, {"2025-08-01", 9}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "r", "kind": "contingent", "per_year": {"2025-07-01": 6},
                     "release": "at_once"}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(starts_by_month(s), ElementsAre(std::pair("2025-02", 7), std::pair("2025-08", 6)));
}

TEST(Accounts, CountWithoutStoppingWhereTheyDoNotBind) {
  const Simulation s = simulate(waiting("2025-01-01", "2026-01-01",
                                        R"("kind": "budget", "per_year": 1000, "binding": false)",
                                        R"("amount": 7)", 200));
  EXPECT_EQ(starts_on(s, "2025-01-01"), 200);
  const AccountState& state = s.at("2025-12-31").accounts[0];
  EXPECT_EQ(state.used, 140000);  // cents
  EXPECT_EQ(state.level, 100000);
}

TEST(Accounts, RaiseAndLowerALevelFromTheDayItSays) {
  const Simulation s = simulate(waiting("2025-01-01", "2025-04-01",
                                        R"("kind": "places", "level": {"2025-01-01": 10,
      "2025-01-15": 3, "2025-02-04": 8})"));
  // Ten start on the 1st and on the 11th; the three who leave first on the 21st leave seven in.
  EXPECT_EQ(starts_on(s, "2025-01-01"), 10);
  EXPECT_EQ(starts_on(s, "2025-01-11"), 10);
  EXPECT_EQ(starts_on(s, "2025-01-21"), 3);
  EXPECT_EQ(starts_on(s, "2025-01-31"), 3);
  EXPECT_EQ(starts_on(s, "2025-02-04"), 5);
  EXPECT_EQ(starts_on(s, "2025-02-10"), 3);
  EXPECT_EQ(starts_on(s, "2025-02-14"), 5);
}

TEST(Accounts, GrantNothingWhileADrainedLevelIsNotReached) {
  // Four of ten places remain; people leave two by two every fifth day.
  std::string stock;
  for (int i = 0; i < 5; ++i) {
    stock += R"({"id": "in)" + std::to_string(i) + R"(", "people": 2, "in": "m", "elapsed": ")" +
             std::to_string(95 - 5 * i) + R"( days"}, )";
  }
  const Simulation s = simulate(in("2025-01-01", "2025-03-01",
                                   R"("stock": [)" + stock +
                                       R"({"id": "w", "people": 10, "waiting_for": "m"}],
      "resources": [{"id": "r", "kind": "places", "level": 4}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "phases": [{"id": "a", "duration": "100 days"}]}])"));
  EXPECT_THAT(starts_by_month(s), ElementsAre(std::pair("2025-01", 4)));
  EXPECT_EQ(starts_on(s, "2025-01-16"), 0);
  EXPECT_EQ(starts_on(s, "2025-01-21"), 2);
  EXPECT_EQ(starts_on(s, "2025-01-26"), 2);
}

TEST(Accounts, DivideWholeStartsByLargestRemaindersAndKeepPartsApart) {
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "attributes": [{"id": "region", "values": ["a", "b", "c"],
                      "shares": {"a": 0.2, "b": 0.3, "c": 0.5}}],
      "stock": [{"id": "p", "people": 1000, "waiting_for": "m"}],
      "resources": [{"id": "r", "kind": "contingent", "per_year": 10, "release": "at_once",
                     "split": {"by": "region", "shares": {"a": 0.5, "b": 0.25, "c": 0.25}}}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  std::vector<int> started(3, 0);
  for (const Told& t : s.events(EventKind::started)) {
    ++started[t.event.profile.code(s.model->attributes[1 + 1].field)];
  }
  EXPECT_THAT(started, ElementsAre(5, 3, 2));  // 2.5 and 2.5: the first of equals
}

TEST(Accounts, DividePlacesForWholePeopleIntoWholePlaces) {
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "attributes": [{"id": "region", "values": ["a", "b", "c"],
                      "shares": {"a": 0.3, "b": 0.3, "c": "rest"}}],
      "stock": [{"id": "p", "people": 1000, "waiting_for": "m"}],
      "resources": [{"id": "r", "kind": "places", "level": 10,
                     "split": {"by": "region", "shares": {"a": 0.3333, "b": 0.3333, "c": "rest"}}}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "phases": [{"id": "a", "duration": "400 days"}]}])"));
  EXPECT_EQ(starts_on(s, "2025-01-01"), 10);
}

TEST(Accounts, PoolUnusedAmountsFromADate) {
  const Simulation s = simulate(in("2025-01-01", "2027-01-01", R"(
      "attributes": [{"id": "region", "values": ["a", "b"]}],
      "stock": [{"id": "p", "people": 1000, "waiting_for": "m",
                 "profile": {"attributes": {"region": {"a": 1}}}}],
      "resources": [{"id": "r", "kind": "contingent", "per_year": 20, "release": "at_once",
                     "split": {"by": "region", "shares": {"a": 0.5, "b": 0.5},
                               "pool_from": "10-01"}}],
      "measures": [{"id": "m", "needs": [{"resource": "r"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(starts_by_month(s), ElementsAre(std::pair("2025-01", 10), std::pair("2025-10", 10),
                                              std::pair("2026-01", 10), std::pair("2026-10", 10)));
}

TEST(Accounts, KeepALinearPathWithinAYearAtItsFirstDay) {
  const Simulation s = simulate(waiting("2025-01-01", "2027-01-01", R"("kind": "contingent",
      "per_year": {"2025": 120, "2027": 240, "interpolate": "linear"}, "release": "monthly")"));
  int first = 0;
  for (const auto& [month, starts] : starts_by_month(s)) first += month < "2026" ? starts : 0;
  EXPECT_EQ(first, 120);
  EXPECT_EQ(s.events(EventKind::started).size(), 120U + 180U);
}

}  // namespace
}  // namespace doorstroom::tests

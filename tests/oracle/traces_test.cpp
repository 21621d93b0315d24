// Small stories worked by hand, for the conventions of time that no story of tests/engine tells:
// the turn of a year, leap days, the half-open horizon, the order of phases within a day, and
// nothing at all. Ties, endings before starts, draining, and patience against grants are in
// allocator_test, accounts_test, waiting_lists_test and intake_test there.
#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// People who come on some days, for a measure of one phase.
std::string story(const std::string& start, const std::string& end,
                  const std::vector<std::pair<std::string, int>>& days, const std::string& duration,
                  const std::string& resources, const std::string& needs) {
  return in(start, end,
            R"("arrivals": [)" + people_on("p", days, R"("refer_to": "m")") + R"(],
      "resources": [)" +
                resources + R"(],
      "measures": [{"id": "m", "needs": [)" +
                needs + R"(],
                    "phases": [{"id": "a", "duration": ")" +
                duration + R"("}]}])");
}

TEST(Traces, RenewAContingentOnTheFirstOfJanuary) {
  // Two a year, at once: the third of December starts on 1 January, ahead of who comes that day.
  const Simulation s =
      simulate(story("2025-12-01", "2026-02-01", {{"2025-12-10", 3}, {"2026-01-01", 2}}, "5 days",
                     R"({"id": "r", "kind": "contingent", "per_year": 2,
                                          "release": "at_once"})",
                     R"({"resource": "r"})"));
  std::vector<std::string> days;
  for (const Told& t : s.events(EventKind::started)) {
    days.push_back(iso_date(t.day) + " " + std::to_string(t.event.amount));
  }
  EXPECT_THAT(days, ElementsAre("2025-12-10 0", "2025-12-10 0", "2026-01-01 22", "2026-01-01 0"));
  EXPECT_EQ(s.at("2026-01-31").length[0], 1);
}

TEST(Traces, LoseWhatIsUnusedAtTheTurnOfTheYear) {
  const auto left_of = [](const std::string& carry_over) {
    const Simulation s =
        simulate(story("2025-01-01", "2026-02-01", {{"2025-12-31", 1}}, "5 days",
                       R"({"id": "r", "kind": "contingent", "per_year": 4, "release": "at_once",
                  "carry_over": )" +
                           carry_over + "}",
                       R"({"resource": "r"})"));
    const AccountState& after = s.at("2026-01-31").accounts[0];
    return (after.released - after.used) / 1000;
  };
  EXPECT_EQ(left_of(R"("none")"), 4);
  EXPECT_EQ(left_of(R"("full")"), 7);
  EXPECT_EQ(left_of("0.5"), 5);  // half of three, whole starts
}

TEST(Traces, CountTheLeapDayAsADay) {
  const auto ended = [](const std::string& year, const std::string& day) {
    return simulate(
               story(year + "-01-01", year + "-12-31", {{year + "-02-28", 1}}, "2 days", "", ""))
               .who(EventKind::ended)
               .at(0) == year + day + " p:" + year + "-02-28:0";
  };
  EXPECT_TRUE(ended("2024", "-03-01"));
  EXPECT_TRUE(ended("2025", "-03-02"));
  EXPECT_TRUE(ended("2000", "-03-01"));
  EXPECT_TRUE(ended("2100", "-03-02"));
}

TEST(Traces, EndFebruaryOnTheLeapDay) {
  const Simulation s =
      simulate(story("2024-02-01", "2024-04-01", {{"2024-02-29", 2}}, "30 days",
                     R"({"id": "r", "kind": "places", "level": 1})", R"({"resource": "r"})"));
  EXPECT_EQ(s.at("2024-02-29").length[0], 1);
  EXPECT_THAT(s.stands, SizeIs(2));
}

TEST(Traces, HaveAHorizonThatIsHalfOpen) {
  // Who comes on the last day is there; what is due on the end does not happen.
  const Simulation s =
      simulate(story("2025-01-01", "2025-02-01",
                     {{"2025-01-01", 1}, {"2025-01-31", 1}, {"2025-02-02", 1}}, "31 days", "", ""));
  EXPECT_THAT(s.who(EventKind::started),
              ElementsAre("2025-01-01 p:2025-01-01:0", "2025-01-31 p:2025-01-31:0"));
  EXPECT_THAT(s.who(EventKind::ended), IsEmpty());
  const Simulation longer = simulate(
      story("2025-01-01", "2025-02-02", {{"2025-01-01", 1}, {"2025-01-31", 1}}, "31 days", "", ""));
  EXPECT_THAT(longer.who(EventKind::ended), ElementsAre("2025-02-01 p:2025-01-01:0"));
}

TEST(Traces, KeepTheOrderOfADay) {
  // On the 10th a second place comes (phase 1), a stay ends (2), two people come in (3) and two
  // start (5): who has waited since the 7th, then one of the two.
  const Simulation s = simulate(story(
      "2025-01-01", "2025-02-01", {{"2025-01-05", 1}, {"2025-01-07", 1}, {"2025-01-10", 2}},
      "5 days", R"({"id": "r", "kind": "places", "level": {"2025-01-01": 1, "2025-01-10": 2}})",
      R"({"resource": "r"})"));
  std::vector<std::string> days;
  for (const Told& t : s.events(EventKind::started)) {
    days.push_back(iso_date(t.day) + " " + std::to_string(t.event.amount));
  }
  EXPECT_THAT(days, ElementsAre("2025-01-05 0", "2025-01-10 3", "2025-01-10 0", "2025-01-15 5"));
}

TEST(Traces, DrainALowerLevelBeforeTheyStartAnybody) {
  // Three in, one place from the 4th: of the three stays that end on the 6th it is given once.
  const Simulation s = simulate(
      story("2025-01-01", "2025-02-01", {{"2025-01-02", 3}, {"2025-01-04", 2}}, "4 days",
            R"({"id": "r", "kind": "places", "level": {"2025-01-01": 3, "2025-01-04": 1}})",
            R"({"resource": "r"})"));
  std::vector<std::string> days;
  for (const Told& t : s.events(EventKind::started)) days.push_back(iso_date(t.day));
  EXPECT_THAT(days,
              ElementsAre("2025-01-02", "2025-01-02", "2025-01-02", "2025-01-06", "2025-01-10"));
}

TEST(Traces, TellNothingWhereNobodyIs) {
  const Simulation nobody = simulate(in("2025-01-01", "2025-03-01", R"(
      "stock": [{"id": "s", "people": 0, "waiting_for": "m"}],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": "5 days"}]}])"));
  EXPECT_THAT(nobody.told, IsEmpty());
  EXPECT_THAT(nobody.stands, SizeIs(2));
  EXPECT_EQ(nobody.at("2025-02-28").length[0], 0);
}

TEST(Traces, StartNobodyWhereNothingIsToBeHad) {
  for (const char* nothing : {R"({"id": "r", "kind": "places", "level": 0})",
                              R"({"id": "r", "kind": "contingent", "per_year": 0})",
                              R"({"id": "r", "kind": "budget", "payer": "w", "per_year": 0})"}) {
    const Simulation s = simulate(story("2025-01-01", "2025-03-01", {{"2025-01-03", 4}}, "5 days",
                                        nothing, R"({"resource": "r"})"));
    EXPECT_THAT(s.who(EventKind::started), IsEmpty()) << nothing;
    EXPECT_EQ(s.at("2025-02-28").length[0], 4) << nothing;
  }
}

TEST(Traces, LimitNothingBeforeAResourceExists) {
  const Simulation s = simulate(story(
      "2025-01-01", "2025-03-01", {{"2025-01-03", 3}, {"2025-02-03", 1}}, "90 days",
      R"({"id": "r", "kind": "places", "level": {"2025-02-01": 3}})", R"({"resource": "r"})"));
  EXPECT_THAT(s.who(EventKind::started), SizeIs(3));
  EXPECT_EQ(s.at("2025-02-28").length[0], 1);
}

}  // namespace
}  // namespace doorstroom::tests

// Every kind of value as it is read.
#include <gmock/gmock.h>

#include "doorstroom/calendar.hpp"

#include "scenario/paths.hpp"
#include "scenario/read_value.hpp"
#include "scenario/scenario_text.hpp"

namespace doorstroom::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Day on(const char* date) {
  return *parse_date(date);
}

Path level(const std::string& json) {
  return *ScenarioText().set("/resources/0/level", json).read().resources[0].level;
}

TEST(PathOverTime, HoldsFromEachEntryUntilTheNext) {
  const Path path = level(R"({"2026": 30, "2025-03": 20, "2025-03-15": 25})");
  EXPECT_EQ(value_on(path, on("2025-02-28")), 0);
  EXPECT_EQ(value_on(path, on("2025-03-01")), 20);
  EXPECT_EQ(value_on(path, on("2025-03-14")), 20);
  EXPECT_EQ(value_on(path, on("2025-03-15")), 25);
  EXPECT_EQ(value_on(path, on("2025-12-31")), 25);
  EXPECT_EQ(value_on(path, on("2199-01-01")), 30);
}

TEST(PathOverTime, OfOneNumberHoldsAlways) {
  EXPECT_EQ(value_on(level("12.5"), on("1970-01-01")), 12.5);
  EXPECT_EQ(level("12.5").entries.front().from, always);
}

TEST(PathOverTime, GrowsEachFirstOfJanuaryAfterItsLastEntry) {
  const Path path = level(R"({"2024": 50, "2025-07": 100, "growth": "10 % a year"})");
  EXPECT_EQ(value_on(path, on("2025-06-30")), 50);
  EXPECT_EQ(value_on(path, on("2025-12-31")), 100);
  EXPECT_DOUBLE_EQ(value_on(path, on("2026-01-01")), 110);
  EXPECT_DOUBLE_EQ(value_on(path, on("2027-12-31")), 121);
  EXPECT_EQ(path.growth, level(R"({"2024": 50, "2025-07": 100, "growth": 0.1})").growth);
}

TEST(PathOverTime, GoesInALineWhereItSaysSo) {
  const Path path = level(R"({"2025-01-01": 100, "2025-01-11": 200, "interpolate": "linear"})");
  EXPECT_DOUBLE_EQ(value_on(path, on("2025-01-04")), 130);
  EXPECT_EQ(value_on(path, on("2025-02-01")), 200);
}

TEST(PathOverTime, ChangesOnItsDaysWithinTheHorizon) {
  const Horizon horizon{on("2025-01-15"), on("2025-04-15")};
  const auto days = [&](const std::string& json) {
    std::vector<std::string> dates;
    for (const Day day : change_days(level(json), horizon)) dates.push_back(iso_date(day));
    return dates;
  };
  EXPECT_THAT(days(R"({"2024": 1, "2025-02-10": 2, "2025-04-15": 3})"),
              ElementsAre("2025-01-15", "2025-02-10"));
  EXPECT_THAT(days(R"({"2024": 1, "2026": 2, "interpolate": "linear"})"),
              ElementsAre("2025-01-15", "2025-02-01", "2025-03-01", "2025-04-01"));
  EXPECT_THAT(days("7"), ElementsAre("2025-01-15"));
}

TEST(SpanOfTime, IsInDaysWeeksMonthsAndYears) {
  EXPECT_EQ(days_of_span("1 day"), 1);
  EXPECT_EQ(days_of_span("0 days"), 0);
  EXPECT_EQ(days_of_span("2 weeks"), 14);
  EXPECT_EQ(days_of_span("1 month"), 30.4375);
  EXPECT_EQ(days_of_span("12 months"), days_of_span("1 year"));
  EXPECT_EQ(days_of_span("1.5 years"), 547.875);
}

TEST(SpanOfTime, IsNothingElse) {
  for (const char* text : {"", "12", "12months", "months", "-1 day", "+1 day", "1e3 days", "1  day",
                           "1 Day", "1 dayss", "one day", " 1 day", "1 day ", "1,5 years",
                           ".5 days", "1 s", "inf days", "nan days", "0x1 days"}) {
    EXPECT_EQ(days_of_span(text), std::nullopt) << text;
  }
}

TEST(KeyOfAPath, IsAYearAMonthOrADay) {
  EXPECT_EQ(day_of_key("2024"), on("2024-01-01"));
  EXPECT_EQ(day_of_key("2024-02"), on("2024-02-01"));
  EXPECT_EQ(day_of_key("2024-02-29"), on("2024-02-29"));
  for (const char* key : {"24", "2025-02-29", "2025-13", "2025-1", "", "2025-00", "always"}) {
    EXPECT_EQ(day_of_key(key), std::nullopt) << key;
  }
}

Parameter people_a_year(const std::string& json) {
  return parameter_at(ScenarioText().set("/arrivals/0/per_year", json).load(),
                      "/arrivals/jobseekers/per_year");
}

TEST(QuantityWithEvidence, KeepsRangeSourceStatusGroupAndNote) {
  const Parameter p = people_a_year(
      R"({"value": 100, "range": [80, 130], "status": "public", "source": "s", "group": "g",
          "note": "n", "unit": "people"})");
  const Evidence expected{Standing::published, "s", std::pair(80.0, 130.0), "g", "n"};
  EXPECT_EQ(p.value, 100);
  EXPECT_EQ(p.text, "100");
  EXPECT_EQ(p.unit, "people");
  EXPECT_EQ(p.evidence, expected);
  EXPECT_THAT(p.where, HasSubstr("scenario.json:"));
}

TEST(QuantityWithEvidence, TakesFactorsAsARangeInItsOwnUnit) {
  const Parameter p = people_a_year(R"({"value": 200, "range_factor": [0.5, 1.25]})");
  EXPECT_EQ(p.evidence.range, std::pair(100.0, 250.0));
}

TEST(QuantityWithEvidence, IsCountedByItsStatus) {
  ScenarioText text;
  const Standings before = count_standings(text.load().parameters);
  text.set("/arrivals/0/per_year",
           R"({"2025": {"value": 1, "status": "cited", "source": "s"},
               "2026": {"value": 2, "status": "derived", "source": "s"},
               "growth": {"value": 0.1, "status": "assumption"}})");
  const Standings after = count_standings(text.load().parameters);
  EXPECT_EQ(after.cited, before.cited + 1);
  EXPECT_EQ(after.derived, before.derived + 1);
  EXPECT_EQ(after.assumption, before.assumption + 1);
  EXPECT_EQ(after.published, before.published);
  EXPECT_EQ(after.unstated, before.unstated - 1);
}

TEST(QuantityWithEvidence, OfATableHoldsForEntriesThatSayNothing) {
  const LoadedScenario loaded =
      ScenarioText()
          .set("/resources/0/level",
               R"({"2025": 10, "2026": {"value": 20, "status": "cited", "source": "own"},
                   "status": "assumption", "source": "table", "range_factor": [0.9, 1.1]})")
          .load();
  const Evidence first = parameter_at(loaded, "/resources/places/level/2025").evidence;
  EXPECT_EQ(first.status, Standing::assumption);
  EXPECT_EQ(first.source, "table");
  EXPECT_EQ(first.range, std::pair(9.0, 11.0));
  const Evidence second = parameter_at(loaded, "/resources/places/level/2026").evidence;
  EXPECT_EQ(second.status, Standing::cited);
  EXPECT_EQ(second.source, "own");
}

Stay duration(const std::string& json) {
  return ScenarioText()
      .set("/measures/0/phases/0/duration", json)
      .read()
      .measures[0]
      .phases[0]
      .duration.all;
}

TEST(LengthOfTime, MayBeAnyOfTheDistributions) {
  EXPECT_EQ(duration(R"("10 days")").kind, Stay::Kind::fixed);
  EXPECT_EQ(duration(R"("10 days")").mean.days, 10);
  EXPECT_EQ(duration(R"({"exponential": {"mean": "10 days"}})").kind, Stay::Kind::exponential);
  const Stay gamma =
      duration(R"({"gamma": {"mean": "10 days", "sd": "1 week", "max": "20 days"}})");
  EXPECT_EQ(gamma.kind, Stay::Kind::gamma);
  EXPECT_EQ(gamma.sd->days, 7);
  EXPECT_EQ(gamma.max->days, 20);
  EXPECT_FALSE(gamma.min);
  EXPECT_EQ(duration(R"({"gamma": {"mean": "10 days", "shape": 4}})").shape->value, 4);
  const Stay lognormal = duration(R"({"lognormal": {"mean": "10 days", "sd": "2 days"}})");
  EXPECT_EQ(lognormal.kind, Stay::Kind::lognormal);
  const Stay weibull = duration(R"({"weibull": {"mean": "10 days", "shape": 0.15}})");
  EXPECT_EQ(weibull.kind, Stay::Kind::weibull);
  EXPECT_EQ(duration(R"({"uniform": ["1 day", "3 days"]})").corners.back().days, 3);
  const Stay triangular = duration(R"({"triangular": ["1 day", "2 days", "9 days"]})");
  EXPECT_EQ(triangular.kind, Stay::Kind::triangular);
  EXPECT_EQ(triangular.corners.size(), 3U);
}

TEST(Destinations, MayBeANameOrAList) {
  ScenarioText text;
  const auto one = text.set("/measures/0/afterwards", R"("job_nec")").read().measures[0].afterwards;
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].to, "job_nec");
  EXPECT_EQ(one[0].p.p.all.value, 1);
  const auto two = ScenarioText().read().measures[0].afterwards;
  EXPECT_EQ(two[0].p.p.all.value, 0.4);
  EXPECT_FALSE(two[0].p.rest);
  EXPECT_TRUE(two[1].p.rest);
}

TEST(Destinations, OfADecisionAreKnownNamesAlsoWhereOneIsNamedAlone) {
  EXPECT_THAT(ScenarioText().set("/measures/0/phases/0/decision", R"("jobnec")").problems(),
              ElementsAre(HasSubstr("\"jobnec\" is not a measure or")));
}

TEST(Conditions, HoldValuesListsAndRanges) {
  const Condition when =
      ScenarioText()
          .set("/arrivals/0/people/age", R"("30 years")")
          .set("/referral", R"([{"id": "r", "refer_to": "training", "when": {"region": "north",
               "has_been_in": ["training"], "age": {"min": 20, "below": 30.5}}}])")
          .read()
          .referral[0]
          .when;
  ASSERT_EQ(when.tests.size(), 3U);
  EXPECT_EQ(when.tests[0].subject, "region");
  EXPECT_THAT(when.tests[0].values, ElementsAre("north"));
  EXPECT_THAT(when.tests[1].values, ElementsAre("training"));
  EXPECT_EQ(when.tests[2].min->value, 20);
  EXPECT_EQ(when.tests[2].below->value, 30.5);
}

TEST(Defaults, AreThereWhereNothingIsSaid) {
  const Scenario s = ScenarioText().read();
  EXPECT_EQ(s.replications, 40);
  EXPECT_EQ(s.seed, 1U);
  EXPECT_EQ(s.distance_classes.size(), 5U);
  EXPECT_EQ(s.statuses.size(), 8U);
  EXPECT_EQ(s.attributes.front().id, "distance");
  EXPECT_TRUE(s.attributes.front().latent);
  EXPECT_EQ(s.resources[1].release, Release::monthly);
  EXPECT_EQ(s.resources[0].release, std::nullopt);
  EXPECT_EQ(s.measures[0].lock_in.all.value, 1);
  EXPECT_EQ(value_on(s.measures[0].needs[0].amount.all, on("2025-01-01")), 1);
}

}  // namespace
}  // namespace doorstroom::scenario

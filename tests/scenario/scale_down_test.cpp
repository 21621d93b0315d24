// What is left of a model of which a part of the people is simulated.
#include "scenario/scale_down.hpp"

#include <cmath>
#include <numeric>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "scenario/compile.hpp"
#include "scenario/scenario_text.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A scenario at a scale, from 2025 to 2035, with these members.
Model at_scale(double scale, const std::string& members) {
  const std::string all = fmt::format(R"("scale": {}, {})", scale, members);
  return compile(tests::read(tests::in("2025-01-01", "2035-01-01", all)).scenario);
}

constexpr const char* measure =
    R"("measures": [{"id": "m", "needs": [{"resource": "r"}],
                     "phases": [{"id": "a", "duration": "10 days"}]}])";

/// One resource with these members.
doorstroom::Resource resource_at(double scale, const std::string& members) {
  return at_scale(scale, fmt::format(R"("arrivals": [{{"id": "p", "per_year": 10}}],
      "attributes": [{{"id": "region", "values": ["north", "east", "south"],
                       "shares": {{"north": 0.5, "east": 0.3, "south": "rest"}}}}],
      "resources": [{{"id": "r", {}}}], {})",
                                     members, measure))
      .resources[0];
}

Amount level_on(const Account& account, Day day) {
  Amount level = 0;
  for (const LevelFrom& entry : account.path) {
    if (entry.from <= day) level = entry.level;
  }
  return level;
}

/// The whole units of each period of a part, in order of time.
std::vector<int> by_period(const doorstroom::Resource& resource, std::size_t part, int periods) {
  std::vector<int> amounts;
  const int first = month_number(day_of(2025, 1, 1));
  for (int period = 0; period < periods; ++period) {
    const Day day = first_of_month(first + period * resource.period_months);
    const Amount level = level_on(resource.accounts[part], day);
    EXPECT_EQ(level % one_place, 0) << "starts are not divided";
    amounts.push_back(static_cast<int>(level / one_place));
  }
  return amounts;
}

int sum(const std::vector<int>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), 0);
}

TEST(ScaledContingent, GetsInALaterPeriodWhatRoundingKept) {
  const doorstroom::Resource r = resource_at(0.1, R"("kind": "contingent", "per_year": 132)");
  EXPECT_THAT(by_period(r, 0, 10), ElementsAre(13, 13, 14, 13, 13, 13, 13, 14, 13, 13));
}

TEST(ScaledContingent, OfFewAMonthStillStartsSomebody) {
  const doorstroom::Resource r = resource_at(0.1, R"("kind": "contingent", "per_month": 4)");
  const std::vector<int> months = by_period(r, 0, 120);
  EXPECT_EQ(sum(months), 48);
  double exact = 0;
  int given = 0;
  for (const int starts : months) {
    exact += 0.4;
    given += starts;
    EXPECT_LE(std::abs(exact - given), 0.5 + 1e-9);
  }
}

TEST(ScaledContingent, KeepsItsPartsTogetherAndEachOnItsShare) {
  const doorstroom::Resource r = resource_at(0.1, R"("kind": "contingent", "per_year": 77, "split":
      {"by": "region", "shares": {"north": 0.5, "east": 0.3, "south": "rest"}})");
  const std::vector<double> shares{38.5, 23.1, 15.4};
  int all = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    const int given = sum(by_period(r, part, 10));
    EXPECT_NEAR(given, shares[part], 1.5) << part;  // the division of 77 rounds as well
    all += given;
  }
  EXPECT_EQ(all, 77);
  for (int year = 0; year < 10; ++year) {
    int together = 0;
    for (std::size_t part = 0; part < 3; ++part) together += by_period(r, part, 10)[year];
    EXPECT_TRUE(together == 7 || together == 8) << year;
  }
}

TEST(ScaledContingent, ThatEndsStartsNobody) {
  const doorstroom::Resource r =
      resource_at(0.1, R"("kind": "contingent", "per_year": {"2025": 14, "2027": 0,
      "2030": 14})");
  EXPECT_THAT(by_period(r, 0, 8), ElementsAre(1, 2, 0, 0, 0, 1, 2, 1));
}

TEST(ScaledContingent, FollowsAChangeWithinItsYear) {
  const doorstroom::Resource r =
      resource_at(0.1, R"("kind": "contingent", "per_year": {"2025": 100, "2025-07": 50})");
  EXPECT_EQ(level_on(r.accounts[0], day_of(2025, 6, 30)), 10 * one_place);
  EXPECT_THAT(by_period(r, 0, 2), ElementsAre(10, 5));
  EXPECT_EQ(level_on(r.accounts[0], day_of(2025, 7, 1)), 5 * one_place);
}

TEST(ScaledContingent, DoesNotLookAhead) {
  const doorstroom::Resource one = resource_at(0.1, R"("kind": "contingent", "per_quarter": 33)");
  const doorstroom::Resource other =
      resource_at(0.1, R"("kind": "contingent", "per_quarter": {"2025": 33, "2028": 7})");
  EXPECT_EQ(by_period(one, 0, 12), by_period(other, 0, 12));
}

TEST(ScaledBudget, IsExactToTheCent) {
  const doorstroom::Resource r = resource_at(
      0.1, R"("kind": "budget", "per_year": {"2025": 1000.55, "2026": 2000}, "used_at_start": 300,
              "split": {"by": "region", "shares": {"north": 0.5, "east": 0.3, "south": "rest"}})");
  for (const auto& [year, cents] : {std::pair(2025, 10006), std::pair(2026, 20000)}) {
    Amount together = 0;
    for (const Account& part : r.accounts) together += level_on(part, day_of(year, 1, 1));
    EXPECT_NEAR(static_cast<double>(together), cents, 1) << year;
  }
  EXPECT_EQ(r.accounts[0].used_at_start, 1500);
  EXPECT_EQ(r.accounts[1].used_at_start, 900);
  EXPECT_EQ(r.accounts[2].used_at_start, 600);
}

TEST(ScaledPlaces, AreWholeWhereNobodyNeedsLess) {
  const doorstroom::Resource r =
      resource_at(0.1, R"("kind": "places", "level": {"2025": 26, "2026": 24})");
  EXPECT_EQ(level_on(r.accounts[0], day_of(2025, 1, 1)), 3 * one_place);
  EXPECT_EQ(level_on(r.accounts[0], day_of(2026, 1, 1)), 2 * one_place);
}

TEST(ScaledPlaces, AreThousandthsWhereSomebodyNeedsAPart) {
  const Model model = at_scale(0.1, R"("arrivals": [{"id": "p", "per_year": 10}],
      "resources": [{"id": "r", "kind": "places", "level": 26}],
      "measures": [{"id": "m", "needs": [{"resource": "r", "amount": 0.25}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])");
  EXPECT_EQ(model.resources[0].accounts[0].path[0].level, 2600);
  EXPECT_EQ(model.measures[0].claims[0].amounts[0][0].level, 250) << "needs are for each person";
}

TEST(ScaledPeople, AtTheStartAddUpToTheScaledTotalInAnyOrder) {
  const auto people = [](const std::string& groups) {
    const Model model = at_scale(0.1, "\"stock\": [" + groups + "], " + R"("measures": [
        {"id": "m", "phases": [{"id": "a", "duration": "10 days"}]}])");
    std::map<std::string, std::uint32_t> by_group;
    for (const StockCell& cell : model.stock) by_group[cell.id] = cell.people;
    return by_group;
  };
  const std::string a = R"({"id": "a", "people": 7}, {"id": "b", "people": 3})";
  const std::string b = R"({"id": "c", "people": 3}, {"id": "d", "people": 43})";
  const std::string none = R"({"id": "e", "people": 0}, {"id": "f", "people": 3})";
  auto scaled = people(a + ", " + b + ", " + none);
  EXPECT_EQ(scaled, people(none + ", " + b + ", " + a));
  EXPECT_EQ(scaled["a"], 1U);
  EXPECT_EQ(scaled["d"], 4U);
  EXPECT_EQ(scaled["e"], 0U);
  EXPECT_EQ(scaled["a"] + scaled["b"] + scaled["c"] + scaled["d"] + scaled["f"], 6U) << "of 59";
}

TEST(ScaledPeople, ComeAtTheScaledRate) {
  const Model model = at_scale(0.1, R"("arrivals": [{"id": "p", "per_year": {"2025": 3650}}])");
  EXPECT_DOUBLE_EQ(model.streams[0].rates[0].per_day, 1);
  EXPECT_DOUBLE_EQ(model.streams[0].rates[0].counts.mean(), 1);
}

TEST(ScaledList, OfSomeLengthKeepsRoomForOne) {
  const auto longest = [](int length) {
    return at_scale(0.1, fmt::format(R"("arrivals": [{{"id": "p", "per_year": 10}}], "measures":
        [{{"id": "m", "waiting_list": {{"max_length": {}}},
           "phases": [{{"id": "a", "duration": "10 days"}}]}}])",
                                     length))
        .lists[0]
        .max_length;
  };
  EXPECT_EQ(longest(120), 12);
  EXPECT_EQ(longest(3), 1);
  EXPECT_EQ(longest(0), 0);
}

TEST(Scale, OfOneChangesNothing) {
  const doorstroom::Resource r = resource_at(1, R"("kind": "contingent", "per_year": 132)");
  EXPECT_EQ(r.accounts[0].path.size(), 1U);
  EXPECT_EQ(r.accounts[0].path[0].level, 132 * one_place);
}

TEST(Scale, LiesAboveNoneAndNotAboveAll) {
  const auto problems = [](const char* scale) {
    return ScenarioText().set("/scale", scale).problems();
  };
  EXPECT_THAT(problems("0.1"), IsEmpty());
  EXPECT_THAT(problems("1"), IsEmpty());
  for (const char* bad : {"0", "-0.1", "1.5"}) {
    EXPECT_THAT(problems(bad),
                ElementsAre(testing::AllOf(HasSubstr("/scale: "), HasSubstr("is out of range"),
                                           HasSubstr("allowed is 0.0001 to 1"))))
        << bad;
  }
  EXPECT_THAT(problems(R"("10 %")"), ElementsAre(HasSubstr("a number")));
}

TEST(Scale, StandsInTheResolvedScenario) {
  const LoadedScenario loaded = ScenarioText().set("/scale", "0.25").load();
  EXPECT_THAT(resolved_text(loaded.scenario), HasSubstr("\"scale\": 0.25,"));
  EXPECT_THAT(resolved_text(ScenarioText().read()), HasSubstr("\"scale\": 1,"));
}

}  // namespace
}  // namespace doorstroom::scenario

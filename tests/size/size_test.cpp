#include "size/size.hpp"

#include <gmock/gmock.h>

#include "report/size_tables.hpp"
#include "size/sizing.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::sixteen_people;
using tests::size;

const std::string contingent =
    R"({"id": "r", "kind": "contingent", "release": "at_once", "per_year": 6})";
const std::string needs_contingent = R"({"resource": "r"})";

// Twelve people come in 2025, four in 2026; nothing is left to chance, so the size is known.

TEST(Size, OfAContingentIsTheNumberOfPeopleButThoseWhoMayWait) {
  const SizeResult result =
      size(sixteen_people(contingent, needs_contingent), "r", {"list_length <= 2"});
  EXPECT_EQ(result.outcome, SizeOutcome::reachable);
  EXPECT_THAT(result.question.years, ElementsAre(2025, 2026));
  EXPECT_THAT(result.present, ElementsAre(6, 6));
  // Two wait for 2026, and four more come: two may wait at its end.
  EXPECT_THAT(result.after.levels, ElementsAre(10, 4));
  EXPECT_THAT(result.before.held_in_year, ElementsAre(0, 0));
  EXPECT_THAT(result.after.held_in_year, Each(result.after.replications.count));
  EXPECT_EQ(result.after.held_in_all, result.after.replications.count);
  EXPECT_EQ(result.times_sized_again, 0);
}

TEST(Size, IsJudgedOnReplicationsThatWereNotSearchedWith) {
  const SizeResult result =
      size(sixteen_people(contingent, needs_contingent), "r", {"list_length <= 2"}, 7);
  EXPECT_EQ(result.search_replications, 7U);
  EXPECT_GE(result.after.replications.first, 7U);
  EXPECT_EQ(result.after.replications.count, 28U);
}

TEST(Size, FollowsThoseWhoJoin) {
  // Of the twelve of 2025 at most a quarter may wait for more than 30 days: nine start in 2025.
  const SizeResult result =
      size(sixteen_people(contingent, needs_contingent), "r", {"waiting_after(30 days) <= 25 %"});
  EXPECT_THAT(result.after.levels, ElementsAre(9, 6));  // the three, and three of the four
  EXPECT_DOUBLE_EQ(result.after.targets[0].quantile, 0.25);
  EXPECT_DOUBLE_EQ(result.before.targets[0].quantile, 0.5);
  EXPECT_DOUBLE_EQ(result.after.targets[1].quantile, 0.25);
}

TEST(Size, SharesServedAreTheOtherSideOfThat) {
  const SizeResult result = size(sixteen_people(contingent, needs_contingent), "r",
                                 {"started_within(30 days, m) >= 75 %"});
  EXPECT_THAT(result.after.levels, ElementsAre(9, 6));
}

TEST(Size, KeepsAContingentFromRunningDry) {
  // Five of six would be taken in March; the sixth is in June.
  const SizeResult result =
      size(sixteen_people(contingent, needs_contingent), "r", {"runs_dry >= 06-01"});
  EXPECT_THAT(result.after.levels, ElementsAre(6, testing::Ge(5)));
  EXPECT_EQ(result.outcome == SizeOutcome::already_met, result.before.meets(0.9));
}

TEST(Size, OfPlacesIsWhatIsHeldAtOnce) {
  // Sixty days each: five places in March are free again in June, when seven come.
  const SizeResult result =
      size(sixteen_people(R"({"id": "r", "kind": "places", "level": 3})", needs_contingent), "r",
           {"waiting_after(0 days) <= 0 %"});
  EXPECT_THAT(result.after.levels, ElementsAre(7, 4));
}

TEST(Size, OfABudgetIsInEuro) {
  const SizeResult result = size(
      sixteen_people(
          R"({"id": "r", "kind": "budget", "payer": "w", "release": "at_once", "per_year": 50})",
          R"({"resource": "r", "amount": 20})"),
      "r", {"list_length <= 0"});
  EXPECT_THAT(result.after.levels, ElementsAre(240, 80));
}

TEST(Size, AllTargetsMustHold) {
  const SizeResult result = size(sixteen_people(contingent, needs_contingent), "r",
                                 {"list_length <= 2", "waiting_after(30 days) <= 10 %"});
  EXPECT_THAT(result.after.levels, ElementsAre(11, 5));
}

TEST(Size, SaysThatWhatThereIsIsEnoughAndHowMuchWouldBe) {
  const std::string plenty = tests::with(contingent, ": 6", ": 600");
  const SizeResult result =
      size(sixteen_people(plenty, needs_contingent), "r", {"list_length <= 2"});
  EXPECT_EQ(result.outcome, SizeOutcome::already_met);
  EXPECT_THAT(result.after.levels, ElementsAre(10, 4));
  EXPECT_TRUE(result.path.has_value());
}

TEST(Size, PricesOneMoreByWhoNeedNotWait) {
  // One more in 2025 saves the days from 2 June to 1 January to one person; in 2026 there is one
  // more place than people who wait: from 3 March 2026, when four come, until 1 January 2027.
  const std::string money =
      R"(, {"id": "b", "kind": "budget", "payer": "w", "binding": false, "per_year": 1000})";
  const SizeResult result = size(
      sixteen_people(contingent + money, R"({"resource": "r"}, {"resource": "b", "amount": 20})"),
      "r", {"list_length <= 2"});
  ASSERT_EQ(result.prices.size(), 2U);
  EXPECT_EQ(result.prices[0].more, 1);
  const double from_june = day_of(2026, 1, 1) - day_of(2025, 6, 2);
  const double from_march = day_of(2027, 1, 1) - day_of(2026, 3, 3);
  // Who starts early in 2025 leaves a place of 2026 to one of the four.
  EXPECT_NEAR(result.prices[0].waiting_months, (from_june + from_march) / days_per_month, 1e-9);
  EXPECT_NEAR(result.prices[1].waiting_months, from_march / days_per_month, 1e-9);
  EXPECT_NEAR(result.prices[0].waiting_interval.low, result.prices[0].waiting_months, 1e-9);
  // The next year pays for whoever is not served now.
  EXPECT_NEAR(result.prices[0].euro, 0, 1e-9);
}

TEST(Size, NamesTheOtherResourceThatBinds) {
  const std::string posts = R"(, {"id": "posts", "kind": "places", "level": 2})";
  const SizeResult result =
      size(sixteen_people(contingent + posts, R"({"resource": "r"}, {"resource": "posts"})"), "r",
           {"waiting_after(10 days) <= 10 %"});
  EXPECT_EQ(result.outcome, SizeOutcome::other_resource_binds);
  EXPECT_FALSE(result.path.has_value());
  ASSERT_EQ(result.binding.size(), 1U);
  EXPECT_EQ(result.binding[0].id, "posts");
  EXPECT_TRUE(result.binding[0].alone);
  ASSERT_EQ(result.binding[0].needs.size(), 2U);
  EXPECT_EQ(result.binding[0].needs[0].now, 2);
  EXPECT_EQ(result.binding[0].needs[0].high, 7);
  EXPECT_EQ(result.binding[0].needs[1].high, 4);
}

TEST(Size, NamesAllResourcesThatBindTogetherAndNoOther) {
  const std::string others = R"(, {"id": "posts", "kind": "places", "level": 2},
    {"id": "plenty", "kind": "places", "level": 50},
    {"id": "desk", "kind": "contingent", "release": "at_once", "per_year": 3})";
  const SizeResult result =
      size(sixteen_people(contingent + others, R"({"resource": "r"}, {"resource": "posts"},
        {"resource": "plenty"}, {"resource": "desk"})"),
           "r", {"waiting_after(10 days) <= 10 %"});
  EXPECT_EQ(result.outcome, SizeOutcome::other_resource_binds);
  ASSERT_EQ(result.binding.size(), 2U);
  EXPECT_EQ(result.binding[0].id, "posts");
  EXPECT_EQ(result.binding[1].id, "desk");
  EXPECT_FALSE(result.binding[0].alone);
  EXPECT_EQ(result.binding[1].needs[0].high, 12);
  EXPECT_THAT(binding_csv(result), HasSubstr("desk,no,2025,3,12,12\n"));
}

TEST(Size, SaysThatNothingIsEnough) {
  // Half of the people refuse: that eleven of twelve start has a chance of three in a thousand.
  const SizeResult result = size(sixteen_people(contingent, needs_contingent,
                                                R"("waiting_list": {"accept_probability": 0.5},)"),
                                 "r", {"started_within(30 days) >= 90 %"});
  EXPECT_EQ(result.outcome, SizeOutcome::unreachable);
  EXPECT_FALSE(result.path.has_value());
  EXPECT_TRUE(result.binding.empty());
  EXPECT_LE(result.after.held_in_year[0], 1U);
  EXPECT_THAT(targets_csv(result), HasSubstr("unlimited,2025,"));
}

TEST(Size, SaysThatTheMoneyIsNotEnough) {
  const std::string money =
      R"(, {"id": "b", "kind": "budget", "payer": "w", "binding": false, "per_year": 1000})";
  const std::string scenario =
      sixteen_people(contingent + money, R"({"resource": "r"}, {"resource": "b", "amount": 20})");
  const SizeResult result = size(scenario, "r", {"list_length <= 2", "cost(b) <= 199"});
  EXPECT_EQ(result.outcome, SizeOutcome::unreachable);
  EXPECT_THAT(result.after.levels, ElementsAre(10, 4));  // what it would take
  EXPECT_FALSE(result.path.has_value());
  EXPECT_EQ(size(scenario, "r", {"list_length <= 2", "cost(b) <= 200"}).outcome,
            SizeOutcome::reachable);
}

TEST(Size, UnderBudgetLetsBudgetsBind) {
  const std::string money =
      R"(, {"id": "b", "kind": "budget", "payer": "w", "binding": false, "release": "at_once",
            "per_year": 100})";
  const std::string json =
      sixteen_people(contingent + money, R"({"resource": "r"}, {"resource": "b", "amount": 20})");
  SizeRequest request{"r", {"list_length <= 2"}, {2025}, 0.9, 5, Budgets::as_written};
  EXPECT_EQ(size_resource(tests::read(json).scenario, request, {}).outcome, SizeOutcome::reachable);
  request.budgets = Budgets::all_bind;
  const SizeResult bound = size_resource(tests::read(json).scenario, request, {});
  EXPECT_EQ(bound.outcome, SizeOutcome::other_resource_binds);
  EXPECT_EQ(bound.binding.at(0).id, "b");
}

/// A list with chance in it.
const std::string by_chance = tests::in("2025-01-01", "2027-07-01", R"(
    "arrivals": [{"id": "p", "per_year": 300, "refer_to": "m"}],
    "resources": [{"id": "r", "kind": "places", "level": 20}],
    "measures": [{"id": "m", "needs": [{"resource": "r"}],
                  "phases": [{"id": "a", "duration": {"exponential": {"mean": "30 days"}}}]}])");

TEST(Size, GivesTheSameBytesForAnyNumberOfThreads) {
  SizeRequest request{"r", {"waiting_after(20 days) <= 10 %"}, {}, 0.8, 20, Budgets::as_written};
  std::string first;
  for (const int threads : {1, 2, 3, 8}) {
    SizeOptions options;
    options.threads = threads;
    const SizeResult result = size_resource(tests::read(by_chance).scenario, request, options);
    ASSERT_EQ(result.outcome, SizeOutcome::reachable);
    const std::string tables = path_csv(result) + targets_csv(result) + prices_csv(result);
    if (first.empty()) first = tables;
    EXPECT_EQ(tables, first) << threads << " threads";
  }
}

TEST(Size, MeetsTheTargetWhenRunWithAnotherSeed) {
  constexpr std::size_t n = 200;
  const std::string target = "waiting_after(20 days) <= 10 %";
  scenario::Scenario scenario = tests::read(by_chance).scenario;
  const SizeRequest request{"r", {target}, {}, 0.8, 40, Budgets::as_written};
  const SizeResult result = size_resource(scenario, request, {});
  ASSERT_TRUE(result.path.has_value());
  *path_of(scenario.resources[0]) = *result.path;
  scenario.seed = 4711;
  Meter meter({});
  const Trials trials(result.question, meter, 2);
  for (const Trial& trial : trials.all(scenario, {0, 1})) EXPECT_EQ(trial.figures.size(), 2U);
  const std::vector<Trial> fresh = trials.all(scenario, {0, n});
  for (std::size_t year = 0; year < 2; ++year) {
    const auto held =
        std::ranges::count_if(fresh, [&](const Trial& trial) { return trial.meets_targets[year]; });
    // The chance that the path has is known to the error of the replications it was judged by.
    const double error = std::sqrt(0.8 * 0.2 * (1.0 / n + 1.0 / result.after.replications.count));
    EXPECT_GT(static_cast<double>(held) / n, 0.8 - 3 * error) << result.question.years[year];
    EXPECT_LT(static_cast<double>(held) / n, 1) << "more than is needed";
  }
}

TEST(Size, AtAPartOfThePeopleIsInFullUnits) {
  const std::string half = tests::with(by_chance, "\"arrivals\"", "\"scale\": 0.5, \"arrivals\"");
  const std::vector<std::string> targets{"waiting_after(20 days) <= 10 %"};
  const SizeResult whole = size(by_chance, "r", targets);
  const SizeResult part = size(half, "r", targets);
  EXPECT_EQ(part.step, 2);
  for (std::size_t year = 0; year < 2; ++year) {
    EXPECT_EQ(std::fmod(part.after.levels[year], 2), 0);
    // Half the people queue less well: somewhat more is needed, far from twice as much.
    EXPECT_GT(part.after.levels[year], 0.8 * whole.after.levels[year]);
    EXPECT_LT(part.after.levels[year], 1.6 * whole.after.levels[year]);
  }
}

TEST(Size, SaysBeforehandWhatItIsLikelyToTake) {
  SizeEstimate estimate;
  std::int64_t days = 0;
  SizeOptions options;
  options.threads = 1;
  options.on_estimate = [&](const SizeEstimate& told) { estimate = told; };
  options.on_progress = [&](const Progress& progress) {
    days = progress.days_done;
    return true;
  };
  const SizeRequest request{"r", {"list_length <= 30"}, {}, 0.9, 10, Budgets::as_written};
  (void)size_resource(tests::read(by_chance).scenario, request, options);
  const double replications = static_cast<double>(days) / 911;
  EXPECT_GT(estimate.replications, replications / 4);
  EXPECT_LT(estimate.replications, replications * 4);
  EXPECT_GT(estimate.seconds, 0);
  EXPECT_GT(estimate.bytes, 1000);
}

TEST(Size, StopsWhenAsked) {
  SizeOptions options;
  options.on_progress = [](const Progress& progress) { return progress.days_done < 20000; };
  const SizeRequest request{"r", {"list_length <= 30"}, {}, 0.9, 40, Budgets::as_written};
  EXPECT_THROW((void)size_resource(tests::read(by_chance).scenario, request, options), RunStopped);
}

}  // namespace
}  // namespace doorstroom

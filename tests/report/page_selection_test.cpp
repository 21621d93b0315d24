// Which figures the page of a report holds.
#include "report/page_selection.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

const FigureTable series{"series", {"date", "indicator", "subject", "breakdown"}, {}};

FigureKey key(std::string indicator, std::string subject, std::string breakdown = "all") {
  return {{"2025-01-31", std::move(indicator), std::move(subject), std::move(breakdown)}, "people"};
}

TEST(PageSelection, HoldsSeriesThatAreDrawn) {
  const PageSelection selection{scenario::Scenario{}};
  EXPECT_TRUE(selection.holds(series, key("waiting", "training")));
  EXPECT_TRUE(selection.holds(series, key("waiting", "training", "region=north")));
  EXPECT_TRUE(selection.holds(series, key("starts", "training")));
  EXPECT_FALSE(selection.holds(series, key("starts", "training", "region=north")));
  EXPECT_FALSE(selection.holds(series, key("refusals", "training")));
}

TEST(PageSelection, HoldsWhateverWasObservedInReality) {
  scenario::Scenario scenario;
  scenario.output.observed.push_back({"refusals", "training", {}});
  const PageSelection selection(scenario);
  EXPECT_TRUE(selection.holds(series, key("refusals", "training")));
  EXPECT_FALSE(selection.holds(series, key("refusals", "other")));
}

TEST(PageSelection, HoldsTheFateOfThoseWhoWaitedAtTheStartAndTheTermsOfOthers) {
  const PageSelection selection{scenario::Scenario{}};
  const FigureTable waiting{"waiting", {"cohort", "measure", "breakdown", "statistic"}, {}};
  const auto holds = [&](const char* cohort, const char* statistic) {
    return selection.holds(waiting, {{cohort, "training", "all", statistic}, "share"});
  };
  EXPECT_TRUE(holds("initial", "share_left"));
  EXPECT_FALSE(holds("initial", "started_within_90"));
  EXPECT_TRUE(holds("2025-01", "started_within_90"));
  EXPECT_FALSE(holds("2025-01", "share_left"));
}

TEST(PageSelection, CountsLeaversOnceAndGivesSharesOfTheRest) {
  const PageSelection selection{scenario::Scenario{}};
  const FigureTable outcomes{"outcomes", {"cohort", "measure", "way", "after", "state"}, {}};
  const auto holds = [&](const char* after, const char* unit) {
    return selection.holds(outcomes, {{"2025", "training", "completed", after, "job"}, unit});
  };
  EXPECT_TRUE(holds("1", "people"));
  EXPECT_FALSE(holds("365", "people"));
  EXPECT_TRUE(holds("365", "share"));
}

TEST(PageSelection, HoldsLeaversHoweverTheyLeftAndWaitsOfGroups) {
  const PageSelection selection{scenario::Scenario{}};
  const FigureTable leavers{"leavers", {"cohort", "measure", "way", "after", "state"}, {}};
  const auto left = [&](const char* way, const char* unit) {
    return selection.holds(leavers, {{"2025", "training", way, "365", "job_nec"}, unit});
  };
  EXPECT_TRUE(left("all", "share"));
  EXPECT_FALSE(left("completed", "share"));
  EXPECT_FALSE(left("all", "people"));
  const FigureTable starters{"starters", {"year", "measure", "group", "statistic"}, {}};
  const auto waited = [&](const char* group, const char* statistic) {
    return selection.holds(starters, {{"2025", "training", group, statistic}, "days"});
  };
  EXPECT_TRUE(waited("unemployed=over_2_years", "wait_mean"));
  EXPECT_FALSE(waited("unemployed=over_2_years", "wait_p50"));
  EXPECT_FALSE(waited("all", "wait_mean"));
  const FigureTable capacity{"capacity", {"year", "resource", "statistic"}, {}};
  EXPECT_TRUE(selection.holds(capacity, {{"2025", "places", "idle"}, "starts"}));
  EXPECT_FALSE(selection.holds(capacity, {{"2025", "places", "idle_euro"}, "euro"}));
}

TEST(PageSelection, TakesATableBrokenDownFurtherAsAWhole) {
  const PageSelection selection{scenario::Scenario{}};
  const FigureTable before{"carousel", {"year", "measure", "version", "statistic"}, {}};
  EXPECT_TRUE(selection.holds(before, {{"2025", "all", "main", "cycles"}, "cycles"}));
  const FigureTable after{"carousel", {"year", "measure", "breakdown", "version", "statistic"}, {}};
  const auto holds = [&](const char* breakdown, const char* statistic) {
    return selection.holds(after, {{"2025", "all", breakdown, "main", statistic}, "people"});
  };
  EXPECT_TRUE(holds("all", "cycles"));
  EXPECT_FALSE(holds("distance=large", "cycles"));
  EXPECT_TRUE(holds("distance=large", "carousel_rate"));
}

TEST(PageSelection, LeavesOutTablesThatNoSectionDraws) {
  EXPECT_TRUE(PageSelection::has("flows"));
  EXPECT_FALSE(PageSelection::has("trajectories"));
}

TEST(PageSelection, KeepsMoreDecimalsThanAreShown) {
  EXPECT_EQ(decimals_of("euro"), 0);
  EXPECT_EQ(decimals_of("people"), 2);
  EXPECT_EQ(decimals_of("share"), 5);
}

}  // namespace
}  // namespace doorstroom

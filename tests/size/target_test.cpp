#include "size/target.hpp"

#include <gmock/gmock.h>

#include "doorstroom/figures.hpp"

#include "support/scenario_text.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;

const scenario::Scenario& some_scenario() {
  static const scenario::Scenario scenario = tests::read(tests::in("2025-01-01", "2027-01-01", R"(
    "arrivals": [{"id": "p", "per_year": 10, "refer_to": "training"}],
    "resources": [{"id": "contingent", "kind": "contingent", "per_year": 100},
                  {"id": "posts", "kind": "places", "level": 5},
                  {"id": "money", "kind": "budget", "payer": "work", "per_year": 1000}],
    "measures": [{"id": "training", "needs": [{"resource": "contingent"}],
                  "phases": [{"id": "a", "duration": "30 days"}]}])"))
                                                 .scenario;
  return scenario;
}

Target parsed(const std::string& text, std::size_t resource = 0) {
  return parse_target(text, some_scenario(), some_scenario().resources[resource]);
}

std::string complaint(const std::string& text, std::size_t resource = 0) {
  try {
    (void)parsed(text, resource);
  } catch (const SizeRequestError& error) {
    return error.what();
  }
  return "none";
}

TEST(Target, OnWaitingIsReadWithSpanMeasureAndShare) {
  const Target target = parsed(" waiting_after( 3 months , training ) <= 12.5 % ");
  EXPECT_EQ(target.statistic, TargetStatistic::waiting_after);
  EXPECT_EQ(target.days, 91);
  EXPECT_EQ(target.subject, "training");
  EXPECT_DOUBLE_EQ(target.bound, 0.125);
  EXPECT_EQ(target.direction(), Direction::at_most);
  EXPECT_EQ(target.text, "waiting_after( 3 months , training ) <= 12.5 %");
}

TEST(Target, TakesSharesAsDecimalsToo) {
  EXPECT_DOUBLE_EQ(parsed("started_within(90 days) >= 0.8").bound, 0.8);
  EXPECT_DOUBLE_EQ(parsed("started_within(90 days)>=80%").bound, 0.8);
}

TEST(Target, TakesAmountsInTheWaysTheyAreWritten) {
  for (const char* amount :
       {"3500000", "3,500,000", "3.5M", "3.5 M", "3500k", "3.5M euro", "3500000 euro", "€ 3.5M"}) {
    EXPECT_DOUBLE_EQ(parsed(std::string("cost <= ") + amount).bound, 3.5e6) << amount;
  }
  EXPECT_DOUBLE_EQ(parsed("list_length <= 1,320").bound, 1320);
  EXPECT_EQ(parsed("cost(money) <= 1").subject, "money");
}

TEST(Target, OnRunningDryIsADayOfEveryYear) {
  const Target target = parsed("runs_dry >= 11-01");
  EXPECT_EQ(target.bound_in(2025), 304);
  EXPECT_EQ(target.bound_in(2028), 305);  // a leap year
  EXPECT_TRUE(target.holds(304, 2025));
  EXPECT_FALSE(target.holds(303, 2025));
}

TEST(Target, HoldsOnItsBoundAndWhereNobodyJoined) {
  const Target most = parsed("list_length <= 10");
  EXPECT_TRUE(most.holds(10, 2025));
  EXPECT_FALSE(most.holds(11, 2025));
  EXPECT_TRUE(most.holds(no_figure, 2025));
}

TEST(Target, FollowsForTheLongestOfSeveral) {
  const std::vector<Target> targets{parsed("waiting_after(90 days) <= 10 %"),
                                    parsed("started_within(1 year) >= 10 %"),
                                    parsed("list_length <= 5")};
  EXPECT_EQ(follow_up(targets), 365);
  EXPECT_EQ(follow_up(std::span(targets).last(1)), 0);
}

TEST(Target, SaysWhatIsWrongAndWhatIsAllowed) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "targets are on waiting_after, started_within, list_length, runs_dry and cost"},
      {"waiting_afer(90 days) <= 10 %", "did you mean \"waiting_after\"?"},
      {"waiting_after <= 10 %", "it does not say after how long"},
      {"waiting_after(90) <= 10 %", "\"90\" is no span of time"},
      {"waiting_after(90 days <= 10 %", "the bracket is not closed"},
      {"waiting_after(90 days, trainin) <= 10 %", "did you mean \"training\"?"},
      {"waiting_after(90 days, training, x) <= 10 %", "too much between the brackets"},
      {"waiting_after(900 years) <= 10 %", "at most 100 years"},
      {"waiting_after(90 days) >= 10 %", "write <="},
      {"waiting_after(90 days) < 10 %", "write <="},
      {"waiting_after(90 days)", "write <="},
      {"waiting_after(90 days) <= 10", "\"10\" is no share"},
      {"waiting_after(90 days) <= 110 %", "\"110 %\" is no share"},
      {"waiting_after(90 days) <= -1 %", "is no share"},
      {"waiting_after(90 days) <= 0,1", "decimals with a point"},
      {"started_within(90 days) <= 80 %", "write >="},
      {"list_length <=", "is no amount"},
      {"list_length <= 1,32", "\"1,32\" is no amount"},
      {"list_length <= 1320,000", "is no amount"},
      {"cost <= much", "\"much\" is no amount"},
      {"cost(contingent) <= 5", "\"contingent\" is no budget (known are money)"},
      {"runs_dry >= 02-29", "\"02-29\" is no day of the year (month and day: 11-01)"},
      {"runs_dry >= 2025-11-01", "is no day of the year"},
  };
  for (const auto& [text, part] : cases) {
    EXPECT_THAT(complaint(text), HasSubstr(part)) << text;
    EXPECT_THAT(complaint(text), HasSubstr("target \"" + text + "\"")) << text;
  }
}

TEST(Target, KnowsThatPlacesDoNotRunDry) {
  EXPECT_THAT(complaint("runs_dry >= 11-01", 1), HasSubstr("posts is of that kind"));
}

}  // namespace
}  // namespace doorstroom

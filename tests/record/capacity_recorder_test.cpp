#include "record/capacity_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "scenario/compile.hpp"
#include "support/queue.hpp"
#include "support/scenario_text.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// "m" needs a seat, a start and 300 euro a month.
std::string seats(const std::string& end, const std::string& seats = R"("level": 4)",
                  const std::string& more = "") {
  return in("2025-01-01", end,
            R"(
    "attributes": [{"id": "region", "values": ["north", "south"],
                    "shares": {"north": 0.5, "south": "rest"}}],
    "arrivals": [{"id": "p", "per_year": 100, "refer_to": "m"}],
    "resources": [{"id": "seats", "kind": "places", )" +
                seats + R"(},
      {"id": "starts", "kind": "contingent", "per_year": 12, "release": "monthly"},
      {"id": "money", "kind": "budget", "per_year": 12000, "release": "at_once"},
      {"id": "endless", "kind": "budget", "unlimited": true}],
    "measures": [{"id": "m",
      "needs": [{"resource": "seats"}, {"resource": "starts"},
                {"resource": "money", "per": "month", "amount": 300},
                {"resource": "endless", "amount": 1}],
      "phases": [{"id": "a", "duration": "900 days"}]}])" +
                more);
}

/// One is in from the first day on; another one waits from 1 July on: 184 of 365 days.
FiguresOf half_a_year_of_waiting() {
  Story s(seats("2026-01-01"));
  CapacityRecorder capacity(s.model());
  s.tell(capacity);
  s.enter("unemployed").start(0, "m").begin_phase(0, "a");
  s.on("2025-07-01").enter("unemployed").join(1, "m");
  s.end();
  return FiguresOf(capacity);
}

TEST(CapacityRecorder, TakesTheMeanOverDaysOfUnusedPlaces) {
  const FiguresOf figures = half_a_year_of_waiting();
  EXPECT_EQ(figures["2025/seats/capacity places"], 4);
  EXPECT_EQ(figures["2025/seats/unused places"], 3);
  EXPECT_DOUBLE_EQ(figures["2025/seats/idle places"], 3 * 184 / 365.0);
  EXPECT_DOUBLE_EQ(figures["2025/seats/mismatch places"], 3 * 184 / 365.0);
  EXPECT_EQ(figures["2025/seats/not_refilled places"], 0);
  EXPECT_EQ(figures["2025/seats/unused_share share"], 0.75);
  EXPECT_DOUBLE_EQ(figures["2025/seats/idle_share share"], 0.75 * 184 / 365);
  EXPECT_DOUBLE_EQ(figures["2025/seats/days_waited_for share"], 184 / 365.0);
}

TEST(CapacityRecorder, PricesAnIdlePlaceAsOneInUse) {
  EXPECT_DOUBLE_EQ(half_a_year_of_waiting()["2025/seats/idle_euro euro"],
                   3 * 184 / days_per_month * 300);
}

TEST(CapacityRecorder, LooksAtWhatIsLeftOfAPeriodAndAtItsReleaseUntilThen) {
  const FiguresOf figures = half_a_year_of_waiting();
  EXPECT_EQ(figures["2025/starts/capacity starts"], 12);
  EXPECT_EQ(figures["2025/starts/unused starts"], 11);
  EXPECT_EQ(figures["2025/starts/idle starts"], 11) << "somebody waits on the last day";
  EXPECT_DOUBLE_EQ(figures["2025/starts/idle_share share"], 11 / 12.0);
  // From July on 5, 4, ... 0 are not yet released, and 6, 7, ... 11 are and lie there.
  EXPECT_DOUBLE_EQ(figures["2025/starts/not_released starts"],
                   (5 * 31 + 4 * 31 + 3 * 30 + 2 * 31 + 1 * 30) / 365.0);
  EXPECT_DOUBLE_EQ(figures["2025/starts/mismatch starts"],
                   (6 * 31 + 7 * 31 + 8 * 30 + 9 * 31 + 10 * 30 + 11 * 31) / 365.0);
  EXPECT_EQ(figures["2025/money/capacity euro"], 12000);
  EXPECT_EQ(figures["2025/money/unused euro"], 12000 - 3600);
  EXPECT_EQ(figures["2025/money/idle euro"], 12000 - 3600);
  EXPECT_EQ(figures["2025/money/not_released euro"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/endless/capacity euro"])) << "there is no amount";
}

TEST(CapacityRecorder, FindsNothingIdleWhereNobodyWaits) {
  Story s(seats("2026-07-01"));
  CapacityRecorder capacity(s.model());
  s.tell(capacity);
  s.on("2025-03-01").enter("unemployed").join(0, "m");
  s.on("2025-03-02").start(0, "m").begin_phase(0, "a");
  s.on("2025-03-03").end_measure(0, Reason::completed);
  s.end();
  const FiguresOf figures(capacity);
  EXPECT_DOUBLE_EQ(figures["2025/seats/unused places"], 4 - 1 / 365.0);
  EXPECT_DOUBLE_EQ(figures["2025/seats/idle places"], 4 / 365.0) << "one day of waiting";
  EXPECT_EQ(figures["2025/starts/unused starts"], 11);
  EXPECT_EQ(figures["2025/starts/idle starts"], 0);
  EXPECT_EQ(figures["2026/seats/idle places"], 0);
  EXPECT_EQ(figures["2026/seats/capacity places"], 4);
  EXPECT_TRUE(std::isnan(figures["2026/seats/idle_euro euro"])) << "nobody shows what one costs";
  EXPECT_TRUE(std::isnan(figures["2026/starts/unused starts"])) << "the year is not over";
}

TEST(CapacityRecorder, KnowsPlacesThatAreNotYetOfferedAgain) {
  Story s(seats("2025-04-01", R"("level": 1, "refill_after": "30 days")"));
  CapacityRecorder capacity(s.model());
  s.tell(capacity);
  s.enter("unemployed").start(0, "m").begin_phase(0, "a");
  s.on("2025-02-01").end_measure(0, Reason::completed).enter("unemployed").join(1, "m");
  s.end();
  const FiguresOf figures(capacity);
  EXPECT_DOUBLE_EQ(figures["2025/seats/unused places"], 59 / 90.0);
  EXPECT_DOUBLE_EQ(figures["2025/seats/not_refilled places"], 30 / 90.0);
  EXPECT_DOUBLE_EQ(figures["2025/seats/mismatch places"], 29 / 90.0);
  EXPECT_DOUBLE_EQ(figures["2025/seats/idle places"], 59 / 90.0);
}

TEST(CapacityRecorder, CountsAPartAsIdleOnlyWhereSomebodyWaitsForThatPart) {
  Story s(seats("2025-02-01", R"("level": 5, "split": {"by": "region",
                                 "shares": {"north": 0.6, "south": "rest"}})"));
  CapacityRecorder capacity(s.model());
  s.tell(capacity);
  s.with("region", "south").enter("unemployed").join(0, "m");
  s.end();
  const FiguresOf figures(capacity);
  EXPECT_EQ(figures["2025/seats/unused places"], 5);
  EXPECT_EQ(figures["2025/seats/idle places"], 2);
  EXPECT_EQ(figures["2025/seats/idle_share share"], 0.4);
}

/// A list for one kind of places: whoever can be served is, so no place is free while somebody
/// waits, and what is idle is what is not offered again yet.
TEST(CapacityRecorder, FindsNoMismatchWhereOnePlaceIsAllItTakes) {
  for (const int lag : {0, 20}) {
    scenario::Scenario scenario = queue_for_places();
    scenario.resources.front().refill_after.emplace().days = lag;
    const auto model = std::make_shared<const Model>(scenario::compile(scenario));
    CapacityRecorder capacity(*model);
    (void)simulate(model, 0, {&capacity});
    const FiguresOf figures(capacity);
    EXPECT_EQ(figures["2025/places/mismatch places"], 0);
    EXPECT_EQ(figures["2025/places/idle places"], figures["2025/places/not_refilled places"]);
    EXPECT_EQ(figures["2025/places/idle places"] > 0, lag > 0);
    EXPECT_GT(figures["2025/places/days_waited_for share"], 0.5) << "nobody waits: says nothing";
  }
}

}  // namespace
}  // namespace doorstroom::tests

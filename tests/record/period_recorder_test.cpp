#include "record/period_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "support/scenario_text.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// "m" takes a start of the contingent and 50 euro, 30 euro a month in "n".
std::string paid(const std::string& end, const std::string& contingent, const std::string& budget,
                 const std::string& n_needs = "") {
  return in("2025-01-01", end,
            R"(
    "arrivals": [{"id": "p", "per_year": 100, "refer_to": "m"}],
    "resources": [{"id": "starts", "kind": "contingent", )" +
                contingent + R"(},
                  {"id": "money", "kind": "budget", )" +
                budget + R"(},
                  {"id": "fees", "kind": "budget", "per_year": 100, "release": "at_once"}],
    "measures": [
      {"id": "m", "needs": [{"resource": "starts"}, {"resource": "money", "amount": 50}],
       "phases": [{"id": "a", "duration": "300 days"}]},
      {"id": "n", "needs": [{"resource": "fees", "per": "month", "amount": 30})" +
                n_needs + R"(],
       "phases": [{"id": "a", "duration": "300 days"}]}])");
}

TEST(PeriodRecorder, SaysWhatBecameOfEachYear) {
  Story s(paid("2027-01-01", R"("per_year": 10, "release": "at_once")",
               R"("per_year": 1000, "release": "at_once", "carry_over": 0.5)"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.on("2025-02-01");
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed").start(slot, "m");
  s.end();
  const FiguresOf figures(periods);
  EXPECT_EQ(figures["2025/money/amount euro"], 1000);
  EXPECT_EQ(figures["2025/money/released euro"], 1000);
  EXPECT_EQ(figures["2025/money/used euro"], 200);
  EXPECT_EQ(figures["2025/money/committed euro"], 200);
  EXPECT_EQ(figures["2025/money/unspent euro"], 800);
  EXPECT_EQ(figures["2025/money/carried_on euro"], 400);
  EXPECT_EQ(figures["2025/money/lapsed euro"], 400);
  EXPECT_EQ(figures["2026/money/carried_in euro"], 400);
  EXPECT_EQ(figures["2026/money/amount euro"], 1400);
  EXPECT_EQ(figures["2025/starts/used starts"], 4);
  EXPECT_EQ(figures["2025/starts/lapsed starts"], 6);
  EXPECT_EQ(figures["2025/starts/unspent starts"], 6);
  EXPECT_EQ(figures["2025/starts/ran_dry share"], 0);
}

TEST(PeriodRecorder, SetsWhatTheMoneyCouldPayBesideWhatIsDecreed) {
  Story s(paid("2027-01-01", R"("per_year": 10, "release": "at_once")",
               R"("per_year": 1000, "release": "at_once")"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.on("2025-02-01");
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed").start(slot, "m");
  s.end();
  const FiguresOf figures(periods);
  EXPECT_EQ(figures["2025/money/affordable starts"], 20) << "1000 euro at 50 a start";
  EXPECT_EQ(figures["2025/money/decreed starts"], 10);
  EXPECT_TRUE(std::isnan(figures["2026/money/affordable starts"])) << "nobody started";
  EXPECT_EQ(figures["2026/money/decreed starts"], 10);
  EXPECT_TRUE(std::isnan(figures["2025/fees/decreed starts"])) << "no contingent limits \"n\"";
}

TEST(PeriodRecorder, AddsUpTheQuartersOfAContingent) {
  Story s(paid("2026-01-01", R"("per_quarter": 3, "release": "at_once")",
               R"("per_year": 1000, "release": "at_once")"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.enter("unemployed").start(0, "m");
  s.end();
  const FiguresOf figures(periods);
  EXPECT_EQ(figures["2025-04/starts/amount starts"], 3);
  EXPECT_EQ(figures["2025/money/decreed starts"], 12);
}

TEST(PeriodRecorder, ComparesNothingWithAContingentThatOthersUse) {
  Story s(paid("2026-01-01", R"("per_year": 10, "release": "at_once")",
               R"("per_year": 1000, "release": "at_once")", R"(, {"resource": "starts"})"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.enter("unemployed").start(0, "m");
  s.end();
  EXPECT_TRUE(std::isnan(FiguresOf(periods)["2025/money/decreed starts"]));
}

TEST(PeriodRecorder, BooksWhatIsOwedWithoutMoney) {
  Story s(paid("2026-01-01", R"("per_year": 10, "release": "at_once")",
               R"("per_year": 1000, "release": "at_once")"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.enter("unemployed").start(0, "n");  // twelve months at 30 euro out of 100
  s.end();
  const FiguresOf figures(periods);
  EXPECT_EQ(figures["2025/fees/paid euro"], 100);
  EXPECT_EQ(figures["2025/fees/unfunded euro"], 260);
  EXPECT_EQ(figures["2025/fees/committed euro"], 360);
  EXPECT_EQ(figures["2025/fees/unspent euro"], 0);
  EXPECT_DOUBLE_EQ(figures["2025/fees/affordable starts"], 100.0 / 360);
}

TEST(PeriodRecorder, KnowsTheDayOnWhichItRanDry) {
  Story s(paid("2026-01-01", R"("per_year": 2, "release": "at_once")",
               R"("per_year": 1000, "release": "at_once")"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.on("2025-01-11").enter("unemployed").start(0, "m");
  s.on("2025-02-01").enter("unemployed").start(1, "m");
  s.end();
  const FiguresOf figures(periods);
  EXPECT_EQ(figures["2025/starts/ran_dry share"], 1);
  EXPECT_EQ(figures["2025/starts/dry_after days"], 31);
  EXPECT_TRUE(std::isnan(figures["2025/money/dry_after days"]));
}

TEST(PeriodRecorder, HasNoPriceOfAYearThatIsNotOver) {
  Story s(paid("2025-07-01", R"("per_year": 10, "release": "monthly")",
               R"("per_year": 1200, "release": "monthly")"));
  PeriodRecorder periods(s.model());
  s.tell(periods);
  s.enter("unemployed").start(0, "m");
  s.end();
  const FiguresOf figures(periods);
  EXPECT_EQ(figures["2025/starts/released starts"], 5);
  EXPECT_EQ(figures["2025/money/amount euro"], 1200);
  EXPECT_EQ(figures["2025/money/released euro"], 600);
  EXPECT_TRUE(std::isnan(figures["2025/money/affordable starts"]));
  EXPECT_TRUE(std::isnan(figures["2025/money/decreed starts"]));
}

}  // namespace
}  // namespace doorstroom::tests

#include "analysis/durable_figures.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "analysis/leaving.hpp"
#include "study/observers.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

class Told final {
 public:
  explicit Told(const std::string& json)
      : scenario(read(json).scenario),
        story(json),
        rules(cycle_rules_of(scenario.output)),
        breakdowns(breakdowns_of(story.model(), scenario.output)),
        jobs(story.model(), breakdowns, rules),
        nights(story.model(), {&jobs}),
        durable(story.model(), breakdowns, rules, jobs) {
    story.tell(nights);
  }
  [[nodiscard]] FiguresOf figures() {
    story.end();
    return FiguresOf(durable);
  }

  scenario::Scenario scenario;
  Story story;
  CycleRules rules;
  Breakdowns breakdowns;
  FirstDurableJobs jobs;
  NightRecorder nights;
  DurableFigures durable;
};

/// The first job lasts 181 nights, the second 182: the months run to the first day of the second.
TEST(DurableFigures, CountToTheFirstDayOfTheFirstJobThatLasts) {
  Told t(ladder());
  Story& s = t.story;
  s.enter("unemployed").on("2018-01-01").join(0, "guidance");
  s.on("2018-02-01").become(0, "job_nec");
  s.on("2018-08-01").become(0, "unemployed");
  s.on("2019-01-01").become(0, "job_nec");  // 365 days after the advice
  s.on("2019-07-02").become(0, "unemployed");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/main/all/advised people"], 1);
  EXPECT_EQ(figures["2018/none/main/all/advised people"], 1) << "never started";
  EXPECT_EQ(figures["2018/guidance/main/all/advised people"], 0);
  EXPECT_EQ(figures["all/all/main/all/within_6 share"], 0);
  EXPECT_EQ(figures["all/all/main/all/within_12 share"], 1);
  EXPECT_DOUBLE_EQ(figures["all/all/main/all/p50 months"], 365 / days_per_month);
  EXPECT_EQ(figures["all/all/main/all/never_in_window share"], 0);
}

TEST(DurableFigures, BeginWithTheFirstAdviceOfTheSecondOrThirdLine) {
  Told t(ladder());
  Story& s = t.story;
  s.enter("unemployed").enter("unemployed", Reason::stock).enter("unemployed").enter("unemployed");
  s.join(0, "course").join(1, "guidance").join(2, "guidance").join(3, "post");
  s.on("2018-01-01")
      .leave_list(0, "course", Reason::gave_up)
      .join(0, "guidance")
      .start(2, "guidance")
      .start(3, "post");
  s.become(3, "job_sec");
  s.on("2018-06-01").leave_list(0, "guidance", Reason::gave_up).join(0, "activities");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/main/all/advised people"], 1) << "once, and not a course";
  EXPECT_EQ(figures["2017/all/main/all/advised people"], 2) << "who was there has a past";
  EXPECT_EQ(figures["2017/guidance/main/all/advised people"], 1);
  EXPECT_EQ(figures["2017/post/main/all/advised people"], 1);
  EXPECT_EQ(figures["2017/post/main/all/within_12 share"], 0);
  EXPECT_EQ(figures["2017/post/with_sec/all/within_12 share"], 1) << "a job all the same";
}

/// Nobody can say of a job that began within the last 182 days whether it lasts.
TEST(DurableFigures, FollowEverybodyUntilAJobCanStillProveDurable) {
  Told t(ladder());
  Story& s = t.story;
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed");
  s.on("2026-07-03").join(0, "guidance").join(1, "guidance").join(2, "guidance");
  s.on("2027-07-03").become(0, "job_nec");  // 182 nights before the end
  s.on("2027-07-04").become(1, "job_nec").join(3, "guidance");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2026/all/main/all/advised people"], 3);
  EXPECT_EQ(figures["2027/all/main/all/advised people"], 0) << "cannot be followed";
  EXPECT_DOUBLE_EQ(figures["2026/all/main/all/within_12 share"], 1.0 / 3);
  EXPECT_TRUE(std::isnan(figures["2026/all/main/all/within_24 share"]));
  EXPECT_TRUE(std::isnan(figures["2026/all/main/all/never_in_window share"]));
}

TEST(DurableFigures, CountWhoLeavesAsSomebodyWhoNeverFindsOne) {
  Told t(ladder(R"({"carousel": {"window_months": 12, "by": ["distance"]}})"));
  Story& s = t.story;
  s.enter("unemployed").enter("unemployed").with("distance", "large").enter("unemployed");
  s.join(0, "guidance").join(1, "guidance").join(2, "guidance");
  s.on("2017-03-01").leave(0, "inactive");
  s.on("2017-04-01").become(1, "sick");
  s.on("2017-05-01").become(1, "unemployed").become(2, "job_nec");
  const FiguresOf figures = t.figures();
  EXPECT_DOUBLE_EQ(figures["2017/all/main/all/out_in_window share"], 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2017/all/main/all/never_in_window share"], 2.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2017/all/main/all/within_60 share"], 1.0 / 3);
  EXPECT_TRUE(std::isnan(figures["2017/all/main/all/p50 months"])) << "not reached";
  EXPECT_EQ(figures["2017/all/main/distance=large/within_6 share"], 1);
  EXPECT_EQ(figures["2017/all/main/distance=small/within_6 share"], 0);
}

TEST(DurableFigures, TakeTheJobInWhichSomebodyLeavesForOneThatLasts) {
  Told t(in("2017-01-01", "2019-01-01", R"(
      "labour_market": {"exits": [
        {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1}]},
      "arrivals": [{"id": "p", "per_year": 100}],
      "measures": [{"id": "guidance", "line": 2,
                    "phases": [{"id": "only", "duration": "30 days"}]}])"));
  t.story.enter("unemployed").start(0, "guidance").enter("unemployed").start(1, "guidance");
  t.story.on("2017-03-01").end_measure(0, Reason::status_exit).leave(0, "job_nec");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/guidance/main/all/advised people"], 2);
  EXPECT_EQ(figures["2017/guidance/main/all/within_6 share"], 0.5);
}

}  // namespace
}  // namespace doorstroom::tests

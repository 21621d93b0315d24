#include "analysis/reentry_figures.hpp"

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
        breakdowns(breakdowns_of(story.model(), scenario.output)),
        exits(story.model(), breakdowns, cycle_rules_of(scenario.output)),
        nights(story.model(), {&exits}),
        reentry(story.model(), breakdowns, exits) {
    story.tell(nights);
  }
  [[nodiscard]] FiguresOf figures() {
    story.end();
    return FiguresOf(reentry);
  }

  scenario::Scenario scenario;
  Story story;
  Breakdowns breakdowns;
  ExitsToWork exits;
  NightRecorder nights;
  ReentryFigures reentry;
};

/// Somebody enters, and goes to work from guidance a day later.
void guide(Story& s, Slot slot) {
  s.enter("unemployed").start(slot, "guidance");
}
void leave_for_job(Story& s, Slot slot) {
  s.end_measure(slot, Reason::completed).become(slot, "job_nec");
}

/// Of four, one is back after 100 days, one is out after 200, one stays, one is seen for 150 days.
TEST(ReentryFigures, FollowPeopleUntilTheHorizonEnds) {
  Told t(ladder());
  Story& s = t.story;
  for (Slot slot = 0; slot < 4; ++slot) guide(s, slot);
  s.on("2018-01-01");
  for (Slot slot = 0; slot < 3; ++slot) leave_for_job(s, slot);
  s.on("2018-04-11").become(0, "unemployed");
  s.on("2018-07-20").leave(1, "inactive");
  s.on("2019-02-05").start(0, "activities");  // 400 days
  s.on("2027-08-03");
  leave_for_job(s, 3);
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["all/all/0/in_job people"], 4);
  EXPECT_EQ(figures["guidance/all/0/in_job people"], 4);
  EXPECT_EQ(figures["all/all/91/jobseeker_or_ocmw share"], 0);
  EXPECT_DOUBLE_EQ(figures["all/all/121/jobseeker_or_ocmw share"], 1.0 / 4);
  EXPECT_DOUBLE_EQ(figures["all/all/182/out share"], 0);
  EXPECT_DOUBLE_EQ(figures["all/all/213/out share"], 3.0 / 8) << "of the two still followed, one";
  EXPECT_DOUBLE_EQ(figures["all/all/1826/jobseeker_or_ocmw share"], 1.0 / 4);
  EXPECT_DOUBLE_EQ(figures["all/all/395/in_activation share"], 0);
  EXPECT_DOUBLE_EQ(figures["all/all/426/in_activation share"], 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures["guidance/all/426/in_activation share"], 1.0 / 3);
  EXPECT_EQ(figures["activities/all/0/in_job people"], 0);
  EXPECT_TRUE(std::isnan(figures["activities/all/30/out share"])) << "nobody";
  EXPECT_FALSE(figures.has("course/all/0/in_job people"));
  EXPECT_FALSE(figures.has("without_activation_alike/all/30/out share")) << "not asked for";
}

TEST(ReentryFigures, SayNothingBeyondTheFollowUp) {
  Told t(ladder());
  guide(t.story, 0);
  t.story.on("2027-10-01");
  leave_for_job(t.story, 0);  // 91 nights follow
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["all/all/91/jobseeker_or_ocmw share"], 0);
  EXPECT_TRUE(std::isnan(figures["all/all/121/jobseeker_or_ocmw share"]));
}

TEST(ReentryFigures, TellReturnsFromOtherWaysOutOfAJob) {
  Told t(ladder());
  Story& s = t.story;
  for (Slot slot = 0; slot < 5; ++slot) guide(s, slot);
  s.on("2018-01-01");
  for (Slot slot = 0; slot < 5; ++slot) leave_for_job(s, slot);
  s.on("2018-01-11").become(0, "ocmw").become(1, "sick").become(2, "job_sec");
  s.become(3, "unemployed").become(3, "job_nec");  // of no night
  s.start(4, "activities");                        // straight from the job
  s.on("2018-01-21").become(1, "unemployed");      // after sickness: was out first
  const FiguresOf figures = t.figures();
  EXPECT_DOUBLE_EQ(figures["all/all/30/jobseeker_or_ocmw share"], 2.0 / 5);
  EXPECT_DOUBLE_EQ(figures["all/all/30/out share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures["all/all/30/in_activation share"], 1.0 / 5);
}

TEST(ReentryFigures, FollowEveryExitOfAPerson) {
  Told t(ladder());
  Story& s = t.story;
  guide(s, 0);
  s.on("2018-01-01");
  leave_for_job(s, 0);
  s.on("2018-01-11").become(0, "unemployed");
  s.on("2018-02-01").start(0, "activities");  // 31 days after the first exit
  s.on("2018-03-01");
  leave_for_job(s, 0);
  s.on("2018-03-21").become(0, "unemployed");
  s.on("2018-03-31").become(0, "job_nec");  // an exit long after an episode counts nowhere
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["all/all/0/in_job people"], 2);
  EXPECT_EQ(figures["without_activation/all/0/in_job people"], 0);
  EXPECT_EQ(figures["all/all/30/jobseeker_or_ocmw share"], 1);
  EXPECT_EQ(figures["guidance/all/60/in_activation share"], 1);
  EXPECT_EQ(figures["activities/all/1826/in_activation share"], 0);
}

TEST(ReentryFigures, SetThoseApartWhoHadNoActivationWithinTheWindow) {
  Told t(ladder(R"({"carousel": {"window_months": 12}})"));
  Story& s = t.story;
  s.enter("unemployed").enter("unemployed", Reason::stock).enter("job_nec");
  guide(s, 3);
  s.enter("unemployed").start(4, "course");
  s.on("2017-12-31").become(0, "job_nec").become(1, "job_nec");  // nobody knows the past of 1
  s.end_measure(4, Reason::completed).become(4, "job_nec");
  s.end_measure(3, Reason::completed);
  s.on("2018-01-01").become(1, "unemployed");
  s.on("2018-02-01").become(1, "job_nec");
  s.on("2018-12-31").become(3, "job_nec");  // 365 days later
  s.on("2019-01-10").become(3, "unemployed");
  s.on("2019-01-11").become(3, "job_nec");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["all/all/0/in_job people"], 0);
  EXPECT_EQ(figures["without_activation/all/0/in_job people"], 4);
  EXPECT_EQ(figures["without_activation/all/1826/jobseeker_or_ocmw share"], 0);
}

/// Without activation half of those at a small distance are back, and three in four of those at a
/// large one; the activated are three at a small distance and one at a large, and one like nobody.
TEST(ReentryFigures, CompareWithPeopleWhoAreAlike) {
  Told t(ladder(R"({"carousel": {"alike": ["distance"], "by": ["distance"]}})"));
  Story& s = t.story;
  const auto enter = [&](const char* distance, int people) {
    for (int i = 0; i < people; ++i) s.with("distance", distance).enter("unemployed");
  };
  enter("small", 3);
  enter("large", 1);
  enter("medium", 1);
  for (Slot slot = 0; slot < 5; ++slot) s.start(slot, "guidance");
  enter("small", 2);
  enter("large", 4);
  s.on("2017-03-01");
  for (Slot slot = 0; slot < 5; ++slot) leave_for_job(s, slot);
  for (Slot slot = 5; slot < 11; ++slot) s.become(slot, "job_nec");
  s.on("2017-04-20").become(5, "unemployed");  // 50 days
  for (Slot slot = 7; slot < 10; ++slot) s.become(slot, "unemployed");
  s.on("2017-05-10").become(10, "sick").become(0, "unemployed");
  const FiguresOf figures = t.figures();
  const std::string alike = "without_activation_alike/all/";
  EXPECT_DOUBLE_EQ(figures[alike + "60/jobseeker_or_ocmw share"], (3 * 0.5 + 1 * 0.75) / 4);
  EXPECT_DOUBLE_EQ(figures[alike + "91/out share"], 1 * 0.25 / 4);
  EXPECT_DOUBLE_EQ(figures[alike + "60/no_counterpart share"], 1.0 / 5);
  EXPECT_EQ(figures["without_activation_alike/distance=medium/0/no_counterpart people"], 1);
  EXPECT_EQ(figures["without_activation_alike/distance=small/0/no_counterpart people"], 0);
  EXPECT_DOUBLE_EQ(figures["without_activation/all/60/jobseeker_or_ocmw share"], 4.0 / 6);
  EXPECT_EQ(figures["all/distance=small/0/in_job people"], 3);
  EXPECT_DOUBLE_EQ(figures["all/distance=small/91/jobseeker_or_ocmw share"], 1.0 / 3);
  EXPECT_EQ(figures["without_activation/distance=large/60/jobseeker_or_ocmw share"], 0.75);
}

TEST(ReentryFigures, LeaveOutThoseWhoseLikesAreNotFollowedSoLong) {
  Told t(ladder(R"({"carousel": {"alike": ["distance"]}})"));
  Story& s = t.story;
  s.with("distance", "small").enter("unemployed").start(0, "guidance");
  s.with("distance", "large").enter("unemployed").start(1, "guidance");
  s.with("distance", "small").enter("unemployed").with("distance", "large").enter("unemployed");
  s.on("2017-03-01").become(2, "job_nec");
  leave_for_job(s, 0);
  leave_for_job(s, 1);
  s.on("2027-10-01").become(3, "job_nec");
  const FiguresOf figures = t.figures();
  const std::string alike = "without_activation_alike/all/";
  EXPECT_EQ(figures[alike + "91/no_counterpart share"], 0);
  EXPECT_EQ(figures[alike + "121/no_counterpart share"], 0.5);
  EXPECT_EQ(figures[alike + "121/jobseeker_or_ocmw share"], 0);
}

TEST(ReentryFigures, KeepThoseInAFinalJobThere) {
  Told t(in("2017-01-01", "2019-01-01", R"(
      "labour_market": {"exits": [
        {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1}]},
      "arrivals": [{"id": "p", "per_year": 100}],
      "measures": [{"id": "guidance", "line": 2,
                    "phases": [{"id": "only", "duration": "30 days"}]}])"));
  t.story.enter("unemployed").start(0, "guidance").enter("unemployed").start(1, "guidance");
  t.story.on("2017-03-01").end_measure(0, Reason::status_exit).leave(0, "job_nec");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["all/all/0/in_job people"], 1);
  EXPECT_EQ(figures["all/all/365/jobseeker_or_ocmw share"], 0);
  EXPECT_EQ(figures["all/all/365/out share"], 0);
}

}  // namespace
}  // namespace doorstroom::tests

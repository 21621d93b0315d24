#include "record/outcome_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

TEST(OutcomeRecorder, LooksAtPeopleOnTheDaysAfterTheyLeft) {
  Story s(two_measures());
  OutcomeRecorder outcomes(s.model());
  s.tell(outcomes);
  s.enter("unemployed", Reason::stock).start(0, "m").enter("unemployed").start(1, "m");
  s.on("2025-03-01").end_measure(0, Reason::completed).become(0, "job_nec");
  s.on("2025-08-31").become(0, "unemployed");  // day 183: the evening counts
  s.on("2026-02-28").start(0, "m");            // the day before day 365
  s.on("2026-06-01").end_measure(0, Reason::status_exit).leave(0, "inactive");
  s.on("2026-06-10").enter("unemployed");  // stored where the first one was
  s.on("2026-12-31").end_measure(1, Reason::maximum).become(1, "job_nec");
  s.end();
  const FiguresOf figures(outcomes);
  EXPECT_THAT(
      figures.that_happened(),
      ElementsAre(
          "2025/m/completed/1/job_nec people 1", "2025/m/completed/1/job_nec share 1",
          "2025/m/completed/183/unemployed people 1", "2025/m/completed/183/unemployed share 1",
          "2025/m/completed/365/in_measure:m people 1", "2025/m/completed/365/in_measure:m share 1",
          "2025/m/completed/730/inactive people 1", "2025/m/completed/730/inactive share 1",
          "2026/m/completed/1/job_nec people 1", "2026/m/completed/1/job_nec share 1",
          "2026/m/completed/183/job_nec people 1", "2026/m/completed/183/job_nec share 1",
          "2026/m/completed/365/job_nec people 1", "2026/m/completed/365/job_nec share 1",
          "2026/m/other/1/inactive people 1", "2026/m/other/1/inactive share 1",
          "2026/m/other/183/inactive people 1", "2026/m/other/183/inactive share 1",
          "2026/m/other/365/inactive people 1", "2026/m/other/365/inactive share 1"));
}

TEST(OutcomeRecorder, DividesAllWhoLeftInAYear) {
  Story s(two_measures());
  OutcomeRecorder outcomes(s.model());
  s.tell(outcomes);
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed").start(slot, "n");
  s.on("2025-02-01").end_measure(0, Reason::dropped_out).end_measure(1, Reason::no_place);
  s.on("2025-03-01").end_measure(2, Reason::dropped_out).become(2, "job_nec");
  s.on("2025-04-01").end_measure(3, Reason::dropped_out);
  s.end();
  const FiguresOf figures(outcomes);
  EXPECT_EQ(figures["2025/n/dropped_out/183/unemployed share"], 0.75);
  EXPECT_EQ(figures["2025/n/dropped_out/183/job_nec share"], 0.25);
  EXPECT_EQ(figures["2025/n/dropped_out/183/job_nec people"], 1);
  EXPECT_EQ(figures["2025/n/dropped_out/183/inactive share"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/n/completed/183/job_nec share"])) << "nobody completed it";
}

TEST(OutcomeRecorder, SaysNothingOfAYearThatCannotBeFollowed) {
  Story s(two_measures());
  OutcomeRecorder outcomes(s.model());
  s.tell(outcomes);
  s.enter("unemployed").start(0, "n").enter("unemployed").start(1, "n");
  s.on("2027-12-30").end_measure(0, Reason::completed);
  s.on("2027-12-31").end_measure(1, Reason::completed);  // has no next day
  s.end();
  const FiguresOf figures(outcomes);
  EXPECT_EQ(figures["2027/n/completed/1/unemployed people"], 1);
  EXPECT_FALSE(figures.has("2027/n/completed/183/unemployed people"));
  EXPECT_TRUE(figures.has("2026/n/completed/365/unemployed people")) << "up to 31 December 2027";
  EXPECT_FALSE(figures.has("2026/n/completed/730/unemployed people"));
}

TEST(OutcomeRecorder, FindsThoseWhoWereAdvisedAndNeverStarted) {
  Story s(two_measures());
  OutcomeRecorder outcomes(s.model());
  s.tell(outcomes);
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed");
  s.on("2025-01-10").join(0, "m").join(1, "m").join(2, "m").join(3, "m");
  s.on("2025-03-01").leave_list(1, "m", Reason::started_other).start(1, "n");  // anything counts
  s.on("2025-05-01").leave_list(0, "m", Reason::gave_up);
  s.on("2025-06-01").become(0, "job_nec");
  s.on("2025-07-01").start(3, "look").end_measure(3, Reason::completed);  // but no screening
  s.on("2025-12-01").start(2, "m");                                       // after half a year
  s.end();
  const FiguresOf figures(outcomes);
  EXPECT_EQ(figures["2025/m/never_started/183/unserved share"], 0.75);
  EXPECT_DOUBLE_EQ(figures["2025/m/never_started/183/job_nec share"], 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2025/m/never_started/183/unemployed share"], 2.0 / 3);
  EXPECT_EQ(figures["2025/m/never_started/365/unserved share"], 0.5);
  EXPECT_EQ(figures["2025/m/never_started/365/unemployed people"], 1);
  EXPECT_EQ(figures["2025/m/never_started/730/unserved share"], 0.5);
}

}  // namespace
}  // namespace doorstroom::tests

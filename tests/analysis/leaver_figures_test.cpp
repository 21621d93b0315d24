#include "analysis/leaver_figures.hpp"

#include <gmock/gmock.h>

#include "analysis/leaving.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

TEST(LeaverFigures, AddUpWherePeopleAre) {
  Story s(ladder());
  OutcomeRecorder outcomes(s.model());
  s.tell(outcomes);
  for (Slot slot = 0; slot < 6; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2026-07-01");
  for (Slot slot = 0; slot < 5; ++slot) s.end_measure(slot, Reason::completed);
  s.end_measure(5, Reason::dropped_out).become(5, "sick");
  s.start(0, "course").start(1, "post").become(1, "job_sec");
  s.become(2, "ocmw").leave(3, "inactive").become(4, "job_nec");
  s.end();
  EXPECT_THAT(
      FiguresOf(LeaverFigures(s.model(), outcomes)).that_happened(),
      testing::AllOf(testing::Contains("2026/guidance/all/1/job_nec share 0.166667"),
                     testing::Contains("2026/guidance/all/1/job_sec share 0.166667"),
                     testing::Contains("2026/guidance/all/183/measure share 0.166667"),
                     testing::Contains("2026/guidance/all/183/ocmw people 1"),
                     testing::Contains("2026/guidance/all/365/out people 1"),
                     testing::Contains("2026/guidance/all/1/sick share 0.166667"),
                     testing::Contains("2026/guidance/completed/1/ocmw share 0.2"),
                     testing::Contains("2026/guidance/dropped_out/183/sick share 1"),
                     testing::Not(testing::Contains("2026/guidance/completed/183/sick people 1"))));
}

TEST(LeaverFigures, SplitPeopleAsOutcomesDo) {
  Story s(ladder());
  OutcomeRecorder outcomes(s.model());
  s.tell(outcomes);
  s.enter("unemployed").start(0, "guidance");
  s.on("2017-02-01").end_measure(0, Reason::maximum);
  s.end();
  const FiguresOf broad(LeaverFigures(s.model(), outcomes));
  const FiguresOf fine(outcomes);
  EXPECT_EQ(broad["2017/guidance/completed/730/unemployed people"], 1);
  EXPECT_EQ(fine["2017/guidance/completed/730/unemployed people"], 1);
  EXPECT_FALSE(broad.has("2026/guidance/all/730/unemployed people")) << "cannot be followed";
}

}  // namespace
}  // namespace doorstroom::tests

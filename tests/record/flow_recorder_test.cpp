#include "record/flow_recorder.hpp"

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

TEST(FlowRecorder, CountsMovesBetweenMeasuresAndStatuses) {
  Story s(two_measures());
  FlowRecorder flows(s.model());
  s.tell(flows);
  s.enter("unemployed", Reason::stock).enter("unemployed", Reason::stock);
  s.start(1, "m", Reason::stock);
  s.on("2025-02-01").enter("unemployed");
  s.on("2025-03-01").start(0, "m");
  s.on("2025-04-01").end_measure(0, Reason::completed).become(0, "job_nec");
  s.on("2025-05-01").end_measure(1, Reason::dropped_out);
  s.on("2026-02-01").become(2, "job_nec");
  s.on("2026-03-01").leave(2, "inactive");
  s.end();
  EXPECT_THAT(FiguresOf(flows).that_happened(),
              ElementsAre("2025/at_start/m people 1", "2025/at_start/unemployed people 1",
                          "2025/entered/unemployed people 1", "2025/m/job_nec people 1",
                          "2025/m/unemployed people 1", "2025/unemployed/m people 1",
                          "2026/job_nec/inactive people 1", "2026/unemployed/job_nec people 1"));
}

TEST(FlowRecorder, KnowsNoMoveWithinADayButEveryStartAndEnd) {
  Story s(two_measures());
  FlowRecorder flows(s.model());
  s.tell(flows);
  s.on("2025-02-01").enter("unemployed").start(0, "m");  // no night as unemployed
  s.on("2025-03-01").end_measure(0, Reason::completed).start(0, "n");
  s.on("2025-04-01").end_measure(0, Reason::completed).start(0, "n");  // once more
  s.on("2025-05-01").end_measure(0, Reason::completed);
  s.on("2025-06-01").become(0, "job_nec").become(0, "unemployed");       // a job of no night
  s.on("2025-07-01").start(0, "m").end_measure(0, Reason::dropped_out);  // nor in the measure
  s.end();
  EXPECT_THAT(
      FiguresOf(flows).that_happened(),
      ElementsAre("2025/entered/m people 1", "2025/m/n people 1", "2025/m/unemployed people 1",
                  "2025/n/n people 1", "2025/n/unemployed people 1", "2025/unemployed/m people 1"));
}

TEST(FlowRecorder, KnowsWhereThoseWereWhoMoveOnTheFirstDay) {
  Story s(two_measures());
  FlowRecorder flows(s.model());
  s.tell(flows);
  s.enter("unemployed", Reason::stock).start(0, "m");
  s.enter("job_nec", Reason::stock).become(1, "unemployed");
  s.end();
  EXPECT_THAT(FiguresOf(flows).that_happened(),
              ElementsAre("2025/at_start/job_nec people 1", "2025/at_start/unemployed people 1",
                          "2025/job_nec/unemployed people 1", "2025/unemployed/m people 1"));
}

TEST(FlowRecorder, TellsPeopleApartWhoAreStoredInOnePlace) {
  Story s(two_measures());
  FlowRecorder flows(s.model());
  s.tell(flows);
  s.on("2025-02-01").enter("unemployed").start(0, "m");
  s.on("2025-03-01").end_measure(0, Reason::status_exit).leave(0, "inactive");
  s.on("2025-03-02").enter("unemployed");
  s.on("2025-03-03").become(0, "job_nec");
  s.end();
  ASSERT_EQ(s.people.slots(), 1U);
  EXPECT_THAT(FiguresOf(flows).that_happened(),
              ElementsAre("2025/entered/m people 1", "2025/entered/unemployed people 1",
                          "2025/m/inactive people 1", "2025/unemployed/job_nec people 1"));
}

TEST(FlowRecorder, HasNoRowsForWhatCannotHappen) {
  Story s(two_measures());
  const FiguresOf figures{FlowRecorder(s.model())};
  EXPECT_TRUE(figures.has("2025/unemployed/inactive people"));
  EXPECT_FALSE(figures.has("2025/inactive/unemployed people")) << "nobody comes back from there";
  EXPECT_FALSE(figures.has("2025/unemployed/sick people")) << "nobody ever falls ill here";
  EXPECT_FALSE(figures.has("2025/unemployed/unemployed people"));
}

}  // namespace
}  // namespace doorstroom::tests

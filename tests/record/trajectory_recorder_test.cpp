#include "record/trajectory_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

TEST(TrajectoryRecorder, DescribesHowTrajectoriesWent) {
  Story s(two_measures());
  TrajectoryRecorder trajectories(s.model());
  s.tell(trajectories);
  for (Slot slot = 0; slot < 5; ++slot)
    s.enter("unemployed").start(slot, "m").begin_phase(slot, "a");
  s.on("2025-01-03").end_measure(2, Reason::dropped_out);  // in a phase, after 2 days
  s.on("2025-01-05").end_phase(1);
  s.on("2025-01-09").end_measure(1, Reason::dropped_out);  // after 4 days of gap
  s.on("2025-01-11").end_phase(0).end_phase(3);
  s.on("2025-01-13").skip_phase(3, "b").end_measure(3, Reason::completed);
  s.on("2025-01-14").begin_phase(0, "b");
  s.on("2025-01-24").end_measure(0, Reason::completed);
  s.on("2025-01-31").end_measure(4, Reason::maximum);
  s.end();
  const FiguresOf figures(trajectories);
  EXPECT_EQ(figures["2025/m/ended people"], 5);
  EXPECT_EQ(figures["2025/m/duration_mean days"], (2 + 8 + 12 + 23 + 30) / 5.0);
  EXPECT_EQ(figures["2025/m/duration_p50 days"], 12);
  EXPECT_EQ(figures["2025/m/duration_p90 days"], 30);
  EXPECT_EQ(figures["2025/m/share_maximum share"], 0.2);
  EXPECT_EQ(figures["2025/m/share_dropped_out share"], 0.4);
  EXPECT_EQ(figures["2025/m/dropped_out_in_gap share"], 0.5);
  EXPECT_EQ(figures["2025/m/gap_days days"], (3 + 4 + 0 + 2 + 0) / 5.0);
  EXPECT_EQ(figures["2025/m/phases phases"], 6 / 5.0);
  EXPECT_EQ(figures["2025/m/skipped phases"], 1 / 5.0);
  EXPECT_EQ(figures["2026/m/ended people"], 0);
  EXPECT_TRUE(std::isnan(figures["2026/m/duration_mean days"]));
  EXPECT_TRUE(std::isnan(figures["2026/m/share_dropped_out share"]));
  EXPECT_FALSE(figures.has("2025/n/gap_days days")) << "a measure of one phase has no gaps";
}

TEST(TrajectoryRecorder, CountsChangesOfCounsellorAndWhatGapsCost) {
  Story s(two_measures());
  TrajectoryRecorder trajectories(s.model());
  s.tell(trajectories);
  const auto change = [&](Slot slot) {
    s.only_tell(EventKind::counsellor_changed, slot, s.measure("m"));
  };
  for (Slot slot = 0; slot < 4; ++slot)
    s.enter("unemployed").start(slot, "m").begin_phase(slot, "a");
  s.on("2025-01-11");
  change(0);  // goes on
  s.end_phase(0);
  change(1);  // it is too much
  s.end_measure(1, Reason::dropped_out);
  change(2);  // drops out later, in the gap
  s.end_phase(2);
  s.on("2025-01-12").begin_phase(0, "b").end_measure(2, Reason::dropped_out);
  s.on("2025-01-20").end_measure(0, Reason::dropped_out);  // of the second phase
  s.end();
  const FiguresOf figures(trajectories);
  EXPECT_EQ(figures["2025/m/counsellor_changes changes"], 1) << "3 in 3 that ended";
  EXPECT_DOUBLE_EQ(figures["2025/m/dropped_out_over_counsellor share"], 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2025/m/dropped_out_in_gap share"], 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2025/m/gap_loss share"], 1.0 / 4) << "of those who started";
  EXPECT_TRUE(std::isnan(figures["2026/m/gap_loss share"])) << "nobody started";
}

TEST(TrajectoryRecorder, LeavesOutTheUnseenPartOfThoseWhoWereThereAtTheStart) {
  Story s(two_measures());
  TrajectoryRecorder trajectories(s.model());
  s.tell(trajectories);
  s.enter("unemployed", Reason::stock).start(0, "m", Reason::stock);  // in the gap
  s.enter("unemployed", Reason::stock).start(1, "m", Reason::stock);
  s.begin_phase(1, "b", Reason::stock);
  s.on("2025-01-05").end_measure(0, Reason::dropped_out).end_measure(1, Reason::dropped_out);
  s.end();
  const FiguresOf figures(trajectories);
  EXPECT_EQ(figures["2025/m/ended people"], 2);
  EXPECT_EQ(figures["2025/m/dropped_out_in_gap share"], 0.5);
  EXPECT_TRUE(std::isnan(figures["2025/m/gap_days days"]));
  EXPECT_TRUE(std::isnan(figures["2025/m/phases phases"]));
}

TEST(TrajectoryRecorder, TakesThePlaceThatDidNotComeForAGap) {
  Story s(two_measures());
  TrajectoryRecorder trajectories(s.model());
  s.tell(trajectories);
  s.enter("unemployed").start(0, "m").begin_phase(0, "a");
  s.enter("unemployed").start(1, "m").begin_phase(1, "a");
  s.on("2025-02-01").end_phase(0).end_measure(0, Reason::no_place);
  s.end_phase(1).end_measure(1, Reason::dropped_out);  // the day the phase ended: no gap yet
  s.end();
  EXPECT_EQ(FiguresOf(trajectories)["2025/m/dropped_out_in_gap share"], 0.5);
}

}  // namespace
}  // namespace doorstroom::tests

#include "analysis/waiting_figures.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

struct WaitingFiguresTest : testing::Test {
  Story s{with_resources("2026-01-01")};
  WaitingRecorder recorder{s.model(), {s.model(), {{"waiting_time", {"sex"}}}}};
  WaitingFigures waiting{s.model(), recorder};

  double figure(const std::string& key) { return FiguresOf(waiting)[key]; }
  void SetUp() override { s.tell(recorder); }
};

TEST_F(WaitingFiguresTest, FollowCompetingRisksUpToTheEndOfTheHorizon) {
  for (int i = 0; i < 4; ++i) s.enter("unemployed");
  s.join(0, "m").join(1, "m").join(2, "m").join(3, "m");
  s.on("2025-01-31").start(0, "m");                        // after 30 days
  s.on("2025-02-20").leave_list(1, "m", Reason::gave_up);  // after 50
  s.on("2025-04-11").start(2, "m");                        // after 100
  s.end();                                                 // one has waited 365 days
  EXPECT_EQ(figure("2025-01/m/all/joined people"), 4);
  EXPECT_EQ(figure("2025-01/m/all/share_started share"), 0.5);
  EXPECT_EQ(figure("2025-01/m/all/share_left share"), 0.25);
  EXPECT_EQ(figure("2025-01/m/all/share_waiting share"), 0.25);
  EXPECT_TRUE(std::isnan(figure("2025-01/m/all/starters_mean days"))) << "too many still wait";
  EXPECT_EQ(figure("2025-01/m/all/started_within_90 share"), 0.25);
  EXPECT_EQ(figure("2025-01/m/all/started_within_180 share"), 0.5);
  EXPECT_EQ(figure("2025-01/m/all/started_within_365 share"), 0.5);
  EXPECT_TRUE(std::isnan(figure("2025-01/m/all/started_within_730 share")));
  EXPECT_EQ(figure("2025-01/m/all/waiting_after_90 share"), 0.5);
  EXPECT_EQ(figure("2025-01/m/all/waiting_after_180 share"), 0.25);
  EXPECT_EQ(figure("2025-01/m/all/left_within_365 share"), 0.25);
  EXPECT_EQ(figure("2025-01/m/all/joiners_p50 days"), 100);
}

TEST_F(WaitingFiguresTest, DescribeTheWaitsOfACohortThatIsDone) {
  s.on("2025-02-01").enter("unemployed").enter("unemployed").join(0, "m").join(1, "m");
  s.on("2025-02-11").start(0, "m");
  s.on("2025-02-21").start(1, "m");
  s.end();
  EXPECT_EQ(figure("2025-02/m/all/starters_mean days"), 15);
  EXPECT_EQ(figure("2025-02/m/all/starters_p50 days"), 10);
  EXPECT_EQ(figure("2025-02/m/all/starters_p90 days"), 20);
  EXPECT_EQ(figure("2025-02/m/all/joiners_p50 days"), 10);
  EXPECT_EQ(figure("2025-02/m/all/started_within_730 share"), 1) << "nobody is left to follow";
  EXPECT_EQ(figure("2025-02/m/all/waiting_after_90 share"), 0);
  EXPECT_EQ(figure("2025-03/m/all/joined people"), 0);
  EXPECT_TRUE(std::isnan(figure("2025-03/m/all/share_started share")));
}

TEST_F(WaitingFiguresTest, KeepThoseWhoWereThereAtTheStartApart) {
  s.enter("unemployed", Reason::stock).join(0, "m", 40, Reason::stock);
  s.on("2025-01-11").start(0, "m");
  s.end();
  EXPECT_EQ(figure("initial/m/all/joined people"), 1);
  EXPECT_EQ(figure("initial/m/all/starters_mean days"), 50);
  EXPECT_TRUE(std::isnan(figure("initial/m/all/started_within_90 share")))
      << "of those who joined then, the ones who left earlier were never seen";
  EXPECT_EQ(figure("2025-01/m/all/joined people"), 0);
}

TEST_F(WaitingFiguresTest, AreBrokenDownByGroup) {
  s.with("sex", "woman").enter("unemployed").with("sex", "man").enter("unemployed");
  s.join(0, "m").join(1, "m");
  s.on("2025-01-06").start(1, "m").leave_list(0, "m", Reason::refused);
  s.end();
  EXPECT_EQ(figure("2025-01/m/sex=man/share_started share"), 1);
  EXPECT_EQ(figure("2025-01/m/sex=woman/share_started share"), 0);
  EXPECT_EQ(figure("2025-01/m/sex=woman/share_left share"), 1);
}

}  // namespace
}  // namespace doorstroom::tests

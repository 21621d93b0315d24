#include "record/sec_fallback.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "analysis/leaving.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

struct SecFallbackTest : testing::Test {
  Story s{ladder()};
  SecFallback fallback{s.model()};
  NightRecorder nights{s.model(), {&fallback}};

  void SetUp() override { s.tell(nights); }
  FiguresOf figures() {
    s.end();
    return FiguresOf(fallback);
  }
};

TEST_F(SecFallbackTest, LookAYearAfterActivationThatAdvisedTheSocialEconomy) {
  for (Slot slot = 0; slot < 6; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2018-01-01");
  for (Slot slot = 0; slot < 5; ++slot) s.end_measure(slot, Reason::completed).join(slot, "post");
  s.end_measure(5, Reason::completed);
  s.on("2018-02-01").join(5, "post");  // later: another story
  s.on("2018-06-01").start(0, "post").become(0, "job_sec");
  s.become(1, "job_nec").leave_list(1, "post", Reason::status_exit);
  s.leave_list(2, "post", Reason::gave_up).become(2, "sick");
  s.on("2018-12-01").end_measure(0, Reason::dropped_out).become(0, "unemployed");
  s.on("2019-01-01")
      .leave_list(3, "post", Reason::gave_up);  // after 365 days: 3 and 4 have nothing
  s.on("2019-01-02").start(4, "post").become(4, "job_sec");
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["2018/guidance/completed people"], 6);
  EXPECT_EQ(figures["2018/all/sec_advised people"], 5);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/sec_begun share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/at_work share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/sec_fallback share"], 2.0 / 5);
  EXPECT_EQ(figures["2018/activities/completed people"], 0);
  EXPECT_FALSE(figures.has("2018/post/completed people")) << "a job";
}

TEST_F(SecFallbackTest, NeedAYearToTell) {
  for (Slot slot = 0; slot < 2; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2027-02-01").end_measure(0, Reason::completed).join(0, "post");
  s.end_measure(1, Reason::dropped_out).join(1, "post");  // did not complete
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["2027/guidance/sec_advised people"], 1);
  EXPECT_TRUE(std::isnan(figures["2027/guidance/sec_fallback share"]));
}

}  // namespace
}  // namespace doorstroom::tests

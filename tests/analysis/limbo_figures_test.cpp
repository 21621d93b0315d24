#include "analysis/limbo_figures.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "analysis/leaving.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

struct LimboFiguresTest : testing::Test {
  Story s{ladder()};
  Limbo limbo{s.model()};
  NightRecorder nights{s.model(), {&limbo}};
  LimboFigures figures_of_limbo{s.model(), limbo};

  void SetUp() override { s.tell(nights); }
  FiguresOf figures() {
    s.end();
    return FiguresOf(figures_of_limbo);
  }
};

TEST_F(LimboFiguresTest, CountTheTimeWithNothingAfterAnAdviceForALastResort) {
  for (Slot slot = 0; slot < 5; ++slot) s.enter("unemployed");
  s.on("2018-01-01").join(4, "guidance");  // for people who can be referred to work
  for (Slot slot = 0; slot < 4; ++slot) s.join(slot, "care");
  s.on("2018-02-01").leave_list(0, "care", Reason::refused);  // has still nothing
  s.on("2018-06-01").start(1, "activities");
  s.on("2018-09-01").become(2, "sick");
  s.on("2018-10-01").become(3, "ocmw");
  s.on("2019-03-01").leave(3, "inactive");
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["2018/advised people"], 4);
  EXPECT_EQ(figures["all/advised people"], 4);
  EXPECT_DOUBLE_EQ(figures["2018/secured_within_6 share"], 1.0 / 4);
  EXPECT_DOUBLE_EQ(figures["2018/in_limbo_after_6 share"], 3.0 / 4);
  EXPECT_DOUBLE_EQ(figures["2018/in_limbo_after_12 share"], 2.0 / 4);
  EXPECT_DOUBLE_EQ(figures["2018/secured_within_24 share"], 2.0 / 4);
  EXPECT_DOUBLE_EQ(figures["2018/in_limbo_after_24 share"], 1.0 / 4);
  EXPECT_DOUBLE_EQ(figures["2018/secured_p50 months"], 243 / days_per_month);
  EXPECT_TRUE(std::isnan(figures["2018/secured_p90 months"]));
}

TEST_F(LimboFiguresTest, KeepThoseWhoWaitedAtTheStartApart) {
  s.enter("unemployed", Reason::stock).join(0, "care", 100, Reason::stock);
  s.on("2017-07-03").start(0, "care");  // 183 days into the horizon
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["all/advised people"], 0);
  EXPECT_EQ(figures["at_start/advised people"], 1);
  EXPECT_EQ(figures["at_start/in_limbo_after_6 share"], 1);
  EXPECT_EQ(figures["at_start/secured_within_12 share"], 1);
}

TEST_F(LimboFiguresTest, KnowNoLimboOfThoseWhoStartAtOnce) {
  s.enter("unemployed").start(0, "care");
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["2017/in_limbo_after_6 share"], 0);
  EXPECT_EQ(figures["2017/secured_p50 months"], 0);
}

TEST(LimboFigures, SayNothingWhereEverythingSuitsSomebodyElse) {
  Story s(in("2017-01-01", "2019-01-01", R"(
      "arrivals": [{"id": "p", "per_year": 100, "people": {"attributes": {
        "distance": {"small": 1}}}}],
      "measures": [{"id": "m", "suited": ["very_large", "unbridgeable"],
                    "phases": [{"id": "only", "duration": "30 days"}]}])"));
  Limbo limbo(s.model());
  NightRecorder nights(s.model(), {&limbo});
  s.tell(nights);
  s.enter("unemployed").join(0, "m");
  s.end();
  EXPECT_TRUE(figures_of(LimboFigures(s.model(), limbo)).empty());
}

}  // namespace
}  // namespace doorstroom::tests

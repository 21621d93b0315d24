#include "record/referral_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

TEST(ReferralRecorder, HoldsAssessedValuesAgainstTrueOnes) {
  Story s(two_measures());
  ReferralRecorder referral(s.model());
  s.tell(referral);
  const auto screen = [&](Slot slot, const char* seen, const char* truth) {
    s.enter("unemployed").start(slot, "look").end_measure(slot, Reason::completed);
    s.assess(slot, "distance", seen, truth);
  };
  screen(0, "near", "near");
  screen(1, "middle", "near");
  screen(2, "near", "near");
  screen(3, "near", "near");
  s.on("2026-01-01");
  screen(4, "far", "middle");
  s.end();
  EXPECT_THAT(FiguresOf(referral).that_happened(),
              ElementsAre("2025/assessed/look/distance/near/middle people 1",
                          "2025/assessed/look/distance/near/middle share 0.25",
                          "2025/assessed/look/distance/near/near people 3",
                          "2025/assessed/look/distance/near/near share 0.75",
                          "2026/assessed/look/distance/middle/far people 1",
                          "2026/assessed/look/distance/middle/far share 1"));
}

TEST(ReferralRecorder, HoldsTheMeasureGivenAgainstTheIdealOne) {
  Story s(two_measures());
  ReferralRecorder referral(s.model());
  s.tell(referral);
  s.enter("unemployed");
  s.refer(0, "close", "n", "n").refer(0, "close", "n", "n").refer(0, "close", "m", "n");
  s.refer(0, "close", "", "n");  // should have stayed in basic services
  s.refer(0, "rest", "n", "");   // stayed, but should not
  s.end();
  EXPECT_THAT(FiguresOf(referral).that_happened(),
              ElementsAre("2025/referred/close/measure/m/n people 1",
                          "2025/referred/close/measure/m/n share 0.25",
                          "2025/referred/close/measure/n/n people 2",
                          "2025/referred/close/measure/n/n share 0.5",
                          "2025/referred/close/measure/stay/n people 1",
                          "2025/referred/close/measure/stay/n share 0.25",
                          "2025/referred/rest/measure/n/stay people 1",
                          "2025/referred/rest/measure/n/stay share 1"));
}

TEST(ReferralRecorder, CountsStartsInMeasuresThatAreTooStrongOrTooWeak) {
  Story s(two_measures());
  ReferralRecorder referral(s.model());
  s.tell(referral);
  for (const char* distance : {"near", "middle", "middle", "far"}) {
    s.with("distance", distance).enter("unemployed");
  }
  s.start(0, "m").start(1, "m").start(2, "m").start(3, "m");
  s.with("distance", "far").enter("unemployed", Reason::stock).start(4, "m", Reason::stock);
  s.end();
  const FiguresOf figures(referral);
  EXPECT_EQ(figures["2025/wrong_referral_rate/m/distance//starts people"], 4);
  EXPECT_EQ(figures["2025/wrong_referral_rate/m/distance//outside share"], 0.5);
  EXPECT_EQ(figures["2025/wrong_referral_rate/m/distance//too_strong share"], 0.25);
  EXPECT_EQ(figures["2025/wrong_referral_rate/m/distance//too_weak share"], 0.25);
  EXPECT_EQ(figures["2026/wrong_referral_rate/m/distance//starts people"], 0);
  EXPECT_TRUE(std::isnan(figures["2026/wrong_referral_rate/m/distance//outside share"]));
  EXPECT_FALSE(figures.has("2025/wrong_referral_rate/n/distance//outside share"))
      << "it suits everybody";
}

}  // namespace
}  // namespace doorstroom::tests

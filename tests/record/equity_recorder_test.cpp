#include "record/equity_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

Breakdowns by_sex(const Model& model) {
  return {model, {{"equity", {"sex"}}}};
}

TEST(EquityRecorder, ComparesNeedJoiningAndStarting) {
  Story s(two_measures("2025-03-01"));
  EquityRecorder recorder(s.model(), by_sex(s.model()));
  s.tell(recorder);
  for (int i = 0; i < 3; ++i) s.with("sex", "woman").enter("unemployed");
  s.with("sex", "man").enter("unemployed");
  s.on("2025-01-10").join(0, "m").join(3, "m").join(1, "n");
  s.start(0, "m").start(3, "m").start(1, "n");
  s.on("2025-02-10").become(2, "job_nec");  // no jobseeker any more
  s.end();
  const FiguresOf figures(recorder);
  // January ends with 3 women and 1 man, February with 2 and 1: 5 of 7 in the mean.
  EXPECT_DOUBLE_EQ(figures["2025/all/sex/woman/need_share share"], 5.0 / 7);
  EXPECT_DOUBLE_EQ(figures["2025/all/sex/man/need_share share"], 2.0 / 7);
  EXPECT_DOUBLE_EQ(figures["2025/all/sex/woman/join_share share"], 2.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2025/m/sex/woman/start_share share"], 0.5);
  EXPECT_DOUBLE_EQ(figures["2025/m/sex/woman/reach ratio"], 0.5 / (5.0 / 7));
  EXPECT_DOUBLE_EQ(figures["2025/n/sex/man/reach ratio"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/look/sex/man/reach ratio"])) << "nobody was screened";
}

TEST(EquityRecorder, CountsScreeningApartAndNobodyWhoWasThereAlready) {
  Story s(two_measures("2025-03-01"));
  EquityRecorder recorder(s.model(), by_sex(s.model()));
  s.tell(recorder);
  s.with("sex", "woman").enter("unemployed", Reason::stock).start(0, "m", Reason::stock);
  s.with("sex", "man").enter("unemployed", Reason::stock).join(1, "m", 10, Reason::stock);
  s.with("sex", "man").enter("unemployed").join(2, "look").start(2, "look");
  s.end();
  const FiguresOf figures(recorder);
  EXPECT_EQ(figures["2025/look/sex/man/start_share share"], 1);
  EXPECT_EQ(figures["2025/look/sex/man/join_share share"], 1);
  EXPECT_TRUE(std::isnan(figures["2025/all/sex/man/start_share share"]));
  EXPECT_TRUE(std::isnan(figures["2025/m/sex/man/join_share share"]));
}

TEST(EquityRecorder, GivesNothingUnlessAsked) {
  Story s(two_measures());
  const EquityRecorder recorder(s.model(), Breakdowns(s.model(), {}));
  EXPECT_THAT(figures_of(recorder), testing::IsEmpty());
}

}  // namespace
}  // namespace doorstroom::tests

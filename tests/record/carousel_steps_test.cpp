// The carousel by group, how mild and how strict it is, steps on the ladder, repeats, and the payer
// who goes round with people.
#include <cmath>

#include <gmock/gmock.h>

#include "record/carousel_recorder.hpp"
#include "record/ladder.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

constexpr const char* with_region = R"("attributes": [{"id": "region", "values": ["north", "south"],
    "shares": {"north": 0.5, "south": "rest"}}])";

/// 3043.75 euro a month are 100 a day.
constexpr const char* with_benefits = R"(
    "benefits": {"statutes": [
        {"id": "none"}, {"id": "ui", "payer": "rva", "per_month": 3043.75},
        {"id": "allowance", "payer": "ocmw", "per_month": 1000},
        {"id": "top_up", "payer": "ocmw"}, {"id": "wage"}],
      "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}},
    "statuses": [
      {"id": "unemployed", "registered": true, "unemployment": "runs", "benefit": "right"},
      {"id": "ocmw", "unemployment": "frozen", "benefit": "allowance"}])";

class Told final {
 public:
  explicit Told(const std::string& json)
      : story(json),
        ledger(story.model()),
        carousel(story.model(), cycle_rules(6, 36),
                 Breakdowns(story.model(), {{"carousel", {"region"}}}).of("carousel"), &ledger) {
    story.tell(ledger);
    story.tell(carousel);
  }
  [[nodiscard]] FiguresOf figures() {
    story.end();
    return FiguresOf(carousel);
  }
  /// From today on somebody lives on that.
  Told& live_on(Slot slot, const char* statute) {
    story.change(slot, "benefit", statute);
    const auto& all = story.model().benefits.statutes;
    const auto at = std::ranges::find(all, statute, &Statute::id) - all.begin();
    story.only_tell(EventKind::benefit_changed, slot, static_cast<std::size_t>(at));
    return *this;
  }
  Told& enter_on(const char* statute) {
    const auto slot = static_cast<Slot>(story.people.slots());
    story.enter("unemployed");
    return live_on(slot, statute);
  }

  Story story;
  LedgerRecorder ledger;
  CarouselRecorder carousel;
};

TEST(CarouselSteps, BreaksDownByWhatPeopleAreWhenTheyStart) {
  Told t(ladder(with_region));
  Story& s = t.story;
  s.with("region", "north").enter("unemployed").with("region", "south").enter("unemployed");
  s.on("2017-03-01").start(0, "guidance").start(1, "guidance");
  s.change(0, "region", "south");  // moves house in the measure
  s.on("2018-01-10").end_measure(0, Reason::completed).end_measure(1, Reason::completed);
  s.on("2018-02-10").start(0, "activities");
  s.on("2018-03-10").end_measure(0, Reason::completed);
  s.on("2018-04-10").start(0, "activities");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/all/region=north/all/starts episodes"], 1);
  EXPECT_EQ(figures["2018/all/region=north/all/starts episodes"], 0);
  EXPECT_EQ(figures["2018/all/region=south/all/starts episodes"], 2);
  EXPECT_EQ(figures["2018/all/region=north/all/ended episodes"], 1);
  EXPECT_EQ(figures["2018/all/region=north/main/cycles cycles"], 1) << "the first began as north";
  EXPECT_EQ(figures["2018/all/region=south/main/cycles cycles"], 1);
  EXPECT_EQ(figures["2018/all/region=south/main/cycles_per_100_episodes per 100"], 50);
  EXPECT_EQ(figures["2018/all/region=north/main/carousel_people people"], 1) << "first episode";
  EXPECT_EQ(figures["2018/all/region=north/main/carousel_rate share"], 1);
  EXPECT_EQ(figures["2018/all/region=south/main/carousel_rate share"], 0);
  EXPECT_EQ(figures["2018/all/all/main/carousel_rate share"], 0.5);
  EXPECT_FALSE(figures.has("2018/guidance/region=north/all/starts episodes"));
}

TEST(CarouselSteps, TellsMildFromStrict) {
  Told t(ladder(with_region));
  Story& s = t.story;
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.enter("unemployed", Reason::stock).start(4, "guidance", Reason::stock);
  s.on("2018-01-01");
  for (Slot slot = 0; slot < 5; ++slot) s.end_measure(slot, Reason::completed);
  s.become(2, "job_nec");
  for (const char* year : {"2018", "2019", "2020"}) {  // 0: three cycles, each after eleven months
    s.on(std::string(year) + "-12-01").start(0, "guidance");
    if (std::string(year) == "2018") s.start(4, "guidance").become(2, "unemployed");
    if (std::string(year) == "2018") s.start(2, "guidance");  // soon, but after a durable job
    s.on(std::string(year) + "-12-31").end_measure(0, Reason::completed);
  }
  s.on("2021-01-01");
  s.start(1, "guidance");  // after 1096 days
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/all/people people"], 4);
  EXPECT_EQ(figures["2018/all/all/main/carousel_rate_strict share"], 0.25);
  EXPECT_EQ(figures["2018/all/all/main/carousel_rate share"], 0.25);
  EXPECT_EQ(figures["2018/all/all/main/carousel_people_mild people"], 1) << "once a person";
  EXPECT_EQ(figures["2018/all/all/main/carousel_rate_mild share"], 0.25);
  EXPECT_EQ(figures["2018/all/all/job_12_months/carousel_people_mild people"], 2);
  EXPECT_EQ(figures["2018/all/all/main/people_1_cycles people"], 0) << "1096 days";
  EXPECT_EQ(figures["2018/all/all/window_60_months/people_1_cycles people"], 1);
  EXPECT_TRUE(std::isnan(figures["2023/all/all/main/carousel_rate_mild share"]));
}

TEST(CarouselSteps, CountsRepeats) {
  Told t(ladder(with_region));
  Story& s = t.story;
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2019-12-01");
  for (Slot slot = 0; slot < 4; ++slot) s.end_measure(slot, Reason::completed);
  s.start(3, "guidance");  // from inside
  s.become(2, "job_nec");
  s.on("2020-08-01").start(0, "guidance").start(1, "activities").start(2, "guidance");
  s.enter("unemployed").start(4, "guidance");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2020/all/all/all/starts episodes"], 4);
  EXPECT_EQ(figures["2020/all/all/main/repeat_same_measure share"], 0.25) << "2 had a durable job";
  EXPECT_EQ(figures["2020/all/all/job_12_months/repeat_same_measure share"], 0.5);
  EXPECT_EQ(figures["2020/all/all/main/repeat_lower_rung share"], 0.25);
  EXPECT_EQ(figures["2020/activities/all/main/repeat_lower_rung share"], 1);
  EXPECT_TRUE(std::isnan(figures["2019/all/all/main/repeat_same_measure share"])) << "no past";
}

/// Everybody leaves on 1 February 2018, when six months make 2 August.
TEST(CarouselSteps, WeighsStepsUpAgainstStepsDown) {
  Told t(ladder(with_region));
  Story& s = t.story;
  s.enter("unemployed").start(0, "activities");
  for (Slot slot = 1; slot < 8; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2018-02-01");
  for (Slot slot = 0; slot < 8; ++slot) s.end_measure(slot, Reason::completed);
  s.start(6, "activities");  // down, from inside
  for (Slot slot = 2; slot < 6; ++slot) s.become(slot, slot == 5 ? "job_sec" : "job_nec");
  s.on("2018-04-01").start(0, "guidance").start(1, "activities");  // up, down
  s.become(3, "unemployed");                                       // no durable exit
  s.on("2018-08-02").become(2, "unemployed");                      // 182 days: one
  s.on("2018-09-01").start(2, "activities").become(4, "unemployed").leave(5, "inactive");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/main/durable_exits episodes"], 2);
  EXPECT_EQ(figures["2018/all/all/with_sec/durable_exits episodes"], 3);
  EXPECT_EQ(figures["2018/all/all/job_12_months/durable_exits episodes"], 0);
  EXPECT_EQ(figures["2018/all/all/main/steps_up episodes"], 3);
  EXPECT_EQ(figures["2018/all/all/main/steps_down episodes"], 2) << "2 begins anew";
  EXPECT_EQ(figures["2018/all/all/job_12_months/steps_down episodes"], 3);
  EXPECT_EQ(figures["2018/all/all/main/ladder_balance per 100"], 100 * (3 - 2) / 8.0);
  EXPECT_EQ(figures["2018/guidance/all/main/steps_up episodes"], 2);
}

TEST(CarouselSteps, KnowsADurableExitOnlyWithTheTimeForIt) {
  Told t(ladder(with_region));
  Story& s = t.story;
  for (Slot slot = 0; slot < 4; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2023-12-31");
  for (Slot slot = 0; slot < 3; ++slot) s.end_measure(slot, Reason::completed);
  s.on("2024-01-01").end_measure(3, Reason::completed).become(3, "job_nec");
  s.on("2026-12-30").become(0, "job_nec");  // 1095 days later, and it lasts beyond the horizon
  s.on("2026-12-31").become(1, "job_nec");  // too late
  s.on("2027-07-01").become(2, "job_nec").become(2, "unemployed");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2023/all/all/main/durable_exits episodes"], 1);
  EXPECT_EQ(figures["2023/all/all/job_12_months/durable_exits episodes"], 1);
  EXPECT_TRUE(std::isnan(figures["2023/all/all/window_60_months/durable_exits episodes"]));
  EXPECT_TRUE(std::isnan(figures["2024/all/all/main/durable_exits episodes"]));
}

/// 0 goes from the OCMW to the benefit and back between two courses, 1 only to the benefit, 2 comes
/// from the benefit, 3 has it for no night.
TEST(CarouselSteps, FollowsThePayerRound) {
  Told t(ladder(std::string(with_region) + "," + with_benefits));
  Story& s = t.story;
  t.enter_on("allowance").enter_on("allowance").enter_on("ui").enter_on("top_up");
  s.on("2018-01-10");
  for (Slot slot = 0; slot < 4; ++slot) {
    s.start(slot, "guidance");
    t.live_on(slot, "wage");
  }
  s.on("2018-06-01");
  for (Slot slot = 0; slot < 4; ++slot) s.end_measure(slot, Reason::completed);
  t.live_on(0, "ui").live_on(1, "ui").live_on(2, "allowance");
  t.live_on(3, "ui").live_on(3, "allowance");
  s.on("2018-07-21");  // after 50 days
  t.live_on(0, "top_up").live_on(2, "ui");
  s.on("2018-08-01");
  for (Slot slot = 0; slot < 4; ++slot) s.start(slot, "activities");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/main/cycles cycles"], 4);
  EXPECT_EQ(figures["2018/all/all/main/benefit_carousel cycles"], 1);
  EXPECT_EQ(figures["2018/all/all/main/benefit_carousel_euro euro"], 5000);
  EXPECT_EQ(figures["2018/guidance/all/main/benefit_carousel cycles"], 1);
  EXPECT_EQ(figures["2018/all/region=north/main/benefit_carousel_euro euro"], 5000);
}

/// The benefit runs on in a measure that is entered from inside, and stops when the slot is
/// another's.
TEST(CarouselSteps, AddsUpTheBenefitOverAWholeRoute) {
  Told t(ladder(std::string(with_region) + "," + with_benefits));
  Story& s = t.story;
  t.enter_on("allowance");
  s.on("2018-01-10").start(0, "guidance");
  s.on("2018-02-01");
  t.live_on(0, "ui");  // in the measure
  s.on("2018-02-11").end_measure(0, Reason::completed).start(0, "guidance");
  s.on("2018-02-21").end_measure(0, Reason::completed);
  t.live_on(0, "none");
  s.on("2018-03-01");
  t.live_on(0, "ui");
  s.on("2018-03-06");
  t.live_on(0, "allowance");
  s.on("2018-03-10");
  t.live_on(0, "ui");  // until the next start: 3 days more
  s.on("2018-03-13").start(0, "activities");
  s.on("2018-03-20").end_measure(0, Reason::completed);
  s.on("2018-03-30").start(0, "activities");  // a cycle without a living wage
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/main/cycles cycles"], 2);
  EXPECT_EQ(figures["2018/all/all/main/benefit_carousel cycles"], 1);
  EXPECT_EQ(figures["2018/all/all/main/benefit_carousel_euro euro"], 100 * (20 + 5 + 3));
}

TEST(CarouselSteps, DoesNotGuessWhatABenefitWas) {
  Told t(ladder(with_region));
  Story& s = t.story;
  s.enter("ocmw").start(0, "guidance");
  s.on("2018-01-10").end_measure(0, Reason::completed).become(0, "unemployed");
  s.on("2018-02-10").become(0, "ocmw");
  s.on("2018-03-10").start(0, "guidance");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/main/benefit_carousel cycles"], 1) << "by status";
  EXPECT_TRUE(std::isnan(figures["2018/all/all/main/benefit_carousel_euro euro"]));
}

}  // namespace
}  // namespace doorstroom::tests

#include "record/carousel_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "record/ladder.hpp"
#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::IsEmpty;

class Told final {
 public:
  explicit Told(const std::string& json, std::int64_t window_months = 36)
      : story(json), carousel(story.model(), cycle_rules(6, window_months)) {
    story.tell(carousel);
  }
  [[nodiscard]] FiguresOf figures() {
    story.end();
    return FiguresOf(carousel);
  }

  Story story;
  CarouselRecorder carousel;
};

TEST(CarouselRecorder, CountsEpisodesInTheSecondAndThirdLine) {
  Told t(ladder());
  Story& s = t.story;
  s.enter("unemployed", Reason::stock).start(0, "guidance", Reason::stock);
  s.enter("unemployed").start(1, "course").enter("unemployed").start(2, "activities");
  s.enter("unemployed").start(3, "look");
  s.enter("unemployed").start(4, "post").become(4, "job_sec");
  s.on("2017-02-01").end_measure(0, Reason::completed).end_measure(1, Reason::completed);
  s.end_measure(3, Reason::completed).end_measure(4, Reason::completed);
  s.on("2018-01-10").end_measure(2, Reason::dropped_out);
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/all/all/all/starts episodes"], 1) << "the stock started before";
  EXPECT_EQ(figures["2017/activities/all/all/starts episodes"], 1);
  EXPECT_EQ(figures["2017/all/all/all/ended episodes"], 1);
  EXPECT_EQ(figures["2017/guidance/all/all/ended episodes"], 1);
  EXPECT_EQ(figures["2018/activities/all/all/ended episodes"], 1);
  EXPECT_FALSE(figures.has("2017/course/all/all/starts episodes"));
  EXPECT_FALSE(figures.has("2017/look/all/all/starts episodes"));
  EXPECT_FALSE(figures.has("2017/post/all/all/starts episodes")) << "a job";
}

TEST(CarouselRecorder, CountsCyclesWhereTheyBeganAndReturnersWhereTheyStart) {
  Told t(ladder());
  Story& s = t.story;
  for (Slot slot = 0; slot < 3; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2018-06-01").end_measure(0, Reason::completed);  // 0 goes round
  s.end_measure(1, Reason::completed).become(1, "job_nec").end_measure(2, Reason::dropped_out);
  s.on("2018-11-30").become(1, "unemployed");  // 182 days: durable
  s.on("2020-02-01").start(0, "activities").start(1, "guidance");
  s.on("2021-07-01").start(2, "guidance");  // after 1126 days
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/main/cycles cycles"], 1);
  EXPECT_EQ(figures["2018/guidance/all/main/cycles cycles"], 1);
  EXPECT_EQ(figures["2018/activities/all/main/cycles cycles"], 0);
  EXPECT_DOUBLE_EQ(figures["2018/all/all/main/cycles_per_100_episodes per 100"], 100.0 / 3);
  EXPECT_EQ(figures["2018/all/all/window_60_months/cycles cycles"], 2);
  EXPECT_EQ(figures["2018/all/all/job_12_months/cycles cycles"], 2);
  EXPECT_EQ(figures["2020/all/all/main/returner_starts episodes"], 1);
  EXPECT_EQ(figures["2020/all/all/main/returner_share share"], 0.5);
  EXPECT_EQ(figures["2020/activities/all/main/returner_share share"], 1);
  EXPECT_EQ(figures["2020/guidance/all/main/returner_share share"], 0);
  EXPECT_EQ(figures["2020/all/all/job_12_months/returner_starts episodes"], 2);
  EXPECT_TRUE(std::isnan(figures["2020/all/all/window_60_months/returner_starts episodes"]));
  EXPECT_EQ(figures["2022/all/all/window_60_months/returner_starts episodes"], 0);
  EXPECT_TRUE(std::isnan(figures["2019/all/all/main/cycles_per_100_episodes per 100"]));
}

TEST(CarouselRecorder, KnowsNoCycleUpwardsOrFromInside) {
  Told t(ladder());
  Story& s = t.story;
  s.enter("unemployed").start(0, "activities").enter("unemployed").start(1, "guidance");
  s.on("2018-02-01").end_measure(0, Reason::completed).end_measure(1, Reason::completed);
  s.start(1, "activities");  // the same day
  s.on("2018-05-01").start(0, "guidance");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/all/starts episodes"], 2);
  EXPECT_EQ(figures["2018/all/all/main/cycles cycles"], 0);
  EXPECT_EQ(figures["2018/activities/all/all/returned_within_365 share"], 1);
  EXPECT_EQ(figures["2018/guidance/all/all/returned_within_365 share"], 0);
}

TEST(CarouselRecorder, IsStrictAboutFollowUp) {
  Told t(ladder());
  Story& s = t.story;
  s.enter("unemployed").start(0, "guidance").enter("unemployed").start(1, "guidance");
  s.on("2026-12-31").end_measure(0, Reason::completed);
  s.on("2027-03-01").end_measure(1, Reason::completed);
  s.on("2027-12-31").start(0, "guidance");  // 365 days later, on the very last day
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2026/guidance/all/all/returned_within_365 share"], 1);
  EXPECT_TRUE(std::isnan(figures["2026/guidance/all/all/returned_within_730 share"]));
  EXPECT_TRUE(std::isnan(figures["2027/guidance/all/all/returned_within_365 share"]));
  EXPECT_TRUE(std::isnan(figures["2026/guidance/all/main/cycles cycles"]));
  EXPECT_EQ(figures["2025/guidance/all/all/ended episodes"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/guidance/all/all/returned_within_365 share"])) << "nobody";
  EXPECT_EQ(figures["2024/guidance/all/main/cycles cycles"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/guidance/all/main/cycles cycles"]));
}

TEST(CarouselRecorder, CountsWhoComesBackFromWork) {
  Told t(ladder());
  Story& s = t.story;
  for (Slot slot = 0; slot < 5; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2018-01-31");
  for (Slot slot = 0; slot < 5; ++slot) s.end_measure(slot, Reason::completed);
  for (Slot slot = 0; slot < 3; ++slot) s.become(slot, "job_nec");
  s.become(3, "job_sec");
  s.on("2018-03-01").become(4, "job_nec").become(3, "ocmw");        // 4 found it later
  s.on("2019-01-31").become(0, "unemployed");                       // day 365
  s.on("2019-02-01").become(1, "unemployed").become(1, "job_nec");  // of no night
  s.on("2020-01-31").become(1, "unemployed");                       // day 730
  s.on("2020-02-01").become(2, "unemployed");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/all/main/ended_in_work episodes"], 3);
  EXPECT_DOUBLE_EQ(figures["2018/all/all/main/reentry_within_365 share"], 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures["2018/all/all/main/reentry_within_730 share"], 2.0 / 3);
  EXPECT_EQ(figures["2018/all/all/with_sec/ended_in_work episodes"], 4);
  EXPECT_EQ(figures["2018/all/all/with_sec/reentry_within_365 share"], 0.5);
  EXPECT_EQ(figures["2018/all/all/with_sec/reentry_within_730 share"], 0.75);
}

TEST(CarouselRecorder, CountsPeopleByTheirCyclesWithinFiveYears) {
  Told t(ladder());
  Story& s = t.story;
  for (Slot slot = 0; slot < 2; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.enter("unemployed", Reason::stock).start(2, "guidance");
  for (const char* year : {"2018", "2019", "2020", "2021", "2022"}) {
    s.on(std::string(year) + "-03-01").end_measure(0, Reason::completed);
    s.on(std::string(year) + "-09-01").start(0, "guidance");
  }
  s.end_measure(1, Reason::completed).end_measure(2, Reason::completed);  // on 2022-09-01
  s.on("2022-10-01").start(1, "guidance").start(2, "guidance");
  s.on("2022-11-01").end_measure(1, Reason::completed).end_measure(2, Reason::completed);
  s.on("2027-08-31").start(2, "guidance");
  s.on("2027-09-02").start(1, "guidance");  // after more than 60 months
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/guidance/all/all/people people"], 1);
  EXPECT_EQ(figures["2018/all/all/main/people_3_cycles_or_more people"], 1);
  EXPECT_EQ(figures["2018/all/all/main/people_2_cycles people"], 0);
  EXPECT_EQ(figures["2018/all/all/main/carousel_people people"], 1);
  EXPECT_EQ(figures["2018/all/all/main/carousel_rate share"], 1);
  EXPECT_EQ(figures["2022/all/all/all/people people"], 1)
      << "who was there at the start has a past";
  EXPECT_EQ(figures["2022/all/all/window_60_months/people_1_cycles people"], 1);
  EXPECT_EQ(figures["2022/all/all/window_60_months/carousel_rate share"], 0);
  EXPECT_TRUE(std::isnan(figures["2023/all/all/main/people_0_cycles people"])) << "not five years";
}

TEST(CarouselRecorder, TellsPeopleApartWhoAreStoredInOnePlace) {
  Told t(ladder());
  Story& s = t.story;
  s.enter("unemployed").start(0, "guidance");
  s.on("2018-02-01").end_measure(0, Reason::completed).leave(0, "inactive");
  s.on("2018-02-02").enter("unemployed").start(0, "guidance");
  ASSERT_EQ(s.people.slots(), 1U);
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/guidance/all/all/ended episodes"], 1);
  EXPECT_EQ(figures["2018/guidance/all/all/returned_within_365 share"], 0);
}

TEST(CarouselRecorder, CountsAJobThatEndsTheStoryOfSomebody) {
  Told t(in("2017-01-01", "2019-01-01", R"(
      "labour_market": {"exits": [
        {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1}]},
      "arrivals": [{"id": "p", "per_year": 100}],
      "measures": [{"id": "guidance", "line": 2,
                    "phases": [{"id": "only", "duration": "30 days"}]}])"));
  t.story.enter("unemployed").start(0, "guidance");
  t.story.on("2017-03-01").end_measure(0, Reason::status_exit).leave(0, "job_nec");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/guidance/all/main/ended_in_work episodes"], 1);
  EXPECT_EQ(figures["2017/guidance/all/main/reentry_within_365 share"], 0);
}

TEST(CarouselRecorder, SaysNothingWhereThereIsNoActivation) {
  Told t(in("2017-01-01", "2019-01-01", R"(
      "arrivals": [{"id": "p", "per_year": 100}],
      "measures": [{"id": "course", "phases": [{"id": "only", "duration": "30 days"}]}])"));
  t.story.enter("unemployed").start(0, "course");
  EXPECT_THAT(t.figures().that_happened(), IsEmpty());
}

constexpr const char* benefits = R"(
    "benefits": {"statutes": [{"id": "none"}, {"id": "ui"}, {"id": "allowance"}, {"id": "wage"}],
                 "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}},
    "statuses": [
      {"id": "unemployed", "registered": true, "unemployment": "runs", "benefit": "right"},
      {"id": "ocmw", "unemployment": "frozen", "benefit": "allowance"}])";

TEST(CarouselRecorder, CountsPeopleInTheLoopFromTheLivingWageOnce) {
  Told t(ladder(benefits), 12);
  Story& s = t.story;
  s.with("benefit", "allowance").enter("unemployed").with("benefit", "ui").enter("unemployed");
  s.with("benefit", "allowance").enter("unemployed");
  s.on("2018-01-10").start(0, "guidance").start(1, "guidance").start(2, "guidance");
  for (Slot slot = 0; slot < 3; ++slot) {
    s.change(slot, "benefit", "wage").only_tell(EventKind::benefit_changed, slot, 3);
  }
  s.on("2019-03-01");
  for (Slot slot = 0; slot < 3; ++slot) s.end_measure(slot, Reason::completed);
  s.change(0, "benefit", "ui").only_tell(EventKind::benefit_changed, 0, 1);
  s.change(1, "benefit", "ui").only_tell(EventKind::benefit_changed, 1, 1);
  s.change(2, "benefit", "allowance").only_tell(EventKind::benefit_changed, 2, 2);
  s.on("2019-09-01").start(0, "activities").start(1, "activities").start(2, "activities");
  s.on("2019-10-01").end_measure(0, Reason::completed).become(0, "ocmw");
  s.on("2019-11-01").start(0, "activities");
  s.on("2019-12-01").end_measure(0, Reason::completed).become(0, "unemployed");
  s.on("2020-02-01").start(0, "activities");  // once more: the same person
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2019/all/all/main/serv_loop people"], 1);
  EXPECT_EQ(figures["2019/activities/all/main/serv_loop people"], 1);
  EXPECT_EQ(figures["2020/all/all/main/serv_loop people"], 0);
  EXPECT_EQ(figures["2019/all/all/main/cycles cycles"], 5);
  EXPECT_TRUE(std::isnan(figures["2017/all/all/main/serv_loop people"])) << "no past";
}

/// Ten people on a living wage work 396 days under article 60, fall back on the unemployment
/// benefit that this opens, and are referred to guidance when it opens.
TEST(CarouselRecorder, FindsTheLoopInASimulation) {
  const std::string json = in("2020-01-01", "2023-01-01", std::string(benefits) + R"(,
      "arrivals": [)" + people_on("p", {{"2020-01-10", 10}}, R"("people": {"age": "30 years",
        "attributes": {"benefit": {"allowance": 1}}})") + R"(],
      "referral": [{"id": "done", "when": {"has_been_in": "guidance"}, "refer_to": "stay"},
                   {"id": "again", "when": {"has_been_in": "art60"}, "refer_to": "guidance"},
                   {"id": "new", "refer_to": "art60"}],
      "measures": [
        {"id": "art60", "line": 2, "rung": 2, "benefit": "wage", "counts_as_work": true,
         "phases": [{"id": "work", "duration": "396 days"}],
         "afterwards": [{"to": "unemployed", "p": 1}]},
        {"id": "guidance", "line": 3, "rung": 1, "open": [{"from": "2021-06-01"}],
         "phases": [{"id": "talks", "duration": "100 days"}],
         "afterwards": [{"to": "unemployed", "p": 1}]}])");
  const auto model = std::make_shared<const Model>(scenario::compile(read(json).scenario));
  CarouselRecorder carousel(*model, cycle_rules(6, 12));
  simulate(model, 0, {&carousel});
  const FiguresOf figures(carousel);
  EXPECT_EQ(figures["2020/art60/all/all/starts episodes"], 10);
  EXPECT_EQ(figures["2021/all/all/all/ended episodes"], 20);
  EXPECT_EQ(figures["2021/guidance/all/main/serv_loop people"], 10);
  EXPECT_EQ(figures["2021/guidance/all/main/returner_share share"], 1);
  EXPECT_EQ(figures["2021/art60/all/main/cycles cycles"], 10);
  EXPECT_EQ(figures["2021/all/all/main/cycles_per_100_episodes per 100"], 50);
  EXPECT_EQ(figures["2021/art60/all/all/returned_within_365 share"], 1);
  EXPECT_EQ(figures["2021/art60/all/main/ended_in_work episodes"], 0)
      << "article 60 is no paid work";
  EXPECT_EQ(figures["2021/all/all/all/people people"], 10);
}

}  // namespace
}  // namespace doorstroom::tests

#include "record/rights_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

constexpr const char* benefits = R"(
    "benefits": {"statutes": [{"id": "none"}, {"id": "ui"}, {"id": "allowance"}, {"id": "wage"}],
                 "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}},
    "statuses": [
      {"id": "unemployed", "registered": true, "unemployment": "runs", "benefit": "right"},
      {"id": "ocmw", "unemployment": "frozen", "benefit": "allowance"}])";

std::string art60(const std::string& more) {
  return in("2017-01-01", "2028-01-01",
            std::string(benefits) + R"(,
    "labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1},
      {"id": "quit", "to": "inactive", "per_month": 0.1}]},
    "measures": [
      {"id": "art60", "line": 2, "rung": 2, "benefit": "wage", "counts_as_work": true,
       "phases": [{"id": "work", "ends_with_right": true, "duration": "396 days"}],
       "afterwards": [{"to": "unemployed", "p": 1}]},
      {"id": "course", "phases": [{"id": "only", "duration": "30 days"}]}], )" +
                more);
}

struct RightsTest : testing::Test {
  Story s{art60(R"("arrivals": [{"id": "p", "per_year": 100}])")};
  RightsRecorder rights{s.model(), cycle_rules(6, 36)};
  NightRecorder nights{s.model(), {&rights}};

  void SetUp() override { s.tell(nights); }
  FiguresOf figures() {
    s.end();
    return FiguresOf(rights);
  }
  /// Goes on the benefit, or off it.
  void live_on(Slot slot, const char* statute, std::size_t code) {
    s.change(slot, "benefit", statute).only_tell(EventKind::benefit_changed, slot, code);
  }
};

/// Five complete: two go on the benefit, two take a job, one returns to the OCMW and gets the
/// benefit too late to count.
TEST_F(RightsTest, FollowThoseWhoCompleteOntoTheBenefitAndOffIt) {
  for (Slot slot = 0; slot < 6; ++slot) s.enter("unemployed").start(slot, "art60");
  s.on("2018-01-01").end_measure(5, Reason::dropped_out);
  for (Slot slot = 0; slot < 5; ++slot) s.end_measure(slot, Reason::completed);
  live_on(0, "ui", 1);
  s.become(2, "job_nec").become(3, "job_nec").become(4, "ocmw");
  s.on("2018-03-01").become(3, "unemployed");
  s.on("2018-04-02");  // day 91: the last that counts
  live_on(1, "ui", 1);
  s.on("2018-04-03").become(4, "unemployed");
  live_on(4, "ui", 1);
  s.on("2018-07-01").become(0, "job_nec");
  live_on(0, "wage", 3);
  s.on("2018-09-01").become(0, "unemployed");
  live_on(0, "ui", 1);
  s.on("2019-03-01").start(1, "course");  // stays on the benefit
  s.on("2020-06-01").end_measure(1, Reason::status_exit).leave(1, "inactive");
  const FiguresOf figures = this->figures();
  const std::string c = "2018/art60/completed/";
  EXPECT_EQ(figures[c + "0/people people"], 5);
  EXPECT_DOUBLE_EQ(figures[c + "91/enter_benefit share"], 2.0 / 5);
  EXPECT_DOUBLE_EQ(figures[c + "91/have_job share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures[c + "730/have_durable_job share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures[c + "730/short_term_ratio ratio"], 1);
  EXPECT_DOUBLE_EQ(figures[c + "365/job_nec share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures[c + "365/on_benefit share"], 3.0 / 5);
  EXPECT_DOUBLE_EQ(figures[c + "365/unemployed share"], 1.0 / 5);
  EXPECT_DOUBLE_EQ(figures[c + "1826/out share"], 1.0 / 5);
  const std::string e = "2018/art60/entered_benefit/";
  EXPECT_EQ(figures[e + "0/people people"], 2);
  EXPECT_EQ(figures[e + "365/still_on_benefit share"], 1);
  EXPECT_EQ(figures[e + "365/never_off_benefit share"], 0.5);
  EXPECT_EQ(figures[e + "365/measure share"], 0.5) << "in a course";
  EXPECT_EQ(figures[e + "730/still_on_benefit share"], 1);
  EXPECT_EQ(figures["all/all/completed/0/people people"], 5);
}

TEST_F(RightsTest, FollowAYearOnlyWhereAllOfItCanBeFollowed) {
  for (Slot slot = 0; slot < 2; ++slot) s.enter("unemployed").start(slot, "art60");
  s.on("2025-12-31").end_measure(0, Reason::maximum);
  s.on("2027-11-01").end_measure(1, Reason::completed);  // 60 days are left
  live_on(1, "ui", 1);
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["2025/all/completed/730/have_durable_job share"], 0);
  EXPECT_TRUE(std::isnan(figures["2025/all/completed/730/short_term_ratio ratio"])) << "nobody";
  EXPECT_TRUE(std::isnan(figures["2027/all/completed/91/enter_benefit share"]));
  EXPECT_EQ(figures["all/all/completed/0/people people"], 2);
  EXPECT_EQ(figures["all/all/completed/91/enter_benefit share"], 0) << "of the one who is followed";
  EXPECT_EQ(figures["all/all/completed/730/unemployed share"], 1);
  EXPECT_TRUE(std::isnan(figures["all/all/completed/1826/unemployed share"]));
}

TEST_F(RightsTest, AskHowLongTheJobAfterTwoYearsHasLasted) {
  for (Slot slot = 0; slot < 2; ++slot) s.enter("unemployed").start(slot, "art60");
  s.on("2018-01-01").end_measure(0, Reason::completed).end_measure(1, Reason::completed);
  s.on("2019-07-03").become(0, "job_nec");  // 182 days before 2020-01-01
  s.on("2019-07-04").become(1, "job_nec");
  const FiguresOf figures = this->figures();
  EXPECT_EQ(figures["2018/all/completed/730/have_durable_job share"], 0.5);
  EXPECT_EQ(figures["2018/all/completed/730/job_nec share"], 1);
  EXPECT_EQ(figures["2018/all/completed/730/short_term_ratio ratio"], 0);
}

/// Ten people on a living wage work until they have the right (312 days of a week of six are a
/// year), and then have it.
TEST(RightsRecorder, FindsTheRightInASimulation) {
  const std::string json =
      art60(R"("arrivals": [)" + people_on("p", {{"2020-01-10", 10}}, R"("people": {
        "age": "30 years", "attributes": {"benefit": {"allowance": 1}}}, "refer_to": "art60")") +
            "]");
  const std::string without_jobs = with(json, R"("per_month": 0.1)", R"("per_month": 0)");
  const auto model = std::make_shared<const Model>(scenario::compile(read(without_jobs).scenario));
  RightsRecorder rights(*model, cycle_rules(6, 36));
  NightRecorder nights(*model, {&rights});
  simulate(model, 0, {&nights});
  const FiguresOf figures(rights);
  EXPECT_EQ(figures["2021/art60/completed/0/people people"], 10);
  EXPECT_EQ(figures["2021/art60/completed/91/enter_benefit share"], 1);
  EXPECT_EQ(figures["2021/art60/entered_benefit/1826/never_off_benefit share"], 1);
  EXPECT_EQ(figures["2021/art60/completed/365/on_benefit share"], 1);
}

}  // namespace
}  // namespace doorstroom::tests

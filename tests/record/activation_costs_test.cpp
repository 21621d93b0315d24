// tables/costs.csv of stories written by hand.
#include <cmath>

#include <gmock/gmock.h>

#include "record/carousel_recorder.hpp"
#include "support/scenario_text.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// Guidance costs 1000 euro and 365 a month, which are 12 a day but in leap years; its second phase
/// 200 and its aftercare 50 and 73 a month (2.4 a day). Activities cost 100. Somebody on benefit
/// has 100 euro a day.
std::string priced() {
  return in("2017-01-01", "2028-01-01",
            R"("labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1}]},
    "arrivals": [{"id": "p", "per_year": 100}],
    "benefits": {"statutes": [{"id": "none"}, {"id": "ui", "per_month": 3043.75}],
                 "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}},
    "resources": [{"id": "fee", "kind": "budget", "unlimited": true},
                  {"id": "months", "kind": "budget", "unlimited": true},
                  {"id": "later", "kind": "budget", "per_year": {"2019": 1000000}},
                  {"id": "seats", "kind": "places", "level": 100}],
    "measures": [
      {"id": "guidance", "line": 2, "rung": 2,
       "needs": [{"resource": "fee", "amount": 1000}, {"resource": "seats"},
                 {"resource": "months", "amount": 365, "per": "month"}],
       "phases": [{"id": "a", "duration": "30 days"},
                  {"id": "b", "duration": "30 days", "needs": [
                     {"resource": "fee", "amount": 200},
                     {"resource": "months", "amount": 36.5, "per": "month"}]}],
       "aftercare": {"duration": "100 days", "job_loss_factor": 0.5, "needs": [
         {"resource": "fee", "amount": 50}, {"resource": "months", "amount": 73, "per": "month"}]}},
      {"id": "unpaid", "line": 2, "rung": 2, "phases": [{"id": "only", "duration": "30 days"}]},
      {"id": "activities", "line": 3, "rung": 1,
       "needs": [{"resource": "fee", "amount": 100}, {"resource": "later", "amount": 7}],
       "phases": [{"id": "only", "duration": "30 days"}]}])");
}

class Told final {
 public:
  Told()
      : story(priced()),
        ledger(story.model()),
        carousel(story.model(), cycle_rules(6, 36), {}, &ledger) {
    story.tell(ledger);
    story.tell(carousel);
  }
  [[nodiscard]] FiguresOf figures() {
    story.end();
    return FiguresOf(carousel);
  }
  Told& live_on(Slot slot, std::size_t statute) {
    story.change(slot, "benefit", statute == 0 ? "none" : "ui");
    story.only_tell(EventKind::benefit_changed, slot, statute);
    return *this;
  }

  Story story;
  LedgerRecorder ledger;
  CarouselRecorder carousel;
};

TEST(ActivationCosts, BooksPricesAtTheStartAndMonthsByTheDay) {
  Told t;
  Story& s = t.story;
  s.enter("unemployed", Reason::stock).start(0, "guidance", Reason::stock);
  s.on("2017-01-11").end_measure(0, Reason::completed);  // 10 days, and no price
  s.on("2017-12-22").enter("unemployed").start(1, "guidance");
  s.on("2018-01-11").end_measure(1, Reason::completed);
  s.on("2018-05-01").enter("unemployed").start(2, "activities");  // "later" is not there yet
  s.on("2019-05-01").enter("unemployed").start(3, "activities");
  s.on("2027-12-02").enter("unemployed").start(4, "guidance");  // 30 days until the end
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/guidance/all/person_days person-days"], 20);
  EXPECT_DOUBLE_EQ(figures["2017/guidance/all/spent euro"], 1000 + 2 * 10 * 12);
  EXPECT_EQ(figures["2018/guidance/all/person_days person-days"], 10);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/all/spent euro"], 10 * 12);
  EXPECT_DOUBLE_EQ(figures["2018/activities/all/spent euro"], 100);
  EXPECT_DOUBLE_EQ(figures["2019/activities/all/spent euro"], 107);
  EXPECT_DOUBLE_EQ(figures["2018/all/all/spent euro"], 220);
  EXPECT_EQ(figures["2020/activities/all/person_days person-days"], 2 * 366);
  EXPECT_DOUBLE_EQ(figures["2027/guidance/all/spent euro"], 1000 + 30 * 12);
}

TEST(ActivationCosts, BooksPhasesAndAftercare) {
  Told t;
  Story& s = t.story;
  s.enter("unemployed").start(0, "guidance").begin_phase(0, "a");
  s.on("2017-01-11").end_phase(0);
  s.on("2017-01-21").begin_phase(0, "b");  // 1.2 a day for ten days
  s.on("2017-01-31").end_measure(0, Reason::completed);
  s.only_tell(EventKind::aftercare_started, 0, s.measure("guidance"));
  s.on("2017-02-10").only_tell(EventKind::aftercare_ended, 0, s.measure("guidance"));
  const FiguresOf figures = t.figures();
  EXPECT_DOUBLE_EQ(figures["2017/guidance/all/spent euro"],
                   1000 + 30 * 12 + 200 + 10 * 1.2 + 50 + 10 * 2.4);
}

TEST(ActivationCosts, SettlesWhatGoesOnAtTheEnd) {
  Told t;
  Story& s = t.story;
  s.enter("unemployed").start(0, "guidance").begin_phase(0, "a");
  s.enter("unemployed").start(1, "guidance").begin_phase(1, "a");
  s.on("2027-12-01").end_phase(0).begin_phase(0, "b").end_measure(1, Reason::completed);
  s.only_tell(EventKind::aftercare_started, 1, s.measure("guidance"));
  const FiguresOf figures = t.figures();
  EXPECT_DOUBLE_EQ(figures["2027/guidance/all/spent euro"],
                   365 * 12 + 334 * 12 + 200 + 31 * 1.2 + 50 + 31 * 2.4);
}

TEST(ActivationCosts, SaysWhatReturnersTakeOfWhatIsKnown) {
  Told t;
  Story& s = t.story;
  s.enter("unemployed", Reason::stock).start(0, "activities", Reason::stock);
  s.enter("unemployed").start(1, "guidance");
  s.on("2018-07-01").end_measure(1, Reason::completed);
  s.on("2020-02-01").end_measure(0, Reason::completed);  // after 31 days of 2020
  s.on("2020-03-01").start(1, "activities");
  s.enter("unemployed").start(2, "activities");
  s.on("2020-03-11").end_measure(1, Reason::completed).start(1, "guidance");  // from inside
  s.on("2020-03-21").end_measure(1, Reason::completed);
  s.on("2020-03-31").end_measure(2, Reason::completed);
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2020/all/all/person_days person-days"], 31 + 20 + 30);
  EXPECT_DOUBLE_EQ(figures["2020/all/main/unknown_days_share share"], 31 / 81.0);
  EXPECT_DOUBLE_EQ(figures["2020/all/main/returner_days_share share"], 20 / 50.0);
  EXPECT_DOUBLE_EQ(figures["2020/guidance/main/returner_days_share share"], 1);
  EXPECT_NEAR(figures["2020/all/main/returner_euro_share share"],
              (107 + 1000 + 119.67) / (107 + 1000 + 119.67 + 107), 1e-9);
  EXPECT_EQ(figures["2020/all/main/unknown_euro_share share"], 0)
      << "it costs nothing by the month";
  EXPECT_TRUE(std::isnan(figures["2019/all/main/returner_days_share share"]));
  EXPECT_TRUE(std::isnan(figures["2020/all/window_60_months/returner_days_share share"]));
}

TEST(ActivationCosts, GivesWhatCarouselPeopleCostInFiveYears) {
  Told t;
  Story& s = t.story;
  for (Slot slot = 0; slot < 2; ++slot) s.enter("unemployed").start(slot, "activities");
  s.enter("unemployed", Reason::stock).start(2, "activities", Reason::stock);
  for (const char* year : {"2018", "2019", "2020"}) {
    s.on(std::string(year) + "-02-01").end_measure(0, Reason::completed);
    if (std::string(year) == "2018") s.end_measure(1, Reason::completed);
    s.end_measure(2, Reason::completed);
    s.on(std::string(year) + "-03-01").start(0, "activities").start(2, "activities");
  }
  s.on("2022-02-01").end_measure(0, Reason::completed);
  s.on("2023-02-01")
      .start(0, "activities")
      .end_measure(0, Reason::completed);  // the last day of it
  s.on("2023-02-02").start(0, "activities");
  const FiguresOf figures = t.figures();
  // 100 in 2017, 100 in 2018, 107 in 2019, 2020 and 2023; beside 100 of somebody else.
  EXPECT_DOUBLE_EQ(figures["2018/activities/main/carousel_people_euro_share share"], 521 / 621.0);
  EXPECT_TRUE(std::isnan(figures["2017/activities/main/carousel_people_euro_share share"]));
  EXPECT_TRUE(std::isnan(figures["2023/activities/main/carousel_people_euro_share share"]));
}

TEST(ActivationCosts, DividesByDurableExits) {
  Told t;
  Story& s = t.story;
  for (Slot slot = 0; slot < 3; ++slot) s.enter("unemployed");
  s.enter("unemployed", Reason::stock).start(3, "guidance", Reason::stock);
  s.on("2018-01-01");
  for (Slot slot = 0; slot < 3; ++slot) s.start(slot, "guidance");
  s.on("2018-01-11");
  s.end_measure(0, Reason::completed).end_measure(1, Reason::dropped_out);
  s.end_measure(2, Reason::completed);
  for (Slot slot = 0; slot < 3; ++slot) s.become(slot, "job_nec");
  s.only_tell(EventKind::aftercare_started, 0, s.measure("guidance"));
  s.on("2018-01-21").only_tell(EventKind::aftercare_ended, 0, s.measure("guidance"));
  s.end_measure(3, Reason::completed).become(3, "job_nec");  // nobody knows what it has cost
  s.on("2018-04-11").become(2, "unemployed");
  s.on("2018-08-11").become(1, "unemployed");
  const FiguresOf figures = t.figures();
  const double spent = 3 * (1000 + 120) + 50 + 10 * 2.4;
  EXPECT_DOUBLE_EQ(figures["2018/guidance/all/spent_on_ended euro"], spent);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/main/per_durable_exit euro per exit"], spent / 2);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/main/per_durable_exit_without_dropouts euro per exit"],
                   spent);
  EXPECT_DOUBLE_EQ(figures["2018/guidance/job_12_months/per_durable_exit euro per exit"], spent)
      << "the first lasts";
  EXPECT_TRUE(std::isnan(figures["2019/guidance/main/per_durable_exit euro per exit"])) << "none";
  EXPECT_TRUE(std::isnan(figures["2024/guidance/main/per_durable_exit euro per exit"]));
}

TEST(ActivationCosts, DoesNotCallFreeWhatNoBudgetPays) {
  Told t;
  Story& s = t.story;
  s.enter("unemployed").start(0, "unpaid");
  t.live_on(0, 1);
  s.on("2017-02-01").end_measure(0, Reason::completed).become(0, "job_nec");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/unpaid/all/main/durable_exits episodes"], 1);
  EXPECT_EQ(figures["2017/unpaid/all/spent_on_ended euro"], 0);
  EXPECT_TRUE(std::isnan(figures["2017/unpaid/main/per_durable_exit euro per exit"]));
  EXPECT_TRUE(std::isnan(figures["2017/unpaid/main/with_benefits_per_durable_exit euro per exit"]));
}

TEST(ActivationCosts, AddsTheBenefitsOfTheYear) {
  Told t;
  Story& s = t.story;
  s.on("2017-12-01").enter("unemployed");
  t.live_on(0, 1);
  s.on("2017-12-22").start(0, "guidance");  // 10 days of 2017, 5 of 2018 on benefit
  s.on("2018-01-06");
  t.live_on(0, 0);
  s.on("2018-01-11").end_measure(0, Reason::completed).become(0, "job_nec");
  s.on("2018-12-31").enter("unemployed");
  t.live_on(1, 1);
  s.start(1, "guidance");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/guidance/all/benefits euro"], 1000);
  EXPECT_EQ(figures["2018/guidance/all/benefits euro"], 500 + 100);
  EXPECT_EQ(figures["2019/guidance/all/benefits euro"], 36500);
  EXPECT_EQ(figures["2020/all/all/benefits euro"], 36600);
  EXPECT_EQ(figures["2027/all/all/benefits euro"], 36500);
  EXPECT_EQ(figures["2018/guidance/all/benefits_of_ended euro"], 1500) << "who has ended";
  EXPECT_DOUBLE_EQ(figures["2018/guidance/main/with_benefits_per_durable_exit euro per exit"],
                   1000 + 20 * 12 + 1500);
}

TEST(ActivationCosts, DoesNotKnowBenefitsWithoutALedger) {
  Story s(priced());
  CarouselRecorder carousel(s.model(), cycle_rules(6, 36));
  s.tell(carousel);
  s.enter("unemployed").start(0, "guidance");
  s.on("2017-02-01").end_measure(0, Reason::completed).become(0, "job_nec");
  s.end();
  const FiguresOf figures(carousel);
  EXPECT_TRUE(std::isnan(figures["2017/guidance/all/benefits euro"]));
  EXPECT_TRUE(
      std::isnan(figures["2017/guidance/main/with_benefits_per_durable_exit euro per exit"]));
  EXPECT_DOUBLE_EQ(figures["2017/guidance/main/per_durable_exit euro per exit"], 1000 + 31 * 12);
}

}  // namespace
}  // namespace doorstroom::tests

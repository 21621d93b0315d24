#include "record/series_recorder.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "model/indicators.hpp"
#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

/// Nine people join on 3 January; what becomes of each is something else.
void tell_january(Story& s) {
  s.on("2025-01-02");
  for (int i = 0; i < 9; ++i) s.with("sex", i % 2 == 0 ? "woman" : "man").enter("unemployed");
  s.on("2025-01-03");
  for (Slot slot = 0; slot < 9; ++slot) s.join(slot, "m");
  s.on("2025-01-10").start(0, "m").begin_phase(0, "a");
  s.on("2025-01-20").start(1, "m").begin_phase(1, "a");
  s.on("2025-01-21").leave_list(3, "m", Reason::gave_up).leave_list(4, "m", Reason::refused);
  s.leave_list(5, "m", Reason::full).leave_list(8, "m", Reason::waited_too_long);
  s.become(6, "job_nec").leave_list(6, "m", Reason::status_exit);
  s.become(7, "inactive").leave_list(7, "m", Reason::status_exit).leave(7, "inactive");
  s.on("2025-01-22").refuse_admission(8, "m", Reason::closed);
  s.on("2025-01-24").start(2, "m").begin_phase(2, "a");
  s.on("2025-01-25").end_measure(0, Reason::completed);
  s.on("2025-01-26").end_measure(1, Reason::dropped_out);
  s.on("2025-01-27").end_measure(2, Reason::decided);
}

/// Two join again; one starts and then waits for the floor.
void tell_february(Story& s) {
  s.on("2025-02-01").join(3, "m");
  s.on("2025-02-02").join(4, "m");
  s.on("2025-02-03").start(4, "m").begin_phase(4, "a");
  s.on("2025-02-10").end_phase(4).join(4, "m.b");
}

struct SeriesRecorderTest : testing::Test {
  Story s{with_resources("2025-04-01")};
  SeriesRecorder series{s.model(), Breakdowns(s.model(), {})};

  double january(const std::string& rest) { return FiguresOf(series)["2025-01-31/" + rest]; }
  double february(const std::string& rest) { return FiguresOf(series)["2025-02-28/" + rest]; }
  void SetUp() override {
    s.tell(series);
    tell_january(s);
    tell_february(s);
    s.end();
  }
};

TEST_F(SeriesRecorderTest, CountsPeopleByStatus) {
  EXPECT_EQ(january("people/unemployed/all people"), 7);
  EXPECT_EQ(january("people/job_nec/all people"), 1);
  EXPECT_EQ(january("people/inactive/all people"), 1) << "all who have reached it so far";
  EXPECT_EQ(february("people/inactive/all people"), 1);
}

TEST_F(SeriesRecorderTest, CountsThoseWhoWaitAndThoseInMeasures) {
  EXPECT_EQ(january("waiting/m/all people"), 0);
  EXPECT_EQ(january("advice_holders/m/all people"), 0);
  EXPECT_EQ(january("in_trajectory/m/all people"), 0);
  EXPECT_EQ(february("waiting/m/all people"), 1);
  EXPECT_EQ(february("waiting/m.b/all people"), 1);
  EXPECT_EQ(february("in_trajectory/m/all people"), 1);
  EXPECT_EQ(february("advice_holders/m/all people"), 2) << "waiting for the measure, or in it";
}

TEST_F(SeriesRecorderTest, CountsFlowsByMonth) {
  EXPECT_EQ(january("joins/m/all people"), 9);
  EXPECT_EQ(january("starts/m/all people"), 3);
  EXPECT_EQ(january("completions/m/all people"), 1);
  EXPECT_EQ(january("dropouts/m/all people"), 1);
  EXPECT_EQ(january("ended_early/m/all people"), 1);
  EXPECT_EQ(february("joins/m/all people"), 2) << "the list of a phase is no advice";
  EXPECT_EQ(february("starts/m/all people"), 1);
  EXPECT_EQ(february("completions/m/all people"), 0);
}

TEST_F(SeriesRecorderTest, TellsWhyPeopleLeftTheList) {
  for (const char* way : {"reneges", "refusals", "left_for_job", "left_for_other", "left_otherwise",
                          "turned_away", "not_admitted"}) {
    EXPECT_EQ(january(std::string(way) + "/m/all people"), 1) << way;
    EXPECT_EQ(february(std::string(way) + "/m/all people"), 0) << way;
  }
}

TEST_F(SeriesRecorderTest, DescribesTheWaitsOfThoseWhoStarted) {
  EXPECT_EQ(january("wait_of_starters_mean/m/all days"), (7 + 17 + 21) / 3.0);
  EXPECT_EQ(january("wait_of_starters_p50/m/all days"), 17);
  EXPECT_EQ(january("wait_of_starters_p90/m/all days"), 21);
  EXPECT_EQ(february("wait_of_starters_mean/m/all days"), 1);
  EXPECT_TRUE(std::isnan(FiguresOf(series)["2025-03-31/wait_of_starters_mean/m/all days"]));
}

TEST_F(SeriesRecorderTest, KeepsAccountOfResources) {
  EXPECT_EQ(february("capacity/seats/all places"), 5);
  EXPECT_EQ(january("occupancy/seats/all places"), 0);
  EXPECT_EQ(february("occupancy/seats/all places"), 1);
  EXPECT_EQ(february("available/seats/all places"), 4);
  EXPECT_EQ(january("capacity/starts/all starts"), 12);
  EXPECT_EQ(january("occupancy/starts/all starts"), 3);
  EXPECT_EQ(february("occupancy/starts/all starts"), 4);
  EXPECT_EQ(february("available/starts/all starts"), 8);
  EXPECT_EQ(january("capacity/money/all euro"), 1200);
  EXPECT_EQ(january("committed/money/all euro"), 300);
  EXPECT_EQ(february("committed/money/all euro"), 400);
  EXPECT_EQ(february("spent/money/all euro"), 400);
  EXPECT_EQ(february("available/money/all euro"), 800);
  EXPECT_TRUE(std::isnan(january("spent/seats/all places"))) << "places cost nothing by themselves";
}

TEST_F(SeriesRecorderTest, HasEveryIndicatorThatScenariosMayName) {
  FigureLayout layout;
  series.describe(layout);
  for (const IndicatorName& indicator : series_indicators) {
    EXPECT_TRUE(std::ranges::any_of(layout.tables[0].keys, [&](const FigureKey& key) {
      return key.values[1] == indicator.name;
    })) << indicator.name;
  }
}

TEST(SeriesRecorder, CountsThoseWhoWereThereAtTheStartInStocksOnly) {
  Story s(with_resources("2025-02-01"));
  SeriesRecorder series(s.model(), Breakdowns(s.model(), {}));
  s.tell(series);
  s.enter("unemployed", Reason::stock).join(0, "m", 30, Reason::stock);
  s.enter("unemployed", Reason::stock).start(1, "m", Reason::stock);
  s.begin_phase(1, "a", Reason::stock);
  s.end();
  const FiguresOf figures(series);
  EXPECT_EQ(figures["2025-01-31/waiting/m/all people"], 1);
  EXPECT_EQ(figures["2025-01-31/in_trajectory/m/all people"], 1);
  EXPECT_EQ(figures["2025-01-31/advice_holders/m/all people"], 2);
  EXPECT_EQ(figures["2025-01-31/joins/m/all people"], 0);
  EXPECT_EQ(figures["2025-01-31/starts/m/all people"], 0);
  EXPECT_EQ(figures["2025-01-31/occupancy/seats/all places"], 1);
  EXPECT_EQ(figures["2025-01-31/occupancy/starts/all starts"], 0) << "used up earlier";
}

TEST(SeriesRecorder, BreaksDownFlowsAndStocksByAttributes) {
  Story s(with_resources("2025-04-01"));
  SeriesRecorder series(s.model(), {s.model(),
                                    {{"starts", {"sex"}},
                                     {"people", {"sex"}},
                                     {"waiting", {"sex"}},
                                     {"advice_holders", {"sex"}}}});
  s.tell(series);
  tell_january(s);
  tell_february(s);
  s.end();
  const FiguresOf figures(series);
  EXPECT_EQ(figures["2025-01-31/starts/m/sex=woman people"], 2);
  EXPECT_EQ(figures["2025-01-31/starts/m/sex=man people"], 1);
  EXPECT_EQ(figures["2025-01-31/people/unemployed/sex=woman people"], 4);
  EXPECT_EQ(figures["2025-01-31/people/unemployed/sex=man people"], 3);
  EXPECT_EQ(figures["2025-01-31/people/inactive/sex=man people"], 1);
  EXPECT_EQ(figures["2025-02-28/people/inactive/sex=man people"], 1);
  EXPECT_EQ(figures["2025-02-28/waiting/m/sex=man people"], 1);
  EXPECT_EQ(figures["2025-02-28/waiting/m.b/sex=woman people"], 1);
  EXPECT_EQ(figures["2025-02-28/advice_holders/m/sex=woman people"], 1);
}

/// A scenario in which people of the sickness insurance and job seekers are registered.
std::string registered_people(const std::string& more = "") {
  return with_resources("2027-03-01", R"("statuses": [
      {"id": "course", "registered": true, "unemployment": "frozen"},
      {"id": "riziv", "registered": true, "unemployment": "frozen", "jobseeker": false},
      {"id": "part_time", "registered": true, "paid_work": "nec", "unemployment": "stopped"}])" +
                                          more);
}

TEST(SeriesRecorder, CountsAsJobseekersWhoIsRegisteredAndNotInPaidWork) {
  Story s(registered_people());
  SeriesRecorder series(s.model(), {s.model(), {{"jobseekers", {"sex"}}}});
  s.tell(series);
  for (const char* status :
       {"unemployed", "unemployed", "course", "riziv", "part_time", "job_nec", "ocmw", "sick"}) {
    s.with("sex", "woman").enter(status);
  }
  s.with("sex", "man").enter("unemployed", Reason::stock);
  s.start(8, "m", Reason::stock).begin_phase(8, "a", Reason::stock);  // goes on being one
  s.on("2025-02-02").become(0, "job_nec").become(1, "riziv").become(7, "unemployed");
  s.on("2025-03-02").become(0, "unemployed").leave(2, "inactive");
  s.end();
  const FiguresOf figures(series);
  EXPECT_EQ(figures["2025-01-31/jobseekers/all/all people"], 4);
  EXPECT_EQ(figures["2025-01-31/jobseekers/all/sex=woman people"], 3);
  EXPECT_EQ(figures["2025-01-31/jobseekers/all/sex=man people"], 1);
  EXPECT_EQ(figures["2025-02-28/jobseekers/all/all people"], 3);
  EXPECT_EQ(figures["2025-03-31/jobseekers/all/all people"], 3);
  EXPECT_EQ(figures["2025-03-31/jobseekers/all/sex=woman people"], 2);
}

TEST(SeriesRecorder, CountsJobseekersByTheTimeTheyAreUnemployed) {
  Story s(registered_people());
  SeriesRecorder series(s.model(), {s.model(), {{"jobseekers_over_2_years", {"sex"}}}});
  s.tell(series);
  const auto since = [&](const char* status, const char* date, bool clock_runs = true) {
    const Slot slot = s.people.slots();
    s.with("sex", "woman").enter(status);
    Person& person = s.people[slot];
    person.clock_runs = clock_runs;
    person.unemployed_since =
        clock_runs ? *parse_date(date) : Day{-(*parse_date("2025-01-01") - *parse_date(date))};
  };
  since("unemployed", "2025-01-01");
  since("unemployed", "2024-02-01");     // 365 days on 31 January 2025
  since("unemployed", "2023-02-01");     // 730 days on that day
  since("course", "2023-01-01", false);  // 731 days, and the clock stands still
  since("riziv", "2020-01-01", false);   // no jobseeker
  since("job_nec", "2020-01-01", false);
  s.end();
  const FiguresOf figures(series);
  const auto by_years = [&](const std::string& month_end) {
    return std::vector{figures[month_end + "/jobseekers_under_1_year/all/all people"],
                       figures[month_end + "/jobseekers_1_to_2_years/all/all people"],
                       figures[month_end + "/jobseekers_over_2_years/all/all people"]};
  };
  EXPECT_THAT(by_years("2025-01-31"), testing::ElementsAre(1, 2, 1));
  EXPECT_THAT(by_years("2025-02-28"), testing::ElementsAre(1, 1, 2));
  EXPECT_THAT(by_years("2025-12-31"), testing::ElementsAre(1, 1, 2)) << "364 and 699 days";
  EXPECT_THAT(by_years("2026-01-31"), testing::ElementsAre(0, 2, 2)) << "395 and 730 days";
  EXPECT_THAT(by_years("2026-02-28"), testing::ElementsAre(0, 1, 3));
  EXPECT_THAT(by_years("2027-02-28"), testing::ElementsAre(0, 0, 4));
  EXPECT_EQ(figures["2027-02-28/jobseekers_over_2_years/all/sex=woman people"], 4);
}

}  // namespace
}  // namespace doorstroom::tests

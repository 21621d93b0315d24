#include "analysis/headline.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <map>

#include <gmock/gmock.h>

#include "doorstroom/run.hpp"

#include "record/period_recorder.hpp"
#include "record/scenario.hpp"
#include "record/series_recorder.hpp"
#include "support/scenario_text.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::IsSupersetOf;

// --- by hand: who waited how long
// -----------------------------------------------------------------

struct HeadlineTest : testing::Test {
  Story s{with_resources("2027-01-01")};
  SeriesRecorder series{s.model(), Breakdowns(s.model(), {})};
  PeriodRecorder periods{s.model()};
  WaitingRecorder waiting{s.model(), {s.model(), {}}};

  void SetUp() override {
    s.tell(series);
    s.tell(periods);
    s.tell(waiting);
  }

  /// The headline after the end of the story, by "year/indicator/subject unit".
  std::map<std::string, double> headline() {
    FigureLayout layout;
    FigureValues values;
    for (const FigureSource* source :
         std::initializer_list<const FigureSource*>{&series, &periods}) {
      source->describe(layout);
      source->give(values);
    }
    const HeadlineFigures figures(s.model(), layout);
    figures.describe(layout);
    figures.give(waiting, values);
    EXPECT_EQ(values.size(), layout.figures());
    const FigureTable& table = layout.tables.back();
    std::size_t at = values.size() - table.keys.size();
    std::map<std::string, double> by_name;
    for (const FigureKey& key : table.keys) {
      const std::string name =
          key.values[0] + "/" + key.values[1] + "/" + key.values[2] + " " + key.unit;
      EXPECT_TRUE(by_name.emplace(name, values[at++]).second) << name << " twice";
    }
    return by_name;
  }
};

TEST_F(HeadlineTest, FollowsAllWhoJoinedInAYear) {
  for (int i = 0; i < 5; ++i) s.enter("unemployed");
  s.join(0, "m").join(1, "m");
  s.on("2025-01-31").start(0, "m");                        // after 30 days
  s.on("2025-03-01").join(2, "m").join(3, "m");            // another month, the same year
  s.on("2025-04-20").leave_list(2, "m", Reason::gave_up);  // after 50
  s.on("2025-06-09").start(3, "m");                        // after 100
  s.on("2026-11-01").join(4, "m");                         // followed for two months only
  s.end();                                                 // number 1 has waited for two years
  std::map<std::string, double> figures = headline();
  EXPECT_EQ(figures.at("2025/joins/m people"), 4);
  EXPECT_EQ(figures.at("2025/started_within_90/m share"), 0.25);
  EXPECT_EQ(figures.at("2025/waiting_after_90/m share"), 0.5);
  EXPECT_EQ(figures.at("2025/started_within_365/m share"), 0.5);
  EXPECT_EQ(figures.at("2025/waiting_after_365/m share"), 0.25);
  EXPECT_EQ(figures.at("2026/joins/m people"), 1);
  EXPECT_TRUE(std::isnan(figures.at("2026/started_within_90/m share"))) << "too short to know";
  EXPECT_TRUE(std::isnan(figures.at("2026/waiting_after_90/m share")));
}

TEST_F(HeadlineTest, CountsTheWaitsOfStartersInTheYearOfTheStart) {
  s.enter("unemployed", Reason::stock).join(0, "m", 40, Reason::stock);
  for (int i = 0; i < 3; ++i) s.enter("unemployed");
  s.join(1, "m").join(2, "m").join(3, "m");
  s.on("2025-01-11").start(0, "m");  // 50 days, 40 of them before the horizon
  s.on("2025-01-21").start(1, "m");  // 20
  s.on("2025-02-20").start(2, "m");  // 50
  s.on("2026-01-01").start(3, "m");  // 365
  s.end();
  std::map<std::string, double> figures = headline();
  EXPECT_EQ(figures.at("2025/wait_of_starters_p50/m days"), 50);
  EXPECT_EQ(figures.at("2025/wait_of_starters_p90/m days"), 50);
  EXPECT_EQ(figures.at("2026/wait_of_starters_p50/m days"), 365);
  EXPECT_EQ(figures.at("2025/starts/m people"), 3);
  EXPECT_EQ(figures.at("2026/starts/m people"), 1);
  EXPECT_EQ(figures.at("2025/joins/m people"), 3) << "who was waiting joined before";
  EXPECT_EQ(figures.at("2025/waiting/m people"), 1);
  EXPECT_EQ(figures.at("2026/waiting/m people"), 0);
  EXPECT_DOUBLE_EQ(figures.at("2025/started_within_90/m share"), 2.0 / 3) << "new ones only";
}

TEST_F(HeadlineTest, HasNoWaitsWhereNobodyWaits) {
  s.enter("unemployed");
  s.end();
  std::map<std::string, double> figures = headline();
  EXPECT_EQ(figures.at("2025/joins/m people"), 0);
  for (const char* figure : {"wait_of_starters_p50/m days", "wait_of_starters_p90/m days",
                             "started_within_90/m share", "waiting_after_365/m share"}) {
    EXPECT_TRUE(std::isnan(figures.at(std::string("2025/") + figure))) << figure;
  }
}

TEST_F(HeadlineTest, CountsPeopleAtTheEndOfTheYear) {
  s.enter("unemployed").enter("unemployed").enter("job_nec").enter("job_nec").enter("inactive");
  s.on("2025-12-31").become(0, "job_nec");
  s.on("2026-01-01").become(2, "unemployed");
  s.end();
  std::map<std::string, double> figures = headline();
  EXPECT_EQ(figures.at("2025/jobseekers/all people"), 1);
  EXPECT_EQ(figures.at("2025/in_paid_work/all people"), 3);
  EXPECT_EQ(figures.at("2026/jobseekers/all people"), 2);
  EXPECT_EQ(figures.at("2026/in_paid_work/all people"), 2);
}

// --- against the other tables of a run
// ------------------------------------------------------------

/// A horizon that begins and ends within a year, and a contingent by quarter.
constexpr const char* whole_field = R"(
  "labour_market": {"exits": [
    {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.05},
    {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.05}]},
  "arrivals": [{"id": "new", "per_year": 300, "refer_to": "course"}],
  "resources": [
    {"id": "starts", "kind": "contingent", "per_quarter": 30},
    {"id": "money", "kind": "budget", "payer": "work", "per_year": 60000},
    {"id": "seats", "kind": "places", "level": 20}],
  "measures": [{"id": "course",
    "needs": [{"resource": "starts"}, {"resource": "seats"}, {"resource": "money", "amount": 400}],
    "waiting_list": {"leave_after": {"exponential": {"mean": "8 months"}}},
    "phases": [{"id": "only", "duration": "2 months", "drop_out": {"share": 0.3}}]}])";

class HeadlineOfARun : public testing::Test {
 protected:
  void SetUp() override {
    const LoadedScenario loaded = read(in("2025-03-01", "2027-07-01", whole_field));
    RunOptions options;
    options.replications = 2;
    options.threads = 1;
    result_ = run_scenario(loaded.scenario, options);
    std::size_t figure = 0;
    for (const FigureTable& table : result_.layout.tables) {
      for (const FigureKey& key : table.keys) {
        std::string name = table.name;
        for (const std::string& value : key.values) name += "/" + value;
        by_name_[name] = figure++;
      }
    }
  }

  [[nodiscard]] double figure(const std::string& name) const {
    return result_.figures[replication_].at(by_name_.at(name));
  }
  /// Sum over the figures whose name begins and ends so.
  [[nodiscard]] double sum(const std::string& begin, const std::string& end) const {
    double total = 0;
    int found = 0;
    for (const auto& [name, at] : by_name_) {
      if (!name.starts_with(begin) || !name.ends_with(end)) continue;
      total += result_.figures[replication_][at];
      ++found;
    }
    EXPECT_GT(found, 0) << begin << "..." << end;
    return total;
  }

  RunResult result_;
  std::map<std::string, std::size_t> by_name_;
  std::size_t replication_ = 0;
};

constexpr std::array<std::pair<const char*, const char*>, 3> years_and_last_days{
    {{"2025", "2025-12-31"}, {"2026", "2026-12-31"}, {"2027", "2027-06-30"}}};

TEST_F(HeadlineOfARun, AddsUpTheFlowsOfMonths) {
  for (replication_ = 0; replication_ < 2; ++replication_) {
    for (const auto& [year, last] : years_and_last_days) {
      for (const std::string flow : {"joins", "starts", "completions", "dropouts"}) {
        const double headline = figure(std::string("headline/") + year + "/" + flow + "/course");
        EXPECT_GT(headline, 0) << year << flow;
        EXPECT_EQ(headline, sum(std::string("series/") + year, "/" + flow + "/course/all"));
      }
    }
  }
}

TEST_F(HeadlineOfARun, SaysWhatEachPayerPaidInAYear) {
  constexpr double price = 400;
  for (replication_ = 0; replication_ < 2; ++replication_) {
    for (const auto& [year, last] : years_and_last_days) {
      const double paid = figure(std::string("headline/") + year + "/paid/work");
      EXPECT_GT(paid, 0) << year;
      EXPECT_EQ(paid, price * figure(std::string("headline/") + year + "/starts/course"));
    }
  }
}

TEST_F(HeadlineOfARun, TakesStocksOnTheLastDay) {
  for (const auto& [year, last] : years_and_last_days) {
    const std::string headline = std::string("headline/") + year + "/";
    const std::string series = std::string("series/") + last + "/";
    for (const std::string stock : {"waiting/course", "in_trajectory/course", "jobseekers/all"}) {
      EXPECT_EQ(figure(headline + stock), figure(series + stock + "/all")) << year;
    }
    EXPECT_GT(figure(headline + "waiting/course"), 0);
    EXPECT_EQ(figure(headline + "in_paid_work/all"), figure(series + "people/job_nec/all"));
  }
}

TEST_F(HeadlineOfARun, AddsUpThePeriodsOfAYear) {
  for (const auto& [year, last] : years_and_last_days) {
    const std::string headline = std::string("headline/") + year + "/";
    for (const std::string statistic : {"amount", "used", "unspent", "lapsed"}) {
      EXPECT_EQ(figure(headline + statistic + "/starts"),
                sum(std::string("budget/") + year + "-", "/starts/" + statistic));
      EXPECT_EQ(figure(headline + statistic + "/money"),
                figure(std::string("budget/") + year + "/money/" + statistic));
    }
    EXPECT_EQ(figure(headline + "used/starts"), figure(headline + "starts/course"));
  }
  EXPECT_FALSE(by_name_.contains("headline/2025/amount/seats")) << "places have no periods";
}

TEST(HeadlineOfAContingent, CountsWhatIsCarriedOverWithinAYearOnce) {
  // 30 a quarter; nobody comes in the first half of the year, ten on one day later.
  const LoadedScenario loaded = read(in("2025-01-01", "2027-01-01",
                                        R"(
    "arrivals": [)" + people_on("new", {{"2025-08-01", 10}}, R"("refer_to": "course")") +
                                            R"(],
    "resources": [{"id": "starts", "kind": "contingent", "per_quarter": 30, "carry_over": "full"}],
    "measures": [{"id": "course", "needs": [{"resource": "starts"}],
                  "phases": [{"id": "only", "duration": "1 month"}]}])"));
  RunOptions options;
  options.replications = 1;
  const RunResult result = run_scenario(loaded.scenario, options);
  std::map<std::string, double> figures;
  std::size_t at = 0;
  for (const FigureTable& table : result.layout.tables) {
    for (const FigureKey& key : table.keys) {
      const double value = result.figures[0][at++];
      if (table.name == "headline") figures[key.values[0] + "/" + key.values[1]] = value;
    }
  }
  EXPECT_EQ(figures.at("2025/amount"), 120);
  EXPECT_EQ(figures.at("2025/used"), 10);
  EXPECT_EQ(figures.at("2025/unspent"), 110);
  EXPECT_EQ(figures.at("2026/amount"), 230) << "110 from the year before";
  EXPECT_EQ(figures.at("2026/unspent"), 230);
}

TEST_F(HeadlineOfARun, SumsTheMonthsOfJoining) {
  EXPECT_EQ(figure("headline/2026/joins/course"), sum("waiting/2026-", "/course/all/joined"));
  const double joined = figure("headline/2025/joins/course");
  double started = 0;  // all of 2025 are followed for 365 days, so nobody is censored before
  for (int month = 3; month <= 12; ++month) {
    const std::string cohort = "waiting/2025-" + std::string(month < 10 ? "0" : "") +
                               std::to_string(month) + "/course/all/";
    started += figure(cohort + "joined") * figure(cohort + "started_within_365");
  }
  constexpr double rounding = 1e-9;
  EXPECT_NEAR(figure("headline/2025/started_within_365/course"), started / joined, rounding);
}

TEST_F(HeadlineOfARun, IsTheLastTableAndHasUnits) {
  const FigureTable& table = result_.layout.tables.back();
  EXPECT_EQ(table.name, "headline");
  EXPECT_THAT(table.keys, IsSupersetOf({FigureKey{{"2025", "amount", "starts"}, "starts"},
                                        FigureKey{{"2025", "amount", "money"}, "euro"},
                                        FigureKey{{"2027", "starts", "course"}, "people"}}));
}

}  // namespace
}  // namespace doorstroom::tests

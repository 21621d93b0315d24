// The event log and the tables tell of the same replication: what can be counted in both is counted
// in the log by itself, from its text, and held against the tables.
#include <cmath>
#include <functional>

#include <gmock/gmock.h>

#include "event_log/log_of.hpp"
#include "record/flow_recorder.hpp"
#include "record/series_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/random_scenario.hpp"
#include "support/scenario_text.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using Row = std::map<std::string, std::string>;
using Condition = std::function<bool(const Row&)>;

class LogAgrees : public testing::TestWithParam<std::uint64_t> {
 protected:
  void SetUp() override {
    constexpr std::uint32_t everything = ~0U;
    const scenario::Scenario scenario =
        read(random_scenario(GetParam(), everything).dump()).scenario;
    model = std::make_shared<const Model>(scenario::compile(scenario));
    SeriesRecorder series(*model, Breakdowns(*model, {}));
    FlowRecorder flows(*model);
    rows = rows_of(log_of(model, scenario, {&series, &flows}).csv);
    of_series = figures_of(series);
    of_flows = figures_of(flows);
  }

  [[nodiscard]] double count(const Condition& condition) const {
    return static_cast<double>(std::ranges::count_if(rows, condition));
  }
  static bool is_about(const Row& row, const std::string& kind, const std::string& id) {
    const std::string& of_row = row.at("kind");
    const bool same = of_row == kind || (kind == "measure" && of_row == "screening");
    return same && row.at("id") == id;
  }
  /// Is the row one of that night? Dates as text are in the order of time.
  static bool covers(const Row& row, const std::string& day) {
    return row.at("start") <= day && (row.at("open") == "yes" || row.at("end") > day);
  }
  /// Of a kind and id, with a date in the month of `last` within the horizon, and ended so.
  [[nodiscard]] double in_month(const std::string& last, const std::string& kind,
                                const std::string& id, const std::string& column,
                                const std::vector<std::string>& ended_by = {}) const {
    const std::string first = iso_date(model->horizon.start);
    return count([&](const Row& row) {
      const std::string& date = row.at(column);
      const bool so =
          ended_by.empty() || std::ranges::find(ended_by, row.at("ended_by")) != ended_by.end();
      return is_about(row, kind, id) && date >= first && date.substr(0, 7) == last.substr(0, 7) &&
             so;
    });
  }
  [[nodiscard]] double series(const std::string& day, const std::string& indicator,
                              const std::string& subject,
                              const std::string& unit = "people") const {
    return of_series.at(day + "/" + indicator + "/" + subject + "/all " + unit);
  }
  [[nodiscard]] std::vector<std::string> month_ends() const {
    std::vector<std::string> days;
    for (Day day = model->horizon.start; day < model->horizon.end; ++day) {
      if (is_last_of_month(day) || day + 1 == model->horizon.end) days.push_back(iso_date(day));
    }
    return days;
  }

  std::shared_ptr<const Model> model;
  std::vector<Row> rows;
  std::map<std::string, double> of_series;
  std::map<std::string, double> of_flows;
};

TEST_P(LogAgrees, OnWhoIsWhereAtTheEndOfEveryMonth) {
  double seen = 0;
  for (const std::string& day : month_ends()) {
    const auto there = [&](const std::string& kind, const std::string& id) {
      return count([&](const Row& row) { return is_about(row, kind, id) && covers(row, day); });
    };
    for (const Status& status : model->statuses) {
      EXPECT_EQ(there("status", status.id), series(day, "people", status.id)) << day << status.id;
    }
    for (const Measure& measure : model->measures) {
      const double inside = there("measure", measure.id);
      EXPECT_EQ(inside, series(day, "in_trajectory", measure.id)) << day << measure.id;
      seen += inside;
    }
    for (std::size_t list = 0; list < model->lists.size(); ++list) {
      const std::string name = name_of_list(*model, list);
      EXPECT_EQ(there("waiting", name), series(day, "waiting", name)) << day << name;
    }
  }
  EXPECT_GT(seen, 0) << "nobody was anywhere: the test says nothing";
}

TEST_P(LogAgrees, OnWhatBeganAndEndedInEveryMonth) {
  double starts = 0;
  for (const std::string& day : month_ends()) {
    for (const Measure& measure : model->measures) {
      const std::string& id = measure.id;
      starts += in_month(day, "measure", id, "start");
      EXPECT_EQ(in_month(day, "measure", id, "start"), series(day, "starts", id)) << day << id;
      EXPECT_EQ(in_month(day, "waiting", id, "start"), series(day, "joins", id)) << day << id;
      const double completed = in_month(day, "measure", id, "end", {"completed", "maximum"});
      const double dropped = in_month(day, "measure", id, "end", {"dropped_out", "no_place"});
      EXPECT_EQ(completed, series(day, "completions", id)) << day << id;
      EXPECT_EQ(dropped, series(day, "dropouts", id)) << day << id;
      EXPECT_EQ(in_month(day, "measure", id, "end") - completed - dropped,
                series(day, "ended_early", id));
      EXPECT_EQ(in_month(day, "waiting", id, "end", {"gave_up"}), series(day, "reneges", id));
      EXPECT_EQ(in_month(day, "waiting", id, "end", {"refused"}), series(day, "refusals", id));
      EXPECT_EQ(in_month(day, "waiting", id, "end", {"full"}), series(day, "turned_away", id));
    }
  }
  EXPECT_GT(starts, 20);
}

TEST_P(LogAgrees, OnHowLongThoseWhoStartedHadWaited) {
  for (const std::string& day : month_ends()) {
    for (const Measure& measure : model->measures) {
      double days = 0;
      double people = 0;
      for (const Row& row : rows) {
        if (!is_about(row, "waiting", measure.id) || row.at("ended_by") != "started") continue;
        if (row.at("end").substr(0, 7) != day.substr(0, 7)) continue;
        days += *parse_date(row.at("end")) - *parse_date(row.at("start"));
        people += 1;
      }
      const double mean = series(day, "wait_of_starters_mean", measure.id, "days");
      EXPECT_EQ(std::isnan(mean), people == 0);
      if (people > 0) {
        EXPECT_DOUBLE_EQ(days / people, mean);
      }
    }
  }
}

/// Each person has one status every night from coming in on, and stays of a kind follow each other.
TEST_P(LogAgrees, OnOneStatusForEveryPersonEveryNight) {
  std::map<std::string, std::string> free_from;
  for (const Row& row : rows) {
    if (row.at("kind") != "status") continue;
    const auto at = free_from.find(row.at("person"));
    if (at != free_from.end()) {
      EXPECT_EQ(row.at("start"), at->second) << row.at("person");
    }
    free_from[row.at("person")] = row.at("open") == "yes" ? "for good" : row.at("end");
  }
  double came = 0;
  for (const auto& [key, moves] : of_flows) {
    const bool is_entry =
        key.find("/at_start/") != std::string::npos || key.find("/entered/") != std::string::npos;
    if (is_entry) came += moves;
  }
  for (const auto& [person, until] : free_from) EXPECT_EQ(until, "for good") << person;
  EXPECT_LE(static_cast<double>(free_from.size()), came);
}

INSTANTIATE_TEST_SUITE_P(Random, LogAgrees, testing::Range<std::uint64_t>(1, 13));

}  // namespace
}  // namespace doorstroom::tests

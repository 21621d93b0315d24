// The shipped scenarios about the contingent of activation trajectories against a calculation by
// hand: a fluid that gains 1,700 advices a year, growing by 3 %, and loses the starts of the
// contingent, one refusal in nine of them, and 0.047 a month of those who wait (patience 0.025,
// jobs 0.016, other 0.006), from 1,027 who wait on 1 January 2017.
#include <cmath>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "doorstroom/run.hpp"

#include "support/statistics.hpp"

namespace doorstroom {
namespace {

/// A figure of series.csv by replication.
class Series final {
 public:
  explicit Series(const std::string& scenario) {
    const auto loaded = load_scenario(std::string(DOORSTROOM_TOP "/scenarios/") + scenario);
    RunOptions options;
    options.replications = 40;
    result_ = run_scenario(loaded.scenario, options);
    std::size_t next = 0;
    for (const FigureTable& table : result_.layout.tables) {
      for (const FigureKey& key : table.keys) {
        if (table.name == "series" && key.values[3] == "all") {
          position_[key.values[0] + " " + key.values[1] + " " + key.values[2]] = next;
        }
        ++next;
      }
    }
  }

  [[nodiscard]] std::vector<double> of(const std::string& date, const std::string& indicator,
                                       const std::string& subject) const {
    const std::size_t figure = position_.at(date + " " + indicator + " " + subject);
    std::vector<double> values;
    for (const auto& replication : result_.figures) values.push_back(replication[figure]);
    return values;
  }
  /// Of the twelve months of a year: their sum.
  [[nodiscard]] std::vector<double> year(int year, const std::string& indicator) const {
    std::vector<double> sums(result_.figures.size(), 0.0);
    for (int month = 1; month <= 12; ++month) {
      const Day last = first_of_month(month_number(day_of(year, 1, 1)) + month) - 1;
      const auto values = of(iso_date(last), indicator, "activation_trajectory");
      for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += values[r];
    }
    return sums;
  }

 private:
  RunResult result_;
  std::map<std::string, std::size_t> position_;
};

const Series& decreed() {
  static const Series series("activation-contingent.json");
  return series;
}

const Series& held() {
  static const Series series("hold-1320.json");
  return series;
}

void expect_list(const Series& series, const std::map<int, double>& by_year) {
  constexpr double tolerance = 0.05;  // the fluid knows neither months nor chance
  for (const auto& [year, length] : by_year) {
    const auto values =
        series.of(std::to_string(year) + "-12-31", "waiting", "activation_trajectory");
    const statistics::Moments waiting(values);
    EXPECT_NEAR(waiting.mean, length, tolerance * length) << year;
    EXPECT_LT(waiting.sd / std::sqrt(waiting.n), tolerance / 4 * length)
        << "replications say little";
  }
}

TEST(ActivationContingent, HasTheListOfTheFluidOnTheDecreedPath) {
  expect_list(decreed(), {{2017, 780}, {2019, 850}, {2022, 1090}, {2025, 1215}});
}

TEST(ActivationContingent, HasTheListOfTheFluidWhere1320AreHeld) {
  expect_list(held(), {{2017, 780}, {2019, 665}, {2022, 840}, {2025, 1135}});
}

TEST(ActivationContingent, MakesThoseWhoStartWaitLongerOnTheDecreedPath) {
  // The same people in both: the difference of each replication.
  for (int year = 2019; year <= 2023; ++year) {
    const auto longer = decreed().year(year, "wait_of_starters_mean");
    const auto shorter = held().year(year, "wait_of_starters_mean");
    std::vector<double> difference;
    for (std::size_t r = 0; r < longer.size(); ++r) {
      difference.push_back((longer[r] - shorter[r]) / 12);
    }
    const statistics::Moments moments(difference);
    EXPECT_GT(moments.deviation_from(0), 4) << year;
    EXPECT_GT(moments.mean, 14) << year << ": not two weeks";
  }
}

TEST(ActivationContingent, LeavesBothListsAlikeUntilThePathsPart) {
  for (const char* date : {"2017-12-31", "2018-12-31"}) {
    EXPECT_EQ(decreed().of(date, "waiting", "activation_trajectory"),
              held().of(date, "waiting", "activation_trajectory"));
  }
}

TEST(ActivationContingent, HasABudgetIn2019For1250Trajectories) {
  // 3.5 and 1.43 million euro at 2,800 and 1,144 each: the figure of the Inspectorate of Finance.
  const Series bound("hold-1320-within-budget.json");
  EXPECT_EQ(bound.year(2019, "starts"), std::vector<double>(40, 1250));
  for (const char* budget : {"budget_work", "budget_welfare"}) {
    EXPECT_EQ(bound.of("2019-12-31", "available", budget), std::vector<double>(40, 0)) << budget;
  }
}

TEST(ActivationContingent, LeavesMoneyAt1100StartsAndLacksItAt1320) {
  // 150 trajectories fewer than the budget pays, 70 more.
  EXPECT_EQ(decreed().year(2019, "starts"), std::vector<double>(40, 1100));
  EXPECT_EQ(held().year(2019, "starts"), std::vector<double>(40, 1320));
  const auto left = [](const Series& series, const char* budget) {
    return series.of("2019-12-31", "available", budget).front();
  };
  EXPECT_EQ(left(decreed(), "budget_work"), 150 * 2800);
  EXPECT_EQ(left(decreed(), "budget_welfare"), 150 * 1144);
  EXPECT_EQ(left(held(), "budget_work"), -70 * 2800);
  EXPECT_EQ(left(held(), "budget_welfare"), -70 * 1144);
}

}  // namespace
}  // namespace doorstroom

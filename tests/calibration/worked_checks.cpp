#include "calibration/worked_checks.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace doorstroom::tests {

namespace {

constexpr DayCount half_a_year = 183;
constexpr DayCount one_year = 365;
constexpr DayCount two_years = 730;
constexpr DayCount five_years = 1826;

/// A published share is given in whole percents, of other years and people; beyond that only
/// chance excuses.
void expect_share(const Survival& found, double published, const char* what) {
  constexpr double other_years = 0.02;
  constexpr double standard_errors = 4;
  EXPECT_LT(std::abs(found.share - published), other_years + standard_errors * found.standard_error)
      << what << ": " << found.share << " against " << published;
}

}  // namespace

void expect_the_published_stock(const Flanders& run) {
  constexpr double tolerance = 0.03;
  for (const auto& [year, published] : published_jobseekers()) {
    EXPECT_NEAR(run.jobseekers(year), published, tolerance * published) << year;
  }
}

void expect_orientation_never_to_catch_up(const Flanders& run) {
  for (int year = 2019; year < 2028; ++year) {
    EXPECT_GT(run.in_year(year, "joins", "tmo"), 1'000) << "new labels of " << year;
    EXPECT_LE(run.in_year(year, "starts", "tmo"), 1'000) << year;
    EXPECT_GT(run.on(std::to_string(year) + "-12-31", "waiting", "tmo"), 2'500) << year;
  }
}

void expect_a_list_beside_empty_places(const Flanders& run) {
  double waiting = 0;
  double empty = 0;
  constexpr int first = 2019;
  constexpr int last = 2023;
  for (int year = first; year <= last; ++year) {
    const std::string date = std::to_string(year) + "-12-31";
    waiting += run.on(date, "waiting", "cmw") / (last - first + 1);
    empty +=
        (1 - run.on(date, "occupancy", "cmw_places") / run.on(date, "capacity", "cmw_places")) /
        (last - first + 1);
  }
  EXPECT_GT(waiting, 4'000);
  EXPECT_LT(waiting, 5'000);
  EXPECT_GT(empty, 0.03);
  EXPECT_LT(empty, 0.08);
}

void expect_few_to_leave_after_art60(const Flanders& run) {
  expect_share(run.after_art60().longer_than(one_year), 0.86, "after a year");
  expect_share(run.after_art60().longer_than(five_years), 0.50, "after five years");
}

void expect_jobs_to_last(const Flanders& run) {
  expect_share(run.jobs().longer_than(half_a_year), 0.72, "after half a year");
  expect_share(run.jobs().longer_than(two_years), 0.48, "after two years");
}

void expect_every_measure_to_start(const Flanders& run, const scenario::Scenario& scenario) {
  const auto most_in_a_year = [&](const std::string& id) {
    double most = 0;
    for (int year = 2017; year < 2028; ++year) {
      most = std::max(most, run.in_year(year, "starts", id));
    }
    return most;
  };
  for (const scenario::Measure& measure : scenario.measures) {
    if (measure.id == "pwa") {  // takes in nobody: who is there runs out
      EXPECT_LT(run.on("2025-10-31", "in_trajectory", "pwa"),
                run.on("2018-06-30", "in_trajectory", "pwa") / 2);
      continue;
    }
    EXPECT_GT(most_in_a_year(measure.id), 0) << measure.id;
  }
  for (const scenario::Screening& service : scenario.screening) {
    EXPECT_GT(most_in_a_year(service.id), 0) << service.id;
  }
}

void expect_the_worked_checks(double scale) {
  const LoadedScenario loaded = load_scenario(DOORSTROOM_TOP "/scenarios/flanders-2017.json");
  const Flanders run(loaded.scenario, scale);
  expect_the_published_stock(run);
  expect_orientation_never_to_catch_up(run);
  expect_a_list_beside_empty_places(run);
  expect_few_to_leave_after_art60(run);
  expect_jobs_to_last(run);
  expect_every_measure_to_start(run, loaded.scenario);
}

}  // namespace doorstroom::tests

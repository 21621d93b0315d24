// What a run comes down to, before it is put into words: one line a measure, one a contingent or
// budget.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doorstroom/load.hpp"
#include "doorstroom/run.hpp"

namespace doorstroom {

/// A resource and the share of those waiting whom it held back.
struct Brake {
  std::string resource;
  double share = 0;  // of the people waiting, over the last year
  double alone = 0;  // of them, held back by nothing else
};

struct MeasureOverview {
  std::string id;
  scenario::Text label;
  bool has_list = false;   // did anybody ever wait?
  double waiting_now = 0;  // at the start of the horizon
  Summary waiting_end;
  /// Mean on the last day of each year, the last one of the horizon included; no_figure where the
  /// measure has none.
  std::vector<double> waiting_by_year;
  Day wait_month;    // last month in which somebody started
  Summary wait_p50;  // of those who started then, in days
  Summary wait_p90;
  double starts_last_year = 0;
  double in_trajectory_end = 0;
  std::vector<Brake> brakes;  // the strongest first
};

struct PeriodOverview {
  std::string period;  // "2027"
  Summary amount;
  Summary used;
  Summary lapsed;
  double ran_dry = 0;            // share of the replications
  double dry_after = no_figure;  // days into the period, where it did
  Day start;
};

struct ResourceOverview {
  std::string id;
  scenario::Text label;
  scenario::ResourceKind kind = scenario::ResourceKind::places;
  bool binding = true;
  std::vector<PeriodOverview> periods;  // contingents and budgets
  Summary capacity_end;
  Summary occupancy_end;
};

struct Overview {
  std::vector<MeasureOverview> measures;
  std::vector<ResourceOverview> resources;
};

Overview overview_of(const scenario::Scenario& scenario, const RunResult& result);

}  // namespace doorstroom

#include "analysis/waiting_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/competing_risks.hpp"

namespace doorstroom {

namespace {

struct Statistic {
  const char* name;
  const char* unit;
};

constexpr std::array<Statistic, 17> statistics{{
    {"joined", "people"},
    {"share_started", "share"},
    {"share_left", "share"},
    {"share_waiting", "share"},
    {"starters_mean", "days"},
    {"starters_p50", "days"},
    {"starters_p90", "days"},
    {"joiners_p50", "days"},
    {"started_within_90", "share"},
    {"started_within_180", "share"},
    {"started_within_365", "share"},
    {"started_within_730", "share"},
    {"waiting_after_90", "share"},
    {"waiting_after_180", "share"},
    {"waiting_after_365", "share"},
    {"waiting_after_730", "share"},
    {"left_within_365", "share"},
}};

constexpr std::array<DayCount, 4> terms{90, 180, 365, 730};

std::int64_t total(const std::vector<std::int32_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

/// Smallest number of days within which a share of the starters has started.
double starters_quantile(const std::vector<std::int32_t>& started, double p) {
  const auto wanted = static_cast<std::int64_t>(std::ceil(p * static_cast<double>(total(started))));
  std::int64_t seen = 0;
  for (std::size_t day = 0; day < started.size(); ++day) {
    seen += started[day];
    if (seen >= std::max<std::int64_t>(wanted, 1)) return static_cast<double>(day);
  }
  return no_figure;
}

double mean_days(const std::vector<std::int32_t>& counts) {
  double days = 0;
  for (std::size_t day = 0; day < counts.size(); ++day) {
    days += static_cast<double>(day) * counts[day];
  }
  return days / static_cast<double>(total(counts));
}

/// The waits of starters are known only when hardly anybody of the cohort still waits.
constexpr double largest_open_share = 0.02;

/// `initial`: joined before the horizon, so that those who left earlier were never seen; only what
/// became of the others can be said.
void give_cohort(const Cohort& cohort, bool initial, FigureValues& values) {
  if (cohort.joined == 0) {
    values.push_back(0);
    values.insert(values.end(), statistics.size() - 1, no_figure);
    return;
  }
  const auto joined = static_cast<double>(cohort.joined);
  const auto started = static_cast<double>(total(cohort.started));
  const double waiting = static_cast<double>(total(cohort.waiting)) / joined;
  values.insert(values.end(), {joined, started / joined,
                               static_cast<double>(total(cohort.left)) / joined, waiting});
  const bool known = started > 0 && waiting <= largest_open_share;
  values.push_back(known ? mean_days(cohort.started) : no_figure);
  values.push_back(known ? starters_quantile(cohort.started, 0.5) : no_figure);
  values.push_back(known ? starters_quantile(cohort.started, 0.9) : no_figure);
  if (initial) {
    values.insert(values.end(), statistics.size() - 7, no_figure);
    return;
  }
  const Incidence risks = incidence({cohort.started, cohort.left, cohort.waiting});
  values.push_back(risks.day_of_share(0.5));
  for (const DayCount term : terms) values.push_back(risks.started_within(term));
  for (const DayCount term : terms) {
    const double gone = risks.started_within(term) + risks.left_within(term);
    values.push_back(std::isnan(gone) ? no_figure : std::max(0.0, 1 - gone));
  }
  values.push_back(risks.left_within(365));
}

}  // namespace

void WaitingFigures::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "waiting";
  table.dimensions = {"cohort", "measure", "breakdown", "statistic"};
  for (std::size_t m = 0; m < model_.measures.size(); ++m) {
    const Measure& measure = model_.measures[m];
    for (std::size_t cohort = 0; cohort < recorder_.cohorts(); ++cohort) {
      for (const std::string& group : recorder_.groups(m)) {
        for (const Statistic& statistic : statistics) {
          table.keys.push_back(
              {{recorder_.label(cohort), measure.id, group, statistic.name}, statistic.unit});
        }
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void WaitingFigures::give(FigureValues& values) const {
  for (std::size_t measure = 0; measure < model_.measures.size(); ++measure) {
    for (std::size_t cohort = 0; cohort < recorder_.cohorts(); ++cohort) {
      for (std::size_t group = 0; group < recorder_.groups(measure).size(); ++group) {
        give_cohort(recorder_.cohort(measure, cohort, group), cohort == 0, values);
      }
    }
  }
}

}  // namespace doorstroom

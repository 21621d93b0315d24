#include "analysis/durable_figures.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/followed_part.hpp"
#include "model/indicators.hpp"

namespace doorstroom {

namespace {

constexpr std::array<std::int64_t, 5> months_after{6, 12, 24, 36, 60};
constexpr std::array<double, 2> quantiles{0.5, 0.9};
constexpr std::array<Work, works> all_works{Work::nec, Work::nec_or_sec};
constexpr std::array<const char*, works> versions_of_work{"main", "with_sec"};
constexpr std::size_t all = 0;
constexpr std::size_t none = 1;

}  // namespace

DurableFigures::DurableFigures(const Model& model, const Breakdowns& breakdowns,
                               const CycleRules& rules, const FirstDurableJobs& jobs)
    : model_(model),
      jobs_(jobs),
      window_(rules[static_cast<std::size_t>(Version::main)].window),
      years_(model.horizon),
      measures_(NightMap(model).all_of(MeasureKinds::advice)),
      starts_(model.measures.size(), none),
      columns_{{"all", {}, 0}} {
  for (std::size_t i = 0; i < measures_.size(); ++i) starts_[measures_[i]] = none + 1 + i;
  for (const Breakdown& groups : breakdowns.of(std::string(carousel_by))) {
    for (unsigned code = 0; code < groups.labels.size(); ++code) {
      columns_.push_back({groups.labels[code], groups.field, code});
    }
  }
}

std::string DurableFigures::name_of_cohort(std::size_t cohort) const {
  return cohort == all ? "all" : years_.label(cohort - 1);
}

std::string DurableFigures::name_of_start(std::size_t start) const {
  if (start == all) return "all";
  return start == none ? "none" : model_.measures[measures_[start - none - 1]].id;
}

/// Cohorts x measures of first start; the first of each is all of them.
std::vector<FollowUpCounts> DurableFigures::groups(Work work, const Column& column) const {
  const DayCount longest = std::max(window_, days_of_months(months_after.back()));
  std::vector<FollowUpCounts> groups(cohorts() * starts(), FollowUpCounts(longest));
  const std::vector<Profile>& profiles = jobs_.cells().profiles();
  for (const FirstAdvice& advice : jobs_.advices()) {
    if (advice.since > jobs_.last_day()) break;  // they stand in the order of their days
    if (profiles[advice.cell].code(column.field) != column.code) continue;
    const WayToJob way = jobs_.way(advice, work);
    const std::size_t cohort = 1 + years_.of(model_.horizon.start + advice.since);
    const std::size_t start =
        advice.first_start == NightChange::none ? none : starts_[advice.first_start];
    groups[cohort * starts() + start].add(way.fate, way.days);
  }
  for (std::size_t cohort = 1; cohort < cohorts(); ++cohort) {
    for (std::size_t start = 1; start < starts(); ++start) {
      const FollowUpCounts& group = groups[cohort * starts() + start];
      groups[cohort * starts()].add(group);
      groups[start].add(group);
      groups[all].add(group);
    }
  }
  return groups;
}

void DurableFigures::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "durable";
  table.dimensions = {"cohort", "measure", "version", "breakdown", "statistic"};
  const auto add_group = [&](const char* version, const Column& column, std::size_t cohort,
                             std::size_t start) {
    const auto add = [&](const std::string& statistic, const char* unit) {
      table.keys.push_back(
          {{name_of_cohort(cohort), name_of_start(start), version, column.label, statistic}, unit});
    };
    add("advised", "people");
    for (const std::int64_t months : months_after) add(fmt::format("within_{}", months), "share");
    add("never_in_window", "share");
    add("out_in_window", "share");
    for (const double p : quantiles) add(fmt::format("p{:.0f}", 100 * p), "months");
  };
  for (const char* version : versions_of_work) {
    for (const Column& column : columns_) {
      for (std::size_t cohort = 0; cohort < cohorts() && !measures_.empty(); ++cohort) {
        for (std::size_t start = 0; start < starts(); ++start) {
          add_group(version, column, cohort, start);
        }
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void DurableFigures::give_group(FigureValues& values, const FollowUpCounts& group) const {
  values.push_back(static_cast<double>(group.people()));
  const bool anybody = group.people() > 0;
  const Incidence curve = followed_part(group);
  const auto give = [&](double figure) { values.push_back(anybody ? figure : no_figure); };
  for (const std::int64_t months : months_after) give(curve.started_within(days_of_months(months)));
  give(1 - curve.started_within(window_));
  give(curve.left_within(window_));
  for (const double p : quantiles) give(curve.day_of_share(p) / days_per_month);
}

void DurableFigures::give(FigureValues& values) const {
  if (measures_.empty()) return;
  for (const Work work : all_works) {
    for (const Column& column : columns_) {
      for (const FollowUpCounts& group : groups(work, column)) give_group(values, group);
    }
  }
}

}  // namespace doorstroom

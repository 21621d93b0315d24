#include "analysis/limbo_figures.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/followed_part.hpp"

namespace doorstroom {

namespace {

constexpr std::array<std::int64_t, 3> months_after{6, 12, 24};
constexpr std::array<double, 2> quantiles{0.5, 0.9};
constexpr std::size_t all = 0;
constexpr std::size_t at_start = 1;

}  // namespace

LimboFigures::LimboFigures(const Model& model, const Limbo& limbo)
    : model_(model),
      limbo_(limbo),
      years_(model.horizon),
      has_last_resort_(!NightMap(model).all_of(MeasureKinds::last_resort).empty()) {}

std::string LimboFigures::name_of_cohort(std::size_t cohort) const {
  if (cohort == all) return "all";
  return cohort == at_start ? "at_start" : years_.label(cohort - at_start - 1);
}

/// By cohort. All of them are those whose beginning was seen.
std::vector<FollowUpCounts> LimboFigures::groups() const {
  std::vector<FollowUpCounts> groups(cohorts(), FollowUpCounts(model_.horizon.days()));
  for (const LimboStay& stay : limbo_.stays()) {
    const DayCount last = model_.horizon.days() - 1;
    const DayCount days = (stay.fate == Fate::open ? last : stay.until) - stay.since;
    const std::size_t year = at_start + 1 + years_.of(model_.horizon.start + stay.since);
    groups[stay.was_there ? at_start : year].add(stay.fate, days);
    if (!stay.was_there) groups[all].add(stay.fate, days);
  }
  return groups;
}

void LimboFigures::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "limbo";
  table.dimensions = {"cohort", "statistic"};
  for (std::size_t cohort = 0; cohort < cohorts() && has_last_resort_; ++cohort) {
    const auto add = [&](const std::string& statistic, const char* unit) {
      table.keys.push_back({{name_of_cohort(cohort), statistic}, unit});
    };
    add("advised", "people");
    for (const std::int64_t months : months_after) {
      add(fmt::format("in_limbo_after_{}", months), "share");
      add(fmt::format("secured_within_{}", months), "share");
    }
    for (const double p : quantiles) add(fmt::format("secured_p{:.0f}", 100 * p), "months");
  }
  layout.tables.push_back(std::move(table));
}

void LimboFigures::give(FigureValues& values) const {
  if (!has_last_resort_) return;
  for (const FollowUpCounts& group : groups()) {
    values.push_back(static_cast<double>(group.people()));
    const bool anybody = group.people() > 0;
    const Incidence curve = followed_part(group);
    const auto give = [&](double figure) { values.push_back(anybody ? figure : no_figure); };
    for (const std::int64_t months : months_after) {
      const DayCount days = days_of_months(months);
      give(1 - curve.started_within(days) - curve.left_within(days));
      give(curve.started_within(days));
    }
    for (const double p : quantiles) give(curve.day_of_share(p) / days_per_month);
  }
}

}  // namespace doorstroom

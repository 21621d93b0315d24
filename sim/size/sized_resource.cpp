#include "size/sized_resource.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/contracts.hpp"
#include "scenario/paths.hpp"

namespace doorstroom {

namespace {

using scenario::Path;

int period_months(const scenario::Resource& resource) {
  if (resource.per_year) return 12;
  if (resource.per_quarter) return 3;
  return resource.per_month ? 1 : 0;
}

/// The day whose value holds on `day`: what is renewed keeps its amount for a whole period, also
/// where its path is a line.
Day day_of_amount(const scenario::Resource& resource, const Path& path, Day day) {
  const int months = period_months(resource);
  if (months == 0 || path.interpolate == scenario::Interpolation::step) return day;
  const int month = month_number(day);
  return std::max(first_of_month(month - month % months), path.entries.front().from);
}

/// What a path says on a day, with the evidence of the entry where it is that entry's value.
scenario::Quantity quantity_on(const Path& path, Day day) {
  const double value = scenario::value_on(path, day);
  const auto after = std::ranges::upper_bound(path.entries, day, {}, &Path::Entry::from);
  if (after != path.entries.begin() && std::prev(after)->value.value == value) {
    return std::prev(after)->value;
  }
  scenario::Quantity quantity{value, {}};
  quantity.evidence.status = scenario::Standing::derived;
  quantity.evidence.source = "the path of the scenario that is extended";
  return quantity;
}

scenario::Quantity found(double level) {
  scenario::Quantity quantity{level, {}};
  quantity.evidence.status = scenario::Standing::derived;
  quantity.evidence.source = "found by doorstroom size";
  return quantity;
}

/// The power of ten that is at most a thousandth of what there is.
double step_of_money(const Levels& present) {
  const double least = *std::ranges::min_element(present);
  constexpr double parts = 1000;
  if (least < 10 * parts) return 1;
  return std::pow(10, std::floor(std::log10(least / parts)));
}

}  // namespace

const Path* path_of(const scenario::Resource& resource) {
  if (resource.unlimited || resource.share_of) return nullptr;
  if (resource.level) return &*resource.level;
  if (resource.per_year) return &*resource.per_year;
  if (resource.per_quarter) return &*resource.per_quarter;
  return resource.per_month ? &*resource.per_month : nullptr;
}

Path* path_of(scenario::Resource& resource) {
  return const_cast<Path*>(path_of(std::as_const(resource)));
}

SizedResource::SizedResource(const scenario::Scenario& scenario, std::size_t resource,
                             std::vector<int> years)
    : scenario_(scenario), resource_(resource), years_(std::move(years)) {
  const scenario::Resource& sized = scenario.resources[resource];
  EXPECTS(!years_.empty() && path_of(sized) != nullptr);
  for (const int year : years_) {
    present_.push_back(scenario::value_on(*path_of(sized), day_of(year, 1, 1)));
  }
  const bool money = sized.kind == scenario::ResourceKind::budget;
  step_ = money ? step_of_money(present_) : std::max(1.0, std::round(1 / scenario.scale));
}

Path SizedResource::path(const Levels& levels) const {
  EXPECTS(levels.size() == years_.size());
  const scenario::Resource& resource = scenario_.resources[resource_];
  const Path& now = *path_of(resource);
  const auto position = [&](Day day) { return std::ranges::find(years_, civil(day).year); };
  const std::vector<Day> changes = scenario::change_days(now, scenario_.horizon);
  std::set<Day> days(changes.begin(), changes.end());
  for (const int year : years_) {
    days.insert(day_of(year, 1, 1));
    const Day next = day_of(year + 1, 1, 1);
    if (next < scenario_.horizon.end) days.insert(next);
  }
  Path path;
  for (const Day day : days) {
    const auto sized = position(day);
    if (sized == years_.end()) {
      if (day < now.entries.front().from) continue;  // there is no such resource yet
      path.entries.push_back({day, quantity_on(now, day_of_amount(resource, now, day))});
    } else if (day == day_of(*sized, 1, 1)) {
      path.entries.push_back(
          {day, found(levels[static_cast<std::size_t>(sized - years_.begin())])});
    }
  }
  return path;
}

scenario::Scenario SizedResource::with(const Levels& levels, Day end) const {
  scenario::Scenario candidate = scenario_;
  candidate.horizon.end = std::min(end, scenario_.horizon.end);
  *path_of(candidate.resources[resource_]) = path(levels);
  return candidate;
}

}  // namespace doorstroom

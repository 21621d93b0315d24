#include "scenario/paths.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace doorstroom::scenario {

double value_on(const Path& path, Day day) {
  const auto after = std::ranges::upper_bound(path.entries, day, {}, &Path::Entry::from);
  if (after == path.entries.begin()) return 0;
  const Path::Entry& now = *std::prev(after);
  if (after == path.entries.end()) {
    if (!path.growth || now.from == always) return now.value.value;
    const int years = civil(day).year - civil(now.from).year;
    return now.value.value * std::pow(1 + path.growth->value, years);
  }
  if (path.interpolate == Interpolation::step) return now.value.value;
  const double part = static_cast<double>(day - now.from) / (after->from - now.from);
  return now.value.value + part * (after->value.value - now.value.value);
}

std::vector<Day> change_days(const Path& path, Horizon horizon) {
  std::set<Day> days{horizon.start};
  for (const Path::Entry& entry : path.entries) {
    if (entry.from > horizon.start && entry.from < horizon.end) days.insert(entry.from);
  }
  const bool linear = path.interpolate == Interpolation::linear;
  if (linear || path.growth) {
    for (int m = month_number(horizon.start) + 1; m <= month_number(horizon.end - 1); ++m) {
      const Day first = first_of_month(m);
      if (linear || civil(first).month == 1) days.insert(first);
    }
  }
  return {days.begin(), days.end()};
}

double people_a_year(const Arrivals& arrivals, Day day) {
  const double factor = arrivals.factor ? value_on(*arrivals.factor, day) : 1.0;
  return value_on(arrivals.per_year, day) * factor;
}

std::vector<Day> change_days(const Arrivals& arrivals, Horizon horizon) {
  const std::vector<Day> own = change_days(arrivals.per_year, horizon);
  if (!arrivals.factor) return own;
  std::set<Day> days(own.begin(), own.end());
  for (const Day day : change_days(*arrivals.factor, horizon)) days.insert(day);
  return {days.begin(), days.end()};
}

}  // namespace doorstroom::scenario

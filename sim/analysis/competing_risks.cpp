#include "analysis/competing_risks.hpp"

#include <algorithm>
#include <numeric>

#include "doorstroom/figures.hpp"

namespace doorstroom {

namespace {

std::int64_t at(std::span<const std::int32_t> counts, std::size_t day) {
  return day < counts.size() ? counts[day] : 0;
}

std::int64_t total(std::span<const std::int32_t> counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

double within(const std::vector<double>& incidence, DayCount followed, DayCount days) {
  if (days > followed || incidence.empty()) return no_figure;
  return incidence[std::min(static_cast<std::size_t>(days), incidence.size() - 1)];
}

}  // namespace

FollowUpCounts::Counts& FollowUpCounts::of(Fate fate) {
  if (fate == Fate::happened) return happened_;
  return fate == Fate::left ? left_ : open_;
}

void FollowUpCounts::add(Fate fate, DayCount days) {
  Counts& counts = of(days > longest_ ? Fate::open : fate);
  const auto day = static_cast<std::size_t>(std::min(days, longest_));
  if (counts.size() <= day) counts.resize(day + 1, 0);
  ++counts[day];
  ++people_;
}

void FollowUpCounts::add(const FollowUpCounts& others) {
  people_ += others.people_;
  const auto add_each = [](Counts& sum, const Counts& more) {
    if (sum.size() < more.size()) sum.resize(more.size(), 0);
    for (std::size_t day = 0; day < more.size(); ++day) sum[day] += more[day];
  };
  add_each(happened_, others.happened_);
  add_each(left_, others.left_);
  add_each(open_, others.open_);
}

Incidence incidence(const FollowUp& group) {
  Incidence result;
  const std::size_t days =
      std::max({group.started.size(), group.left.size(), group.censored.size()});
  std::int64_t at_risk = total(group.started) + total(group.left) + total(group.censored);
  double waiting = 1;
  double started = 0;
  double left = 0;
  for (std::size_t day = 0; day < days; ++day) {
    if (at_risk > 0) {
      const auto risk = static_cast<double>(at_risk);
      const std::int64_t starts = at(group.started, day);
      const std::int64_t leaves = at(group.left, day);
      started += waiting * static_cast<double>(starts) / risk;
      left += waiting * static_cast<double>(leaves) / risk;
      waiting *= 1 - static_cast<double>(starts + leaves) / risk;
      at_risk -= starts + leaves + at(group.censored, day);
    }
    result.started.push_back(started);
    result.left.push_back(left);
  }
  // Where nobody is left to follow, everything is known for good.
  const bool complete = total(group.censored) == 0;
  result.followed = complete ? never.since_epoch : static_cast<DayCount>(group.censored.size()) - 1;
  return result;
}

double Incidence::started_within(DayCount days) const {
  return within(started, followed, days);
}

double Incidence::left_within(DayCount days) const {
  return within(left, followed, days);
}

double Incidence::day_of_share(double p) const {
  const auto reached = std::ranges::lower_bound(started, p);
  return reached == started.end() ? no_figure : static_cast<double>(reached - started.begin());
}

}  // namespace doorstroom

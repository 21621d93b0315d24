#include "analysis/followed_part.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

std::int64_t at(std::span<const std::int32_t> counts, std::size_t day) {
  return day < counts.size() ? counts[day] : 0;
}

/// On one day events come before the end of a follow-up, as in the incidence.
std::size_t last_day_followed(const FollowUpCounts& group) {
  const FollowUp counts = group.counts();
  std::int64_t at_risk = group.people();
  double followed = 1;
  for (std::size_t day = 0; day < counts.censored.size(); ++day) {
    at_risk -= at(counts.started, day) + at(counts.left, day);
    if (counts.censored[day] == 0) continue;
    followed *= 1 - static_cast<double>(counts.censored[day]) / static_cast<double>(at_risk);
    at_risk -= counts.censored[day];
    if (followed < least_followed) return day;
  }
  return counts.censored.size() - 1;
}

}  // namespace

Incidence followed_part(const FollowUpCounts& group) {
  Incidence curve = incidence(group.counts());
  const bool is_complete = group.counts().censored.empty();
  if (is_complete) return curve;
  const std::size_t last = last_day_followed(group);
  curve.followed = static_cast<DayCount>(last);
  const std::size_t known = std::min(last + 1, curve.started.size());
  curve.started.resize(known);
  curve.left.resize(known);
  return curve;
}

}  // namespace doorstroom

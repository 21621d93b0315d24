#include "support/stays.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom::tests {

void Stays::fold(const EventBlock& block) {
  for (const Event& event : block.events) {
    if (event.kind != EventKind::status_changed || event.other != status_.position()) continue;
    const bool began_within = block.day - event.amount >= model_.horizon.start + 1;
    if (began_within) ended_.push_back(event.amount);
  }
}

void Stays::close(const PeopleStore& people, const Accounts& /*accounts*/) {
  for (Slot slot = 0; slot < people.slots(); ++slot) {
    const Person& person = people[slot];
    if (!person.exists() || person.gone || person.status != status_) continue;
    if (person.status_since < model_.horizon.start + 1) continue;
    going_on_.push_back(model_.horizon.end - person.status_since);
  }
}

Survival Stays::longer_than(DayCount days) const {
  std::vector<DayCount> ended = ended_;
  std::vector<DayCount> all = ended_;
  all.insert(all.end(), going_on_.begin(), going_on_.end());
  std::ranges::sort(ended);
  std::ranges::sort(all);
  double share = 1;
  double greenwood = 0;
  for (auto at = ended.begin(); at != ended.end() && *at <= days;) {
    const auto next = std::upper_bound(at, ended.end(), *at);
    const auto exits = static_cast<double>(next - at);
    const auto at_risk = static_cast<double>(all.end() - std::ranges::lower_bound(all, *at));
    share *= 1 - exits / at_risk;
    if (at_risk > exits) greenwood += exits / (at_risk * (at_risk - exits));
    at = next;
  }
  return {share, share * std::sqrt(greenwood)};
}

}  // namespace doorstroom::tests

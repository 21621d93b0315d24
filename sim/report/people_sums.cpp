#include "report/people_sums.hpp"

namespace doorstroom {

PeopleSums::PeopleSums(const Comparison& comparison) {
  for (std::size_t i = 0; i < comparison.people.keys.size(); ++i) {
    const std::vector<std::string>& of = comparison.people.keys[i].values;
    if (of[1] != "all") continue;
    sums_[of[0] + ' ' + of[2]] += comparison.people_figures[i].mean;
    sums_[of[0] + ' ' + of[2] + ' ' + of[3]] += comparison.people_figures[i].mean;
  }
}

double PeopleSums::of(const std::string& reach, const std::string& indicator,
                      const std::string& subject) const {
  const auto at = sums_.find(reach + ' ' + indicator + (subject.empty() ? "" : ' ' + subject));
  return at == sums_.end() ? 0 : at->second;
}

}  // namespace doorstroom

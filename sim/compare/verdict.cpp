#include "compare/verdict.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::nothing:
      return "";
    case Verdict::same:
      return "same";
    case Verdict::noise:
      return "noise";
    case Verdict::more:
      return "more";
    case Verdict::less:
      return "less";
    case Verdict::one_of_each:
      break;
  }
  return "unknown";
}

Verdict verdict_of(const Summary& difference, double confidence) {
  if (difference.replications == 0) return Verdict::nothing;
  const bool varies = difference.sd > 0;
  if (difference.mean == 0 && !varies) return Verdict::same;
  if (difference.replications == 1) return Verdict::one_of_each;
  const Interval interval = interval_of_mean(difference, confidence);
  if (interval.contains(0)) return Verdict::noise;
  return difference.mean > 0 ? Verdict::more : Verdict::less;
}

double variance_ratio(const Summary& base, const Summary& alternative, const Summary& difference) {
  const double apart = base.sd * base.sd + alternative.sd * alternative.sd;
  const double paired = difference.sd * difference.sd;
  return apart > 0 && paired > 0 ? apart / paired : no_figure;
}

double median_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return no_figure;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace doorstroom

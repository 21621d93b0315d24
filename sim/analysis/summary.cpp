#include "analysis/summary.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

namespace {

double percentile(const std::vector<double>& sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Summary summarise(std::span<const double> values) {
  Summary summary;
  std::vector<double> given;
  std::ranges::copy_if(values, std::back_inserter(given), [](double v) { return !std::isnan(v); });
  summary.replications = given.size();
  if (given.empty()) return summary;
  const auto n = static_cast<double>(given.size());
  // From the first value on, so that a figure that never varies has exactly no deviation.
  const double first = given.front();
  double sum = 0;
  for (const double value : given) sum += value - first;
  summary.mean = first + sum / n;
  if (given.size() > 1) {
    double squares = 0;
    for (const double value : given) squares += (value - summary.mean) * (value - summary.mean);
    summary.sd = std::sqrt(squares / (n - 1));
  }
  if (given.size() >= fewest_for_percentiles) {
    std::ranges::sort(given);
    summary.p05 = percentile(given, 0.05);
    summary.p50 = percentile(given, 0.50);
    summary.p95 = percentile(given, 0.95);
  }
  return summary;
}

}  // namespace doorstroom

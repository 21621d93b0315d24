#include "report/sentences.hpp"

#include <cmath>

#include "analysis/intervals.hpp"

namespace doorstroom {

std::string interval_in_words(Language l, const Summary& difference, double confidence,
                              int decimals) {
  const Interval interval = interval_of_mean(difference, confidence);
  if (std::isnan(interval.low)) return {};
  if (difference.sd == 0) {
    return l == Language::nl ? " (in elke replicatie)" : " (in every replication)";
  }
  double low = interval.low;
  double high = interval.high;
  if (high <= 0) {
    low = -interval.high;
    high = -interval.low;
  }
  return fmt::format(" ({} {} {})", number(l, low, decimals), l == Language::nl ? "tot" : "to",
                     number(l, high, decimals));
}

}  // namespace doorstroom

#include "report/finding_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace doorstroom {

namespace {

constexpr double small_share = 0.1;

int decimals_for(double share) {
  return std::abs(share) < small_share ? 1 : 0;
}

}  // namespace

std::string band(Language l, const Summary& s) {
  if (std::isnan(s.p05)) return {};
  const std::string low = number(l, s.p05);
  const std::string high = number(l, s.p95);
  return low == high ? std::string() : fmt::format(" ({}–{})", low, high);
}

std::string share_text(Language l, double share) {
  return percent(l, share, decimals_for(share));
}

std::string percent_band(Language l, const Summary& s) {
  if (std::isnan(s.p05)) return {};
  const int decimals = decimals_for(s.p05);
  const std::string low = number(l, s.p05 * 100, decimals);
  const std::string high = number(l, s.p95 * 100, decimals);
  return low == high ? std::string() : fmt::format(" ({}–{} %)", low, high);
}

std::string enumerated(Language l, const std::vector<scenario::Text>& labels,
                       const std::vector<std::string>& ids) {
  constexpr std::size_t most = 3;
  const std::size_t named = labels.size() > most + 1 ? most : labels.size();
  std::string text;
  for (std::size_t i = 0; i < named; ++i) {
    const bool is_last = i + 1 == labels.size();
    if (i > 0) text += is_last ? either(l, " en ", " and ") : ", ";
    text += label_or(l, labels[i], ids[i]);
  }
  if (named < labels.size()) {
    text += fmt::format("{}{}{}", either(l, " en ", " and "), labels.size() - named,
                        either(l, " andere", " others"));
  }
  return text;
}

}  // namespace doorstroom

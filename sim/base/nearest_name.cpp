#include "base/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace doorstroom {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = last;
    last = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string nearest_name(std::string_view wrong, std::span<const std::string> names) {
  constexpr std::size_t longest_compared = 200;
  if (wrong.size() > longest_compared) return {};
  std::size_t best = wrong.size() / 3 + 2;  // farther off is another word, not a slip
  std::string nearest;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(wrong, name);
    const bool contained = wrong.size() >= 3 && name.find(wrong) != std::string::npos;
    const std::size_t rank = contained ? std::min<std::size_t>(distance, 1) : distance;
    if (rank < best) {
      best = rank;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace doorstroom

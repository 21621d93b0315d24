#include "base/nearest_name.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

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

std::string plain_name(std::string_view name) {
  std::string plain(name);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-' || c == ' ') c = '_';
  }
  return plain;
}

namespace {

/// Is it a good part of the whole?
bool contains(std::string_view whole, std::string_view part) {
  constexpr std::size_t shortest = 3;
  return part.size() >= shortest && part.size() * 3 >= whole.size() &&
         whole.find(part) != std::string_view::npos;
}

}  // namespace

std::string nearest_name(std::string_view wrong, std::span<const std::string> names) {
  constexpr std::size_t longest_compared = 200;
  if (wrong.size() > longest_compared) return {};
  const std::string wrong_name = plain_name(wrong);
  // Farther off is another word, not a slip.
  std::size_t best = std::max<std::size_t>(1, (wrong.size() + 1) / 3) + 1;
  std::string nearest;
  for (const std::string& name : names) {
    const std::string known = plain_name(name);
    std::size_t distance = edit_distance(wrong_name, known);
    if (distance >= std::max(wrong_name.size(), known.size())) continue;  // nothing in common
    const bool part = contains(known, wrong_name) || contains(wrong_name, known);
    if (part) distance = std::min<std::size_t>(distance, 1);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string> names) {
  const std::string nearest = nearest_name(wrong, names);
  return nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest);
}

std::string listed(std::span<const std::string> names) {
  constexpr std::size_t most = 30;
  if (names.size() < 2) return names.empty() ? "" : names.front();
  if (names.size() > most) {
    return fmt::format("{} and {} more", fmt::join(names.first(most), ", "), names.size() - most);
  }
  return fmt::format("{} and {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

std::string did_you_mean_or(std::string_view wrong, std::span<const std::string> names,
                            std::string_view lead) {
  const std::string nearest = did_you_mean(wrong, names);
  if (!nearest.empty() || names.empty()) return nearest;
  return fmt::format("{} {}", lead, listed(names));
}

}  // namespace doorstroom

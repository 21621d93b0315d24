#include "report/text_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace doorstroom {

namespace {

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string aligned(const std::vector<TextRow>& rows) {
  std::vector<std::size_t> widths;
  for (const TextRow& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(row[c]));
  }
  std::string text;
  for (const TextRow& row : rows) {
    std::string line = "  ";
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string padding(widths[c] - width(row[c]), ' ');
      line += c == 0 ? row[c] + padding : "   " + padding + row[c];
    }
    text += line.erase(line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string sparkline(const std::vector<double>& values) {
  constexpr std::array<const char*, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  double highest = 0;
  for (const double value : values) {
    if (!std::isnan(value)) highest = std::max(highest, value);
  }
  std::string text;
  for (const double value : values) {
    if (std::isnan(value)) {
      text += "·";
      continue;
    }
    const double share = highest > 0 ? std::clamp(value / highest, 0.0, 1.0) : 0;
    text += bars[static_cast<std::size_t>(std::lround(share * (bars.size() - 1)))];
  }
  return text;
}

}  // namespace doorstroom

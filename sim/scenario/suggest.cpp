#include "scenario/suggest.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "doorstroom/calendar.hpp"

namespace doorstroom::scenario {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Without a word at one of its ends.
std::string_view without(std::string_view text, std::string_view word) {
  if (text.starts_with(word)) text.remove_prefix(word.size());
  if (text.ends_with(word)) text.remove_suffix(word.size());
  return trimmed(text);
}

std::optional<double> parsed(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// A number as it is written in Dutch or in JSON: "1.320", "0,14", "1320".
std::optional<double> number_in_words(std::string_view text) {
  std::string plain(text);
  std::erase(plain, ' ');
  if (looks_like_thousands(plain) || plain.find(',') != std::string::npos) {
    std::erase(plain, '.');
  }
  std::ranges::replace(plain, ',', '.');
  return parsed(plain);
}

std::string written(double value) {
  // Twelve digits hide what dividing by a hundred does to the last ones.
  return fmt::format("{:.12g}", value);
}

struct Unit {
  std::string_view written;
  std::string_view name;
};

constexpr std::array<Unit, 26> units{
    {{"days", "days"},    {"day", "days"},      {"dagen", "days"},   {"dag", "days"},
     {"d", "days"},       {"weeks", "weeks"},   {"week", "weeks"},   {"weken", "weeks"},
     {"w", "weeks"},      {"months", "months"}, {"month", "months"}, {"maanden", "months"},
     {"maand", "months"}, {"mnd", "months"},    {"mo", "months"},    {"m", "months"},
     {"mois", "months"},  {"years", "years"},   {"year", "years"},   {"jaren", "years"},
     {"jaar", "years"},   {"yrs", "years"},     {"yr", "years"},     {"j", "years"},
     {"y", "years"},      {"", "months"}}};

}  // namespace

bool looks_like_thousands(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point == 0 || point > 3 || text.front() == '0') {
    return false;
  }
  if (!std::ranges::all_of(text.substr(0, point), is_digit)) return false;
  // One or more groups of three digits.
  for (std::string_view rest = text.substr(point); !rest.empty(); rest.remove_prefix(4)) {
    if (rest.size() < 4 || rest[0] != '.') return false;
    if (!std::ranges::all_of(rest.substr(1, 3), is_digit)) return false;
  }
  return true;
}

std::string without_points(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '.');
  return plain;
}

std::string suggest_without_point(std::string_view text) {
  if (!looks_like_thousands(text)) return {};
  return "thousands are written without a point: " + without_points(text);
}

std::string suggest_number(std::string_view text) {
  text = without(without(without(trimmed(text), "€"), "EUR"), "euro");
  const bool per_cent = text.ends_with('%');
  if (per_cent) text = trimmed(text.substr(0, text.size() - 1));
  const auto value = number_in_words(text);
  if (!value) return {};
  return fmt::format("write {}", written(per_cent ? *value / 100 : *value));
}

std::string suggest_span(std::string_view text) {
  text = trimmed(text);
  const auto end =
      std::ranges::find_if_not(text, [](char c) { return is_digit(c) || c == '.' || c == ','; });
  const auto length = static_cast<std::size_t>(end - text.begin());
  const auto value = number_in_words(text.substr(0, length));
  if (!value || length == 0) return {};
  std::string word(trimmed(text.substr(length)));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto unit = std::ranges::find(units, std::string_view(word), &Unit::written);
  if (unit == units.end()) return {};
  return fmt::format("write \"{} {}\"", written(*value), unit->name);
}

std::string suggest_growth(std::string_view text) {
  text = trimmed(text);
  const std::size_t end = text.find_first_not_of("-0123456789.,");
  const auto value = number_in_words(text.substr(0, end));
  const bool per_cent =
      text.find('%') != std::string_view::npos || text.find("ercent") != std::string_view::npos;
  return value && per_cent ? fmt::format("write \"{} % a year\"", written(*value)) : "";
}

std::string suggest_date(std::string_view text) {
  std::vector<std::string> groups{""};
  for (const char c : text) {
    if (is_digit(c))
      groups.back() += c;
    else if (c == '-' || c == '/' || c == '.' || c == ' ')
      groups.emplace_back();
    else
      return {};
  }
  if (groups.size() == 1 && text.size() == 4) return fmt::format("write \"{}-01-01\"", text);
  if (groups.size() != 3) return {};
  if (groups[0].size() != 4) std::swap(groups[0], groups[2]);  // day, month, year
  const bool usable = groups[0].size() == 4 && !groups[1].empty() && groups[1].size() < 3 &&
                      !groups[2].empty() && groups[2].size() < 3;
  if (!usable) return {};
  const std::string date = fmt::format("{}-{:0>2}-{:0>2}", groups[0], groups[1], groups[2]);
  return parse_date(date) ? fmt::format("write \"{}\"", date) : "there is no such day";
}

std::string bound_text(double bound) {
  constexpr double exact = 9007199254740992.0;
  const bool whole = bound == std::floor(bound) && std::abs(bound) < exact;
  return whole ? fmt::format("{}", static_cast<long long>(bound)) : fmt::format("{:g}", bound);
}

}  // namespace doorstroom::scenario

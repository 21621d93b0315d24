#include "doorstroom/calendar.hpp"

#include <charconv>

#include <fmt/core.h>

namespace doorstroom {

std::string iso_date(Day day) {
  const CivilDate date = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string iso_month(Day day) {
  const CivilDate date = civil(day);
  return fmt::format("{:04}-{:02}", date.year, date.month);
}

namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

}  // namespace doorstroom

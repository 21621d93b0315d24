// The real calendar in days. Every date in Doorstroom is a Day; every span is a DayCount.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace doorstroom {

/// A span in whole days.
using DayCount = std::int32_t;

/// Mean length of a month in days, where a monthly rate or a stay in months needs one.
inline constexpr double days_per_month = 30.4375;
/// Mean length of a year in days.
inline constexpr double days_per_year = 365.25;

/// One calendar day, counted from 1 January 1970.
struct Day {
  std::int32_t since_epoch = 0;

  friend constexpr auto operator<=>(Day, Day) = default;
  friend constexpr Day operator+(Day day, DayCount span) { return {day.since_epoch + span}; }
  friend constexpr Day operator-(Day day, DayCount span) { return {day.since_epoch - span}; }
  friend constexpr DayCount operator-(Day later, Day earlier) {
    return later.since_epoch - earlier.since_epoch;
  }
  constexpr Day& operator++() {
    ++since_epoch;
    return *this;
  }
};

/// Later than every date that is simulated: "not planned".
inline constexpr Day never{std::numeric_limits<std::int32_t>::max()};
/// Earlier than every date that is simulated.
inline constexpr Day always{std::numeric_limits<std::int32_t>::min() / 2};

/// A date in year, month (1-12) and day of the month (1-31).
struct CivilDate {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;

  friend constexpr auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

constexpr CivilDate civil(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.since_epoch}}};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

/// The day of a valid date; see parse_date for text that may not be one.
constexpr Day day_of(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days days{std::chrono::year{year} / std::chrono::month{month} /
                                   std::chrono::day{day}};
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

constexpr bool is_first_of_month(Day day) {
  return civil(day).day == 1;
}
constexpr bool is_last_of_month(Day day) {
  return civil(day + 1).day == 1;
}

/// Months since January of year 0: consecutive months differ by one.
constexpr int month_number(Day day) {
  const CivilDate date = civil(day);
  return date.year * 12 + static_cast<int>(date.month) - 1;
}

/// First day of the month with that number (see month_number).
constexpr Day first_of_month(int month_number) {
  return day_of(month_number / 12, static_cast<unsigned>(month_number % 12) + 1, 1);
}

constexpr DayCount days_in_year(int year) {
  return day_of(year + 1, 1, 1) - day_of(year, 1, 1);
}

/// "2019-01-31".
std::string iso_date(Day day);
/// "2019-01".
std::string iso_month(Day day);
/// Reads "2019-01-31"; nothing if the text is not such a date or the date does not exist.
std::optional<Day> parse_date(std::string_view text);

/// The simulated time: from the start of `start` up to, but not including, `end`.
struct Horizon {
  Day start;
  Day end;

  friend constexpr auto operator<=>(const Horizon&, const Horizon&) = default;
  [[nodiscard]] constexpr DayCount days() const { return end - start; }
  [[nodiscard]] constexpr bool contains(Day day) const { return start <= day && day < end; }
  /// Number of calendar months that the horizon touches.
  [[nodiscard]] constexpr int months() const {
    return month_number(end - 1) - month_number(start) + 1;
  }
};

}  // namespace doorstroom

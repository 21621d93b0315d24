#include "doorstroom/calendar.hpp"

#include <array>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

constexpr Day first = day_of(1900, 1, 1);
constexpr Day last = day_of(2200, 12, 31);

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

unsigned length_of_month(int year, unsigned month) {
  constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return lengths.at(month - 1) + (month == 2 && is_leap(year) ? 1 : 0);
}

/// The date after a date, counted on the fingers.
CivilDate next(CivilDate date) {
  if (++date.day <= length_of_month(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  return {date.year + 1, 1, 1};
}

TEST(Calendar, CountsFromTheFirstOfJanuary1970) {
  EXPECT_EQ(day_of(1970, 1, 1).since_epoch, 0);
  EXPECT_EQ(day_of(1969, 12, 31).since_epoch, -1);
  EXPECT_EQ(day_of(2000, 3, 1).since_epoch, 11'017);
  EXPECT_EQ(civil(Day{0}), (CivilDate{1970, 1, 1}));
}

TEST(Calendar, NamesEveryDayFrom1900To2200AndFindsItBack) {
  CivilDate date{1900, 1, 1};
  for (Day day = first; day <= last; ++day, date = next(date)) {
    ASSERT_EQ(civil(day), date) << iso_date(day);
    ASSERT_EQ(day_of(date.year, date.month, date.day), day);
    ASSERT_EQ(parse_date(iso_date(day)), day);
    ASSERT_EQ(is_first_of_month(day), date.day == 1);
    ASSERT_EQ(is_last_of_month(day), next(date).day == 1);
  }
}

TEST(Calendar, HasThe29thOfFebruaryInLeapYearsOnly) {
  EXPECT_EQ(civil(day_of(2024, 2, 28) + 1), (CivilDate{2024, 2, 29}));
  EXPECT_EQ(civil(day_of(2023, 2, 28) + 1), (CivilDate{2023, 3, 1}));
  EXPECT_EQ(civil(day_of(2000, 2, 28) + 1), (CivilDate{2000, 2, 29}));
  EXPECT_EQ(civil(day_of(2100, 2, 28) + 1), (CivilDate{2100, 3, 1}));
  EXPECT_TRUE(is_last_of_month(day_of(2024, 2, 29)));
  EXPECT_FALSE(is_last_of_month(day_of(2024, 2, 28)));
  EXPECT_TRUE(is_last_of_month(day_of(2100, 2, 28)));
}

TEST(Calendar, GivesEveryYearItsLength) {
  for (int year = 1900; year <= 2200; ++year) {
    ASSERT_EQ(days_in_year(year), is_leap(year) ? 366 : 365) << year;
  }
}

TEST(Calendar, NumbersTheMonthsOneByOne) {
  EXPECT_EQ(month_number(day_of(2000, 1, 31)), 24'000);
  EXPECT_EQ(month_number(day_of(1999, 12, 31)), 23'999);
  for (Day day = first; day < last; ++day) {
    const int step = month_number(day + 1) - month_number(day);
    ASSERT_EQ(step, is_last_of_month(day) ? 1 : 0) << iso_date(day);
  }
}

TEST(Calendar, FindsTheFirstDayOfANumberedMonth) {
  for (int month = month_number(first); month <= month_number(last); ++month) {
    const Day day = first_of_month(month);
    ASSERT_TRUE(is_first_of_month(day));
    ASSERT_EQ(month_number(day), month);
  }
}

TEST(Day, AddsSubtractsAndCompares) {
  const Day day = day_of(2024, 2, 28);
  EXPECT_EQ(day + 2, day_of(2024, 3, 1));
  EXPECT_EQ(day - 59, day_of(2023, 12, 31));
  EXPECT_EQ(day_of(2025, 1, 1) - day_of(2024, 1, 1), 366);
  EXPECT_EQ(day_of(2024, 1, 1) - day_of(2025, 1, 1), -366);
  EXPECT_LT(day, day + 1);
  Day tomorrow = day;
  EXPECT_EQ(++tomorrow, day + 1);
}

TEST(Day, HasBoundsOutsideEverySimulatedTime) {
  EXPECT_LT(always, first);
  EXPECT_LT(last, never);
  EXPECT_GT(first - always, 0);
  EXPECT_GT(never - last, 0);
}

TEST(IsoDate, PadsWithZeros) {
  EXPECT_EQ(iso_date(day_of(2019, 1, 5)), "2019-01-05");
  EXPECT_EQ(iso_month(day_of(2019, 1, 5)), "2019-01");
  EXPECT_EQ(iso_date(day_of(987, 11, 30)), "0987-11-30");
}

TEST(ParseDate, ReadsDates) {
  EXPECT_EQ(parse_date("2019-01-31"), day_of(2019, 1, 31));
  EXPECT_EQ(parse_date("1970-01-01"), Day{0});
  EXPECT_EQ(parse_date("2024-02-29"), day_of(2024, 2, 29));
  EXPECT_EQ(parse_date("9999-12-31"), day_of(9999, 12, 31));
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text : {"",
                           "2019",
                           "2019-01",
                           "2019-1-31",
                           "2019-01-3",
                           "2019-01-311",
                           " 2019-01-31",
                           "2019-01-31 ",
                           "2019/01/31",
                           "31-01-2019",
                           "20190131",
                           "2019-01-3x",
                           "x019-01-31",
                           "2019-0a-31",
                           "+019-01-31",
                           "-019-01-31",
                           "2019--1-31",
                           "2019-+1-31",
                           "2019-01--1",
                           "2019-01-31T00:00",
                           "2019_01_31",
                           "2019-01-\xD9\xA3"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
  EXPECT_FALSE(parse_date(std::string_view("2019-01-3\0", 10)).has_value());
}

TEST(ParseDate, RefusesDatesThatDoNotExist) {
  for (const char* text : {"2019-00-10", "2019-13-10", "2019-01-00", "2019-01-32", "2019-04-31",
                           "2019-02-29", "2023-02-29", "2100-02-29", "2024-02-30", "2024-99-99"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
}

TEST(Horizon, IsHalfOpen) {
  const Horizon horizon{day_of(2019, 1, 1), day_of(2020, 1, 1)};
  EXPECT_EQ(horizon.days(), 365);
  EXPECT_FALSE(horizon.contains(day_of(2018, 12, 31)));
  EXPECT_TRUE(horizon.contains(day_of(2019, 1, 1)));
  EXPECT_TRUE(horizon.contains(day_of(2019, 12, 31)));
  EXPECT_FALSE(horizon.contains(day_of(2020, 1, 1)));
}

TEST(Horizon, CountsTheMonthsItTouches) {
  const auto months = [](Day start, Day end) { return Horizon{start, end}.months(); };
  EXPECT_EQ(months(day_of(2019, 1, 1), day_of(2020, 1, 1)), 12);
  EXPECT_EQ(months(day_of(2019, 1, 1), day_of(2019, 1, 2)), 1);
  EXPECT_EQ(months(day_of(2019, 1, 31), day_of(2019, 2, 1)), 1);
  EXPECT_EQ(months(day_of(2019, 1, 31), day_of(2019, 2, 2)), 2);
  EXPECT_EQ(months(day_of(2019, 1, 15), day_of(2019, 3, 1)), 2);
  EXPECT_EQ(months(day_of(2019, 12, 31), day_of(2021, 1, 2)), 14);
  EXPECT_EQ(months(day_of(2019, 2, 28), day_of(2034, 2, 28)), 181);
}

// Month by month over the recorded days: as many as there are days that end a month, and one more
// where the last month is not complete.
TEST(Horizon, CountsTheMonthsOfEverySpanInThreeYears) {
  const Day start = day_of(2019, 11, 20);
  for (Day from = start; from < start + 100; ++from) {
    int ended = 0;
    for (Day end = from + 1; end < from + 1'000; ++end) {
      const bool complete = is_last_of_month(end - 1);
      ended += complete ? 1 : 0;
      ASSERT_EQ((Horizon{from, end}.months()), ended + (complete ? 0 : 1));
    }
  }
}

TEST(Horizon, WithoutDaysTouchesNoMonth) {
  for (const Day day : {day_of(2019, 1, 1), day_of(2019, 1, 15), day_of(2019, 1, 31)}) {
    EXPECT_EQ((Horizon{day, day}.days()), 0);
    EXPECT_EQ((Horizon{day, day}.months()), 0) << iso_date(day);
    EXPECT_FALSE((Horizon{day, day}.contains(day)));
  }
}

}  // namespace
}  // namespace doorstroom

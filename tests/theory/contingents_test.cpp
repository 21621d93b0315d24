// A list under a contingent against its fluid limit.
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "theory/replications.hpp"

namespace doorstroom::theory {
namespace {

using tests::Simulation;

std::string contingent(int waiting, double arrivals, int per_year, const std::string& list) {
  return tests::in("2001-01-01", "2005-01-01",
                   "\"arrivals\": [" + stream("p", arrivals, "m", R"("variation": "even")") +
                       fmt::format(R"(],
      "stock": [{{"id": "s", "people": {}, "waiting_for": "m", "elapsed": "30 days"}}],
      "resources": [{{"id": "starts", "kind": "contingent", "per_year": {}}}],
      "measures": [{{"id": "m", "needs": [{{"resource": "starts"}}], "waiting_list": {{{}}},
                     "phases": [{{"id": "a", "duration": "100 days"}}]}}])",
                                   waiting, per_year, list));
}

TEST(Contingents, LetTheirListGrowByWhatJoinsLessWhatStarts) {
  // Three a day join, 900 a year start, nobody leaves: no chance anywhere.
  const Simulation s = tests::simulate(contingent(400, 3, 900, ""));
  const Course course = course_of(s, "m");
  int joined = 400;
  for (int day = 0; day < static_cast<int>(course.waiting.size()); ++day) {
    joined += 3;
    const Day date = s.model->horizon.start + day;
    const int months = month_number(date) - month_number(s.model->horizon.start) + 1;
    EXPECT_EQ(course.waiting[static_cast<std::size_t>(day)], joined - 75 * months)
        << iso_date(date);
  }
}

TEST(Contingents, LetTheirListFollowTheFluidWherePeopleGiveUp) {
  // The fluid dL/dt = arrivals - starts - L / patience, day by day, because the starts of a month
  // are released on its first day: of those who wait in the evening exp(-1 / patience) wait the
  // next one, of those who join today a = patience (1 - exp(-1 / patience)). Starts serve those who
  // joined before. The list never runs empty, so that this is the mean exactly.
  constexpr double patience = 300;
  constexpr double arrivals = 3;
  constexpr double stays = 600;  // of the stock, whose patience is as if they had just joined
  const std::string json = contingent(
      static_cast<int>(stays), arrivals, 600,
      fmt::format(R"("leave_after": {{"exponential": {{"mean": "{} days"}}}})", patience));
  const auto samples = replicate(json, 100, [](const Simulation& s) {
    const Course course = course_of(s, "m");
    Numbers year_ends;
    for (const char* date : {"2001-12-31", "2002-12-31", "2003-12-31", "2004-12-31"}) {
      const auto day = static_cast<std::size_t>(*parse_date(date) - s.model->horizon.start);
      year_ends.push_back(course.waiting[day]);
    }
    return year_ends;
  });
  const double keeps = std::exp(-1 / patience);
  const double keeps_today = patience * (1 - keeps);
  double length = stays;
  std::size_t year = 0;
  for (Day day = day_of(2001, 1, 1); day < day_of(2005, 1, 1); ++day) {
    length *= keeps;  // also of the stock, which is there on the first morning
    if (is_first_of_month(day)) length -= 50;
    length += arrivals * keeps_today;
    const bool year_end = civil(day + 1).month == 1 && civil(day + 1).day == 1;
    if (year_end) expect_mean(samples[year++], length, 0.005, iso_date(day));
  }
  // And the limit is the fluid's own: (arrivals - starts) x patience, and at the end of a month
  // half a month's starts above the mean of the month.
  EXPECT_NEAR(length, (arrivals - 600 / 365.25) * patience + 50 / 2.0, 0.005 * length);
}

}  // namespace
}  // namespace doorstroom::theory

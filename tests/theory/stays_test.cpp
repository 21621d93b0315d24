// Stays, ways out and stocks against what renewal theory knows.
#include <algorithm>
#include <cmath>

#include <boost/math/distributions/poisson.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/statistics.hpp"
#include "support/formulas.hpp"
#include "theory/replications.hpp"

namespace doorstroom::theory {
namespace {

using tests::Simulation;

/// People in a measure without limits at the end of days that lie further apart than a stay lasts.
std::vector<int> occupancies(const std::string& duration, double arrivals) {
  const std::string json = tests::in("2001-01-01", "2061-01-01",
                                     "\"arrivals\": [" + stream("p", arrivals, "m") + R"(],
      "measures": [{"id": "m", "phases": [{"id": "a", "duration": )" +
                                         duration + "}]}]");
  std::vector<int> found;
  replicate(json, 10, [&](const Simulation& s) {
    const Course course = course_of(s, "m");
    for (std::size_t day = 500; day < course.inside.size(); day += 250) {
      found.push_back(course.inside[day]);
    }
    return Numbers{};
  });
  return found;
}

/// M/G/infinity: Poisson, with the mean of arrivals times stays, whatever the stay is like. Exact
/// in days, because rounding keeps the mean of a stay and a day's arrivals are Poisson.
void expect_poisson(const std::vector<int>& found, double mean) {
  const boost::math::poisson_distribution<> law(mean);
  std::vector<double> observed;
  std::vector<double> expected;
  const int most = *std::ranges::max_element(found) + 1;
  for (int n = 0; n < most; ++n) {
    observed.push_back(static_cast<double>(std::ranges::count(found, n)));
    expected.push_back(boost::math::pdf(law, n) * static_cast<double>(found.size()));
  }
  observed.push_back(0);
  expected.push_back(boost::math::cdf(boost::math::complement(law, most - 1)) *
                     static_cast<double>(found.size()));
  EXPECT_TRUE(statistics::plausible(statistics::chi_square_p(observed, expected)));
  const std::vector<double> sample(found.begin(), found.end());
  expect_mean(sample, mean, 0.01, "people in the measure");
}

TEST(Stays, FillAMeasureWithoutLimitsAsPoissonSaysWhereTheyAreUniform) {
  expect_poisson(occupancies(R"({"uniform": ["0 days", "70 days"]})", 0.4), 0.4 * 35);
}

TEST(Stays, FillAMeasureWithoutLimitsAsPoissonSaysWhereTheyAreGamma) {
  expect_poisson(occupancies(R"({"gamma": {"mean": "35 days", "sd": "25 days"}})", 0.4), 0.4 * 35);
}

const std::vector<double> ways_a_month{0.06, 0.03, 0.01};
constexpr int people = 40'000;

/// Three ways out of unemployment for people who come in as `members` say.
Simulation leaving(const std::string& members) {
  return tests::simulate(
      tests::in("2001-01-01", "2003-01-01",
                members + fmt::format(R"(,
      "labour_market": {{"exits": [
        {{"id": "job", "kind": "job_finding", "to": "job_nec", "per_month": {}}},
        {{"id": "ill", "to": "sick", "per_month": {}}},
        {{"id": "stops", "to": "inactive", "per_month": {}}}]}})",
                                      ways_a_month[0], ways_a_month[1], ways_a_month[2])));
}

/// Holds those who have left by each way by the end of some days to `share` of the rates a day and
/// the day; chance is binomial.
void expect_incidence(const Simulation& s,
                      double (*share)(const std::vector<double>& rates, int day)) {
  const std::vector<std::string> to{"job_nec", "sick", "inactive"};
  for (const int day : {0, 10, 60, 240, 700}) {
    for (std::size_t way = 0; way < to.size(); ++way) {
      std::vector<double> rates;
      for (const double rate : ways_a_month) rates.push_back(rate / days_per_month);
      std::swap(rates.front(), rates[way]);
      const double p = share(rates, day);
      const double error = std::sqrt(people * p * (1 - p));
      const auto events = s.events(EventKind::status_changed, to[way]);
      const auto left = std::ranges::count_if(
          events, [&](const tests::Told& t) { return t.day - s.model->horizon.start <= day; });
      EXPECT_LT(std::abs(static_cast<double>(left) - people * p), 4 * error)
          << to[way] << " by day " << day;
    }
  }
}

TEST(Exits, CompeteByTheirHazards) {
  expect_incidence(
      leaving("\"arrivals\": [" + tests::people_on("p", {{"2001-01-01", people}}) + "]"), left_by);
}

TEST(Exits, CompeteForThoseWhoAreThereWhenTheFirstDayBegins) {
  expect_incidence(
      leaving(fmt::format(R"("stock": [{{"id": "p", "people": {}}}])", people)),
      [](const std::vector<double>& rates, int day) { return left_within(rates, day + 1); });
}

/// People who are in a measure at the start, and as many a day who begin it as end it in the long
/// run: nothing changes, and as many leave each month.
void expect_level(const std::string& phases, double mean_stay) {
  constexpr int level = 600;
  const double arrivals = level / mean_stay;
  const std::string json = tests::in("2001-01-01", "2003-01-01",
                                     "\"arrivals\": [" + stream("p", arrivals, "m") +
                                         fmt::format(R"(],
      "stock": [{{"id": "s", "people": {}, "in": "m", "length_biased": true}}],
      "measures": [{{"id": "m", "phases": {}}}])",
                                                     level, phases));
  constexpr int days_apart = 40;
  const auto samples = replicate(json, 200, [](const Simulation& s) {
    const Course course = course_of(s, "m");
    Numbers numbers;
    for (std::size_t day = 0; day < course.inside.size(); day += days_apart) {
      numbers.push_back(course.inside[day]);
    }
    for (std::size_t first = 0; first + days_apart < course.inside.size(); first += days_apart) {
      const auto of_days = [&](const tests::Told& t) {
        const auto day = static_cast<std::size_t>(t.day - s.model->horizon.start);
        return day >= first && day < first + days_apart;
      };
      const auto ended = s.events(EventKind::ended);
      numbers.push_back(static_cast<double>(std::ranges::count_if(ended, of_days)));
    }
    return numbers;
  });
  const std::size_t stands = (365 * 2 + days_apart - 1) / days_apart;
  for (std::size_t i = 0; i < stands; ++i) {
    expect_mean(samples[i], level, 0.004, fmt::format("people on day {}", i * days_apart));
  }
  for (std::size_t i = stands; i < samples.size(); ++i) {
    expect_mean(
        samples[i], arrivals * days_apart, 0.01,
        fmt::format("ended in the {} days from day {}", days_apart, (i - stands) * days_apart));
  }
}

TEST(Stocks, StayLevelAndFlowOutAtTheirRate) {
  expect_level(R"([{"id": "a", "duration": {"gamma": {"mean": "200 days", "sd": "60 days"}}}])",
               200);
}

TEST(Stocks, StayLevelWherePhasesAndGapsFollowEachOther) {
  expect_level(R"([{"id": "a", "duration": {"uniform": ["20 days", "100 days"]},
                    "gap": {"duration": "30 days"}},
                   {"id": "b", "duration": {"exponential": {"mean": "110 days"}}}])",
               60 + 30 + 110);
}

TEST(Stocks, StayLevelWherePeopleDropOut) {
  // A fixed stay of T = 240 days with a drop-out of delta a day lasts (1 - exp(-delta T)) / delta.
  const double delta = 0.05 / days_per_month;
  expect_level(R"([{"id": "a", "duration": "240 days", "drop_out": {"per_month": 0.05}}])",
               -std::expm1(-delta * 240) / delta);
}

}  // namespace
}  // namespace doorstroom::theory

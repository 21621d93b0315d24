// Waiting lists against queueing theory. Stays are short, so that days matter: DayQueue is exact
// for them, and formulas_test.cpp shows that it tends to Erlang's formulas. One test has long stays
// and is held to Erlang's formula itself.
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/statistics.hpp"
#include "support/formulas.hpp"
#include "theory/replications.hpp"

namespace doorstroom::theory {
namespace {

using tests::Simulation;

/// One list for so many places; lists begin empty in 2001.
std::string one_list(const std::string& end, const DayQueue::Parameters& p) {
  std::string list;
  if (p.mean_patience > 0) {
    list =
        fmt::format(R"("leave_after": {{"exponential": {{"mean": "{} days"}}}})", p.mean_patience);
  }
  if (p.max_length >= 0) {
    list += fmt::format(R"({}"max_length": {})", list.empty() ? "" : ", ", p.max_length);
  }
  return tests::in("2001-01-01", end,
                   "\"arrivals\": [" + stream("p", p.arrivals, "m") + "]," +
                       fmt::format(R"(
      "resources": [{{"id": "places", "kind": "places", "level": {}}}],
      "measures": [{{"id": "m", "needs": [{{"resource": "places"}}], "waiting_list": {{{}}},
                     "phases": [{{"id": "a",
                       "duration": {{"exponential": {{"mean": "{} days"}}}}}}]}}])",
                                   p.places, list, p.mean_stay));
}

/// The relaxation time of the lists here is at most 62 days: two years are enough to forget that
/// they began empty.
constexpr int warm = 2 * 365;
constexpr int until = 10 * 365;  // the last year is there to see what becomes of those who joined
constexpr const char* end = "2012-01-01";

/// Everything by expected numbers, not by ratios of random ones.
void hold_to_days(const DayQueue::Parameters& p, std::uint32_t replications, double precision) {
  const DayQueue theory(p);
  const bool limited = p.max_length >= 0;
  ASSERT_TRUE(limited || theory.people(theory.most()) < 1e-9);
  const auto samples = replicate(one_list(end, p), replications, [](const Simulation& s) {
    const Course course = course_of(s, "m");
    const Joined j = joined_between(s, "m", warm, until);
    return Numbers{mean_of(course.waiting, warm, until),
                   mean_of(course.inside, warm, until),
                   j.people,
                   j.waited,
                   j.gave_up,
                   j.turned_away,
                   j.days};
  });
  const double people = p.arrivals * (until - warm);
  expect_mean(samples[1], theory.mean_in_measure(), precision, "people in the measure");
  expect_mean(samples[2], people, precision, "people who join");
  if (p.max_length != 0) {
    expect_mean(samples[0], theory.mean_waiting(), 2 * precision, "people waiting");
    expect_mean(samples[3], people * theory.share_waits(), precision, "people who wait");
    const double days = theory.mean_waiting() * (until - warm);  // Little's law
    expect_mean(samples[6], days, 2 * precision, "days waited by those who join");
  }
  if (p.mean_patience > 0) {
    expect_mean(samples[4], people * theory.share_gives_up(), 2 * precision, "people who give up");
  }
  if (p.max_length >= 0) {
    expect_mean(samples[5], people * theory.share_turned_away(), 2 * precision,
                "people turned away");
  }
}

TEST(Queues, WaitAsErlangCSays) {
  hold_to_days({.places = 3, .arrivals = 0.42, .mean_stay = 5}, 500, 0.01);
}

TEST(Queues, GiveUpAsErlangASays) {
  hold_to_days({.places = 3, .arrivals = 0.8, .mean_stay = 5, .mean_patience = 6}, 150, 0.005);
}

TEST(Queues, TurnAwayAsErlangBSaysWhereNobodyMayWait) {
  hold_to_days({.places = 3, .arrivals = 0.5, .mean_stay = 5, .max_length = 0}, 150, 0.005);
}

TEST(Queues, TurnAwayAboveTheirMaximumLength) {
  hold_to_days({.places = 2, .arrivals = 0.5, .mean_stay = 4, .mean_patience = 9, .max_length = 3},
               150, 0.01);
}

TEST(Queues, WaitAsErlangCSaysToTheTextbookWhereStaysAreLong) {
  // Days do not matter to the mean: a wait from a moment to another counts as many midnights as it
  // has days on average. They matter to who waits at all: a wait W is seen to last a day or more
  // with probability min(W, 1), and the waits of those who wait are exponential with rate
  // theta = c mu - lambda, so that (1 - exp(-theta)) / theta of them are seen.
  constexpr int places = 3;
  constexpr double mean_stay = 40;
  constexpr double arrivals = 2.1 / mean_stay;
  constexpr int first = 12 * 365;  // the relaxation time is 500 days
  constexpr int last = 55 * 365;
  const auto samples = replicate(
      one_list("2061-01-01", {.places = places, .arrivals = arrivals, .mean_stay = mean_stay}), 400,
      [](const Simulation& s) {
        const Joined j = joined_between(s, "m", first, last);
        return Numbers{j.waited, j.days};
      });
  const double people = arrivals * (last - first);
  const double theta = places / mean_stay - arrivals;
  const double seen = -std::expm1(-theta) / theta;
  expect_mean(samples[0], people * erlang_c(places, arrivals * mean_stay) * seen, 0.01, "waiters");
  expect_mean(samples[1], people * erlang_c_mean_wait(places, arrivals, mean_stay), 0.02, "wait");
}

TEST(Queues, ServeTheirClassesAsCobhamSays) {
  // One place, two classes; the stay is uniform between 0 and 12 days, and rounding to days adds
  // 1/6 to its second moment.
  constexpr double first = 0.05;
  constexpr double second = 0.07;
  const std::string group = R"("people": {"attributes": {"group": {"GROUP": 1}}})";
  const std::string json =
      tests::in("2001-01-01", end,
                R"("attributes": [{"id": "group", "values": ["first", "second"]}],
      "arrivals": [)" +
                    stream("a", first, "m", tests::with(group, "GROUP", "first")) + "," +
                    stream("b", second, "m", tests::with(group, "GROUP", "second")) +
                    R"(],
      "resources": [{"id": "place", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "place"}],
                    "waiting_list": {"priority": [{"id": "first", "when": {"group": "first"}}]},
                    "phases": [{"id": "a", "duration": {"uniform": ["0 days", "12 days"]}}]}])");
  const auto samples = replicate(json, 300, [](const Simulation& s) {
    Numbers days(2, 0);
    for (const tests::Told& t : s.events(EventKind::started)) {
      const int joined = t.day - t.event.amount - s.model->horizon.start;
      if (joined >= warm && joined < until) days[t.event.other] += t.event.amount;
    }
    return days;
  });
  const auto waits = day_wait_by_class({first, second}, 6, 144.0 / 3 + 1.0 / 6);
  expect_mean(samples[0], waits[0] * first * (until - warm), 0.02,
              "days waited by the first class");
  expect_mean(samples[1], waits[1] * second * (until - warm), 0.03, "days waited by the second");
}

TEST(Queues, KeepLittlesLawOnEveryList) {
  // Two lists for the same places, one with classes and patience, with a limit on its length: no
  // formula gives their lengths, but each is what joins a day times what they wait.
  const std::string json =
      tests::in("2001-01-01", end,
                "\"arrivals\": [" + stream("a", 0.3, "m") + "," + stream("b", 0.35, "n") + R"(],
      "resources": [{"id": "places", "kind": "places", "level": 3}],
      "measures": [
        {"id": "m", "needs": [{"resource": "places"}],
         "waiting_list": {"leave_after": {"gamma": {"mean": "20 days", "sd": "10 days"}},
             "max_length": 4, "priority": [{"id": "late", "when": {"months_waiting": {"min": 1}}}]},
         "phases": [{"id": "a", "duration": {"exponential": {"mean": "5 days"}}}]},
        {"id": "n", "needs": [{"resource": "places"}],
         "waiting_list": {"accept_probability": 0.9},
         "phases": [{"id": "a", "duration": {"uniform": ["1 days", "7 days"]}}]}])");
  const auto samples = replicate(json, 60, [](const Simulation& s) {
    Numbers numbers;
    for (const char* measure : {"m", "n"}) {
      const double days = joined_between(s, measure, warm, until).days;
      const double length = mean_of(course_of(s, measure).waiting, warm, until) * (until - warm);
      numbers.push_back(days - length);
      numbers.push_back(length);
    }
    return numbers;
  });
  for (const std::size_t list : {0U, 1U}) {
    const Numbers& difference = samples[2 * list];
    const statistics::Moments length(samples[2 * list + 1]);
    const statistics::Moments moments(difference);
    const double error = moments.sd / std::sqrt(moments.n);
    EXPECT_LT(std::abs(moments.mean), 4 * error);
    EXPECT_LT(error, 0.001 * length.mean) << "not precise enough";
  }
}

TEST(Queues, StandInTandemAsJacksonSays) {
  // Product form: the second measure knows nothing of the first. Stays are long against a day.
  constexpr double arrivals = 0.03;
  constexpr double stay_1 = 40;    // of 2 places, load 1.2
  constexpr double stay_2 = 60;    // of 3 places, load 1.8
  constexpr int first = 12 * 365;  // relaxation times are at most 400 days
  constexpr int last = 59 * 365;
  const std::string json =
      tests::in("2001-01-01", "2061-01-01", "\"arrivals\": [" + stream("p", arrivals, "m") + R"(],
      "resources": [{"id": "two", "kind": "places", "level": 2},
                    {"id": "three", "kind": "places", "level": 3}],
      "measures": [{"id": "m", "needs": [{"resource": "two"}], "afterwards": "n",
                    "phases": [{"id": "a", "duration": {"exponential": {"mean": "40 days"}}}]},
                   {"id": "n", "needs": [{"resource": "three"}],
                    "phases": [{"id": "a", "duration": {"exponential": {"mean": "60 days"}}}]}])");
  const auto samples = replicate(json, 350, [](const Simulation& s) {
    const Course m = course_of(s, "m");
    const Course n = course_of(s, "n");
    Numbers sums(4, 0);
    for (std::size_t day = first; day < last; ++day) {
      const int in_m = m.waiting[day] + m.inside[day];
      const int in_n = n.waiting[day] + n.inside[day];
      sums[0] += m.waiting[day];
      sums[1] += n.waiting[day];
      sums[2] += in_m == 0 && in_n == 0 ? 1 : 0;
      sums[3] += in_m >= 2 && in_n >= 3 ? 1 : 0;
    }
    for (double& sum : sums) sum /= last - first;
    return sums;
  });
  const double load_1 = arrivals * stay_1;
  const double load_2 = arrivals * stay_2;
  expect_mean(samples[0], arrivals * erlang_c_mean_wait(2, arrivals, stay_1), 0.03, "first list");
  expect_mean(samples[1], arrivals * erlang_c_mean_wait(3, arrivals, stay_2), 0.03, "second list");
  const double nobody = erlang_c_people(2, load_1, 0) * erlang_c_people(3, load_2, 0);
  expect_mean(samples[2], nobody, 0.03, "both empty");
  expect_mean(samples[3], erlang_c(2, load_1) * erlang_c(3, load_2), 0.03, "both full");
}

}  // namespace
}  // namespace doorstroom::theory

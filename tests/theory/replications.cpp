#include "theory/replications.hpp"

#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "scenario/compile.hpp"
#include "support/statistics.hpp"

namespace doorstroom::theory {

using tests::Simulation;
using tests::Told;

std::vector<Numbers> replicate(const std::string& json, std::uint32_t replications,
                               const std::function<Numbers(const Simulation&)>& numbers) {
  const auto model = std::make_shared<const Model>(scenario::compile(tests::read(json).scenario));
  std::vector<Numbers> samples;
  for (std::uint32_t r = 0; r < replications; ++r) {
    const Numbers of_this = numbers(tests::simulate(model, r, {}));
    samples.resize(of_this.size());
    for (std::size_t i = 0; i < of_this.size(); ++i) samples[i].push_back(of_this[i]);
  }
  return samples;
}

void expect_mean(const Numbers& sample, double expected, double precision,
                 const std::string& what) {
  constexpr double most_errors = 4;
  const statistics::Moments moments(sample);
  const double error = moments.sd / std::sqrt(moments.n);
  EXPECT_LT(std::abs(moments.mean - expected), most_errors * error)
      << what << ": " << moments.mean << " +- " << error << ", expected " << expected;
  EXPECT_LE(error, precision * std::abs(expected)) << what << " is not precise enough";
}

std::string at_rate(double per_day, int first_year, int last_year) {
  std::string path;
  for (int year = first_year; year <= last_year; ++year) {
    path +=
        fmt::format("{}\"{}\": {}", path.empty() ? "" : ", ", year, per_day * days_in_year(year));
  }
  return "{" + path + "}";
}

std::string stream(const std::string& id, double per_day, const std::string& refer_to,
                   const std::string& more) {
  return fmt::format(R"({{"id": "{}", "per_year": {}, "refer_to": "{}"{}{}}})", id,
                     at_rate(per_day, 2001, 2060), refer_to, more.empty() ? "" : ", ", more);
}

Course course_of(const Simulation& simulation, std::string_view measure) {
  const std::size_t m = simulation.measure(measure);
  const std::size_t list = simulation.model->measures[m].list;
  const Horizon horizon = simulation.model->horizon;
  Course course;
  int waiting = 0;
  int inside = 0;
  const auto up_to = [&](Day day) {
    const auto days = static_cast<std::size_t>(day - horizon.start);
    while (course.waiting.size() < days) {
      course.waiting.push_back(waiting);
      course.inside.push_back(inside);
    }
  };
  for (const Told& t : simulation.told) {
    up_to(t.day);
    const bool of_list = t.event.subject == list;
    const bool of_measure = t.event.subject == m;
    if (t.event.kind == EventKind::joined && of_list) ++waiting;
    if (t.event.kind == EventKind::left_list && of_list) --waiting;
    if (t.event.kind == EventKind::started && of_measure) {
      ++inside;
      if (t.event.amount >= 0) --waiting;
    }
    if (t.event.kind == EventKind::ended && of_measure) --inside;
  }
  up_to(horizon.end);
  return course;
}

Joined joined_between(const Simulation& simulation, std::string_view measure, int from, int until) {
  const std::size_t m = simulation.measure(measure);
  const std::size_t list = simulation.model->measures[m].list;
  const Day start = simulation.model->horizon.start;
  Joined joined;
  for (const Told& t : simulation.told) {
    const bool off = t.event.kind == EventKind::left_list && t.event.subject == list;
    const bool on = t.event.kind == EventKind::started && t.event.subject == m;
    if ((!off && !on) || t.event.amount < 0) continue;
    const DayCount day = t.day - t.event.amount - start;
    if (day < from || day >= until) continue;
    ++joined.people;
    joined.days += t.event.amount;
    if (off && t.event.reason == Reason::full) {
      ++joined.turned_away;
    } else if (off || t.event.amount > 0) {
      ++joined.waited;
    }
    if (off && t.event.reason == Reason::gave_up) ++joined.gave_up;
  }
  return joined;
}

double mean_of(const std::vector<int>& course, int from, int until) {
  const double sum = std::accumulate(course.begin() + from, course.begin() + until, 0.0);
  return sum / (until - from);
}

}  // namespace doorstroom::theory

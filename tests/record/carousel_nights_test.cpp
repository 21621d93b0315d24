// The carousel of random scenarios, counted a second time from everybody's nights, one by one.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "record/carousel_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

struct Episode {
  int start;
  int end = -1;  // -1: goes on
  int rung;
};

/// One life: where each night is spent, by day from the start of the horizon. 'U' unemployed or
/// with the OCMW, 'N' and 'S' in a job, 'M' in a measure that counts, '-' elsewhere or not there.
struct Nights {
  std::string by_day;
  std::vector<Episode> episodes;
  char status = '-';
  char now() const { return !episodes.empty() && episodes.back().end < 0 ? 'M' : status; }
};

bool counts(const Model& model, std::size_t measure) {
  const Measure& m = model.measures[measure];
  const bool is_job =
      m.status.exists() && model.statuses[m.status.position()].paid_work != PaidWork::none;
  return m.line > 1 && !is_job;
}

char night_of(const Model& model, std::size_t position) {
  const Status& status = model.statuses[position];
  if (status.paid_work == PaidWork::nec) return 'N';
  if (status.paid_work == PaidWork::sec) return 'S';
  return status.registered || status.id == "ocmw" ? 'U' : '-';
}

std::map<std::uint64_t, Nights> nights_of(const Simulation& s) {
  std::map<std::uint64_t, Nights> lives;
  for (const Told& told : s.told) {
    Nights& life = lives[told.person.bits];
    const int day = told.day - s.model->horizon.start;
    life.by_day.resize(static_cast<std::size_t>(day), life.now());
    const Event& event = told.event;
    life.status = night_of(*s.model, event.status);
    if (event.kind == EventKind::started && counts(*s.model, event.subject))
      life.episodes.push_back({day, -1, s.model->measures[event.subject].rung});
    if (event.kind == EventKind::ended && counts(*s.model, event.subject))
      life.episodes.back().end = day;
  }
  for (auto& [person, life] : lives) {
    life.by_day.resize(static_cast<std::size_t>(s.model->horizon.days()), life.now());
  }
  return lives;
}

int longest_job(const std::string& nights, const std::string& jobs) {
  int longest = 0;
  int days = 0;
  for (const char night : nights) {
    days = jobs.find(night) == std::string::npos ? 0 : days + 1;
    longest = std::max(longest, days);
  }
  return longest;
}

constexpr int durable = 30;
constexpr int window = 182;

bool is_cycle(const Nights& life, const Episode& a, const Episode& b, const std::string& jobs) {
  const std::string nights = life.by_day.substr(static_cast<std::size_t>(a.end),
                                                static_cast<std::size_t>(b.start - a.end));
  return nights.find('U') != std::string::npos && b.rung <= a.rung && b.start - a.end <= window &&
         longest_job(nights, jobs) < durable;
}

/// Does a job of at least thirty nights begin within the window?
bool is_durable_exit(const std::string& nights) {
  int days = 0;
  for (std::size_t night = 0; night < nights.size(); ++night) {
    days = nights[night] == 'N' ? days + 1 : 0;
    if (days >= durable && static_cast<int>(night) + 1 - days <= window) return true;
  }
  return false;
}

using ByYear = std::map<std::string, double>;
struct Counted {
  ByYear cycles;
  ByYear cycles_with_sec;
  ByYear into_work;
  ByYear exits;
  ByYear steps_up;
  ByYear steps_down;
  ByYear person_days;
};

std::string year_of(const Simulation& s, int day) {
  return std::to_string(civil(s.model->horizon.start + day).year);
}

void count_steps(Counted& counted, const std::string& year, const Nights& life, std::size_t i) {
  const Episode& a = life.episodes[i];
  const bool is_last = i + 1 == life.episodes.size();
  const auto from = static_cast<std::size_t>(a.end);
  const std::size_t until =
      is_last ? life.by_day.size() : static_cast<std::size_t>(life.episodes[i + 1].start);
  const std::string nights = life.by_day.substr(from, until - from);
  const bool exits = is_durable_exit(nights);
  const bool steps = !is_last && static_cast<int>(nights.size()) <= window && !exits;
  const int rung = is_last ? a.rung : life.episodes[i + 1].rung;
  counted.exits[year] += exits ? 1 : 0;
  counted.steps_up[year] += exits || (steps && rung > a.rung) ? 1 : 0;
  counted.steps_down[year] += steps && rung < a.rung ? 1 : 0;
}

/// An episode after which the next one begins on the same day has no first night.
Counted count(const Simulation& s) {
  Counted counted;
  for (const auto& [person, life] : nights_of(s)) {
    for (std::size_t day = 0; day < life.by_day.size(); ++day) {
      counted.person_days[year_of(s, static_cast<int>(day))] += life.by_day[day] == 'M' ? 1 : 0;
    }
    for (std::size_t i = 0; i < life.episodes.size(); ++i) {
      const Episode& a = life.episodes[i];
      if (a.end < 0) continue;
      const bool is_last = i + 1 == life.episodes.size();
      const bool has_night = is_last || life.episodes[i + 1].start > a.end;
      const bool worked = has_night && life.by_day[static_cast<std::size_t>(a.end)] == 'N';
      const std::string year = year_of(s, a.end);
      counted.into_work[year] += worked ? 1 : 0;
      count_steps(counted, year, life, i);
      if (is_last) continue;
      counted.cycles[year] += is_cycle(life, a, life.episodes[i + 1], "N") ? 1 : 0;
      counted.cycles_with_sec[year] += is_cycle(life, a, life.episodes[i + 1], "NS") ? 1 : 0;
    }
  }
  return counted;
}

/// Holds a figure of all measures against counts, in the years that have one; gives their sum.
double compare(const FiguresOf& figures, const ByYear& counted, const std::string& figure) {
  double sum = 0;
  for (const auto& [year, count] : counted) {
    const double value = figures[year + "/all/all/" + figure];
    if (std::isnan(value)) continue;
    EXPECT_EQ(value, count) << year << " " << figure;
    sum += value;
  }
  return sum;
}

TEST(CarouselByNights, CountsTheSame) {
  double cycles = 0;
  double exits = 0;
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    SCOPED_TRACE(seed);
    constexpr std::uint32_t everything = ~0U;
    const std::string json = random_scenario(seed, everything).dump();
    const auto model = std::make_shared<const Model>(scenario::compile(read(json).scenario));
    CarouselRecorder carousel(*model, cycle_rules(1, 6));
    const Counted counted = count(simulate(model, 0, {&carousel}));
    const FiguresOf figures(carousel);
    compare(figures, counted.into_work, "main/ended_in_work episodes");
    cycles += compare(figures, counted.cycles, "main/cycles cycles");
    compare(figures, counted.cycles_with_sec, "with_sec/cycles cycles");
    exits += compare(figures, counted.exits, "main/durable_exits episodes");
    compare(figures, counted.steps_up, "main/steps_up episodes");
    compare(figures, counted.steps_down, "main/steps_down episodes");
    for (const auto& [year, days] : counted.person_days) {
      const std::string figure = year + "/all/all/person_days person-days";
      EXPECT_EQ(figures.has(figure) ? figures[figure] : 0, days) << year;
    }
  }
  EXPECT_GT(cycles, 100) << "the test says nothing";
  EXPECT_GT(exits, 100);
}

}  // namespace
}  // namespace doorstroom::tests

// Ways out that compete, and lives that end somewhere: Markov chains of people.
#include <cmath>

#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"
#include "support/formulas.hpp"

namespace doorstroom::oracle {

namespace {

using Count = std::function<double(const Simulation&)>;

/// A figure of people who are there at the start, by person.
auto prepared(const Json& members, int people, int days, const Count& count) {
  return [=](const Trial& trial) -> Figure {
    Json text = scenario({trial.seed}, days);
    for (const auto& [key, value] : members.items()) text[key] = value;
    if (!text.contains("stock")) {
      text["stock"] = Json::array({Json{{"id", "people"}, {"people", 1}}});
    }
    const CompiledModel model = compiled(text);
    return [=](std::uint32_t r) { return count(simulate_from(model, r, {people})) / people; };
  };
}

Json exit_of(const std::string& id, const std::string& from, const Json& to, double per_day) {
  return {{"id", id}, {"from", from}, {"to", to}, {"per_month", per_day * days_per_month}};
}

Json labour_market(const std::vector<Json>& exits) {
  return {{"measures", Json::array()}, {"labour_market", {{"exits", exits}}}};
}

double moves(const Simulation& s, const std::string& to) {
  return static_cast<double>(s.events(EventKind::status_changed, to).size());
}

/// Three ways out of unemployment: cumulative incidence (Kalbfleisch and Prentice, The Statistical
/// Analysis of Failure Time Data, 1980). Everybody is there when the first day begins.
void add_competing(std::vector<Oracle>& all) {
  const std::vector<double> rates{0.002, 0.001, 0.0004};
  const std::vector<std::string> to{"job_nec", "sick", "inactive"};
  std::vector<Json> exits;
  for (std::size_t i = 0; i < to.size(); ++i) {
    exits.push_back(exit_of("to_" + to[i], "unemployed", to[i], rates[i]));
  }
  for (const int days : {60, 400, 3000}) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      std::vector<double> first = rates;
      std::swap(first.front(), first[i]);
      all.push_back({"Competing risks", fmt::format("{} within {} days", to[i], days),
                     theory::left_within(first, days), 100, Tick::exact,
                     prepared(labour_market(exits), 200, days,
                              [=](const Simulation& s) { return moves(s, to[i]); })});
    }
  }
}

/// A hazard that changes with time in the status, and one with time unemployed.
void add_by_time(std::vector<Oracle>& all) {
  const double rate = 0.004;
  for (const char* clock : {"by_time_in_status", "by_time_unemployed"}) {
    Json way = exit_of("job", "unemployed", "job_nec", rate);
    way[clock] = Json::array({Json{{"below", "100 days"}, {"factor", 0.5}},
                              Json{{"below", "200 days"}, {"factor", 2}}, Json{{"factor", 0.25}}});
    const double integrated = rate * (100 * 0.5 + 100 * 2 + 150 * 0.25);
    all.push_back({"Competing risks", fmt::format("hazard in steps, {}, 350 days", clock),
                   -std::expm1(-integrated), 100, Tick::exact,
                   prepared(labour_market({way}), 200, 350,
                            [](const Simulation& s) { return moves(s, "job_nec"); })});
  }
}

/// Giving up against finding a job, on a list that never starts anybody.
void add_giving_up(std::vector<Oracle>& all) {
  Json members = labour_market({exit_of("job", "unemployed", "job_nec", 0.002)});
  members["resources"] = Json::array({Json{{"id", "nothing"}, {"kind", "places"}, {"level", 0}}});
  members["measures"] =
      Json::array({Json{{"id", "m"},
                        {"needs", Json::array({Json{{"resource", "nothing"}}})},
                        {"waiting_list", {{"leave_after", exponential(250)}}},
                        {"phases", Json::array({Json{{"id", "a"}, {"duration", "10 days"}}})}}});
  members["stock"] = Json::array({Json{{"id", "s"}, {"people", 1}, {"waiting_for", "m"}}});
  all.push_back({"Competing risks", "gives up before a job is found, 500 days",
                 theory::left_within({0.004, 0.002}, 500), 100, Tick::exact,
                 prepared(members, 200, 500,
                          [](const Simulation& s) { return left(s, "m", Reason::gave_up); })});
}

/// Unemployment and work in turn, until pension or inactivity: an absorbing chain (Kemeny and
/// Snell, Finite Markov Chains, 1960).
void add_absorbing(std::vector<Oracle>& all) {
  constexpr double finds = 0.01;
  constexpr double loses = 0.004;
  constexpr double stops = 0.002;    // out of unemployment
  constexpr double retires = 0.001;  // out of work
  const Json members = labour_market({exit_of("finds", "unemployed", "job_nec", finds),
                                      exit_of("stops", "unemployed", "inactive", stops),
                                      exit_of("loses", "job_nec", "unemployed", loses),
                                      exit_of("retires", "job_nec", "pension", retires)});
  const auto spells =
      visits({{0, finds / (finds + stops)}, {loses / (loses + retires), 0}}, {1, 0});
  const auto days_in = [](const std::string& status) {
    return [=](const Simulation& s) {
      double days = 0;
      for (const tests::Told& t : s.events(EventKind::status_changed)) {
        if (t.event.other == s.status(status)) days += t.event.amount;
      }
      return days;
    };
  };
  const auto add = [&](const std::string& name, double expected, const Count& count) {
    all.push_back({"Absorbing chain", name, expected, 100, Tick::exact,
                   prepared(members, 100, 24'000, count)});
  };
  // What happens to those who are there when the first day begins happens on the day in which their
  // time falls: whole days only, half a day less on average. All later stays keep their mean.
  const double first_spell = 1 / std::expm1(finds + stops);
  add("days unemployed in a life", first_spell + (spells[0] - 1) / (finds + stops),
      days_in("unemployed"));
  add("days in work in a life", spells[1] / (loses + retires), days_in("job_nec"));
  add("jobs in a life", spells[1], [](const Simulation& s) { return moves(s, "job_nec"); });
  add("ends inactive", spells[0] * stops / (finds + stops),
      [](const Simulation& s) { return moves(s, "inactive"); });
  add("ends on pension", spells[1] * retires / (loses + retires),
      [](const Simulation& s) { return moves(s, "pension"); });
}

/// Phases with drop-out and decisions: a ladder from which some fall at each step.
void add_ladder(std::vector<Oracle>& all) {
  constexpr double length = 200;
  constexpr double drops = 0.001;  // a day
  constexpr double stops = 0.3;    // decision after the first phase
  const Json phase = {{"id", "a"},
                      {"duration", span(length)},
                      {"drop_out", {{"per_month", drops * days_per_month}}},
                      {"decision", Json::array({Json{{"to", "inactive"}, {"p", stops}}})}};
  const Json second = {{"id", "b"},
                       {"duration", exponential(100)},
                       {"drop_out", {{"per_month", 2 * drops * days_per_month}}}};
  Json members;
  members["measures"] = Json::array(
      {Json{{"id", "m"}, {"phases", Json::array({phase, second})}, {"afterwards", "job_nec"}}});
  members["stock"] = Json::array({Json{{"id", "s"}, {"people", 1}, {"waiting_for", "m"}}});
  const double stays = std::exp(-drops * length);
  const double completes = (1 / 100.0) / (1 / 100.0 + 2 * drops);
  const auto add = [&](const std::string& name, double expected, const Count& count) {
    all.push_back(
        {"Phases", name, expected, 100, Tick::exact, prepared(members, 200, 6000, count)});
  };
  add("sent on by the decision", stays * stops,
      [](const Simulation& s) { return moves(s, "inactive"); });
  add("completes", stays * (1 - stops) * completes,
      [](const Simulation& s) { return moves(s, "job_nec"); });
  add("days in the measure", (1 - stays) / drops + stays * (1 - stops) / (1 / 100.0 + 2 * drops),
      [](const Simulation& s) {
        double days = 0;
        for (const tests::Told& t : s.events(EventKind::ended)) days += t.event.amount;
        return days;
      });
}

}  // namespace

void add_lives(std::vector<Oracle>& all) {
  add_competing(all);
  add_by_time(all);
  add_giving_up(all);
  add_absorbing(all);
  add_ladder(all);
}

}  // namespace doorstroom::oracle

#include "oracle/systems.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "scenario/compile.hpp"
#include "theory/replications.hpp"

namespace doorstroom::oracle {

namespace {

constexpr Day first_day = day_of(2001, 1, 1);

double mean_from(const std::vector<int>& course, int from) {
  return theory::mean_of(course, from, static_cast<int>(course.size()));
}

}  // namespace

std::string span(double days) {
  return fmt::format("{:.10f} days", days);
}

Json exponential(double mean) {
  return {{"exponential", {{"mean", span(mean)}}}};
}

std::string date_after(double days) {
  return iso_date(first_day + static_cast<DayCount>(std::lround(days)));
}

Json scenario(const Trial& trial, int days) {
  return {{"name", "oracle"},
          {"seed", trial.seed},
          {"horizon", {{"start", date_after(0)}, {"end", date_after(days)}}},
          {"measures", Json::array()}};
}

Json& add_stream(Json& scenario, const std::string& id, double per_day,
                 const std::string& refer_to) {
  const Day end = *parse_date(scenario["horizon"]["end"].get<std::string>());
  // A hair more, so that no number has three decimals: the reader asks whether those are thousands.
  constexpr double hair = 1 + 1e-12;
  Json path;
  for (int year = 2001; year <= civil(end).year; ++year) {
    path[std::to_string(year)] = per_day * days_in_year(year) * hair;
  }
  Json stream = {{"id", id}, {"per_year", path}};
  if (!refer_to.empty()) stream["refer_to"] = refer_to;
  scenario["arrivals"].push_back(stream);
  return scenario["arrivals"].back();
}

Json& add_stock(Json& scenario, const std::string& where, const std::string& measure) {
  const std::string id = where + "_" + measure + std::to_string(scenario["stock"].size());
  scenario["stock"].push_back({{"id", id}, {"people", 1}, {where, measure}});
  return scenario["stock"].back();
}

Json& add_measure(Json& scenario, const std::string& id, const Json& duration) {
  const Json phase = {{"id", "only"}, {"duration", duration}};
  scenario["measures"].push_back({{"id", id}, {"phases", Json::array({phase})}});
  return scenario["measures"].back();
}

Json& add_measure(Json& scenario, const std::string& id, int places, const Json& duration) {
  const std::string resource = "places_" + id;
  scenario["resources"].push_back({{"id", resource}, {"kind", "places"}, {"level", places}});
  Json& measure = add_measure(scenario, id, duration);
  measure["needs"] = Json::array({Json{{"resource", resource}}});
  return measure;
}

CompiledModel compiled(const Json& scenario) {
  return std::make_shared<const Model>(scenario::compile(tests::read(scenario.dump()).scenario));
}

Simulation simulate_from(const CompiledModel& model, std::uint32_t replication,
                         const std::vector<int>& stock) {
  Model begun = *model;
  for (std::size_t i = 0; i < stock.size(); ++i) {
    begun.stock.at(i).people = static_cast<std::uint32_t>(stock[i]);
  }
  return tests::simulate(std::make_shared<const Model>(std::move(begun)), replication, {});
}

Dice::Dice(std::uint64_t seed, std::uint32_t replication)
    : numbers_(seed * 0x9E3779B97F4A7C15U + replication) {}

double Dice::uniform() {
  return static_cast<double>((numbers_() >> 11U) + 1) * 0x1p-53;
}

double Dice::exponential(double rate) {
  return -std::log(uniform()) / rate;
}

int Dice::draw(const std::vector<double>& probabilities) {
  double left = uniform();
  std::size_t n = 0;
  while (n + 1 < probabilities.size() && left > probabilities[n]) left -= probabilities[n++];
  return static_cast<int>(n);
}

std::size_t Dice::first_of(const std::vector<double>& rates) {
  double left = uniform() * std::accumulate(rates.begin(), rates.end(), 0.0);
  std::size_t i = 0;
  while (i + 1 < rates.size() && left > rates[i]) left -= rates[i++];
  return i;
}

double Evenings::mean_waiting(int from) const {
  return mean_from(waiting, from);
}

double Evenings::mean_inside(int from) const {
  return mean_from(inside, from);
}

double Evenings::share_full(int places, int from) const {
  const auto full = std::count(inside.begin() + from, inside.end(), places);
  return static_cast<double>(full) / static_cast<double>(inside.end() - inside.begin() - from);
}

Evenings evenings(const Simulation& simulation, const std::string& measure) {
  theory::Course course = theory::course_of(simulation, measure);
  return {std::move(course.waiting), std::move(course.inside)};
}

double mean_waiting_of_class(const Simulation& simulation, const std::string& measure, int which,
                             int from) {
  const Horizon horizon = simulation.model->horizon;
  const std::size_t m = simulation.measure(measure);
  const std::size_t list = simulation.model->measures[m].list;
  double evenings = 0;
  const auto from_on = [&](Day day) {  // evenings between a day and the end that count
    return static_cast<double>(horizon.end - std::max(day, horizon.start + from));
  };
  for (const tests::Told& t : simulation.told) {
    if (t.event.other != which) continue;
    if (t.event.kind == EventKind::joined && t.event.subject == list) evenings += from_on(t.day);
    const bool off = t.event.kind == EventKind::left_list && t.event.subject == list;
    const bool on = t.event.kind == EventKind::started && t.event.subject == m;
    if (off || (on && t.event.amount >= 0)) evenings -= from_on(t.day);
  }
  return evenings / (horizon.days() - from);
}

double left(const Simulation& simulation, const std::string& measure, Reason reason) {
  const std::size_t list = simulation.model->measures[simulation.measure(measure)].list;
  return static_cast<double>(std::ranges::count_if(simulation.told, [&](const tests::Told& t) {
    return t.event.kind == EventKind::left_list && t.event.subject == list &&
           t.event.reason == reason;
  }));
}

double starts(const Simulation& simulation, const std::string& measure) {
  const std::size_t m = simulation.measure(measure);
  return static_cast<double>(std::ranges::count_if(simulation.told, [&](const tests::Told& t) {
    return t.event.kind == EventKind::started && t.event.subject == m;
  }));
}

}  // namespace doorstroom::oracle

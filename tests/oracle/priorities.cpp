// Lists with priority classes, nobody interrupted: Cobham, Operations Research 2 (1954).
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"
#include "support/formulas.hpp"

namespace doorstroom::oracle {

namespace {

using Rates = std::vector<double>;

const std::array<const char*, 3> classes{"first", "second", "third"};

/// One list for so many places; streams of people of each class.
Json text_of(const Trial& trial, int days, int places, const Rates& arrivals, const Json& stay) {
  Json text = scenario(trial, days);
  text["attributes"] = Json::array({Json{{"id", "group"}, {"values", classes}}});
  Json priority = Json::array();
  for (std::size_t k = 0; k < arrivals.size(); ++k) {
    const std::string group = classes[k];
    Json& stream = add_stream(text, group + "_people", arrivals[k], "m");
    stream["people"]["attributes"]["group"] = {{group, 1}};
    const bool last = k + 1 == arrivals.size();
    if (!last) priority.push_back({{"id", group}, {"when", {{"group", group}}}});
  }
  add_measure(text, "m", places, stay)["waiting_list"]["priority"] = priority;
  return text;
}

/// One place and stays that are uniform; in days, of which formulas_test shows that they tend to
/// Cobham.
void add_in_days(std::vector<Oracle>& all, const Rates& arrivals) {
  constexpr double shortest = 2;
  constexpr double longest = 18;
  constexpr double mean_stay = (shortest + longest) / 2;
  const double second =
      mean_stay * mean_stay + (longest - shortest) * (longest - shortest) / 12 + 1.0 / 6;
  const auto waits = theory::day_wait_by_class(arrivals, mean_stay, second);
  for (std::size_t k = 0; k < arrivals.size(); ++k) {
    constexpr int days = 15'000;
    const auto prepare = [=](const Trial& trial) -> Figure {
      const Json stay = {{"uniform", {span(shortest), span(longest)}}};
      const CompiledModel model = compiled(text_of({trial.seed}, days, 1, arrivals, stay));
      return [=](std::uint32_t r) {
        return mean_waiting_of_class(simulate_from(model, r, {}), "m", static_cast<int>(k),
                                     days / 3);
      };
    };
    all.push_back(
        {"Cobham, days",
         fmt::format("1 place, {} classes: people waiting, {} class", arrivals.size(), classes[k]),
         arrivals[k] * waits[k], 150, Tick::exact, prepare});
  }
}

/// How people of each class are found waiting, and how many are inside, after a long time: the
/// chain of Markov itself, jump by jump.
std::vector<int> found(Dice& dice, int places, const Rates& arrivals, double mean_stay) {
  std::vector<int> state(arrivals.size() + 1, 0);  // inside, then waiting by class
  int& inside = state.front();
  constexpr int jumps = 30'000;
  for (int i = 0; i < jumps; ++i) {
    Rates rates = arrivals;
    rates.push_back(inside / mean_stay);
    const std::size_t next = dice.first_of(rates);
    if (next < arrivals.size()) {
      ++(inside < places ? inside : state[next + 1]);
      continue;
    }
    std::size_t first = 1;
    while (first < state.size() && state[first] == 0) ++first;
    --(first < state.size() ? state[first] : inside);
  }
  return state;
}

void add_many_places(std::vector<Oracle>& all, int places, double mean_stay, const Rates& loads) {
  Rates arrivals;
  for (const double load : loads) arrivals.push_back(load / mean_stay);
  const auto waits = cobham_many_places(places, arrivals, mean_stay);
  for (std::size_t k = 0; k < arrivals.size(); ++k) {
    const auto prepare = [=](const Trial& trial) -> Figure {
      Rates slower;
      for (const double rate : arrivals) slower.push_back(rate / trial.stretch);
      const double stay = mean_stay * trial.stretch;
      Json text =
          text_of(trial, static_cast<int>(8000 * trial.stretch), places, slower, exponential(stay));
      add_stock(text, "in", "m")["profile"]["attributes"]["group"] = {{classes[0], 1}};
      for (std::size_t c = 0; c < arrivals.size(); ++c) {
        add_stock(text, "waiting_for", "m")["profile"]["attributes"]["group"] = {{classes[c], 1}};
      }
      const CompiledModel model = compiled(text);
      return [=](std::uint32_t r) {
        Dice dice(trial.seed, r);
        const Simulation s = simulate_from(model, r, found(dice, places, arrivals, mean_stay));
        return mean_waiting_of_class(s, "m", static_cast<int>(k));
      };
    };
    all.push_back({"Cobham",
                   fmt::format("{} place{}, {} classes: people waiting, {} class", places,
                               places == 1 ? "" : "s", loads.size(), classes[k]),
                   arrivals[k] * waits[k], 400, Tick::matters, prepare});
  }
}

}  // namespace

void add_priorities(std::vector<Oracle>& all) {
  add_in_days(all, {0.03, 0.04});
  add_in_days(all, {0.02, 0.025, 0.025});
  add_many_places(all, 1, 200, {0.4, 0.35});
  add_many_places(all, 3, 400, {0.8, 0.8, 0.8});
}

}  // namespace doorstroom::oracle

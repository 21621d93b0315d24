// Erlang's three formulas, each list begun in its long run.
#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"
#include "support/formulas.hpp"

namespace doorstroom::oracle {

namespace {

/// M/M/c. The mean stay in days says how short a day is beside it.
struct List {
  int places;
  double load;
  double mean_stay;
  double patience = 0;  // mean, in stays; 0: nobody gives up
  bool loses = false;   // nobody waits
  int days = 8000;

  [[nodiscard]] double arrivals() const { return load / mean_stay; }
  [[nodiscard]] BirthDeath chain() const {
    return many_places(places, arrivals(), mean_stay, patience * mean_stay);
  }
  [[nodiscard]] int most() const {
    if (loses) return places;
    return patience > 0 ? places * 3 + 60 : places + static_cast<int>(40 / (1 - load / places));
  }
  [[nodiscard]] std::string name() const {
    const std::string gives_up = patience > 0 ? fmt::format(", patience {:g} stays", patience) : "";
    return fmt::format("{} place{}, load {:g}{}", places, places == 1 ? "" : "s", load, gives_up);
  }
};

Json text_of(const List& list, const Trial& trial) {
  const double stay = list.mean_stay * trial.stretch;
  Json text = scenario(trial, static_cast<int>(list.days * trial.stretch));
  add_stream(text, "people", list.load / stay, "m");
  Json& measure = add_measure(text, "m", list.places, exponential(stay));
  measure["waiting_list"] = Json::object();
  if (list.loses) measure["waiting_list"]["max_length"] = 0;
  if (list.patience > 0) {
    measure["waiting_list"]["leave_after"] = exponential(list.patience * stay);
  }
  add_stock(text, "in", "m");
  add_stock(text, "waiting_for", "m");
  return text;
}

/// A figure of a list that begins as it is found in the long run.
auto prepared(const List& list, const std::function<double(const Simulation&)>& figure) {
  return [=](const Trial& trial) -> Figure {
    const CompiledModel model = compiled(text_of(list, trial));
    const std::vector<double> law = stationary(list.chain(), list.most());
    return [=](std::uint32_t replication) {
      const int people = Dice(trial.seed, replication).draw(law);
      const int in = std::min(people, list.places);
      return figure(simulate_from(model, replication, {in, people - in}));
    };
  };
}

void add(std::vector<Oracle>& all, const std::string& family, const List& list,
         const std::string& what, double expected, std::uint32_t replications,
         const std::function<double(const Simulation&)>& figure) {
  all.push_back({family, list.name() + ": " + what, expected, replications, Tick::matters,
                 prepared(list, figure)});
}

void add_loss(std::vector<Oracle>& all, const List& list, std::uint32_t replications) {
  add(all, "Erlang B", list, "share turned away", theory::erlang_b(list.places, list.load),
      replications, [=](const Simulation& s) {
        const double joined = list.load / list.mean_stay * list.days;
        return left(s, "m", Reason::full) / joined;
      });
}

void add_delay(std::vector<Oracle>& all, const List& list, std::uint32_t replications) {
  const double busy = theory::erlang_c(list.places, list.load);
  const double use = list.load / list.places;
  add(all, "Erlang C", list, "share of time without a free place", busy, replications,
      [=](const Simulation& s) { return evenings(s, "m").share_full(list.places); });
  add(all, "Erlang C", list, "people waiting", busy * use / (1 - use), replications,
      [](const Simulation& s) { return evenings(s, "m").mean_waiting(); });
}

void add_abandonment(std::vector<Oracle>& all, const List& list, std::uint32_t replications) {
  // Palm 1957, from the balance of the chain.
  const double waiting = mean_above(stationary(list.chain(), list.most()), list.places);
  const double gives_up = waiting / list.patience / list.load;  // Little's law
  add(all, "Erlang A", list, "share giving up", gives_up, replications, [=](const Simulation& s) {
    const double joined = list.load / list.mean_stay * list.days;
    return left(s, "m", Reason::gave_up) / joined;
  });
  add(all, "Erlang A", list, "people waiting", waiting, replications,
      [](const Simulation& s) { return evenings(s, "m").mean_waiting(); });
}

}  // namespace

void add_erlang(std::vector<Oracle>& all) {
  const auto loss = [](int places, double load, double stay) {
    return List{.places = places, .load = load, .mean_stay = stay, .loses = true};
  };
  add_loss(all, loss(1, 0.5, 120), 400);
  add_loss(all, loss(2, 1, 150), 400);
  add_loss(all, loss(5, 4, 400), 400);
  add_loss(all, loss(10, 8, 500), 400);
  add_loss(all, loss(20, 20, 800), 400);
  add_loss(all, loss(50, 45, 1500), 400);
  add_loss(all, loss(100, 95, 2000), 400);
  add_loss(all, loss(400, 390, 2500), 300);
  add_loss(all, loss(1250, 1200, 3000), 300);
  add_loss(all, loss(1250, 1250, 3000), 300);
  const auto delay = [](int places, double load, double stay) {
    return List{.places = places, .load = load, .mean_stay = stay};
  };
  add_delay(all, delay(1, 0.7, 80), 400);
  add_delay(all, delay(2, 1.4, 150), 400);
  add_delay(all, delay(5, 4, 300), 400);
  add_delay(all, delay(10, 8, 400), 400);
  add_delay(all, delay(20, 18, 800), 400);
  add_delay(all, delay(50, 46, 1500), 400);
  add_delay(all, delay(100, 94, 2000), 400);
  add_delay(all, delay(400, 385, 2500), 300);
  add_delay(all, delay(1250, 1225, 3000), 300);
  const auto impatient = [](int places, double load, double patience, double stay) {
    return List{.places = places, .load = load, .mean_stay = stay, .patience = patience};
  };
  add_abandonment(all, impatient(1, 1.2, 1, 100), 400);
  add_abandonment(all, impatient(5, 6, 2, 300), 400);
  add_abandonment(all, impatient(10, 9, 0.5, 500), 400);
  add_abandonment(all, impatient(50, 48, 2, 1500), 400);  // Gans, Koole and Mandelbaum 2003
  add_abandonment(all, impatient(200, 210, 4, 3000), 300);
  add_abandonment(all, impatient(1250, 1320, 2, 3000), 300);
}

}  // namespace doorstroom::oracle

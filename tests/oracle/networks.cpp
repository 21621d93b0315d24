// People who go from measure to measure, and a closed circle of them.
#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"
#include "support/formulas.hpp"

namespace doorstroom::oracle {

namespace {

struct Node {
  int places;
  double mean_stay;
};

/// Measures a, b, c, ... with their places; people who end in one go on by these shares, the rest
/// leaves (Jackson, Operations Research 5 (1957)).
struct Network {
  std::string name;
  std::vector<Node> nodes;
  std::vector<double> arrivals;             // a day, into each
  std::vector<std::vector<double>> routes;  // [from][to]

  [[nodiscard]] std::vector<double> flows() const { return visits(routes, arrivals); }
  [[nodiscard]] double load(std::size_t i) const { return flows()[i] * nodes[i].mean_stay; }
};

std::string name_of(std::size_t node) {
  return std::string(1, static_cast<char>('a' + node));
}

Json text_of(const Network& network, const Trial& trial, int days) {
  Json text = scenario(trial, static_cast<int>(days * trial.stretch));
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    if (network.arrivals[i] > 0) {
      add_stream(text, "to_" + name_of(i), network.arrivals[i] / trial.stretch, name_of(i));
    }
    Json& measure = add_measure(text, name_of(i), network.nodes[i].places,
                                exponential(network.nodes[i].mean_stay * trial.stretch));
    Json afterwards = Json::array();
    for (std::size_t j = 0; j < network.nodes.size(); ++j) {
      const double p = network.routes[i][j];
      if (p > 0) afterwards.push_back({{"to", name_of(j)}, {"p", p}});
    }
    afterwards.push_back({{"to", "out"}, {"p", "rest"}});
    measure["afterwards"] = afterwards;
  }
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    add_stock(text, "in", name_of(i));
    add_stock(text, "waiting_for", name_of(i));
  }
  return text;
}

/// A figure of a network that begins as it is found in the long run: each list as if it were alone.
auto prepared(const Network& network, const std::function<double(const Simulation&)>& figure) {
  return [=](const Trial& trial) -> Figure {
    const CompiledModel model = compiled(text_of(network, trial, 8000));
    std::vector<std::vector<double>> laws;
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
      const Node& node = network.nodes[i];
      laws.push_back(stationary(
          many_places(node.places, network.load(i) / node.mean_stay, node.mean_stay), 400));
    }
    return [=](std::uint32_t replication) {
      Dice dice(trial.seed, replication);
      std::vector<int> stock;
      for (std::size_t i = 0; i < laws.size(); ++i) {
        const int people = dice.draw(laws[i]);
        const int in = std::min(people, network.nodes[i].places);
        stock.insert(stock.end(), {in, people - in});
      }
      return figure(simulate_from(model, replication, stock));
    };
  };
}

void add_lists(std::vector<Oracle>& all, const Network& network) {
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    const int places = network.nodes[i].places;
    const double load = network.load(i);
    const double waiting = theory::erlang_c(places, load) * load / (places - load);
    all.push_back({"Jackson", fmt::format("{}: people waiting for {}", network.name, name_of(i)),
                   waiting, 400, Tick::matters, prepared(network, [=](const Simulation& s) {
                     return evenings(s, name_of(i)).mean_waiting();
                   })});
  }
}

/// The product: both are full as often as if neither knew of the other.
void add_both_full(std::vector<Oracle>& all, const Network& network) {
  double expected = 1;
  for (const std::size_t i : {0U, 1U}) {
    expected *= theory::erlang_c(network.nodes[i].places, network.load(i));
  }
  const auto figure = [=](const Simulation& s) {
    const Evenings a = evenings(s, "a");
    const Evenings b = evenings(s, "b");
    double full = 0;
    for (std::size_t d = 0; d < a.inside.size(); ++d) {
      full += a.inside[d] == network.nodes[0].places && b.inside[d] == network.nodes[1].places;
    }
    return full / static_cast<double>(a.inside.size());
  };
  all.push_back({"Jackson", network.name + ": share of time without a free place in a and b",
                 expected, 400, Tick::matters, prepared(network, figure)});
}

/// Starts in a measure per person who came in: (I - P)^-1, whatever the lists.
void add_visits(std::vector<Oracle>& all, const Network& network, std::size_t node) {
  constexpr int people = 60;
  const auto prepare = [=](const Trial& trial) -> Figure {
    Network closed = network;
    closed.arrivals.assign(network.nodes.size(), 0.0);
    Json text = text_of(closed, {trial.seed}, 24'000);
    const CompiledModel model = compiled(text);
    std::vector<int> stock(2 * network.nodes.size(), 0);
    stock[1] = people;  // waiting for a
    return [=](std::uint32_t r) {
      return starts(simulate_from(model, r, stock), name_of(node)) / people;
    };
  };
  std::vector<double> begin(network.nodes.size(), 0.0);
  begin[0] = 1;
  all.push_back({"Visits", fmt::format("{}: starts in {} per person", network.name, name_of(node)),
                 visits(network.routes, begin)[node], 150, Tick::exact, prepare});
}

/// So many people, each of whom needs one of a few places from time to time.
struct Circle {
  int people;
  int places;
  double needs;  // times a day, while in no need
  double mean_stay;
};

Json text_of(const Circle& circle, const Trial& trial) {
  Json text = scenario(trial, static_cast<int>(8000 * trial.stretch));
  text["statuses"] = Json::array({Json{{"id", "served"}, {"registered", true}}});
  const double per_month = circle.needs / trial.stretch * days_per_month;
  text["labour_market"]["exits"] =
      Json::array({Json{{"id", "need"}, {"to", "m"}, {"per_month", per_month}}});
  Json& measure =
      add_measure(text, "m", circle.places, exponential(circle.mean_stay * trial.stretch));
  measure["status"] = "served";
  measure["afterwards"] = "unemployed";
  text["stock"] = Json::array({Json{{"id", "well"}, {"people", 1}}});
  add_stock(text, "in", "m");
  add_stock(text, "waiting_for", "m");
  return text;
}

void add_circle(std::vector<Oracle>& all, const Circle& circle) {
  const std::vector<double> law = stationary(
      machine_repair(circle.people, circle.places, circle.needs, circle.mean_stay), circle.people);
  const auto prepared = [=](const auto& figure) {
    return [=](const Trial& trial) -> Figure {
      const CompiledModel model = compiled(text_of(circle, trial));
      return [=](std::uint32_t r) {
        const int needing = Dice(trial.seed, r).draw(law);
        const int in = std::min(needing, circle.places);
        return figure(
            evenings(simulate_from(model, r, {circle.people - needing, in, needing - in}), "m"));
      };
    };
  };
  const std::string name =
      fmt::format("{} people, {} place{}, load {:g} each", circle.people, circle.places,
                  circle.places == 1 ? "" : "s", circle.needs * circle.mean_stay);
  double full = 0;
  for (std::size_t n = static_cast<std::size_t>(circle.places); n < law.size(); ++n) full += law[n];
  all.push_back({"Finite population", name + ": waiting or in the measure", mean(law), 150,
                 Tick::matters,
                 prepared([](const Evenings& e) { return e.mean_waiting() + e.mean_inside(); })});
  all.push_back({"Finite population", name + ": share of time without a free place", full, 150,
                 Tick::matters,
                 prepared([=](const Evenings& e) { return e.share_full(circle.places); })});
}

}  // namespace

void add_networks(std::vector<Oracle>& all) {
  const Network tandem{"tandem", {{2, 150}, {3, 225}}, {0.009, 0}, {{0, 1}, {0, 0}}};
  add_lists(all, tandem);
  add_both_full(all, tandem);
  const Network again{"once more with probability 0.4", {{2, 100}}, {0.0084}, {{0.4}}};
  add_lists(all, again);
  const Network three{"three measures",
                      {{3, 200}, {1, 120}, {4, 300}},
                      {0.006, 0.002, 0},
                      {{0.1, 0.3, 0.5}, {0, 0, 0.6}, {0.2, 0, 0}}};
  add_lists(all, three);
  const Network loop{"loop of two", {{30, 20}, {20, 30}}, {0, 0}, {{0, 0.7}, {0.8, 0}}};
  add_visits(all, again, 0);
  add_visits(all, loop, 0);
  add_visits(all, loop, 1);
  add_visits(all, three, 2);
  add_circle(all, {5, 1, 0.0008, 300});
  add_circle(all, {20, 3, 0.0006, 300});
  add_circle(all, {60, 10, 0.0003, 600});
  add_circle(all, {400, 40, 0.0001, 1100});
}

}  // namespace doorstroom::oracle

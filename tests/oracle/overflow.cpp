// People who find no place in one measure and go to the next one of their rule.
#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"
#include "support/formulas.hpp"

namespace doorstroom::oracle {

namespace {

constexpr int ample = 0;

/// One stream for a measure without a list and, where that is full, another one: of so many places
/// and no list either, or ample.
struct Overflow {
  int first;
  int second;
  double load;
  double mean_stay;
  int days = 8000;

  [[nodiscard]] std::string name() const {
    const std::string next = second == ample ? "ample" : std::to_string(second);
    return fmt::format("{} places, then {}, load {:g}", first, next, load);
  }
};

Json text_of(const Overflow& o, const Trial& trial) {
  const double stay = o.mean_stay * trial.stretch;
  Json text = scenario(trial, static_cast<int>(o.days * trial.stretch));
  add_stream(text, "people", o.load / stay, "");
  add_measure(text, "a", o.first, exponential(stay))["waiting_list"]["max_length"] = 0;
  if (o.second == ample) {
    add_measure(text, "b", exponential(stay));
  } else {
    add_measure(text, "b", o.second, exponential(stay))["waiting_list"]["max_length"] = 0;
  }
  text["referral"] = Json::array(
      {Json{{"id", "all"}, {"refer_to", Json::array({"a", "b"})}, {"choose", "in_order"}}});
  add_stock(text, "in", "a");
  add_stock(text, "in", "b");
  return text;
}

/// How many are found in each after a long time: the chain of Markov itself, jump by jump.
std::vector<int> found(Dice& dice, const Overflow& o) {
  int a = 0;
  int b = 0;
  const int jumps = 2000 + static_cast<int>(60 * o.load);
  for (int i = 0; i < jumps; ++i) {
    const std::size_t next =
        dice.first_of({o.load, static_cast<double>(a), static_cast<double>(b)});
    if (next == 1) --a;
    if (next == 2) --b;
    if (next != 0) continue;
    if (a < o.first) {
      ++a;
    } else if (o.second == ample || b < o.second) {
      ++b;
    }
  }
  return {a, b};
}

void add(std::vector<Oracle>& all, const Overflow& o, const std::string& what, double expected,
         const std::function<double(const Simulation&)>& figure) {
  const auto prepare = [=](const Trial& trial) -> Figure {
    const CompiledModel model = compiled(text_of(o, trial));
    return [=](std::uint32_t r) {
      Dice dice(trial.seed, r);
      return figure(simulate_from(model, r, found(dice, o)));
    };
  };
  all.push_back({"Overflow", o.name() + ": " + what, expected, 400, Tick::matters, prepare});
}

void add_ample(std::vector<Oracle>& all, const Overflow& o) {
  const double level = o.load * theory::erlang_b(o.first, o.load);
  add(all, o, "people in the second", level,
      [](const Simulation& s) { return evenings(s, "b").mean_inside(); });
  add(all, o, "variance of the people in the second", overflow_variance(o.first, o.load),
      [=](const Simulation& s) {
        const Evenings e = evenings(s, "b");
        double squares = 0;
        for (const int n : e.inside) squares += (n - level) * (n - level);
        return squares / static_cast<double>(e.inside.size());
      });
}

void add_limited(std::vector<Oracle>& all, const Overflow& o) {
  const double lost = theory::erlang_b(o.first + o.second, o.load);
  add(all, o, "share that finds no place in either", lost, [=](const Simulation& s) {
    return left(s, "b", Reason::full) / (o.load / o.mean_stay * o.days);
  });
  add(all, o, "people in the second", o.load * (theory::erlang_b(o.first, o.load) - lost),
      [](const Simulation& s) { return evenings(s, "b").mean_inside(); });
}

}  // namespace

void add_overflow(std::vector<Oracle>& all) {
  add_ample(all, {4, ample, 4, 300});
  add_ample(all, {10, ample, 12, 800});
  add_ample(all, {60, ample, 55, 2000});
  add_limited(all, {2, 2, 2, 200});
  add_limited(all, {10, 5, 12, 800});
  add_limited(all, {100, 20, 110, 2500});
}

}  // namespace doorstroom::oracle

#include "oracle/page.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>

namespace doorstroom::oracle {

namespace {

constexpr const char* beginning =
    R"(<!-- Made by the test Oracles.AreMet (tests/oracle), run with DOORSTROOM_REFRESH=1. Change
     tests/oracle/, not this page. -->

# What the engine computes, against what is known

The engine is a program of its own. Whether it computes what it claims shows where somebody has calculated the answer: queues with a formula, chains that can be solved, tables of which the fit is published. Below stand {} such figures. Each is simulated by itself, with luck of its own that follows from its name (so nobody chose it), so many times; *simulated* is the mean of its replications, *error* the standard error of that mean, *z* the distance from what is expected in errors.

If the engine is right, every z is noise: about a third of them beyond 1, one in twenty beyond 2, and their squares add up to their number. They do: **{} numbers, of which the squares add up to {:.1f}; a correct program is above that with probability {:.2f}** (each z taken with Student's law for its replications; too small a sum would be as wrong as one too large). {} are beyond 2 and {} beyond 3; {} are positive. Half of the errors are below {:.1f} % of the answer: an engine that was off by three times that would show in most rows taken alone.

To make this page again, and hold the engine to it:

```sh
DOORSTROOM_REFRESH=1 build/check/tests/test_oracle_slow --gtest_filter=Oracles.AreMet
```

`tests/run --all` does the same and compares; `tests/run` simulates every fourth figure with a few replications, and holds the answers on this page to the formulas.

**Days.** The model counts whole days. Figures marked *d* have an answer in whole days, met without any error of that kind (the drop-out of a phase but for a two-thousandth, in its last day). All others have an answer in continuous time, which the model meets as stays grow long against a day; theirs are so long that a day moves the mean by less than a third of the error. That is tested twice: with days eight times as coarse, where whatever a day does is eight times as large (`Oracles.HaveDaysShortEnough`), and with days half as long, where the answers must be met again (`Oracles.AreMetWithDaysHalfAsLong`).

**Formulas.** They are in `tests/oracle/chains.cpp` and `tests/support/formulas.cpp`, know nothing of the engine, and are held to published numbers in `tests/oracle/formulas_test.cpp`: Erlang's tables, the worked example of Gans, Koole and Mandelbaum (2003), Bartlett's fitted table (1935), the Kaplan-Meier curve of Gehan's leukaemia trial (1965). Where several laws meet and no formula is left, `tests/theory/` and `tests/engine/` go on: exact days, small traces, properties of random scenarios.
)";

const std::map<std::string, std::string>& sources() {
  static const std::map<std::string, std::string> all{
      {"Erlang B", "Erlang 1917: lists on which nobody waits. Begun in the long run."},
      {"Erlang C", "Erlang 1917: everybody waits. Begun in the long run."},
      {"Erlang A", "Palm 1957: everybody has a patience. Begun in the long run."},
      {"M/G/infinity", "Without limits the number in a measure is Poisson, whatever the stay."},
      {"Pollaczek-Khinchine", "One place, stays of any law."},
      {"Crommelin (M/D/c)", "Crommelin 1932: places with stays of one length."},
      {"Cobham, days", "Cobham 1954 for whole days: one place, classes, stays that are uniform."},
      {"Cobham", "Cobham 1954: classes, nobody interrupted."},
      {"Jackson", "Jackson 1957: measures one after the other, and back."},
      {"Visits", "Kemeny and Snell 1960: how often people come back, (I - P)^-1."},
      {"Finite population", "Palm 1947, machine repair: the same people come back for a place."},
      {"Overflow",
       "Erlang B; Riordan's formula for the variance (Wilkinson 1956): from one measure to the "
       "next."},
      {"From empty", "Transient solution of the chain (Jensen 1953)."},
      {"Cap path", "Places that come and go, nobody sent away: transient solution of the chain."},
      {"Seasons", "Eick, Massey and Whitt 1993: arrivals that change with the month."},
      {"Contingent", "Lindley's recursion 1952, month by month."},
      {"Budget", "The day of the last start that a budget pays: Poisson's law."},
      {"Competing risks", "Cumulative incidence (Kalbfleisch and Prentice 1980)."},
      {"Absorbing chain", "Kemeny and Snell 1960: unemployment and work in turn, to an end."},
      {"Phases", "Drop-out and decisions of a trajectory."},
      {"Margins (IPF)", "People drawn from margins of two, against Bartlett's table of 1935."},
      {"Screening", "What is seen of a class with errors on both sides."}};
  return all;
}

std::string number(double value) {
  return std::abs(value) < 10'000 ? fmt::format("{:.5g}", value) : fmt::format("{:.0f}", value);
}

double median_error(const std::vector<Outcome>& outcomes) {
  std::vector<double> errors;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    errors.push_back(outcomes[i].error / catalogue()[i].expected);
  }
  const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
  std::ranges::nth_element(errors, middle);
  return *middle;
}

constexpr const char* columns =
    "| figure | expected | simulated | error | replications | z |\n|---|--:|--:|--:|--:|--:|\n";

std::string row(const Oracle& oracle, const Outcome& outcome) {
  const std::string error = outcome.error < 10 ? fmt::format("{:.2g}", outcome.error)
                                               : fmt::format("{:.0f}", outcome.error);
  return fmt::format("{} {} | {} | {} | {:.2f} |\n", row_begins(oracle), number(outcome.mean),
                     error, outcome.replications, outcome.z);
}

}  // namespace

std::string row_begins(const Oracle& oracle) {
  return fmt::format("| {}{} | {} |", oracle.name, oracle.tick == Tick::exact ? " *d*" : "",
                     number(oracle.expected));
}

std::vector<std::size_t> beyond_two(const std::vector<Outcome>& outcomes) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (std::abs(normal_score(outcomes[i])) > 2) found.push_back(i);
  }
  return found;
}

namespace {

std::string summary(const std::vector<Outcome>& outcomes) {
  std::vector<double> scores;
  for (const Outcome& outcome : outcomes) scores.push_back(normal_score(outcome));
  const auto count = [&](auto is_it) { return std::ranges::count_if(scores, is_it); };
  return fmt::format(fmt::runtime(beginning), scores.size(), scores.size(), sum_of_squares(scores),
                     chi_square_p(scores), beyond_two(outcomes).size(),
                     count([](double z) { return std::abs(z) > 3; }),
                     count([](double z) { return z > 0; }), 100 * median_error(outcomes));
}

/// What was looked at again, by the families' names.
std::string second_look(const std::vector<Outcome>& outcomes, const std::vector<Outcome>& again) {
  std::string text =
      "\n## Looked at again\n\nWhatever was beyond 2, four times as often and with other luck.\n\n";
  text += columns;
  const auto positions = beyond_two(outcomes);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    Oracle oracle = catalogue()[positions[i]];
    oracle.name = oracle.family + ", " + oracle.name;
    text += row(oracle, again[i]);
  }
  return text;
}

}  // namespace

std::string page(const std::vector<Outcome>& outcomes, const std::vector<Outcome>& again) {
  std::string text = summary(outcomes) + second_look(outcomes, again);
  std::string family;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const Oracle& oracle = catalogue()[i];
    if (oracle.family != family) {
      family = oracle.family;
      text += fmt::format("\n## {}\n\n{}\n\n{}", family, sources().at(family), columns);
    }
    text += row(oracle, outcomes[i]);
  }
  return text;
}

std::string path_of_page() {
  return std::string(DOORSTROOM_TOP) + "/docs/background/validation.md";
}

std::string committed_page() {
  std::ifstream file(path_of_page());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace doorstroom::oracle

// The formulas against published numbers and against each other: an engine that is held to a wrong
// formula is held to nothing.
#include "support/formulas.hpp"

#include <cmath>
#include <numeric>

#include <gmock/gmock.h>

#include "analysis/competing_risks.hpp"
#include "oracle/chains.hpp"
#include "population/fit.hpp"

namespace doorstroom::oracle {
namespace {

TEST(PublishedErlangB, LosesOneInAHundredAtTheLoadsOfTheTables) {
  // Traffic offered at a loss of 1 %, as in every table of Erlang's formula.
  for (const auto& [places, load] :
       {std::pair{5, 1.361}, {10, 4.461}, {15, 8.108}, {20, 12.03}, {50, 37.90}, {100, 84.06}}) {
    EXPECT_NEAR(theory::erlang_b(places, load), 0.01, 1e-5) << places;
    const auto law = stationary(many_places(places, load, 1), places);
    EXPECT_NEAR(law.back(), theory::erlang_b(places, load), 1e-12);
  }
}

TEST(PublishedErlangB, IsTheChainsToo) {
  const auto law = stationary(many_places(1250, 1250, 1), 1250);
  EXPECT_NEAR(law.back(), theory::erlang_b(1250, 1250), 1e-12);
}

TEST(PublishedErlangC, IsThatOfTheTextbook) {
  // Gross and Harris: five servers at 80 %, ten at 80 %.
  EXPECT_NEAR(theory::erlang_c(5, 4), 0.5541, 5e-5);
  EXPECT_NEAR(theory::erlang_c(10, 8), 0.4092, 5e-5);
  const auto law = stationary(many_places(10, 8, 1), 400);
  EXPECT_NEAR(std::accumulate(law.begin() + 10, law.end(), 0.0), theory::erlang_c(10, 8), 1e-12);
}

TEST(PublishedErlangA, IsThatOfTheCallCentre) {
  // Gans, Koole and Mandelbaum, Manufacturing & Service Operations Management 5 (2003): 50 agents,
  // 48 calls a minute of a minute each, patience of two: 3.1 % abandon, 3 wait, 93 % are busy. Were
  // all patient: a wait of 20.8 s, 17 in the queue.
  const auto law = stationary(many_places(50, 48, 1, 2), 300);
  const double waiting = mean_above(law, 50);
  EXPECT_NEAR(waiting / 2 / 48, 0.031, 0.0005);
  EXPECT_NEAR(waiting, 3, 0.5);
  EXPECT_NEAR((mean(law) - waiting) / 50, 0.93, 0.005);
  EXPECT_NEAR(theory::erlang_c_mean_wait(50, 48, 1) * 60, 20.8, 0.05);
  EXPECT_NEAR(theory::erlang_c_mean_wait(50, 48, 1) * 48, 17, 0.5);
}

TEST(PublishedErlangA, IsPalmsFormula) {
  const theory::ErlangA a(10, 12, 1, 0.5);
  EXPECT_NEAR(mean_above(stationary(many_places(10, 12, 1, 0.5), 200), 10), a.mean_waiting, 1e-10);
}

TEST(MachineRepair, IsBinomialWithARepairmanForEach) {
  // Each is broken a third of the time.
  const auto law = stationary(machine_repair(4, 4, 0.5, 1), 4);
  EXPECT_NEAR(law[0], 16.0 / 81, 1e-12);
  EXPECT_NEAR(mean(law), 4.0 / 3, 1e-12);
}

TEST(MachineRepair, IsErlangsLossSeenFromTheRepairman) {
  // One repairman: the machines that work are a loss system of load 1 / (breaks x repair).
  const auto law = stationary(machine_repair(5, 1, 0.2, 1), 5);
  EXPECT_NEAR(law[0], theory::erlang_b(5, 5), 1e-12);
}

TEST(Transient, FillsAmplePlacesExponentially) {
  std::vector<double> nobody(200, 0.0);
  nobody[0] = 1;
  const auto law = transient(many_places(199, 3, 10), nobody, 12);
  EXPECT_NEAR(mean(law), 30 * (1 - std::exp(-1.2)), 1e-9);
  EXPECT_NEAR(law[0], std::exp(-30 * (1 - std::exp(-1.2))), 1e-12);  // Poisson
}

TEST(Transient, TendsToTheLongRun) {
  std::vector<double> nobody(120, 0.0);
  nobody[0] = 1;
  const BirthDeath chain = many_places(3, 0.5, 4, 6);
  EXPECT_NEAR(mean(transient(chain, nobody, 400)), mean(stationary(chain, 119)), 1e-9);
}

TEST(Crommelin, IsPollaczekAndKhinchineAtOnePlace) {
  EXPECT_NEAR(crommelin_mean_wait(1, 0.8), 0.8 / 2 / 0.2, 1e-9);
}

TEST(Crommelin, IsTheLongRunOfTheRecursion) {
  // Who is there a stay later: those who did not start, and those who came.
  constexpr int places = 5;
  const std::vector<double> come = poisson(4);
  std::vector<double> law(300, 0.0);
  law[0] = 1;
  for (int i = 0; i < 3000; ++i) {
    std::vector<double> next(law.size(), 0.0);
    for (std::size_t n = 0; n < law.size(); ++n) {
      const std::size_t stay = n > places ? n - places : 0;
      for (std::size_t k = 0; k < come.size(); ++k) {
        next[std::min(stay + k, law.size() - 1)] += law[n] * come[k];
      }
    }
    law = next;
  }
  EXPECT_NEAR(mean_above(law, places), 4 * crommelin_mean_wait(places, 4), 1e-9);
}

TEST(Overflow, HasTheVarianceOfItsOwnChain) {
  // One place of load 1 and what flows over from it, solved state by state: (taken, in the second).
  constexpr std::size_t most = 40;
  const auto at = [](std::size_t taken, std::size_t over) { return 2 * over + taken; };
  std::vector<std::vector<double>> balance(2 * most, std::vector<double>(2 * most, 0.0));
  const auto flow = [&](std::size_t from, std::size_t to, double rate) {
    balance[to][from] += rate;
    balance[from][from] -= rate;
  };
  for (std::size_t n = 0; n < most; ++n) {
    flow(at(0, n), at(1, n), 1);
    flow(at(1, n), at(0, n), 1);
    if (n + 1 < most) flow(at(1, n), at(1, n + 1), 1);
    for (const std::size_t taken : {0U, 1U}) {
      if (n > 0) flow(at(taken, n), at(taken, n - 1), static_cast<double>(n));
    }
  }
  balance[0].assign(2 * most, 1.0);
  std::vector<double> right(2 * most, 0.0);
  right[0] = 1;
  const auto law = solved(balance, right);
  double first = 0;
  double second = 0;
  for (std::size_t n = 0; n < most; ++n) {
    const double p = law[at(0, n)] + law[at(1, n)];
    first += static_cast<double>(n) * p;
    second += static_cast<double>(n * n) * p;
  }
  EXPECT_NEAR(first, theory::erlang_b(1, 1), 1e-9);
  EXPECT_NEAR(second - first * first, overflow_variance(1, 1), 1e-9);
}

TEST(CobhamOfManyPlaces, IsCobhamAtOneAndKeepsTheMean) {
  const auto one = cobham_many_places(1, {0.03, 0.05}, 10);
  const auto textbook = theory::cobham({0.03, 0.05}, 10, 200);
  EXPECT_NEAR(one[0], textbook[0], 1e-12);
  EXPECT_NEAR(one[1], textbook[1], 1e-12);
  const auto three = cobham_many_places(3, {0.1, 0.05, 0.09}, 10);
  const double mean = (0.1 * three[0] + 0.05 * three[1] + 0.09 * three[2]) / 0.24;
  EXPECT_NEAR(mean, theory::erlang_c_mean_wait(3, 0.24, 10), 1e-12);
}

TEST(InDays, KeepsTheMeanAndAddsASixthToTheSecondMoment) {
  const DayMoments uniform = in_days([](double t) { return std::max(0.0, 1 - t / 12); }, 12);
  EXPECT_NEAR(uniform.first, 6, 1e-12);
  EXPECT_NEAR(uniform.second, 144.0 / 3 + 1.0 / 6, 1e-9);
  const DayMoments fixed = in_days([](double t) { return t < 7 ? 1.0 : 0.0; }, 20);
  EXPECT_NEAR(fixed.first, 7, 1e-2);
}

TEST(Visits, AddUpAGeometricSeries) {
  EXPECT_NEAR(visits({{0.4}}, {1})[0], 1 / 0.6, 1e-12);
  const auto two = visits({{0, 0.7}, {0.8, 0}}, {1, 0});
  EXPECT_NEAR(two[0], 1 / (1 - 0.56), 1e-12);
  EXPECT_NEAR(two[1], 0.7 / (1 - 0.56), 1e-12);
}

TEST(PublishedFit, IsBartletts) {
  // Supplement to the Journal of the Royal Statistical Society 2 (1935): the fitted cells differ
  // from those seen by 5.1.
  const FitTask task{{2, 2, 2},
                     {{{0, 1}, {0.25, 0.25, 0.25, 0.25}},
                      {{0, 2}, {240 / 960.0, 240 / 960.0, 138 / 960.0, 342 / 960.0}},
                      {{1, 2}, {263 / 960.0, 217 / 960.0, 115 / 960.0, 365 / 960.0}}}};
  const Fit fit = fit_margins(task);
  const std::vector<double> published{161.1, 78.9, 78.9, 161.1, 101.9, 138.1, 36.1, 203.9};
  for (std::size_t i = 0; i < published.size(); ++i) {
    EXPECT_NEAR(fit.cells[i] * 960, published[i], 0.05) << i;
  }
}

TEST(PublishedKaplanMeier, IsThatOfGehansTrial) {
  // Weeks to relapse of 21 children on 6-MP (Freireich and others 1963, in Gehan, Biometrika 52
  // (1965)): 6 6 6 7 10 13 16 22 23 and, still well, 6 9 10 11 17 19 20 25 32 32 34 35.
  std::vector<std::int32_t> relapsed(36, 0);
  std::vector<std::int32_t> followed(36, 0);
  const std::vector<std::int32_t> none(36, 0);
  for (const std::size_t week : {6U, 6U, 6U, 7U, 10U, 13U, 16U, 22U, 23U}) ++relapsed[week];
  for (const std::size_t week : {6U, 9U, 10U, 11U, 17U, 19U, 20U, 25U, 32U, 32U, 34U, 35U}) {
    ++followed[week];
  }
  const Incidence curve = incidence({relapsed, none, followed});
  for (const auto& [week, well] : {std::pair{5, 1.0},
                                   {6, 0.8571},
                                   {7, 0.8067},
                                   {10, 0.7529},
                                   {13, 0.6902},
                                   {16, 0.6275},
                                   {22, 0.5378},
                                   {23, 0.4482},
                                   {35, 0.4482}}) {
    EXPECT_NEAR(1 - curve.started_within(week), well, 5e-5) << week;
  }
}

}  // namespace
}  // namespace doorstroom::oracle

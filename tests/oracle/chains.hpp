// Markov chains and classical formulas that the oracles need besides support/formulas.hpp. Nothing
// here knows the engine; formulas_test.cpp holds it to published numbers.
#pragma once

#include <functional>
#include <vector>

namespace doorstroom::oracle {

/// A birth-death process: rates a day of one more and one less where there are n.
struct BirthDeath {
  std::function<double(int)> up;
  std::function<double(int)> down;
};

/// M/M/c: each waits as long as it takes, or, where patience is given, so long on average.
BirthDeath many_places(int places, double arrivals, double mean_stay, double mean_patience = 0);
/// c repairmen for so many machines, each of which breaks down at a rate while it works
/// (Palm 1947; Gross and Harris, Fundamentals of Queueing Theory, "finite-source queues").
BirthDeath machine_repair(int machines, int repairmen, double breaks, double mean_repair);

/// Probabilities of 0 to `most` in the long run, by detailed balance.
std::vector<double> stationary(const BirthDeath& chain, int most);
/// Probabilities of 0 to `most` after some days, beginning with these (uniformization: Jensen 1953;
/// Grassmann 1977).
std::vector<double> transient(const BirthDeath& chain, std::vector<double> start, double days);
/// Mean of so many, and of those above a number.
double mean(const std::vector<double>& probabilities);
double mean_above(const std::vector<double>& probabilities, int places);

/// Mean wait in M/D/c, in stays: Crommelin, Post Office Electrical Engineers' Journal 25 (1932).
double crommelin_mean_wait(int places, double load);

/// Variance of what flows over from so many places without a list into ample ones, both with
/// exponential stays: Riordan's formula, in Wilkinson, Bell System Technical Journal 35 (1956).
double overflow_variance(int places, double load);

/// Mean waits by class of an M/M/c list with classes and one law of stays: Cobham, Operations
/// Research 2 (1954).
std::vector<double> cobham_many_places(int places, const std::vector<double>& arrivals,
                                       double mean_stay);

/// Moments of a stay that is rounded at random to whole days, the mean kept, from the probability
/// that it lasts longer than a time: mean and mean square.
struct DayMoments {
  double first = 0;
  double second = 0;
};
DayMoments in_days(const std::function<double(double)>& survival, double longest);

/// Probabilities of 0, 1, ... of Poisson's law, as far as they matter.
std::vector<double> poisson(double mean);

/// The solution of a system of linear equations (Gauss), for routing and absorption.
std::vector<double> solved(std::vector<std::vector<double>> matrix, std::vector<double> right);

/// Expected visits of the transient states of a chain by where one begins: (I - P)^-1
/// (Kemeny and Snell, Finite Markov Chains, 1960). `begin`: expected arrivals in each.
std::vector<double> visits(const std::vector<std::vector<double>>& steps,
                           const std::vector<double>& begin);

}  // namespace doorstroom::oracle

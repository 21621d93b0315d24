// Oracles: scenarios of which somebody has calculated the answer. Each is simulated so many times,
// and the distance of the mean from the answer is counted in the standard errors of that mean.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace doorstroom::oracle {

/// One figure of one replication of a scenario, by the number of the replication.
using Figure = std::function<double(std::uint32_t replication)>;

/// How a scenario is tried. `stretch`: so many times as many days for the same time, so that a day
/// is so much less.
struct Trial {
  std::uint64_t seed = 1;
  double stretch = 1;
};

/// Does the day of the model stand between it and the answer?
enum class Tick : std::uint8_t {
  exact,   // the answer is one in days, without any error
  matters  // the answer is one in continuous time, met as days grow short
};

struct Oracle {
  std::string family;  // "Erlang B"
  std::string name;    // "10 places, load 8: share turned away"; unique within the family
  double expected = 0;
  std::uint32_t replications = 100;
  Tick tick = Tick::exact;
  /// Compiles the scenario. Oracles with an exact tick take no notice of the stretch.
  std::function<Figure(const Trial&)> prepare;
};

struct Outcome {
  double mean = 0;
  double error = 0;  // standard error of the mean, from the replications themselves
  double z = 0;      // (mean - expected) / error
  std::uint32_t replications = 0;
};

/// Oracles by family, in the order of the page. Every one draws its own luck: no two outcomes
/// depend on each other.
const std::vector<Oracle>& catalogue();

/// The parts of the catalogue.
void add_erlang(std::vector<Oracle>& all);
void add_single_lists(std::vector<Oracle>& all);
void add_priorities(std::vector<Oracle>& all);
void add_networks(std::vector<Oracle>& all);
void add_overflow(std::vector<Oracle>& all);
void add_courses(std::vector<Oracle>& all);
void add_periods(std::vector<Oracle>& all);
void add_lives(std::vector<Oracle>& all);
void add_people(std::vector<Oracle>& all);

/// Seed of an oracle: a hash of its name, so that it is fixed in advance and stays when others come
/// and go. Another stretch and another round have other luck.
std::uint64_t seed_of(const Oracle& oracle, double stretch = 1, int round = 1);

/// Simulates the first `replications` of an oracle (0: all of them). Fails an expectation of the
/// test if nothing varied.
Outcome outcome_of(const Oracle& oracle, std::uint32_t replications = 0, double stretch = 1,
                   int round = 1);

/// The same of many, on all threads of the machine; outcomes in their order.
std::vector<Outcome> outcomes_of(const std::vector<Oracle>& oracles,
                                 const std::function<std::uint32_t(const Oracle&)>& replications,
                                 double stretch = 1, int round = 1);

/// The number of a standard normal law that is as unlikely as z is of Student's with the
/// replications there were.
double normal_score(const Outcome& outcome);

/// Sum of the squares of numbers, and the probability that it is larger where they are independent
/// and standard normal.
double sum_of_squares(const std::vector<double>& numbers);
double chi_square_p(const std::vector<double>& numbers);

}  // namespace doorstroom::oracle

// What queueing theory knows, in the units of the model: rates a day, times in days.
//
// The model counts whole days and starts people once a day. Where that matters the formulas are
// for such a system itself (DayQueue, day_wait_by_class), and a test shows that they tend to the
// textbook's as stays grow long against a day.
#pragma once

#include <cstddef>
#include <vector>

namespace doorstroom::theory {

/// Erlang's loss formula: the share of arrivals that find all `places` taken, where `load`
/// (arrivals a day times the mean stay) is offered and nobody waits.
double erlang_b(int places, double load);

/// Erlang's delay formula: the share of arrivals that must wait (load < places).
double erlang_c(int places, double load);

/// Mean wait of all who join an M/M/c list, in days.
double erlang_c_mean_wait(int places, double arrivals, double mean_stay);

/// Probability of n people in an M/M/c system.
double erlang_c_people(int places, double load, int n);

/// An M/M/c list on which everybody is prepared to wait an exponential time (Erlang A, Palm 1957).
struct ErlangA {
  ErlangA(int places, double arrivals, double mean_stay, double mean_patience);
  double mean_waiting = 0;    // people on the list
  double share_waits = 0;     // of those who join
  double share_gives_up = 0;  // of those who join
};

/// Mean waits by class of an M/G/1 list with classes served in order, nobody interrupted (Cobham
/// 1954). `second_moment`: of the stay.
std::vector<double> cobham(const std::vector<double>& arrivals, double mean_stay,
                           double second_moment);

/// The same where everything happens on whole days: those of a day join together, in Poisson
/// numbers, and a start is at the day's end; stays are whole days with this mean and second moment.
std::vector<double> day_wait_by_class(const std::vector<double>& arrivals, double mean_stay,
                                      double second_moment);

/// Share that has left by the first way out within so many days, where ways out compete at these
/// rates a day (cumulative incidence).
double left_within(const std::vector<double>& rates, double days);

/// The same by the end of day d after the day of arrival: people arrive at some moment of a day, so
/// that the share is the mean of left_within over d to d + 1 days.
double left_by(const std::vector<double>& rates, int day);

/// A list with exponential stays in days. A stay of exponential length, rounded at random to whole
/// days so that its mean is kept, has no night with probability 1 - a, a = (1 - exp(-mu)) / mu, and
/// after each night ends with probability 1 - exp(-mu): it remembers nothing, so that the number of
/// people at the end of the day is a Markov chain. The same holds for patience.
class DayQueue final {
 public:
  struct Parameters {
    int places = 1;
    double arrivals = 0;       // a day, Poisson
    double mean_stay = 1;      // days
    double mean_patience = 0;  // days; 0: nobody gives up
    int max_length = -1;       // of the list; -1: no maximum
  };
  explicit DayQueue(const Parameters& parameters);

  /// Probability of n people, waiting or in the measure, at the end of a day.
  [[nodiscard]] double people(std::size_t n) const { return stationary_[n]; }
  /// The most people that are followed; where nothing limits the list, people(most()) must be
  /// negligible.
  [[nodiscard]] std::size_t most() const { return most_; }
  [[nodiscard]] double mean_waiting() const;
  [[nodiscard]] double mean_in_measure() const;
  /// Of those who join: those who do not start on the day itself and are not turned away.
  [[nodiscard]] double share_waits() const { return waits_; }
  [[nodiscard]] double share_turned_away() const { return turned_away_; }
  [[nodiscard]] double share_gives_up() const { return gives_up_; }

 private:
  struct Day;
  [[nodiscard]] Day day_from(std::size_t people) const;
  void serve(Day& day, double p, std::size_t in, std::size_t old, std::size_t joined) const;
  void evening(Day& day, double p, std::size_t line, std::size_t joined) const;
  void find_stationary(const std::vector<Day>& days);

  Parameters p_;
  std::size_t most_;
  std::vector<double> stationary_;
  double waits_ = 0;
  double turned_away_ = 0;
  double gives_up_ = 0;
};

}  // namespace doorstroom::theory

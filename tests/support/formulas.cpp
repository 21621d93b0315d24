#include "support/formulas.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace doorstroom::theory {

double erlang_b(int places, double load) {
  double loss = 1;
  for (int c = 1; c <= places; ++c) loss = load * loss / (c + load * loss);
  return loss;
}

double erlang_c(int places, double load) {
  const double b = erlang_b(places, load);
  return b / (1 - load / places * (1 - b));
}

double erlang_c_mean_wait(int places, double arrivals, double mean_stay) {
  return erlang_c(places, arrivals * mean_stay) / (places / mean_stay - arrivals);
}

double erlang_c_people(int places, double load, int n) {
  // Balance: p(n) = p(n - 1) load / min(n, places); all who find `places` or more wait.
  const double full = erlang_c(places, load) * (1 - load / places);  // p(places)
  double p = full;
  for (int i = places; i > n; --i) p *= i / load;
  for (int i = places; i < n; ++i) p *= load / places;
  return p;
}

ErlangA::ErlangA(int places, double arrivals, double mean_stay, double mean_patience) {
  // Balance, relative to p(0) = 1: up at the rate of arrivals, down at min(n, c) / stay, and one
  // more 1 / patience for each who waits.
  double p = 1;
  double total = 1;
  double full = 0;
  for (int n = 1; p > 1e-18 || n < 2 * places; ++n) {
    const int waiting = std::max(0, n - places);
    p *= arrivals / (std::min(n, places) / mean_stay + waiting / mean_patience);
    total += p;
    mean_waiting += waiting * p;
    if (n >= places) full += p;
  }
  mean_waiting /= total;
  share_waits = full / total;
  share_gives_up = mean_waiting / mean_patience / arrivals;
}

std::vector<double> cobham(const std::vector<double>& arrivals, double mean_stay,
                           double second_moment) {
  const double all = std::accumulate(arrivals.begin(), arrivals.end(), 0.0);
  const double residual = all * second_moment / 2;
  std::vector<double> waits;
  double before = 0;  // load of the classes before
  for (const double rate : arrivals) {
    const double with = before + rate * mean_stay;
    waits.push_back(residual / ((1 - before) * (1 - with)));
    before = with;
  }
  return waits;
}

std::vector<double> day_wait_by_class(const std::vector<double>& arrivals, double mean_stay,
                                      double second_moment) {
  // Somebody who joins finds, after the day's endings: what is left of the running stay (a stay of
  // S days is found with S - 1, ..., 1 days left), everybody on the lists, who by Little's law are
  // their arrivals times their wait, all of the day's better classes and half of the day's own.
  // While they wait, whole days, the better classes go on joining before them.
  const double all = std::accumulate(arrivals.begin(), arrivals.end(), 0.0);
  double ahead = all * (second_moment - mean_stay) / 2;
  double before = 0;
  std::vector<double> waits;
  for (const double rate : arrivals) {
    const double load = rate * mean_stay;
    const double wait = (ahead + load / 2) / (1 - before - load);
    ahead += load * wait + load;
    before += load;
    waits.push_back(wait);
  }
  return waits;
}

double left_within(const std::vector<double>& rates, double days) {
  const double all = std::accumulate(rates.begin(), rates.end(), 0.0);
  return rates.front() / all * -std::expm1(-all * days);
}

double left_by(const std::vector<double>& rates, int day) {
  const double all = std::accumulate(rates.begin(), rates.end(), 0.0);
  const double still_there = std::exp(-all * day) * -std::expm1(-all) / all;
  return rates.front() / all * (1 - still_there);
}

namespace {

using Distribution = std::vector<double>;

Distribution poisson(double mean, double negligible) {
  Distribution p{std::exp(-mean)};
  for (double left = 1 - p[0]; left > negligible && p.size() < 500;) {
    p.push_back(p.back() * mean / static_cast<double>(p.size()));
    left -= p.back();
  }
  return p;
}

Distribution binomial(std::size_t n, double p) {
  Distribution d{1};
  for (std::size_t i = 0; i < n; ++i) {
    d.push_back(d.back() * p);
    for (std::size_t k = d.size() - 2; k > 0; --k) d[k] = d[k] * (1 - p) + d[k - 1] * p;
    d[0] *= 1 - p;
  }
  return d;
}

/// Of a rounded exponential time of this mean: at least one night, and no further night.
double some_night(double mean) {
  return -std::expm1(-1 / mean) * mean;
}
double ends(double mean) {
  return -std::expm1(-1 / mean);
}

}  // namespace

/// What a day makes of those who were there the evening before.
struct DayQueue::Day {
  Distribution people;  // at the end of it
  double waits = 0;     // people, expected
  double turned_away = 0;
  double gives_up = 0;
};

namespace {

int longest_list(const DayQueue::Parameters& p) {
  if (p.max_length >= 0) return p.max_length;
  return p.mean_patience > 0 ? 60 : 150;
}

}  // namespace

DayQueue::DayQueue(const Parameters& parameters)
    : p_(parameters),
      most_(static_cast<std::size_t>(parameters.places + longest_list(parameters))) {
  std::vector<Day> days;
  for (std::size_t n = 0; n <= most_; ++n) days.push_back(day_from(n));
  find_stationary(days);
  for (std::size_t n = 0; n <= most_; ++n) {
    waits_ += stationary_[n] * days[n].waits / p_.arrivals;
    turned_away_ += stationary_[n] * days[n].turned_away / p_.arrivals;
    gives_up_ += stationary_[n] * days[n].gives_up / p_.arrivals;
  }
}

double DayQueue::mean_waiting() const {
  double mean = 0;
  const auto places = static_cast<std::size_t>(p_.places);
  for (std::size_t n = places; n <= most_; ++n) {
    mean += stationary_[n] * static_cast<double>(n - places);
  }
  return mean;
}

double DayQueue::mean_in_measure() const {
  double mean = 0;
  for (std::size_t n = 0; n <= most_; ++n) {
    mean += stationary_[n] * std::min(static_cast<double>(n), static_cast<double>(p_.places));
  }
  return mean;
}

/// Endings and patience in the morning, then those who join.
DayQueue::Day DayQueue::day_from(std::size_t people) const {
  constexpr double negligible = 1e-14;
  const std::size_t in = std::min(people, static_cast<std::size_t>(p_.places));
  const Distribution left = binomial(in, ends(p_.mean_stay));
  const Distribution gave_up =
      binomial(people - in, p_.mean_patience > 0 ? ends(p_.mean_patience) : 0);
  const Distribution joined = poisson(p_.arrivals, negligible);
  Day day;
  day.people.assign(most_ + 1, 0.0);
  for (std::size_t e = 0; e < left.size(); ++e) {
    for (std::size_t g = 0; g < gave_up.size(); ++g) {
      const double p = left[e] * gave_up[g];
      day.gives_up += p * static_cast<double>(g);
      for (std::size_t k = 0; k < joined.size(); ++k) {
        if (p * joined[k] > negligible) serve(day, p * joined[k], in - e, people - in - g, k);
      }
    }
  }
  return day;
}

/// Starts in order of joining while places last; who stays no night leaves their place to the next.
void DayQueue::serve(Day& day, double p, std::size_t in, std::size_t old,
                     std::size_t joined) const {
  const auto places = static_cast<std::size_t>(p_.places);
  const double stays_a_night = some_night(p_.mean_stay);
  Distribution free(places - in + 1, 0.0);  // places
  free.back() = p;
  for (std::size_t line = old + joined; line > 0; --line) {
    evening(day, free.front(), line, std::min(line, joined));
    free.front() = 0;
    for (std::size_t f = 0; f < free.size(); ++f) {
      const double one_more = f + 1 < free.size() ? free[f + 1] : 0;
      free[f] = free[f] * (1 - stays_a_night) + one_more * stays_a_night;
    }
  }
  for (std::size_t f = 0; f < free.size(); ++f) day.people[places - f] += free[f];
}

/// All places are taken: of those who joined today the last are turned away, and some are not
/// prepared to wait for a day.
void DayQueue::evening(Day& day, double p, std::size_t line, std::size_t joined) const {
  if (p <= 0) return;
  const bool limited = p_.max_length >= 0;
  const std::size_t longest = limited ? static_cast<std::size_t>(p_.max_length) : line;
  const std::size_t away = std::min(joined, line - std::min(line, longest));
  const std::size_t stay = joined - away;
  const double waits_a_night = p_.mean_patience > 0 ? some_night(p_.mean_patience) : 1;
  day.turned_away += p * static_cast<double>(away);
  day.waits += p * static_cast<double>(stay);
  day.gives_up += p * static_cast<double>(stay) * (1 - waits_a_night);
  const Distribution patient = binomial(stay, waits_a_night);
  const std::size_t others = static_cast<std::size_t>(p_.places) + line - joined;
  for (std::size_t j = 0; j < patient.size(); ++j) {
    day.people[std::min(most_, others + j)] += p * patient[j];
  }
}

/// By censoring states from the last to the first, without subtractions (Grassmann, Taksar and
/// Heyman, Operations Research 33 (1985)).
void DayQueue::find_stationary(const std::vector<Day>& days) {
  std::vector<Distribution> step;
  for (const Day& day : days) step.push_back(day.people);
  for (std::size_t n = most_; n > 0; --n) {
    const double down =
        std::accumulate(step[n].begin(), step[n].begin() + static_cast<long>(n), 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      step[i][n] /= down;
      for (std::size_t j = 0; j < n; ++j) step[i][j] += step[i][n] * step[n][j];
    }
  }
  stationary_.assign(most_ + 1, 0.0);
  stationary_[0] = 1;
  for (std::size_t n = 1; n <= most_; ++n) {
    for (std::size_t i = 0; i < n; ++i) stationary_[n] += stationary_[i] * step[i][n];
  }
  const double all = std::accumulate(stationary_.begin(), stationary_.end(), 0.0);
  for (double& p : stationary_) p /= all;
}

}  // namespace doorstroom::theory

#include "oracle/chains.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/formulas.hpp"

namespace doorstroom::oracle {

BirthDeath many_places(int places, double arrivals, double mean_stay, double mean_patience) {
  const auto down = [=](int n) {
    const double gives_up = mean_patience > 0 ? std::max(0, n - places) / mean_patience : 0;
    return std::min(n, places) / mean_stay + gives_up;
  };
  return {[=](int) { return arrivals; }, down};
}

BirthDeath machine_repair(int machines, int repairmen, double breaks, double mean_repair) {
  return {[=](int n) { return (machines - n) * breaks; },
          [=](int n) { return std::min(n, repairmen) / mean_repair; }};
}

std::vector<double> stationary(const BirthDeath& chain, int most) {
  // Relative to the likeliest number, in logarithms: e^-1250 is too small for a double to add up.
  std::vector<double> logs(static_cast<std::size_t>(most) + 1, 0.0);
  for (int n = 1; n <= most; ++n) {
    const auto i = static_cast<std::size_t>(n);
    logs[i] = logs[i - 1] + std::log(chain.up(n - 1) / chain.down(n));
  }
  const double largest = *std::ranges::max_element(logs);
  double all = 0;
  for (double& p : logs) all += p = std::exp(p - largest);
  for (double& p : logs) p /= all;
  return logs;
}

std::vector<double> transient(const BirthDeath& chain, std::vector<double> start, double days) {
  const int most = static_cast<int>(start.size()) - 1;
  double fastest = 0;
  for (int n = 0; n <= most; ++n) fastest = std::max(fastest, chain.up(n) + chain.down(n));
  const double jumps = fastest * days;
  const int enough = static_cast<int>(jumps + 12 * std::sqrt(jumps) + 30);
  std::vector<double> sum(start.size(), 0.0);
  for (int k = 0; k <= enough; ++k) {
    const double weight = std::exp(-jumps + k * std::log(jumps) - std::lgamma(k + 1.0));
    std::vector<double> next(start.size(), 0.0);
    for (int n = 0; n <= most; ++n) {
      const auto i = static_cast<std::size_t>(n);
      sum[i] += weight * start[i];
      const double up = n < most ? chain.up(n) / fastest : 0;
      const double down = n > 0 ? chain.down(n) / fastest : 0;
      next[i] += start[i] * (1 - up - down);
      if (n < most) next[i + 1] += start[i] * up;
      if (n > 0) next[i - 1] += start[i] * down;
    }
    start = std::move(next);
  }
  return sum;
}

double mean(const std::vector<double>& probabilities) {
  return mean_above(probabilities, 0);
}

double mean_above(const std::vector<double>& probabilities, int places) {
  double sum = 0;
  for (auto n = static_cast<std::size_t>(places); n < probabilities.size(); ++n) {
    sum += static_cast<double>(n - static_cast<std::size_t>(places)) * probabilities[n];
  }
  return sum;
}

double crommelin_mean_wait(int places, double load) {
  // Sum over i of P(A >= i c) - c / load P(A > i c), where A is Poisson with mean i load.
  const auto at_least = [](int k, double mean) {
    double p = std::exp(-mean + k * std::log(mean) - std::lgamma(k + 1.0));
    double sum = 0;
    for (int n = k; p > 1e-19 || n < mean; p *= mean / ++n) sum += p;
    return sum;
  };
  double wait = 0;
  for (int i = 1; i < 2000; ++i) {
    const double mean = i * load;
    const double term = at_least(i * places, mean) - places / load * at_least(i * places + 1, mean);
    wait += term;
    if (term < 1e-13) break;
  }
  return wait;
}

double overflow_variance(int places, double load) {
  const double over = load * theory::erlang_b(places, load);
  return over * (1 - over + load / (places + 1 + over - load));
}

std::vector<double> cobham_many_places(int places, const std::vector<double>& arrivals,
                                       double mean_stay) {
  const double all = std::accumulate(arrivals.begin(), arrivals.end(), 0.0);
  const double next_free = theory::erlang_c(places, all * mean_stay) * mean_stay / places;
  std::vector<double> waits;
  double before = 0;
  for (const double rate : arrivals) {
    const double with = before + rate * mean_stay / places;
    waits.push_back(next_free / ((1 - before) * (1 - with)));
    before = with;
  }
  return waits;
}

DayMoments in_days(const std::function<double(double)>& survival, double longest) {
  constexpr int parts = 64;  // Simpson's rule within each day
  DayMoments moments;
  for (int day = 0; day < longest; ++day) {
    double area = 0;
    for (int i = 0; i < parts; ++i) {
      const double a = day + static_cast<double>(i) / parts;
      const double b = day + static_cast<double>(i + 1) / parts;
      area += (survival(a) + 4 * survival((a + b) / 2) + survival(b)) / (6 * parts);
    }
    moments.first += area;
    moments.second += (2 * day + 1) * area;
  }
  return moments;
}

std::vector<double> poisson(double mean) {
  const int most = static_cast<int>(mean + 12 * std::sqrt(mean) + 30);
  std::vector<double> p;
  for (int n = 0; n <= most; ++n) {
    p.push_back(mean > 0 ? std::exp(-mean + n * std::log(mean) - std::lgamma(n + 1.0))
                         : (n == 0 ? 1.0 : 0.0));
  }
  return p;
}

std::vector<double> solved(std::vector<std::vector<double>> matrix, std::vector<double> right) {
  const std::size_t n = right.size();
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i + 1; r < n; ++r) {
      if (std::abs(matrix[r][i]) > std::abs(matrix[pivot][i])) pivot = r;
    }
    std::swap(matrix[i], matrix[pivot]);
    std::swap(right[i], right[pivot]);
    for (std::size_t r = 0; r < n; ++r) {
      if (r == i) continue;
      const double factor = matrix[r][i] / matrix[i][i];
      for (std::size_t c = i; c < n; ++c) matrix[r][c] -= factor * matrix[i][c];
      right[r] -= factor * right[i];
    }
  }
  for (std::size_t i = 0; i < n; ++i) right[i] /= matrix[i][i];
  return right;
}

std::vector<double> visits(const std::vector<std::vector<double>>& steps,
                           const std::vector<double>& begin) {
  const std::size_t n = begin.size();
  std::vector<std::vector<double>> matrix(n, std::vector<double>(n, 0.0));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) matrix[j][i] = (i == j ? 1.0 : 0.0) - steps[i][j];
  }
  return solved(matrix, begin);
}

}  // namespace doorstroom::oracle

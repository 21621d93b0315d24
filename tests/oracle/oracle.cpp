#include "oracle/oracle.hpp"

#include <cmath>
#include <numeric>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "study/parallel.hpp"
#include "support/statistics.hpp"

namespace doorstroom::oracle {

const std::vector<Oracle>& catalogue() {
  static const std::vector<Oracle> all = [] {
    std::vector<Oracle> oracles;
    for (const auto add : {add_erlang, add_single_lists, add_priorities, add_networks, add_overflow,
                           add_courses, add_periods, add_lives, add_people}) {
      add(oracles);
    }
    return oracles;
  }();
  return all;
}

std::uint64_t seed_of(const Oracle& oracle, double stretch, int round) {
  // FNV-1a (Fowler, Noll, Vo), of which a scenario takes what JSON writes as a whole number.
  std::uint64_t hash = 0xcbf29ce484222325U;
  std::string text = fmt::format("{}|{}|{}", oracle.family, oracle.name, stretch);
  if (round > 1) text += fmt::format("|{}", round);
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return hash >> 16U;
}

Outcome outcome_of(const Oracle& oracle, std::uint32_t replications, double stretch, int round) {
  const Figure figure = oracle.prepare({seed_of(oracle, stretch, round), stretch});
  std::vector<double> sample(replications == 0 ? oracle.replications : replications);
  for (std::uint32_t r = 0; r < sample.size(); ++r) sample[r] = figure(r);
  const statistics::Moments moments(sample);
  EXPECT_GT(moments.sd, 0) << oracle.family << ", " << oracle.name << ": nothing varies";
  const double error = moments.sd / std::sqrt(moments.n);
  const auto n = static_cast<std::uint32_t>(sample.size());
  return {moments.mean, error, (moments.mean - oracle.expected) / error, n};
}

std::vector<Outcome> outcomes_of(const std::vector<Oracle>& oracles,
                                 const std::function<std::uint32_t(const Oracle&)>& replications,
                                 double stretch, int round) {
  std::vector<Outcome> outcomes(oracles.size());
  for_each_in_parallel(oracles.size(), 0, [&](std::size_t i) {
    outcomes[i] = outcome_of(oracles[i], replications(oracles[i]), stretch, round);
  });
  return outcomes;
}

double normal_score(const Outcome& outcome) {
  const boost::math::students_t_distribution<double> student(outcome.replications - 1.0);
  const double tail = boost::math::cdf(boost::math::complement(student, std::abs(outcome.z)));
  const boost::math::normal_distribution<double> normal;
  return std::copysign(boost::math::quantile(boost::math::complement(normal, tail)), outcome.z);
}

double sum_of_squares(const std::vector<double>& numbers) {
  return std::inner_product(numbers.begin(), numbers.end(), numbers.begin(), 0.0);
}

double chi_square_p(const std::vector<double>& numbers) {
  const boost::math::chi_squared_distribution<double> law(static_cast<double>(numbers.size()));
  return boost::math::cdf(boost::math::complement(law, sum_of_squares(numbers)));
}

}  // namespace doorstroom::oracle

#include "population/stationary_age.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

namespace {

/// A stage as a renewal process sees it.
struct StageLife {
  std::vector<double> present;  // chance of a stay longer than so many whole days
  double passes = 1;            // chance of reaching its end
  double mean = 0;              // days, without drop-out
};

double of_distance(const DropOut& rates, unsigned distance) {
  if (rates.empty()) return 0;
  return rates.size() == 1 ? rates.front() : rates[distance];
}

/// The stay of somebody at each of so many evenly spaced quantiles, in days.
std::vector<double> stays_by_quantile(const StayTable& stay) {
  constexpr int quantiles = 65536;
  std::vector<double> stays;
  stays.reserve(quantiles);
  for (int i = 0; i < quantiles; ++i) {
    const double p = (i + 0.5) / quantiles;
    stays.push_back(stay.days(static_cast<std::uint64_t>(p * 0x1.0p64)));
  }
  return stays;
}

/// Chance that a stay in whole days is longer than d of them, by d: a stay of x days is rounded up
/// with the chance of its fraction, so the share of the day after d that x covers.
std::vector<double> survival_by_day(const std::vector<double>& stays) {
  constexpr double longest = 36'500;  // a hundred years
  std::vector<double> survival;
  std::vector<double> ends;  // stays by their whole days
  for (const double stay : stays) {
    const double time = std::min(stay, longest);
    const auto whole = static_cast<std::size_t>(time);
    if (survival.size() <= whole) {
      survival.resize(whole + 1, 0.0);
      ends.resize(whole + 1, 0.0);
    }
    survival[whole] += time - std::floor(time);
    ends[whole] += 1;
  }
  double longer = 0;
  for (std::size_t day = survival.size(); day-- > 0;) {
    survival[day] = (survival[day] + longer) / static_cast<double>(stays.size());
    longer += ends[day];
  }
  return survival;
}

StageLife life_of(const Stays& stays, const DropOut& drop_out, unsigned distance) {
  StageLife life;
  if (stays.empty()) return life;
  const StayTable& stay = stays.of(distance);
  const std::vector<double> by_quantile = stays_by_quantile(stay);
  life.mean = stay.mean();
  life.present = survival_by_day(by_quantile);
  const double per_day = of_distance(drop_out, distance);
  if (per_day == 0) return life;
  life.passes = 0;
  for (const double days : by_quantile) {
    life.passes += std::exp(-per_day * days) / static_cast<double>(by_quantile.size());
  }
  for (std::size_t day = 0; day < life.present.size(); ++day) {
    life.present[day] *= std::exp(-per_day * (static_cast<double>(day) + 0.5));
  }
  return life;
}

}  // namespace

StationaryAge stationary_age(const Measure& measure, unsigned distance) {
  StationaryAge age;
  std::vector<double> stage_weights;
  double reached = 1;
  double before = 0;
  const auto add = [&](const StageLife& life) {
    double weight = 0;
    for (const double present : life.present) weight += present;
    stage_weights.push_back(reached * weight);
    const std::vector<double> nowhere{1.0};
    age.days.emplace_back(weight > 0 ? life.present : nowhere);
    age.before.push_back(static_cast<DayCount>(std::lround(before)));
    reached *= life.passes;
    before += life.mean;
  };
  for (const Phase& phase : measure.phases) {
    add(life_of(phase.stay, phase.drop_out, distance));
    add(life_of(phase.gap, phase.gap_drop_out, distance));
  }
  double total = 0;
  for (const double weight : stage_weights) total += weight;
  if (total <= 0) stage_weights.front() = 1;
  age.stage = Shares(stage_weights);
  return age;
}

}  // namespace doorstroom

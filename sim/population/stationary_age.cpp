#include "population/stationary_age.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

namespace {

/// A stage as a renewal process sees it.
struct StageLife {
  std::vector<double> present;  // chance of being there on each day after it began
  double passes = 1;            // chance of reaching its end
  double mean = 0;              // days, without drop-out
};

double of_distance(const DropOut& rates, unsigned distance) {
  if (rates.empty()) return 0;
  return rates.size() == 1 ? rates.front() : rates[distance];
}

StageLife life_of(const Stays& stays, const DropOut& drop_out, unsigned distance) {
  StageLife life;
  if (stays.empty()) return life;
  const StayTable& stay = stays.of(distance);
  const double per_day = of_distance(drop_out, distance);
  constexpr double longest = 36'500;
  const auto days = static_cast<int>(std::ceil(std::min(stay.longest(), longest)));
  life.mean = stay.mean();
  life.passes = 0;
  double before = 0;
  for (int day = 0; day < days; ++day) {
    const double gone = stay.cdf(day + 1.0);
    const double survives = std::exp(-per_day * (day + 0.5));
    // The chance of still being there in the middle of the day.
    life.present.push_back((1 - (before + gone) / 2) * survives);
    life.passes += (gone - before) * survives;
    before = gone;
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

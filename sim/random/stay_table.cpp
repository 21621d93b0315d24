#include "random/stay_table.hpp"

#include <algorithm>
#include <cmath>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

constexpr std::size_t body = 0;
constexpr std::size_t lower_tail = 1;
constexpr std::size_t upper_tail = 4;
constexpr double beyond_the_table = 0x1.0p-34;  // tail probability of the last knot

}  // namespace

StayTable::StayTable(double days) : fixed_(days), mean_(days) {
  EXPECTS(days >= 0);
}

StayTable::StayTable(const Quantile& quantile, double mean) : mean_(mean) {
  EXPECTS(mean > 0);
  levels_.resize(1 + 2 * tail_levels);
  const auto time = [&](double p, double tail) {
    return static_cast<float>(std::max(0.0, quantile(p, std::max(tail, beyond_the_table))));
  };
  for (int i = 0; i <= cells; ++i) {
    const double p = static_cast<double>(i) / cells;
    levels_[body][static_cast<std::size_t>(i)] = time(p, 1 - p);
  }
  double width = 1.0 / cells;
  for (std::size_t level = 0; level < tail_levels; ++level, width /= cells) {
    for (int i = 0; i <= cells; ++i) {
      const double part = width * static_cast<double>(i) / cells;
      levels_[lower_tail + level][static_cast<std::size_t>(i)] = time(part, 1 - part);
      const double tail = width - part;
      levels_[upper_tail + level][static_cast<std::size_t>(i)] = time(1 - tail, tail);
    }
  }
  const double scale = mean / mean_of_table();
  for_each_knot([&](float& knot) { knot = static_cast<float>(knot * scale); });
}

void StayTable::for_each_knot(const std::function<void(float&)>& change) {
  for (Level& level : levels_) {
    for (float& knot : level) change(knot);
  }
}

void StayTable::clamp(double shortest, double longest) {
  EXPECTS(shortest <= longest);
  fixed_ = std::clamp(fixed_, shortest, longest);
  for_each_knot([&](float& knot) {
    knot = std::clamp(knot, static_cast<float>(shortest), static_cast<float>(longest));
  });
  mean_ = is_fixed() ? fixed_ : mean_of_table();
}

double StayTable::days(std::uint64_t bits) const {
  if (is_fixed()) return fixed_;
  std::size_t cell = static_cast<std::size_t>(bits >> 56);
  bits <<= 8;
  std::size_t level = body;
  if (cell == 0 || cell == cells - 1) {
    const std::size_t tail = cell == 0 ? lower_tail : upper_tail;
    const std::size_t outermost = cell;
    for (level = tail; cell == outermost && level < tail + tail_levels; ++level) {
      cell = static_cast<std::size_t>(bits >> 56);
      bits <<= 8;
    }
    --level;
  }
  const Level& knots = levels_[level];
  const double within = static_cast<double>(bits >> 11) * 0x1.0p-53;
  return knots[cell] + within * (static_cast<double>(knots[cell + 1]) - knots[cell]);
}

double StayTable::mean_of_table() const {
  const auto area = [](const Level& level, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) {
      sum += (static_cast<double>(level[i]) + level[i + 1]) / 2;
    }
    return sum;
  };
  double width = 1.0 / cells;
  double mean = width * area(levels_[body], 1, cells - 1);
  for (std::size_t level = 0; level < tail_levels; ++level) {
    width /= cells;
    const bool deepest = level + 1 == tail_levels;
    mean += width * area(levels_[lower_tail + level], deepest ? 0 : 1, cells);
    mean += width * area(levels_[upper_tail + level], 0, deepest ? cells : cells - 1);
  }
  return mean;
}

double StayTable::cdf(double time) const {
  if (is_fixed()) return time >= fixed_ ? 1.0 : 0.0;
  if (time < days(0)) return 0.0;
  if (time >= longest()) return 1.0;
  std::uint64_t low = 0;
  std::uint64_t high = ~std::uint64_t{0};
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    (days(middle) <= time ? low : high) = middle;
  }
  return static_cast<double>(low) * 0x1.0p-64;
}

double StayTable::days_given_longer(double elapsed, std::uint64_t bits) const {
  if (is_fixed()) return std::max(fixed_, elapsed);
  const double gone = cdf(elapsed);
  const double p = gone + (1 - gone) * (static_cast<double>(bits) * 0x1.0p-64);
  const auto place = p >= 1.0 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(p * 0x1.0p64);
  return std::max(days(place), elapsed);
}

}  // namespace doorstroom

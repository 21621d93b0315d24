#include "random/stay_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

constexpr int cell_bits = 5;
constexpr int cells = 1 << cell_bits;                                // in an octave
constexpr int finest = 32;                                           // cells at an end: 2^-32
constexpr std::size_t side = cells * (64 - finest - cell_bits) + 1;  // knots from an end
constexpr double beyond_the_table = 0x1.0p-34;  // probability of the knot at an end

/// The cell that begins at a knot, as a power of two of its width in units of 2^-64.
int width_after(std::size_t knot) {
  return finest + std::max(0, static_cast<int>(knot) / cells - 1);
}

/// Probability between the end and a knot.
double probability(std::size_t knot) {
  const int width = width_after(knot);
  const int cell = static_cast<int>(knot) - cells * (width - finest);
  return std::ldexp(cell, width - 64);
}

/// Mean of a time that is spread evenly between `a` and `b`, cut at two bounds.
double mean_between(double a, double b, double shortest, double longest) {
  if (a > b) std::swap(a, b);
  if (b <= a) return std::clamp(a, shortest, longest);
  const double low = std::clamp(shortest, a, b);
  const double high = std::clamp(longest, a, b);
  const double area = (low - a) * shortest + (high - low) * (low + high) / 2 + (b - high) * longest;
  return area / (b - a);
}

}  // namespace

StayTable::StayTable(double days) : shortest_(days), longest_(days), mean_(days) {
  EXPECTS(days >= 0);
}

StayTable::StayTable(const Quantile& quantile, double mean) : mean_(mean) {
  EXPECTS(mean > 0);
  shortest_ = std::max(0.0, quantile(beyond_the_table, 1 - beyond_the_table));
  longest_ = quantile(1 - beyond_the_table, beyond_the_table);
  knots_.resize(2 * side);
  for (std::size_t i = 0; i < side; ++i) {
    const double p = std::max(probability(i), beyond_the_table);
    knots_[i] = static_cast<float>(std::max(0.0, quantile(p, 1 - p)));
    knots_[side + i] = static_cast<float>(std::max(0.0, quantile(1 - p, p)));
  }
  const double scale = mean / mean_of_table();
  ENSURES(std::abs(scale - 1) < 1e-3);  // or the mean is another's, or lies beyond the table
  for (float& knot : knots_) knot = static_cast<float>(knot * scale);
}

void StayTable::clamp(double shortest, double longest) {
  EXPECTS(shortest <= longest);
  shortest_ = std::clamp(shortest_, shortest, longest);
  longest_ = std::clamp(longest_, shortest, longest);
  mean_ = is_fixed() ? shortest_ : mean_of_table();
}

double StayTable::days(std::uint64_t bits) const {
  if (is_fixed()) return shortest_;
  const bool upper = bits >> 63 != 0;
  const std::uint64_t from_end = upper ? ~bits : bits;
  constexpr std::uint64_t first_octave = std::uint64_t{1} << (finest + cell_bits);
  const int width = static_cast<int>(std::bit_width(from_end | first_octave)) - 1 - cell_bits;
  const std::size_t cell = (from_end >> width) + static_cast<std::size_t>(cells * (width - finest));
  const auto part = static_cast<std::int64_t>((from_end << (64 - width)) >> 11);
  const double within = static_cast<double>(part) * 0x1.0p-53;
  const float* knots = knots_.data() + (upper ? side : 0);
  const double time = knots[cell] + within * (static_cast<double>(knots[cell + 1]) - knots[cell]);
  return std::min(std::max(time, shortest_), longest_);
}

double StayTable::mean_of_table() const {
  double mean = 0;
  for (std::size_t i = 0; i + 1 < side; ++i) {
    const double width = std::ldexp(1.0, width_after(i) - 64);
    mean += width * mean_between(knots_[i], knots_[i + 1], shortest_, longest_);
    mean += width * mean_between(knots_[side + i], knots_[side + i + 1], shortest_, longest_);
  }
  return mean;
}

double StayTable::cdf(double time) const {
  if (is_fixed()) return time >= shortest_ ? 1.0 : 0.0;
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
  if (is_fixed()) return std::max(shortest_, elapsed);
  const double gone = cdf(elapsed);
  const double p = gone + (1 - gone) * (static_cast<double>(bits) * 0x1.0p-64);
  const auto place = p >= 1.0 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(p * 0x1.0p64);
  return std::max(days(place), elapsed);
}

}  // namespace doorstroom

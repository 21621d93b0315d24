#include "random/stay_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

// A place is the distance of a number to the nearest end, in units of 2^-64, as a double: its
// exponent is the octave, the first bits of its mantissa are the cell in the octave, the rest is
// the way through the cell.
constexpr int mantissa_bits = 52;
constexpr int cell_bits = 5;
constexpr int rest_bits = mantissa_bits - cell_bits;
constexpr double nearest = 0x1.0p30;   // nobody is taken nearer to an end: probability 2^-34
constexpr double furthest = 0x1.0p63;  // the median
constexpr std::uint64_t first_cell = std::bit_cast<std::uint64_t>(nearest) >> rest_bits;
constexpr std::uint64_t last_cell = std::bit_cast<std::uint64_t>(furthest) >> rest_bits;
constexpr std::size_t side = last_cell - first_cell + 1;  // knots from an end to the median

/// Probability between the end and a knot.
double probability(std::size_t knot) {
  return std::bit_cast<double>((first_cell + knot) << rest_bits) * 0x1.0p-64;
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

StayTable StayTable::endless() {
  constexpr double longest = 1e6;
  StayTable table(longest);
  table.endless_ = true;
  return table;
}

StayTable::StayTable(const Quantile& quantile, double mean) : mean_(mean) {
  EXPECTS(mean > 0);
  std::vector<double> times(2 * side);
  for (std::size_t i = 0; i < side; ++i) {
    const double p = probability(i);
    times[i] = std::max(0.0, quantile(p, 1 - p));
    times[side + i] = std::max(0.0, quantile(1 - p, p));
  }
  shortest_ = times[0];
  longest_ = times[side];
  knots_.assign(times.begin(), times.end());
  const double scale = mean / mean_of_table();
  ENSURES(std::abs(scale - 1) < 1e-3);  // or the mean is another's, or lies beyond the table
  std::transform(times.begin(), times.end(), knots_.begin(),
                 [scale](double time) { return static_cast<float>(time * scale); });
}

void StayTable::clamp(double shortest, double longest) {
  EXPECTS(shortest <= longest);
  shortest_ = std::clamp(shortest_, shortest, longest);
  longest_ = std::clamp(longest_, shortest, longest);
  mean_ = is_fixed() ? shortest_ : mean_of_table();
}

double StayTable::days(std::uint64_t bits) const {
  if (is_fixed()) return shortest_;
  // All ones in the upper half: a branch would be guessed wrong half of the time.
  const auto upper = static_cast<std::uint64_t>(static_cast<std::int64_t>(bits) >> 63);
  constexpr std::uint64_t what_a_double_holds = ~std::uint64_t{1023};
  const auto from_end = static_cast<std::int64_t>((bits ^ upper) & what_a_double_holds);
  const auto place = std::bit_cast<std::uint64_t>(std::max(static_cast<double>(from_end), nearest));
  const std::size_t cell = (place >> rest_bits) - first_cell;
  const std::uint64_t rest = (place << (64 - rest_bits)) >> (64 - mantissa_bits);
  const double within = std::bit_cast<double>(std::bit_cast<std::uint64_t>(1.0) | rest) - 1.0;
  const float* knots = knots_.data() + (upper & side);
  const double time = knots[cell] + within * (static_cast<double>(knots[cell + 1]) - knots[cell]);
  return std::min(std::max(time, shortest_), longest_);
}

double StayTable::mean_of_table() const {
  const auto cut = [this](double time) { return std::clamp(time, shortest_, longest_); };
  double mean = probability(0) * (cut(knots_[0]) + cut(knots_[side]));
  for (std::size_t i = 0; i + 1 < side; ++i) {
    const double width = probability(i + 1) - probability(i);
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

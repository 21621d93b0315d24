// Unit-exponential thresholds and the integrated hazards they are held against.
//
// A hazard event happens when the hazard, added up over the days, reaches a threshold drawn once.
// Both are whole numbers, so an interval may be cut anywhere, by a start, a policy date or a
// longer horizon, without changing the day of the event.
#pragma once

#include <cmath>
#include <cstdint>

#include <boost/random/exponential_distribution.hpp>

#include "base/contracts.hpp"
#include "random/luck.hpp"

namespace doorstroom {

/// An amount of integrated hazard, in units of 2^-40.
using Hazard = std::uint64_t;

/// A hazard per day as an exact amount; rates above 100 a day are cut there.
inline Hazard hazard_per_day(double rate) {
  constexpr double highest = 100.0;
  if (!(rate > 0)) return 0;
  const double exact = (rate < highest ? rate : highest) * 0x1.0p40;
  const auto whole = static_cast<Hazard>(exact);  // rounded half up; std::llround is a call
  return whole + (exact - static_cast<double>(whole) >= 0.5 ? 1 : 0);
}

/// What is left of a threshold. The high 48 bits hold the hazard still to be added up; the low 16
/// bits never change and round the moment of the event to a day. They lie far below the resolution
/// of any hazard, so they are independent of that moment. A double holds 53 bits: of a threshold
/// above 1, 2 or 4 the lowest 4, 5 or 6 bits are zero, which moves events by less than 0.0005 day.
class Threshold final {
 public:
  constexpr Threshold() = default;
  /// A threshold of `amount` units of hazard (at least 0, below 256).
  explicit Threshold(double amount) : bits_(static_cast<std::uint64_t>(amount * 0x1.0p56)) {
    EXPECTS(amount >= 0 && amount < 256);
  }

  [[nodiscard]] constexpr Hazard left() const { return bits_ >> 16; }
  /// Uniform in (0, 1): the share of a day by which the moment is moved before it is cut.
  [[nodiscard]] constexpr double rounding() const {
    return (static_cast<double>(bits_ & 0xFFFFU) + 0.5) * 0x1.0p-16;
  }
  /// For someone who is there when the first day begins, and not from a moment within it: all of
  /// that day counts, and the day of the event is the one in which its moment falls.
  constexpr void begin_at_midnight() { bits_ &= ~std::uint64_t{0xFFFF}; }
  constexpr void use(Hazard amount) {
    bits_ = left() > amount ? bits_ - (amount << 16) : bits_ & 0xFFFFU;
  }

 private:
  std::uint64_t bits_ = 0;
};

/// The threshold at an address: unit exponential (Boost.Random, ziggurat).
inline Threshold exponential_threshold(const Luck& luck, LuckKey whose, Lane lane,
                                       Occurrence occurrence) {
  DrawEngine engine(luck, whose, lane, occurrence);
  boost::random::exponential_distribution<double> unit_exponential(1.0);
  return Threshold(unit_exponential(engine));
}

}  // namespace doorstroom

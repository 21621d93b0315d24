// The one rule by which continuous time becomes days.
#pragma once

#include <cmath>
#include <cstdint>

#include "doorstroom/calendar.hpp"

#include "random/luck.hpp"

namespace doorstroom {

/// Whole days out of a time in days, at random between the two neighbours so that the mean is
/// kept: 3.4 days become 3 with probability 0.6 and 4 with probability 0.4; 3 days always stay 3.
/// `bits` are uniform. Times beyond three million days (8,000 years) are cut there; what is not
/// above 0 (and what is not a number) gives 0.
inline DayCount whole_days(double time, std::uint64_t bits) {
  constexpr double longest = 3.0e6;
  if (!(time > 0)) return 0;
  if (time >= longest) return static_cast<DayCount>(longest);
  const double whole = std::floor(time);
  return static_cast<DayCount>(whole) + (unit(bits) < time - whole ? 1 : 0);
}

}  // namespace doorstroom

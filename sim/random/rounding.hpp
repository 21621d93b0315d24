// The one rule by which continuous time becomes days.
#pragma once

#include <cmath>
#include <cstdint>

#include "doorstroom/calendar.hpp"

#include "random/luck.hpp"

namespace doorstroom {

/// Whole days out of a time in days, at random between the two neighbours so that the mean is
/// kept: 3.4 days become 3 with probability 0.6 and 4 with probability 0.4. `bits` are uniform.
/// Times beyond three million days (8,000 years) are cut there.
inline DayCount whole_days(double time, std::uint64_t bits) {
  constexpr double longest = 3.0e6;
  if (!(time > 0)) return 0;
  if (time >= longest) return static_cast<DayCount>(longest);
  return static_cast<DayCount>(std::floor(time + (1.0 - unit(bits))));
}

}  // namespace doorstroom

// Stays that had begun before the simulation did.
#pragma once

#include "random/luck.hpp"
#include "random/rounding.hpp"
#include "random/stay_table.hpp"

namespace doorstroom {

/// Whole days of a stay that has lasted `so_far` of them (at least 1) and may end today: the stay
/// in days, given that it is no shorter. Drawn anew, under the same address, where rounding falls
/// below; who has stayed longer than anybody does leaves today.
inline DayCount days_of_begun_stay(const Luck& luck, LuckKey whose, Lane lane,
                                   Occurrence occurrence, const StayTable& stay, DayCount so_far) {
  constexpr std::uint8_t attempts = 32;
  const DayCount passed = so_far - 1;
  for (std::uint8_t block = 0; block < attempts; ++block) {
    const Draw draw = luck.draw(whose, lane, occurrence, block);
    const double time = stay.days_given_longer(passed, draw.first);
    const DayCount days = passed + whole_days(time - passed, draw.second);
    if (days >= so_far) return days;
  }
  return so_far;
}

}  // namespace doorstroom

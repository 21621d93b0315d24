#include "scenario/drop_out.hpp"

#include <cmath>
#include <cstdint>

#include "base/contracts.hpp"

namespace doorstroom {

double drop_out_share(const StayTable& stay, double per_day) {
  if (stay.is_fixed()) return 1 - std::exp(-per_day * stay.mean());
  // The mean of exp(-hazard x stay) over evenly spaced quantiles.
  constexpr int points = 4096;
  double stays = 0;
  for (int i = 0; i < points; ++i) {
    const double p = (i + 0.5) / points;
    stays += std::exp(-per_day * stay.days(static_cast<std::uint64_t>(p * 0x1.0p64)));
  }
  return 1 - stays / points;
}

double drop_out_hazard(const StayTable& stay, double share) {
  EXPECTS(share >= 0 && share < 1);
  if (share <= 0 || stay.mean() <= 0) return 0;
  double low = 0;
  double high = 1 / stay.mean();
  constexpr int doublings = 60;
  for (int i = 0; i < doublings && drop_out_share(stay, high) < share; ++i) high *= 2;
  constexpr int bisections = 60;
  for (int i = 0; i < bisections; ++i) {
    const double middle = (low + high) / 2;
    (drop_out_share(stay, middle) < share ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace doorstroom

#include "random/shares.hpp"

#include <limits>
#include <numeric>

#include "base/contracts.hpp"

namespace doorstroom {

Shares::Shares(std::span<const double> shares) {
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  EXPECTS(total > 0);
  double sum = 0;
  up_to_.reserve(shares.size());
  for (const double share : shares) {
    sum += share;
    const double scaled = sum / total * 0x1.0p64;
    up_to_.push_back(scaled >= 0x1.0p64 ? std::numeric_limits<std::uint64_t>::max()
                                        : static_cast<std::uint64_t>(scaled));
  }
  // Whoever comes last with a share takes the rounding, so that a zero share is never picked.
  std::size_t last = shares.size();
  while (last > 1 && shares[last - 1] <= 0) --last;
  std::fill(up_to_.begin() + static_cast<std::ptrdiff_t>(last - 1), up_to_.end(),
            std::numeric_limits<std::uint64_t>::max());
}

double Shares::share(std::size_t choice) const {
  const double below = choice == 0 ? 0.0 : static_cast<double>(up_to_[choice - 1]);
  return (static_cast<double>(up_to_[choice]) - below) * 0x1.0p-64;
}

}  // namespace doorstroom

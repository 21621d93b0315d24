#include "random/shares.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/contracts.hpp"

namespace doorstroom {

Shares::Shares(std::span<const double> shares) : size_(shares.size()) {
  EXPECTS(std::all_of(shares.begin(), shares.end(), [](double share) { return share >= 0; }));
  while (!shares.empty() && shares.back() <= 0) shares = shares.first(shares.size() - 1);
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  EXPECTS(total > 0);
  constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  double sum = 0;
  up_to_.reserve(shares.size());
  for (const double share : shares) {
    sum += share;
    const double scaled = sum / total * 0x1.0p64;
    up_to_.push_back(scaled >= 0x1.0p64 ? all : static_cast<std::uint64_t>(scaled));
  }
}

double Shares::share(std::size_t choice) const {
  EXPECTS(choice < size_);
  if (choice >= up_to_.size()) return 0.0;
  const double below = choice == 0 ? 0.0 : static_cast<double>(up_to_[choice - 1]);
  return (static_cast<double>(up_to_[choice]) - below) * 0x1.0p-64;
}

}  // namespace doorstroom

// Choosing one of several by inversion: one uniform number, always read in the same order, so that
// two people with the same luck choose the same wherever the shares agree.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace doorstroom {

/// A discrete distribution over 0, 1, ..., size-1.
class Shares final {
 public:
  Shares() = default;
  /// Shares that need not add up to one; at least one must be above zero.
  explicit Shares(std::span<const double> shares);

  [[nodiscard]] std::size_t size() const { return up_to_.size(); }
  /// The choice of 64 uniform bits.
  [[nodiscard]] std::size_t pick(std::uint64_t bits) const {
    return static_cast<std::size_t>(std::upper_bound(up_to_.begin(), up_to_.end() - 1, bits) -
                                    up_to_.begin());
  }
  /// Probability of a choice.
  [[nodiscard]] double share(std::size_t choice) const;

 private:
  std::vector<std::uint64_t> up_to_;  // cumulative, in units of 2^-64
};

/// True with that probability. A probability of 0 never happens, a probability of 1 always does.
inline bool happens(double probability, std::uint64_t bits) {
  constexpr double all = 0x1.0p64;
  if (probability <= 0) return false;
  if (probability >= 1) return true;
  return bits < static_cast<std::uint64_t>(probability * all);
}

}  // namespace doorstroom

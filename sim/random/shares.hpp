// Choosing one of several by inversion: one uniform number, always read in the same order, so that
// two people with the same luck choose the same wherever the shares agree.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/contracts.hpp"
#include "random/luck.hpp"

namespace doorstroom {

/// A discrete distribution over 0, 1, ..., size-1.
class Shares final {
 public:
  Shares() = default;
  /// Shares that need not add up to one; none below zero, at least one above.
  explicit Shares(std::span<const double> shares);

  friend bool operator==(const Shares&, const Shares&) = default;
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The choice of 64 uniform bits, out of at least one.
  [[nodiscard]] std::size_t pick(std::uint64_t bits) const {
    EXPECTS(size_ > 0);
    return static_cast<std::size_t>(std::upper_bound(up_to_.begin(), up_to_.end() - 1, bits) -
                                    up_to_.begin());
  }
  /// Is there only one choice that can be made, the first? Then nothing needs to be drawn.
  [[nodiscard]] bool is_first_certain() const { return up_to_.size() == 1; }
  /// How far between the ends of their choice 64 uniform bits lie: uniform from 0 to below 1, and
  /// rising with them.
  [[nodiscard]] double within(std::size_t choice, std::uint64_t bits) const {
    const std::uint64_t from = choice == 0 ? 0 : up_to_[choice - 1];
    const auto width = static_cast<double>(up_to_[choice] - from);
    constexpr double below_one = 1 - 0x1.0p-53;
    return std::min(static_cast<double>(bits - from) / width, below_one);
  }
  /// Probability of a choice.
  [[nodiscard]] double share(std::size_t choice) const;

 private:
  // Cumulative, in units of 2^-64; ends with the last share above zero, which takes what is left.
  std::vector<std::uint64_t> up_to_;
  std::size_t size_ = 0;
};

/// True with that probability. A probability of 0 never happens, a probability of 1 always does;
/// what is not a number never happens.
inline bool happens(double probability, std::uint64_t bits) {
  constexpr double all = 0x1.0p64;
  if (!(probability > 0)) return false;
  if (probability >= 1) return true;
  return bits < static_cast<std::uint64_t>(probability * all);
}

/// The same, drawn at an address, but only where the outcome is not certain.
inline bool happens(double probability, const Luck& luck, LuckKey whose, Lane lane,
                    Occurrence occurrence) {
  if (probability >= 1) return true;
  return probability > 0 && happens(probability, luck.draw(whose, lane, occurrence).first);
}

}  // namespace doorstroom

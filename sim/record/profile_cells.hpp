// People sorted by the values of some of their attributes.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "model/profile.hpp"
#include "record/breakdowns.hpp"

namespace doorstroom {

/// Numbers the combinations of values that occur, in the order in which they first do. For rare
/// events: every look-up asks a table.
class ProfileCells final {
 public:
  using Cell = std::uint32_t;

  /// Tells people apart by these attributes; none: all are in one cell.
  void tell_apart_by(const std::vector<Breakdown>& attributes) {
    for (const Breakdown& attribute : attributes) {
      Profile all_ones(~std::uint64_t{0});
      Profile mask;
      mask.set(attribute.field, all_ones.code(attribute.field));
      mask_ |= mask.bits();
    }
  }
  Cell of(Profile profile) {
    const std::uint64_t bits = profile.bits() & mask_;
    const auto [at, is_new] = numbers_.try_emplace(bits, static_cast<Cell>(profiles_.size()));
    if (is_new) profiles_.emplace_back(bits);
    return at->second;
  }
  /// By cell; attributes that do not count have code 0.
  [[nodiscard]] const std::vector<Profile>& profiles() const { return profiles_; }

 private:
  std::uint64_t mask_ = 0;
  std::unordered_map<std::uint64_t, Cell> numbers_;
  std::vector<Profile> profiles_;
};

}  // namespace doorstroom

// Typed positions in the lists of a model: a MeasureIndex cannot be used as a ResourceIndex.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace doorstroom {

/// Position of an item in the model's list of its kind; without a position it points nowhere.
/// Positions lie below `nowhere`: who makes the list refuses a longer one.
template <class Kind, class Representation>
struct Index {
  static constexpr Representation nowhere = std::numeric_limits<Representation>::max();
  Representation value = nowhere;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t position) : value(static_cast<Representation>(position)) {}

  [[nodiscard]] constexpr bool exists() const { return value != nowhere; }
  [[nodiscard]] constexpr std::size_t position() const { return value; }
  friend constexpr auto operator<=>(Index, Index) = default;
};

using MeasureIndex = Index<struct MeasureKind, std::uint16_t>;
using ResourceIndex = Index<struct ResourceKind_, std::uint16_t>;
using StatusIndex = Index<struct StatusKind, std::uint8_t>;
using AttributeIndex = Index<struct AttributeKind, std::uint8_t>;
using StreamIndex = Index<struct StreamKind, std::uint16_t>;
using PhaseIndex = Index<struct PhaseKind, std::uint8_t>;

}  // namespace doorstroom

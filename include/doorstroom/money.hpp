// Euro amounts, always whole cents.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace doorstroom {

/// An amount of money in cents; sums are exact.
struct Cents {
  std::int64_t value = 0;

  friend constexpr auto operator<=>(Cents, Cents) = default;
  friend constexpr Cents operator+(Cents a, Cents b) { return {a.value + b.value}; }
  friend constexpr Cents operator-(Cents a, Cents b) { return {a.value - b.value}; }
  constexpr Cents& operator+=(Cents other) {
    value += other.value;
    return *this;
  }
};

/// Nearest whole cent of an amount in euro.
inline Cents cents_from_euro(double euro) {
  return {static_cast<std::int64_t>(std::llround(euro * 100.0))};
}

constexpr double euro(Cents amount) {
  return static_cast<double>(amount.value) / 100.0;
}

}  // namespace doorstroom

// Stable 64-bit hashing of keys: the same text gives the same number on every machine and in
// every version, because seeds, keys and results depend on it.
#pragma once

#include <cstdint>
#include <string_view>

namespace doorstroom {

/// Spreads 64 bits so that neighbouring inputs share nothing.
/// Source: the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBULL;
  x ^= x >> 31;
  return x;
}

/// One number out of two; the order matters.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return mix(mix(a + 0x9E3779B97F4A7C15ULL) ^ (b + 0xD1B54A32D192ED03ULL));
}

/// Hash of a key (an id in a scenario). FNV-1a, then spread.
constexpr std::uint64_t hash_of(std::string_view key) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : key) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3ULL;
  }
  return mix(hash);
}

}  // namespace doorstroom

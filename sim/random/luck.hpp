// All the chance of one replication, as a function from addresses to draws.
#pragma once

#include <cstdint>

#include "random/address.hpp"
#include "random/philox.hpp"

namespace doorstroom {

/// 128 random bits, as two independent numbers.
struct Draw {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

/// A uniform number strictly between 0 and 1: the middles of 2^52 equal steps. Finer steps would
/// have middles above a half that a double cannot hold, and the last would be rounded to 1.
constexpr double unit(std::uint64_t bits) {
  return (static_cast<double>(bits >> 12) + 0.5) * 0x1.0p-52;
}

static_assert(unit(0) == 0x1.0p-53 && unit(~std::uint64_t{0}) == 1 - 0x1.0p-53);

/// The chance of one replication. A value: copying it changes nothing, sharing it is safe.
class Luck final {
 public:
  constexpr Luck(std::uint64_t seed, std::uint32_t replication) {
    const std::uint64_t key = mix(seed, replication);
    key_ = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
  }

  /// The draw at an address; `block` continues it where one draw needs more than 128 bits. The lane
  /// is hashed to 64 even bits, so it may turn the generator's key.
  [[nodiscard]] constexpr Draw draw(LuckKey whose, Lane lane, Occurrence occurrence = {},
                                    std::uint8_t block = 0) const {
    const PhiloxCounter bits =
        philox_bits({static_cast<std::uint32_t>(whose.value),
                     static_cast<std::uint32_t>(whose.value >> 32), occurrence.value, block},
                    {key_[0] ^ static_cast<std::uint32_t>(lane.value),
                     key_[1] ^ static_cast<std::uint32_t>(lane.value >> 32)});
    return {(std::uint64_t{bits[1]} << 32) | bits[0], (std::uint64_t{bits[3]} << 32) | bits[2]};
  }

 private:
  PhiloxKey key_{};
};

/// The draws at one address as a generator, for distributions that may need several numbers
/// (it satisfies std::uniform_random_bit_generator and Boost's generator concept). It is good for
/// 512 numbers; the rejection methods that use it need one or two.
class DrawEngine final {
 public:
  using result_type = std::uint64_t;

  constexpr DrawEngine(const Luck& luck, LuckKey whose, Lane lane, Occurrence occurrence)
      : luck_(luck), whose_(whose), lane_(lane), occurrence_(occurrence) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }

  constexpr result_type operator()() {
    if (taken_ % 2 == 0) current_ = luck_.draw(whose_, lane_, occurrence_, block_++);
    return taken_++ % 2 == 0 ? current_.first : current_.second;
  }

 private:
  Luck luck_;
  LuckKey whose_;
  Lane lane_;
  Occurrence occurrence_;
  Draw current_{};
  std::uint8_t block_ = 0;
  std::uint8_t taken_ = 0;
};

}  // namespace doorstroom

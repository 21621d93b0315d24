// Philox4x32-10, a counter-based generator: the same counter and key always give the same bits,
// so a draw can be addressed instead of waited for.
//
// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11
// (2011). Proven against that paper's known answers at compile time and against the Random123
// library in tests/random/philox_test.cpp.
#pragma once

#include <array>
#include <cstdint>

namespace doorstroom {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

namespace detail {

constexpr PhiloxCounter philox_round(const PhiloxCounter& c, const PhiloxKey& k) {
  const std::uint64_t a = std::uint64_t{0xD2511F53U} * c[0];
  const std::uint64_t b = std::uint64_t{0xCD9E8D57U} * c[2];
  return {static_cast<std::uint32_t>(b >> 32) ^ c[1] ^ k[0], static_cast<std::uint32_t>(b),
          static_cast<std::uint32_t>(a >> 32) ^ c[3] ^ k[1], static_cast<std::uint32_t>(a)};
}

}  // namespace detail

/// 128 random bits for a counter under a key.
constexpr PhiloxCounter philox_bits(PhiloxCounter counter, PhiloxKey key) {
  constexpr int rounds = 10;
  for (int round = 0; round < rounds; ++round) {
    counter = detail::philox_round(counter, key);
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

static_assert(philox_bits({0, 0, 0, 0}, {0, 0}) ==
              PhiloxCounter{0x6627E8D5U, 0xE169C58DU, 0xBC57AC4CU, 0x9B00DBD8U});
static_assert(philox_bits({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}) ==
              PhiloxCounter{0x408F276DU, 0x41C83B0EU, 0xA20BC7C6U, 0x6D5451FDU});

}  // namespace doorstroom

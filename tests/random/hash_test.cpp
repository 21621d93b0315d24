#include "random/hash.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

// The published sequence of SplitMix64 from seed 0: the state moves by the golden ratio, the
// finaliser is mix.
TEST(Mix, IsTheFinaliserOfSplitMix64) {
  EXPECT_EQ(mix(0x9E3779B97F4A7C15ULL), 0xE220A8397B1DCDAFULL);
  EXPECT_EQ(mix(2 * 0x9E3779B97F4A7C15ULL), 0x6E789E6AA1B965F4ULL);
  EXPECT_EQ(mix(3 * 0x9E3779B97F4A7C15ULL), 0x06C45D188009454FULL);
}

// The published values of FNV-1a with 64 bits, before they are spread.
TEST(HashOf, IsFnv1aSpread) {
  EXPECT_EQ(hash_of(""), mix(0xCBF29CE484222325ULL));
  EXPECT_EQ(hash_of("a"), mix(0xAF63DC4C8601EC8CULL));
  EXPECT_EQ(hash_of("foobar"), mix(0x85944171F73967E8ULL));
}

// A char that is signed would hash "é" differently from one that is not.
TEST(HashOf, ReadsBytesAboveAsciiAsUnsigned) {
  std::uint64_t fnv = 0xCBF29CE484222325ULL;
  for (const std::uint64_t byte : {0xC3ULL, 0xA9ULL}) fnv = (fnv ^ byte) * 0x100000001B3ULL;
  EXPECT_EQ(hash_of("\xC3\xA9"), mix(fnv));
}

TEST(MixOfTwo, DependsOnTheOrder) {
  EXPECT_NE(mix(1, 2), mix(2, 1));
  EXPECT_NE(mix(0, 1), mix(1, 0));
}

TEST(MixOfTwo, GivesDifferentNumbersOnAGrid) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t a = 0; a < 300; ++a) {
    for (std::uint64_t b = 0; b < 300; ++b) seen.insert(mix(a, b));
  }
  EXPECT_EQ(seen.size(), 300U * 300U);
}

// Half of the 64 bits change on average when one bit of the input does; the mean over 64 x 2,000
// changes has a standard error of 4 / sqrt(128,000) = 0.011.
TEST(Mix, ChangesHalfOfTheBitsWhenOneBitChanges) {
  double changed = 0;
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    for (int bit = 0; bit < 64; ++bit) {
      const std::uint64_t x = i * 0x9E3779B97F4A7C15ULL;
      changed += __builtin_popcountll(mix(x) ^ mix(x ^ (1ULL << bit)));
    }
  }
  EXPECT_NEAR(changed / (64 * 2'000), 32.0, 0.1);
}

}  // namespace
}  // namespace doorstroom

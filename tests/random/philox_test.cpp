#include "random/philox.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

namespace doorstroom {
namespace {

/// What Random123 gives for a counter and a key.
PhiloxCounter reference_bits(const PhiloxCounter& c, const PhiloxKey& k) {
  const r123::Philox4x32::ctr_type bits =
      r123::Philox4x32{}({{c[0], c[1], c[2], c[3]}}, {{k[0], k[1]}});
  return {bits[0], bits[1], bits[2], bits[3]};
}

TEST(Philox, GivesTheSameBitsAsRandom123) {
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const PhiloxCounter counter{i * 2654435761U, i ^ 0xDEADBEEFU, ~i, i << 7};
    const PhiloxKey key{i * 40503U, 0x9E3779B9U - i};
    ASSERT_EQ(philox_bits(counter, key), reference_bits(counter, key)) << i;
  }
}

// One bit of the input at a time: a word that is swapped, dropped or carried into its neighbour
// shows here.
TEST(Philox, GivesTheSameBitsAsRandom123ForEverySingleBitOfItsInput) {
  for (std::uint32_t bit = 0; bit < 192; ++bit) {
    std::array<std::uint32_t, 6> input{};
    input[bit / 32] = 1U << (bit % 32);
    const PhiloxCounter counter{input[0], input[1], input[2], input[3]};
    const PhiloxKey key{input[4], input[5]};
    ASSERT_EQ(philox_bits(counter, key), reference_bits(counter, key)) << bit;
  }
}

// The third known answer of Random123's kat_vectors (digits of pi); the other two are checked
// where the generator is compiled.
TEST(Philox, GivesTheKnownAnswerForPi) {
  EXPECT_EQ(
      philox_bits({0x243F6A88U, 0x85A308D3U, 0x13198A2EU, 0x03707344U}, {0xA4093822U, 0x299F31D0U}),
      (PhiloxCounter{0xD16CFE09U, 0x94FDCCEBU, 0x5001E420U, 0x24126EA1U}));
}

}  // namespace
}  // namespace doorstroom

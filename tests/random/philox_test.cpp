#include "random/philox.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(Philox, GivesTheSameBitsAsRandom123) {
  r123::Philox4x32 reference;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const PhiloxCounter counter{i * 2654435761U, i ^ 0xDEADBEEFU, ~i, i << 7};
    const PhiloxKey key{i * 40503U, 0x9E3779B9U - i};
    const r123::Philox4x32::ctr_type expected =
        reference({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    const PhiloxCounter bits = philox_bits(counter, key);
    for (std::size_t word = 0; word < 4; ++word) ASSERT_EQ(bits[word], expected[word]) << i;
  }
}

}  // namespace
}  // namespace doorstroom

// A chain of draws gives the joint distribution it comes from.
#include "population/chain.hpp"

#include <cmath>
#include <map>

#include <gmock/gmock.h>

#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::SizeIs;

constexpr double exact = 1e-12;

TEST(Chain, GivesTheSharesOfEachValueGivenThoseBeforeIt) {
  const auto chain = chain_of({0.1, 0.2, 0.1, 0.15, 0.15, 0.3}, {2, 3});
  ASSERT_THAT(chain, SizeIs(2));
  ASSERT_THAT(chain[0], SizeIs(1));
  EXPECT_THAT(chain[0][0].share(0), DoubleNear(0.4, exact));
  ASSERT_THAT(chain[1], SizeIs(2));
  EXPECT_THAT(chain[1][0].share(1), DoubleNear(0.5, exact));
  EXPECT_THAT(chain[1][1].share(2), DoubleNear(0.5, exact));
}

TEST(Chain, HasAnAnswerWhereNobodyIs) {
  const auto chain = chain_of({0.4, 0.6, 0, 0}, {2, 2});
  EXPECT_EQ(chain[0][0].pick(~std::uint64_t{0}), 0U);
  EXPECT_EQ(chain[1][1].size(), 2U);
  EXPECT_EQ(chain[1][1].pick(~std::uint64_t{0}), 0U);
}

TEST(Chain, OfThreeDimensionsDrawsTheJointDistribution) {
  const std::vector<double> joint{0.10, 0.05, 0.00, 0.20, 0.15, 0.05,
                                  0.02, 0.08, 0.10, 0.05, 0.15, 0.05};
  const std::vector<std::size_t> sizes{2, 2, 3};
  const auto chain = chain_of(joint, sizes);
  constexpr std::size_t people = 200'000;
  const auto first = statistics::uniform_bits(people, 1);
  const auto second = statistics::uniform_bits(people, 2);
  const auto third = statistics::uniform_bits(people, 3);
  std::vector<double> observed(joint.size(), 0.0);
  std::vector<double> expected;
  for (std::size_t i = 0; i < people; ++i) {
    const std::size_t a = chain[0][0].pick(first[i]);
    const std::size_t b = chain[1][a].pick(second[i]);
    const std::size_t c = chain[2][a * 2 + b].pick(third[i]);
    ++observed[(a * 2 + b) * 3 + c];
  }
  for (const double share : joint) expected.push_back(share * people);
  EXPECT_EQ(observed[2], 0);
  EXPECT_TRUE(statistics::plausible(statistics::chi_square_p(observed, expected)));
}

}  // namespace
}  // namespace doorstroom

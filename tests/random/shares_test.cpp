#include "random/shares.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using Weights = std::vector<double>;

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

/// How often each choice is picked by these bits.
std::vector<double> picks(const Weights& weights, const std::vector<std::uint64_t>& bits) {
  const Shares shares(weights);
  std::vector<double> count(weights.size());
  for (const std::uint64_t b : bits) ++count[shares.pick(b)];
  return count;
}

std::vector<double> expected(const Weights& weights, double n) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> result;
  for (const double weight : weights) result.push_back(n * weight / total);
  return result;
}

const std::vector<Weights> several{{1.0},
                                   {0.5, 0.5},
                                   {0.2, 0.3, 0.5},
                                   {0.1, 0.0, 0.7, 0.2},
                                   {3, 1, 4, 1, 5, 9, 2, 6},
                                   {1e-3, 0.999},
                                   {1e-9, 2e-9, 3e-9},
                                   {1e12, 3e12}};

// Over evenly spread bits every count is right to within one, so shares shifted by one place, or
// cumulated without the total, fail at once.
TEST(Shares, GivesEveryChoiceItsShare) {
  constexpr std::size_t n = 100'000;
  const std::vector<std::uint64_t> bits = statistics::even_bits(n);
  for (const Weights& weights : several) {
    const std::vector<double> count = picks(weights, bits);
    const std::vector<double> right = expected(weights, n);
    for (std::size_t i = 0; i < weights.size(); ++i) ASSERT_NEAR(count[i], right[i], 1.0) << i;
  }
}

TEST(Shares, GivesFrequenciesThatChanceExplains) {
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(200'000, 17);
  for (const Weights& weights : several) {
    const auto n = static_cast<double>(bits.size());
    if (weights.size() == 1) continue;  // nothing to compare
    EXPECT_PRED1(plausible, statistics::chi_square_p(picks(weights, bits), expected(weights, n)));
  }
}

// The places at the very edges of the cumulative shares are where a zero share could be picked.
TEST(Shares, NeverPicksAZeroShare) {
  const std::vector<Weights> with_zeros{{0, 1, 1},    {1, 0, 1},          {1, 1, 0},
                                        {0, 0, 1},    {1, 0, 0},          {0, 1, 0},
                                        {0, 3, 0, 4}, {1, 0, 2, 0, 1, 0}, {0.1, 0.2, 0.7, 0, 0}};
  for (const Weights& weights : with_zeros) {
    const Shares shares(weights);
    std::vector<std::uint64_t> edges{0, 1, all_ones - 1, all_ones};
    double below = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      below += shares.share(i);
      const double edge = below * 0x1.0p64;
      if (edge >= 0x1.0p64) continue;
      for (const double step : {-4096.0, 0.0, 4096.0}) {
        edges.push_back(static_cast<std::uint64_t>(std::max(0.0, edge + step)));
      }
      edges.push_back(static_cast<std::uint64_t>(edge) - 1);
    }
    for (const std::uint64_t bits : edges) {
      ASSERT_LT(shares.pick(bits), weights.size());
      ASSERT_GT(weights[shares.pick(bits)], 0.0)
          << bits << " of " << testing::PrintToString(weights);
    }
  }
}

TEST(Shares, OfOneAlwaysPicksIt) {
  const Shares only(Weights{0.3});
  for (const std::uint64_t bits : {std::uint64_t{0}, std::uint64_t{1} << 63, all_ones}) {
    EXPECT_EQ(only.pick(bits), 0U);
  }
  EXPECT_EQ(only.size(), 1U);
  EXPECT_DOUBLE_EQ(only.share(0), 1.0);
}

TEST(Shares, TellsTheirProbabilities) {
  const Shares shares(Weights{2, 0, 5, 3, 0});
  EXPECT_EQ(shares.size(), 5U);
  constexpr std::array right{0.2, 0.0, 0.5, 0.3, 0.0};
  for (std::size_t i = 0; i < right.size(); ++i) EXPECT_NEAR(shares.share(i), right[i], 1e-15);
}

TEST(Shares, PickInTheOrderOfTheBits) {
  const Shares shares(Weights{3, 1, 0, 4, 1, 5});
  std::size_t before = 0;
  for (const std::uint64_t bits : statistics::even_bits(10'000)) {
    ASSERT_GE(shares.pick(bits), before);
    before = shares.pick(bits);
  }
  EXPECT_EQ(before, 5U);
}

// Two worlds that differ in one share: only those near the moved border choose otherwise, and
// nobody moves the wrong way. Drawing again, or by the alias method, fails.
TEST(Shares, MoveOnlyThePeopleAtTheBorderWhenAShareGrows) {
  constexpr std::size_t n = 10'000;
  const Shares before(Weights{0.30, 0.30, 0.40});
  const Shares after(Weights{0.35, 0.30, 0.35});
  double moved = 0;
  for (const std::uint64_t bits : statistics::even_bits(n)) {
    ASSERT_LE(after.pick(bits), before.pick(bits));
    if (after.pick(bits) != before.pick(bits)) ++moved;
  }
  EXPECT_NEAR(moved / n, 0.10, 2.0 / n);
}

TEST(Shares, FirstIsCertainOnlyWhereEveryDrawGivesIt) {
  using Values = std::vector<double>;
  for (const Values& sure : {Values{1}, Values{0.2}, Values{1, 0}, Values{3, 0, 0}}) {
    const Shares shares(sure);
    EXPECT_TRUE(shares.is_first_certain());
    for (const std::uint64_t bits : {std::uint64_t{0}, all_ones}) EXPECT_EQ(shares.pick(bits), 0U);
  }
  for (const Values& open : {Values{0, 1}, Values{0.5, 0.5}, Values{1, 1e-9}, Values{1, 0, 1}}) {
    EXPECT_FALSE(Shares(open).is_first_certain());
  }
}

TEST(Happens, NeverAtZeroAndAlwaysAtOne) {
  for (const std::uint64_t bits : {std::uint64_t{0}, std::uint64_t{1} << 63, all_ones}) {
    EXPECT_FALSE(happens(0.0, bits));
    EXPECT_FALSE(happens(-0.1, bits));
    EXPECT_FALSE(happens(std::nan(""), bits));
    EXPECT_TRUE(happens(1.0, bits));
    EXPECT_TRUE(happens(1.5, bits));
  }
}

TEST(Happens, KeepsTinyProbabilitiesAndThoseNearOne) {
  EXPECT_TRUE(happens(0x1.0p-60, 15));
  EXPECT_FALSE(happens(0x1.0p-60, 16));
  EXPECT_FALSE(happens(1e-300, 0));
  const double nearly = 1 - 0x1.0p-53;
  EXPECT_FALSE(happens(nearly, all_ones));
  EXPECT_TRUE(happens(nearly, all_ones - 2048));
}

TEST(Happens, AsOftenAsItsProbability) {
  constexpr std::size_t n = 100'000;
  const std::vector<std::uint64_t> bits = statistics::even_bits(n);
  for (const double probability : {0.0001, 0.01, 0.25, 0.5, 0.75, 0.999}) {
    double count = 0;
    for (const std::uint64_t b : bits) count += happens(probability, b) ? 1 : 0;
    ASSERT_NEAR(count, n * probability, 1.0) << probability;
  }
}

TEST(Happens, IsTheSameWhetherDrawnBeforeOrOnlyWhereItMatters) {
  const Luck luck(7, 0);
  constexpr Lane about = lane(Purpose::approval, "something");
  for (const double probability : {-0.5, 0.0, 1e-9, 0.3, 0.999, 1.0, 2.0, std::nan("")}) {
    for (std::uint32_t visit = 0; visit < 200; ++visit) {
      const LuckKey whose{visit};
      const bool drawn = happens(probability, luck.draw(whose, about, {visit}).first);
      ASSERT_EQ(happens(probability, luck, whose, about, {visit}), drawn) << probability;
    }
  }
}

TEST(Happens, StaysTrueWhenTheProbabilityGrows) {
  for (const std::uint64_t bits : statistics::uniform_bits(500, 4)) {
    bool before = false;
    for (double probability = 0; probability <= 1; probability += 0.01) {
      ASSERT_GE(happens(probability, bits), before);
      before = happens(probability, bits);
    }
  }
}

}  // namespace
}  // namespace doorstroom

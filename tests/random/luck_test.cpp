#include "random/luck.hpp"

#include <array>
#include <bit>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <gtest/gtest.h>

#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using statistics::plausible_deviation;

static_assert(std::uniform_random_bit_generator<DrawEngine>);
static_assert(DrawEngine::min() == 0 && DrawEngine::max() == ~std::uint64_t{0});

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

TEST(Unit, IsNeverZeroAndNeverOne) {
  EXPECT_GT(unit(0), 0.0);
  EXPECT_LT(unit(all_ones), 1.0);
}

// The middles of equal steps are symmetric about a half. Adding a half to 53 bits is rounded to
// even in the upper half, which loses every second value there.
TEST(Unit, IsSymmetricAndStrictlyIncreasingAtBothEnds) {
  for (std::uint64_t i = 0; i < 4'096; ++i) {
    const std::uint64_t bits = i << 12;
    ASSERT_EQ(unit(bits), 1.0 - unit(all_ones - bits));
    ASSERT_LT(unit(bits), unit(bits + 4'096));
    ASSERT_LT(unit(all_ones - bits - 4'096), unit(all_ones - bits));
  }
}

TEST(Unit, UsesItsHigh52BitsAndNoOther) {
  const std::uint64_t base = 0xA5A5A5A5A5A5A5A5ULL;
  for (int bit = 0; bit < 64; ++bit) {
    const bool differs = unit(base) != unit(base ^ (1ULL << bit));
    EXPECT_EQ(differs, bit >= 12) << bit;
  }
}

TEST(Unit, IsUniform) {
  std::vector<double> sample;
  for (const std::uint64_t bits : statistics::uniform_bits(200'000, 11)) {
    sample.push_back(unit(bits));
  }
  EXPECT_PRED1(plausible, statistics::kolmogorov_p(sample, [](double u) { return u; }));
}

// A bit that is stuck, or set with any other probability than a half.
TEST(Draw, SetsEachOfIts128BitsHalfOfTheTime) {
  constexpr int n = 40'000;
  const Luck luck(7, 3);
  std::array<int, 128> ones{};
  for (std::uint64_t person = 0; person < n; ++person) {
    const Draw draw = luck.draw(LuckKey{person}, lane(Purpose::lottery));
    for (std::size_t bit = 0; bit < 64; ++bit) {
      ones[bit] += static_cast<int>((draw.first >> bit) & 1);
      ones[64 + bit] += static_cast<int>((draw.second >> bit) & 1);
    }
  }
  for (const int count : ones) {
    EXPECT_PRED1(plausible_deviation, (count - n / 2.0) / std::sqrt(n / 4.0));
  }
}

// Words of the generator used twice agree everywhere; independent ones in half of their bits, with
// a standard error of sqrt(32 n) / 2.
TEST(Draw, HasFourIndependentWords) {
  constexpr int n = 20'000;
  const Luck luck(7, 4);
  std::array<double, 16> differing{};
  for (std::uint64_t person = 0; person < n; ++person) {
    const Draw draw = luck.draw(LuckKey{person}, lane(Purpose::lottery));
    const std::array words{draw.first >> 32, draw.first & 0xFFFFFFFFU, draw.second >> 32,
                           draw.second & 0xFFFFFFFFU};
    for (std::size_t pair = 0; pair < 16; ++pair) {
      differing[pair] += std::popcount(words[pair / 4] ^ words[pair % 4]);
    }
  }
  for (std::size_t pair = 0; pair < 16; ++pair) {
    if (pair / 4 == pair % 4) continue;
    EXPECT_PRED1(plausible_deviation, (differing[pair] - 16.0 * n) / (std::sqrt(32.0 * n) / 2));
  }
}

TEST(Luck, IsTheSameForACopyAndInAnyOrder) {
  const Luck luck(1, 2);
  const Luck copy = luck;
  const Lane about = lane(Purpose::effect, "ibo");
  const Draw late = luck.draw(LuckKey{9}, about, Occurrence{4});
  for (std::uint32_t i = 0; i < 10; ++i) (void)luck.draw(LuckKey{i}, about);
  EXPECT_EQ(copy.draw(LuckKey{9}, about, Occurrence{4}).first, late.first);
  EXPECT_EQ(luck.draw(LuckKey{9}, about, Occurrence{4}).second, late.second);
}

TEST(DrawEngine, ContinuesTheDrawAtItsAddressBlockByBlock) {
  const Luck luck(5, 0);
  const LuckKey whose{42};
  const Lane about = lane(Purpose::phase_stay, "ibo", 1);
  DrawEngine engine(luck, whose, about, Occurrence{3});
  for (int block = 0; block < 256; ++block) {
    const Draw draw = luck.draw(whose, about, Occurrence{3}, static_cast<std::uint8_t>(block));
    ASSERT_EQ(engine(), draw.first) << block;
    ASSERT_EQ(engine(), draw.second) << block;
  }
}

TEST(DrawEngine, GivesAsManyDifferentNumbersAsItPromises) {
  DrawEngine engine(Luck(5, 0), LuckKey{1}, lane(Purpose::birth), Occurrence{});
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 512; ++i) seen.insert(engine());
  EXPECT_EQ(seen.size(), 512U);
}

/// One value of a Boost distribution for each of n people.
template <class Distribution>
std::vector<double> drawn(Distribution distribution, std::size_t n) {
  const Luck luck(2024, 1);
  const Lane about = lane(Purpose::attribute, "test");
  std::vector<double> sample(n);
  for (std::size_t i = 0; i < n; ++i) {
    DrawEngine engine(luck, LuckKey{i}, about, Occurrence{});
    distribution.reset();
    sample[i] = static_cast<double>(distribution(engine));
  }
  return sample;
}

template <class Law>
double p_value(const std::vector<double>& sample, const Law& law) {
  return statistics::kolmogorov_p(sample, [&](double x) { return boost::math::cdf(law, x); });
}

TEST(DrawEngine, DrivesBoostDistributions) {
  constexpr std::size_t n = 100'000;
  EXPECT_PRED1(plausible, p_value(drawn(boost::random::normal_distribution<double>(3, 2), n),
                                  boost::math::normal_distribution<double>(3, 2)));
  EXPECT_PRED1(plausible, p_value(drawn(boost::random::gamma_distribution<double>(0.7, 2), n),
                                  boost::math::gamma_distribution<double>(0.7, 2)));
  EXPECT_PRED1(plausible, p_value(drawn(boost::random::gamma_distribution<double>(4, 2), n),
                                  boost::math::gamma_distribution<double>(4, 2)));
}

TEST(DrawEngine, DrivesBoostCounts) {
  constexpr std::size_t n = 100'000;
  const boost::math::poisson_distribution<double> law(12);
  std::vector<double> observed(60);
  std::vector<double> expected(60);
  for (const double count : drawn(boost::random::poisson_distribution<int>(12), n)) {
    ++observed[static_cast<std::size_t>(count)];
  }
  for (std::size_t k = 0; k < expected.size(); ++k) {
    expected[k] = static_cast<double>(n) * boost::math::pdf(law, static_cast<double>(k));
  }
  EXPECT_PRED1(plausible, statistics::chi_square_p(observed, expected));
}

}  // namespace
}  // namespace doorstroom

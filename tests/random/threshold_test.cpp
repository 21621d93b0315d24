#include "random/threshold.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/exponential.hpp>
#include <gtest/gtest.h>

#include "support/statistics.hpp"

namespace doorstroom {
namespace {

using statistics::plausible;
using statistics::plausible_deviation;

constexpr Hazard one = Hazard{1} << 40;  // an integrated hazard of 1
constexpr Hazard largest = std::numeric_limits<Hazard>::max();

double amount(const Threshold& threshold) {
  return static_cast<double>(threshold.left()) * 0x1.0p-40;
}

/// The thresholds of a million people, drawn once.
const std::vector<Threshold>& thresholds() {
  static const std::vector<Threshold> drawn = [] {
    const Luck luck(99, 0);
    const Lane about = lane(Purpose::status_exit, "werkloos");
    std::vector<Threshold> result;
    for (std::uint64_t person = 0; person < 1'000'000; ++person) {
      result.push_back(exponential_threshold(luck, LuckKey{person}, about, Occurrence{}));
    }
    return result;
  }();
  return drawn;
}

TEST(ExponentialThreshold, IsUnitExponential) {
  std::vector<double> sample;
  for (const Threshold& threshold : thresholds()) sample.push_back(amount(threshold));
  const boost::math::exponential_distribution<double> law(1.0);
  EXPECT_PRED1(plausible, statistics::kolmogorov_p(
                              sample, [&](double x) { return boost::math::cdf(law, x); }));
  EXPECT_PRED1(plausible_deviation, (statistics::Moments(sample).mean - 1) / 1e-3);
}

// Beyond 7.7 Boost's ziggurat starts again; a tail cut there has no one above 9.
TEST(ExponentialThreshold, HasItsTail) {
  for (const double far : {5.0, 7.5, 8.0, 9.0, 11.0}) {
    const auto beyond = static_cast<double>(
        std::count_if(thresholds().begin(), thresholds().end(),
                      [&](const Threshold& threshold) { return amount(threshold) > far; }));
    const double expected = 1e6 * std::exp(-far);
    EXPECT_PRED1(plausible_deviation, (beyond - expected) / std::sqrt(expected)) << far;
  }
}

TEST(Threshold, UsedInPiecesLeavesTheSameAsUsedAtOnce) {
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(3'000, 1);
  for (std::size_t i = 0; i + 2 < bits.size(); i += 3) {
    const Threshold whole = thresholds()[i];
    const std::array pieces{bits[i] >> 26, bits[i + 1] >> 24, bits[i + 2] >> 22};
    Threshold cut = whole;
    Hazard sum = 0;
    for (const Hazard piece : pieces) {
      cut.use(piece);
      sum += piece;
      Threshold at_once = whole;
      at_once.use(sum);
      ASSERT_EQ(cut.left(), at_once.left());
      ASSERT_EQ(cut.left(), whole.left() > sum ? whole.left() - sum : 0);
    }
  }
}

TEST(Threshold, KeepsItsRoundingWhateverIsUsed) {
  for (std::size_t i = 0; i < 1'000; ++i) {
    for (const Hazard used : {Hazard{0}, Hazard{1}, one / 3, one, 300 * one, largest}) {
      Threshold threshold = thresholds()[i];
      threshold.use(used);
      ASSERT_EQ(threshold.rounding(), thresholds()[i].rounding());
    }
  }
}

TEST(Threshold, IsReachedExactlyWhenAllOfItIsUsed) {
  Threshold threshold(2.5);
  threshold.use(2 * one);
  EXPECT_EQ(threshold.left(), one / 2);
  threshold.use(one / 2 - 1);
  EXPECT_EQ(threshold.left(), 1U);
  threshold.use(1);
  EXPECT_EQ(threshold.left(), 0U);
}

// A difference that wraps around would leave a huge threshold instead of none.
TEST(Threshold, IsReachedWhenMoreThanAllOfItIsUsed) {
  for (const double start : {0.0, 1e-12, 0.7, 255.9}) {
    for (const Hazard used : {256 * one, 257 * one, largest / 2 + 1, largest}) {
      Threshold threshold(start);
      threshold.use(used);
      EXPECT_EQ(threshold.left(), 0U) << start << " " << used;
      threshold.use(used);
      EXPECT_EQ(threshold.left(), 0U);
    }
  }
}

TEST(Threshold, HoldsAmountsUpTo256) {
  const Threshold highest(std::nextafter(256.0, 0.0));
  EXPECT_EQ(highest.left(), 256 * one - 1);
  Threshold used = highest;
  used.use(255 * one);
  EXPECT_EQ(used.left(), one - 1);
  EXPECT_EQ(Threshold(0.0).left(), 0U);
  EXPECT_EQ(Threshold().left(), 0U);
}

// Sixteen ranges of equally many thresholds against sixteen ranges of the rounding. Bits of the
// hazard itself used for the rounding, or a rounding that is the same for all, fail.
TEST(Rounding, IsUniformAndIndependentOfTheThreshold) {
  std::vector<double> cells(256);
  for (const Threshold& threshold : thresholds()) {
    const double range = std::min(15.0, std::floor(-16 * std::expm1(-amount(threshold))));
    const double part = std::floor(threshold.rounding() * 16);
    cells[static_cast<std::size_t>(range * 16 + part)] += 1;
  }
  EXPECT_PRED1(plausible, statistics::chi_square_p(cells));
}

TEST(Rounding, IsUniformInThousandParts) {
  std::vector<double> cells(1'024);
  for (const Threshold& threshold : thresholds()) {
    ASSERT_GT(threshold.rounding(), 0.0);
    ASSERT_LT(threshold.rounding(), 1.0);
    cells[static_cast<std::size_t>(threshold.rounding() * 1'024)] += 1;
  }
  EXPECT_PRED1(plausible, statistics::chi_square_p(cells));
}

/// The moment at which a hazard per day reaches a threshold, in days.
double moment(const Threshold& threshold, Hazard per_day) {
  return static_cast<double>(threshold.left()) / static_cast<double>(per_day);
}

std::int64_t event_day(const Threshold& threshold, Hazard per_day) {
  return static_cast<std::int64_t>(std::floor(moment(threshold, per_day) + threshold.rounding()));
}

class EventDay : public testing::TestWithParam<double> {};

// Cutting without the rounding is half a day early on average; the error of the mean shift over a
// million people is 0.0005 day. The last figure is that of the mean itself.
TEST_P(EventDay, HasTheMeanOfTheHazard) {
  const double mean = GetParam();
  const Hazard per_day = hazard_per_day(1 / mean);
  std::vector<double> shift;
  std::vector<double> day;
  for (const Threshold& threshold : thresholds()) {
    day.push_back(static_cast<double>(event_day(threshold, per_day)));
    shift.push_back(day.back() - moment(threshold, per_day));
  }
  EXPECT_PRED1(plausible_deviation, statistics::Moments(shift).deviation_from(0.0));
  EXPECT_PRED1(plausible_deviation, statistics::Moments(day).deviation_from(mean));
}

// A start, a policy date or a longer horizon cuts the stay on some day: the event stays where it
// is.
TEST_P(EventDay, StaysTheSameWhereverTheStayIsCut) {
  const Hazard per_day = hazard_per_day(1 / GetParam());
  const std::vector<std::uint64_t> bits = statistics::uniform_bits(100'000, 2);
  for (std::size_t i = 0; i < bits.size(); ++i) {
    const Threshold whole = thresholds()[i];
    const std::int64_t day = event_day(whole, per_day);
    const std::uint64_t cut = bits[i] % static_cast<std::uint64_t>(day + 1);
    Threshold rest = whole;
    rest.use(cut * per_day);
    ASSERT_EQ(static_cast<std::int64_t>(cut) + event_day(rest, per_day), day) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Mean, EventDay, testing::Values(5.0, 50.0, 400.0),
                         testing::PrintToStringParamName());

// With hazards that are halved on day 10, a person's days after it are doubled, not drawn again.
TEST(EventDayUnderAChange, RescalesWhatIsLeft) {
  const Hazard fast = hazard_per_day(0.02);
  for (std::size_t i = 0; i < 1'000; ++i) {
    Threshold rest = thresholds()[i];
    if (moment(rest, fast) < 10) continue;
    const double days_left = moment(rest, fast) - 10;
    rest.use(10 * fast);
    ASSERT_NEAR(moment(rest, fast / 2), 2 * days_left, 1e-6);
  }
}

TEST(HazardPerDay, IsExactToTheUnit) {
  EXPECT_EQ(hazard_per_day(1.0), one);
  EXPECT_EQ(hazard_per_day(0.25), one / 4);
  EXPECT_EQ(hazard_per_day(0x1.0p-40), 1U);
  EXPECT_EQ(hazard_per_day(0x1.8p-41), 1U);
  EXPECT_EQ(hazard_per_day(0x1.0p-42), 0U);
}

TEST(HazardPerDay, RoundsToTheNearestUnitAndHalvesUp) {
  EXPECT_EQ(hazard_per_day(std::nextafter(0x1.0p-41, 0.0)), 0U);
  EXPECT_EQ(hazard_per_day(0x1.0p-41), 1U);
  for (double rate = 1e-13; rate < 100; rate *= 1.0007) {
    ASSERT_EQ(hazard_per_day(rate), static_cast<Hazard>(std::llround(rate * 0x1.0p40))) << rate;
  }
}

TEST(HazardPerDay, IsZeroForWhatIsNoRateAndCutAtAHundred) {
  for (const double rate : {0.0, -0.0, -1.0, std::nan("")}) EXPECT_EQ(hazard_per_day(rate), 0U);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (const double rate : {100.0, 101.0, 1e300, infinity}) {
    EXPECT_EQ(hazard_per_day(rate), 100 * one);
  }
}

}  // namespace
}  // namespace doorstroom

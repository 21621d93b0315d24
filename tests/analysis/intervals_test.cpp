#include "analysis/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include <gmock/gmock.h>

#include "analysis/summary.hpp"

namespace doorstroom {
namespace {

/// 1, 2, ... n: the value of an order statistic is its rank.
std::vector<double> ranks(std::size_t n) {
  std::vector<double> values(n);
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

bool is_none(const Interval& interval) {
  return std::isnan(interval.low) && std::isnan(interval.high);
}

/// P(a binomial of n and p is at most k), term by term.
double at_most(std::size_t k, std::size_t n, double p) {
  double sum = 0;
  double ways = 1;
  for (std::size_t i = 0; i <= k && i <= n; ++i) {
    const auto hits = static_cast<double>(i);
    const auto misses = static_cast<double>(n - i);
    sum += ways * std::pow(p, hits) * std::pow(1 - p, misses);
    ways *= misses / (hits + 1);
  }
  return sum;
}

struct StudentCase {
  std::size_t replications;
  double confidence;
  double quantile;
};

// The quantiles are those of the tables that every textbook has: degrees of freedom are one less.
TEST(IntervalOfMean, HasTheWidthOfStudentsTable) {
  for (const auto& [replications, confidence, quantile] :
       std::vector<StudentCase>{{2, 0.95, 12.706},
                                {3, 0.95, 4.303},
                                {5, 0.95, 2.776},
                                {10, 0.95, 2.262},
                                {25, 0.95, 2.064},
                                {41, 0.95, 2.021},
                                {121, 0.95, 1.980},
                                {5, 0.99, 4.604},
                                {10, 0.99, 3.250},
                                {10, 0.90, 1.833}}) {
    const double root = std::sqrt(static_cast<double>(replications));
    EXPECT_NEAR(half_width(3.0, replications, confidence) / 3.0 * root, quantile, 0.0005)
        << replications << " replications, confidence " << confidence;
  }
}

TEST(IntervalOfMean, IsTheMeanPlusAndLessHalfTheWidth) {
  const Summary summary = summarise(ranks(5));  // mean 3, variance 2.5
  const Interval interval = interval_of_mean(summary);
  EXPECT_NEAR(interval.low, 3 - 2.776445 * std::sqrt(2.5 / 5), 1e-6);
  EXPECT_NEAR(interval.high, 3 + 2.776445 * std::sqrt(2.5 / 5), 1e-6);
}

TEST(IntervalOfMean, LeavesOutReplicationsWithoutTheFigure) {
  const std::vector<double> values{no_figure, 1, 2, no_figure, 3, 4, 5};
  const Interval interval = interval_of_mean(summarise(values));
  const Interval without = interval_of_mean(summarise(ranks(5)));
  EXPECT_EQ(interval.low, without.low);
  EXPECT_EQ(interval.high, without.high);
}

TEST(IntervalOfMean, IsUnknownForFewerThanTwo) {
  EXPECT_TRUE(std::isnan(half_width(1, 0)));
  EXPECT_TRUE(std::isnan(half_width(1, 1)));
  EXPECT_TRUE(is_none(interval_of_mean(summarise({}))));
  EXPECT_TRUE(is_none(interval_of_mean(summarise(ranks(1)))));
  EXPECT_TRUE(is_none(interval_of_mean(summarise(std::vector{no_figure, 7.0, no_figure}))));
}

TEST(IntervalOfMean, IsThePointItselfWhereNothingVaries) {
  const std::vector<double> values(12, 0.1);  // no binary fraction
  const Interval interval = interval_of_mean(summarise(values));
  EXPECT_EQ(interval.low, 0.1);
  EXPECT_EQ(interval.high, 0.1);
  EXPECT_TRUE(interval.contains(0.1));
}

TEST(Interval, HoldsItsEndsAndNothingThatIsUnknown) {
  const Interval interval{1, 2};
  EXPECT_TRUE(interval.contains(1));
  EXPECT_TRUE(interval.contains(2));
  EXPECT_FALSE(interval.contains(0.999));
  EXPECT_FALSE(interval.contains(2.001));
  EXPECT_FALSE(interval.contains(no_figure));
  EXPECT_FALSE(Interval().contains(0));
}

struct RankCase {
  std::size_t n;
  double p;
  double low;
  double high;
};

// By hand. Median: 2 in 2^n are the chance that all values lie on one side of it, 2 (n + 1) in 2^n
// that at most one lies on a side, and so on; each side may take 2.5 %. Those of 20 and 25 stand in
// the tables of the sign test.
TEST(IntervalOfPercentile, LiesBetweenTheOrderStatisticsOfTheBinomialLaw) {
  for (const auto& [n, p, low, high] : std::vector<RankCase>{{6, 0.5, 1, 6},
                                                             {7, 0.5, 1, 7},
                                                             {8, 0.5, 1, 8},
                                                             {9, 0.5, 2, 8},
                                                             {10, 0.5, 2, 9},
                                                             {20, 0.5, 6, 15},
                                                             {25, 0.5, 8, 18}}) {
    const Interval interval = interval_of_percentile(ranks(n), p);
    EXPECT_EQ(interval.low, low) << n;
    EXPECT_EQ(interval.high, high) << n;
  }
}

TEST(IntervalOfPercentile, IsTheNarrowestWhoseTailsAreSmallEnough) {
  for (const double p : {0.05, 0.1, 0.25, 0.5, 0.8, 0.9, 0.95}) {
    for (std::size_t n = 1; n <= 120; ++n) {
      const Interval interval = interval_of_percentile(ranks(n), p);
      // Of the ranks, the highest with P(fewer than that many below) <= 2.5 %, and its mirror.
      std::size_t low = 0;
      while (low < n && at_most(low, n, p) <= 0.025) ++low;
      std::size_t from_top = 0;
      while (from_top < n && at_most(from_top, n, 1 - p) <= 0.025) ++from_top;
      if (low == 0 || from_top == 0) {
        EXPECT_TRUE(is_none(interval)) << n << " values, percentile " << p;
        continue;
      }
      EXPECT_EQ(interval.low, static_cast<double>(low)) << n << " values, percentile " << p;
      EXPECT_EQ(interval.high, static_cast<double>(n + 1 - from_top)) << n << ", " << p;
    }
  }
}

// 0.9^35 is just above 2.5 %, 0.9^36 below; 0.5^5 above, 0.5^6 below.
TEST(IntervalOfPercentile, IsUnknownForTooFewValues) {
  EXPECT_TRUE(is_none(interval_of_percentile({}, 0.5)));
  EXPECT_TRUE(is_none(interval_of_percentile(ranks(1), 0.5)));
  EXPECT_TRUE(is_none(interval_of_percentile(ranks(5), 0.5)));
  EXPECT_FALSE(is_none(interval_of_percentile(ranks(6), 0.5)));
  EXPECT_TRUE(is_none(interval_of_percentile(ranks(35), 0.9)));
  EXPECT_EQ(interval_of_percentile(ranks(36), 0.9).high, 36);
  EXPECT_EQ(interval_of_percentile(ranks(36), 0.1).low, 1);
}

TEST(IntervalOfPercentile, DoesNotDependOnTheOrderAndLeavesOutWhatIsNotThere) {
  std::vector<double> values = ranks(25);
  std::ranges::rotate(values, values.begin() + 11);
  values.insert(values.begin() + 3, no_figure);
  values.push_back(no_figure);
  const Interval interval = interval_of_percentile(values, 0.5);
  EXPECT_EQ(interval.low, 8);
  EXPECT_EQ(interval.high, 18);
  EXPECT_TRUE(is_none(interval_of_percentile(std::vector(30, no_figure), 0.5)));
}

TEST(IntervalOfPercentile, IsThePointItselfWhereAllAreEqual) {
  const Interval interval = interval_of_percentile(std::vector(25, 0.1), 0.5);
  EXPECT_EQ(interval.low, 0.1);
  EXPECT_EQ(interval.high, 0.1);
}

TEST(IntervalOfPercentile, IsWiderForMoreConfidence) {
  const Interval usual = interval_of_percentile(ranks(25), 0.5);
  const Interval surer = interval_of_percentile(ranks(25), 0.5, 0.99);
  EXPECT_LT(surer.low, usual.low);
  EXPECT_GT(surer.high, usual.high);
}

struct ShareCase {
  std::size_t successes;
  std::size_t trials;
  double low;
  double high;
};

// The four cases of Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 5; and
// those of ten trials, where the ends of 0 and of 10 are 1 - 0.025^(1/10) and its complement.
TEST(IntervalOfShare, IsThatOfClopperAndPearson) {
  for (const auto& [successes, trials, low, high] :
       std::vector<ShareCase>{{81, 263, 0.2527, 0.3676},
                              {15, 148, 0.0578, 0.1617},
                              {0, 20, 0, 0.1684},
                              {1, 29, 0.0009, 0.1776},
                              {0, 10, 0, 0.3085},
                              {1, 10, 0.0025, 0.4450},
                              {5, 10, 0.1871, 0.8129},
                              {10, 10, 0.6915, 1}}) {
    const Interval interval = interval_of_share(successes, trials);
    EXPECT_NEAR(interval.low, low, 0.00005) << successes << " of " << trials;
    EXPECT_NEAR(interval.high, high, 0.00005) << successes << " of " << trials;
  }
}

// What defines it: at either end, what was seen or more extreme has a chance of 2.5 %.
TEST(IntervalOfShare, LeavesHalfOfTheRestOnEitherSide) {
  for (const std::size_t n : {1U, 2U, 7U, 40U}) {
    for (std::size_t k = 0; k <= n; ++k) {
      const Interval interval = interval_of_share(k, n, 0.9);
      if (k > 0) {
        EXPECT_NEAR(1 - at_most(k - 1, n, interval.low), 0.05, 1e-9) << k << " of " << n;
      }
      if (k < n) {
        EXPECT_NEAR(at_most(k, n, interval.high), 0.05, 1e-9) << k << " of " << n;
      }
      EXPECT_TRUE(interval.contains(static_cast<double>(k) / static_cast<double>(n)));
    }
  }
}

TEST(IntervalOfShare, HasTheEndsOfAShareWhereNoneOrAllSucceeded) {
  EXPECT_EQ(interval_of_share(0, 5).low, 0);
  EXPECT_EQ(interval_of_share(5, 5).high, 1);
  EXPECT_TRUE(is_none(interval_of_share(0, 0)));
}

TEST(ConfidenceOfEach, DividesWhatIsLeftOverAllComparisons) {
  EXPECT_DOUBLE_EQ(confidence_of_each(0), 0.95);
  EXPECT_DOUBLE_EQ(confidence_of_each(1), 0.95);
  EXPECT_DOUBLE_EQ(confidence_of_each(2), 0.975);
  EXPECT_DOUBLE_EQ(confidence_of_each(5), 0.99);
  EXPECT_DOUBLE_EQ(confidence_of_each(4, 0.9), 0.975);
}

/// By hand: means 2 and 4, squares about them 2, 2 and products 0; the quantile for 2 degrees of
/// freedom is 4.302653, so that (r - 1/2)^2 16 <= (1 + r^2) q^2 / 3.
TEST(IntervalOfRatio, HoldsTheRatiosThatCannotBeToldFromTheMeans) {
  const std::vector<double> top{1, 3, 2};
  const std::vector<double> bottom{40 + 1 / std::sqrt(3.0), 40 + 1 / std::sqrt(3.0),
                                   40 - 2 / std::sqrt(3.0)};
  const Interval interval = interval_of_ratio(top, bottom);
  const double q2 = 4.302653 * 4.302653 / 3;
  for (const double r : {interval.low, interval.high}) {
    EXPECT_NEAR((2 - 40 * r) * (2 - 40 * r), (1 + r * r) * q2, 1e-5);
  }
  EXPECT_TRUE(interval.contains(2.0 / 40));
}

TEST(IntervalOfRatio, IsThePointItselfWhereTheRatioNeverVaries) {
  const Interval interval =
      interval_of_ratio(std::vector{10.0, 20, 30}, std::vector{20.0, 40, 60.0});
  EXPECT_TRUE(is_none(interval)) << "the bottom varies too much";
  const Interval sure = interval_of_ratio(std::vector{50.0, 51, 49}, std::vector{100.0, 102, 98});
  EXPECT_NEAR(sure.low, 0.5, 1e-6);
  EXPECT_NEAR(sure.high, 0.5, 1e-6);
}

TEST(IntervalOfRatio, IsUnknownWhereTheBottomMayBeNothing) {
  EXPECT_TRUE(is_none(interval_of_ratio(std::vector{1.0}, std::vector{2.0})));
  EXPECT_TRUE(is_none(interval_of_ratio({}, {})));
  EXPECT_TRUE(is_none(interval_of_ratio(std::vector{1.0, 2, 3}, std::vector{-1.0, 1, 0.5})));
}

/// Pairs of normal numbers that go together: 95 % of the intervals hold the true ratio.
TEST(IntervalOfRatio, HoldsTheTruthAsOftenAsItSays) {
  std::mt19937_64 generator(11);
  std::normal_distribution<double> normal;
  constexpr int studies = 4000;
  int held = 0;
  for (int study = 0; study < studies; ++study) {
    std::vector<double> top;
    std::vector<double> bottom;
    for (int r = 0; r < 6; ++r) {
      const double shared = normal(generator);
      top.push_back(3 + shared + normal(generator));
      bottom.push_back(12 + 2 * shared + normal(generator));
    }
    if (interval_of_ratio(top, bottom).contains(0.25)) ++held;
  }
  const double error = std::sqrt(0.05 * 0.95 / studies);
  EXPECT_NEAR(static_cast<double>(held) / studies, 0.95, 5 * error);
}

}  // namespace
}  // namespace doorstroom

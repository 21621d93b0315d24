#include "study/precision.hpp"

#include <bit>
#include <cmath>
#include <map>

#include <gmock/gmock.h>

#include "support/queue.hpp"

namespace doorstroom::tests {
namespace {

/// A rule for figures with these scales.
PrecisionRule rule(AutomaticReplications wanted, const std::vector<double>& scales = {1}) {
  std::vector<WatchedFigure> watched;
  for (const double scale : scales) {
    watched.push_back({watched.size(), scale, std::to_string(watched.size())});
  }
  return {wanted, watched};
}

/// Adds values(1), values(2), ... until it is enough; how many that took, `most` if it never was.
template <class Values>
std::size_t steps_until_enough(PrecisionRule& rule, std::size_t most, const Values& values) {
  std::size_t n = 0;
  while (n < most && !rule.is_enough()) rule.add(values(++n));
  return n;
}

/// 100 + d, 100 - d, 100 + d, ...: after an even number n the mean is 100 and the standard
/// deviation d sqrt(n / (n - 1)), so that half the interval is t d / sqrt(n - 1).
auto to_and_fro(double d) {
  return [d](std::size_t n) { return std::vector{n % 2 == 1 ? 100 + d : 100 - d}; };
}

// t(19) = 2.0930 and t(21) = 2.0796, so that half the interval is d * 0.4802 for 20 values and d *
// 0.4538 for 22; for 21, with the mean at 100 + d / 21, t(20) = 2.0860 gives d * 0.4658 of
// (100 + d / 21).
TEST(PrecisionRule, StopsFiveAfterTheFirstThatIsWithin) {
  constexpr double d = 10;
  const auto stops_at = [&](double precision) {
    PrecisionRule of = rule({precision, 10, 1000});
    return steps_until_enough(of, 1000, to_and_fro(d));
  };
  EXPECT_EQ(stops_at(0.0481), 20 + 5);
  EXPECT_EQ(stops_at(0.0479), 21 + 5);
  EXPECT_EQ(stops_at(0.0455), 22 + 5);
  EXPECT_EQ(stops_at(0.0453), 23 + 5);
}

TEST(PrecisionRule, LooksFivePercentAheadFromAHundredOn) {
  // Within from n on, half the interval being 1.96 d / sqrt(n) or a little more.
  for (const double precision : {0.0196, 0.0139, 0.0098}) {
    PrecisionRule of = rule({precision, 10, 10'000});
    std::size_t first = 0;
    std::size_t n = 0;
    while (!of.is_enough()) {
      of.add(to_and_fro(10)(++n));
      if (first == 0 && of.reached().is_met) first = n;
    }
    ASSERT_GT(first, 100U);
    EXPECT_EQ(n, first + first * 5 / 100) << precision;
  }
}

TEST(PrecisionRule, NeverStopsBeforeTheFewest) {
  const auto constant = [](std::size_t) { return std::vector{100.0}; };
  for (const std::size_t fewest : {10U, 30U}) {
    PrecisionRule of = rule({0.05, fewest, 1000});
    EXPECT_EQ(steps_until_enough(of, 1000, constant), fewest + 5);
    EXPECT_TRUE(of.reached().is_met);
    EXPECT_EQ(of.reached().widest, 0);
  }
  // One value says nothing, whatever is asked.
  PrecisionRule of = rule({0.05, 0, 1000});
  EXPECT_EQ(steps_until_enough(of, 1000, constant), 2 + 5U);
}

TEST(PrecisionRule, IsNotTakenInByALuckyStop) {
  // Ten values close together by luck, and then what the figure is really like.
  const auto lucky = [](std::size_t n) {
    return std::vector{n <= 12 ? 100.0 + static_cast<double>(n % 2) : (n % 2 == 1 ? 150.0 : 50.0)};
  };
  PrecisionRule of = rule({0.05, 10, 100'000});
  for (std::size_t n = 1; n <= 12; ++n) of.add(lucky(n));
  EXPECT_TRUE(of.reached().is_met);
  EXPECT_FALSE(of.is_enough());
  of.add(lucky(13));
  EXPECT_FALSE(of.reached().is_met);
  std::size_t n = 13;
  while (!of.is_enough()) of.add(lucky(++n));
  // 1.96 * 50 / sqrt(n) = 5 for n = 384.
  EXPECT_GT(n, 350U);
  EXPECT_LT(n, 450U);
}

TEST(PrecisionRule, WaitsForTheWidestOfAllFigures) {
  PrecisionRule of = rule({0.05, 10, 1000}, {1, 1, 1});
  PrecisionRule alone = rule({0.05, 10, 1000});
  const auto three = [](std::size_t n) {
    return std::vector{to_and_fro(1)(n)[0], to_and_fro(20)(n)[0], to_and_fro(5)(n)[0]};
  };
  EXPECT_EQ(steps_until_enough(of, 1000, three), steps_until_enough(alone, 1000, to_and_fro(20)));
  EXPECT_EQ(of.reached().figure, "1");
  EXPECT_DOUBLE_EQ(of.reached().widest, alone.reached().widest);
  EXPECT_LE(of.reached().widest, 0.05);
}

TEST(PrecisionRule, DoesNotWatchAFigureThatIsNotAlwaysGiven) {
  for (const std::size_t absent : {1U, 4U, 12U}) {
    PrecisionRule of = rule({0.05, 10, 1000}, {1, 1});
    const auto sometimes = [&](std::size_t n) {
      return std::vector{100.0, n == absent ? no_figure : to_and_fro(90)(n)[0]};
    };
    EXPECT_LE(steps_until_enough(of, 1000, sometimes), absent < 10 ? 15U : 17U) << absent;
    EXPECT_TRUE(of.reached().is_met);
    EXPECT_EQ(of.reached().figure, "0");
    EXPECT_EQ(of.reached().widest, 0);
  }
}

TEST(PrecisionRule, MeasuresAFigureNearZeroByItsScale) {
  // Mean 0, half the interval after n values about 2 / sqrt(n - 1): never within 5 % of nothing.
  const auto around_zero = [](std::size_t n) { return std::vector{n % 2 == 1 ? 1.0 : -1.0}; };
  PrecisionRule fine = rule({0.05, 10, 1000}, {100});
  EXPECT_EQ(steps_until_enough(fine, 1000, around_zero), 10 + 5U);
  PrecisionRule coarse = rule({0.05, 10, 1000}, {8});  // 0.4: t / sqrt(n - 1) for n near 26
  const std::size_t n = steps_until_enough(coarse, 1000, around_zero);
  EXPECT_GT(n, 26U);
  EXPECT_LT(n, 36U);
  PrecisionRule bare = rule({0.05, 10, 1000}, {1e-9});
  EXPECT_EQ(steps_until_enough(bare, 2000, around_zero), 1000U);
}

TEST(PrecisionRule, MeasuresANegativeMeanByItsSize) {
  PrecisionRule of = rule({0.05, 10, 1000});
  PrecisionRule mirror = rule({0.05, 10, 1000});
  const auto negative = [](std::size_t n) { return std::vector{-to_and_fro(10)(n)[0]}; };
  EXPECT_EQ(steps_until_enough(mirror, 1000, negative),
            steps_until_enough(of, 1000, to_and_fro(10)));
}

TEST(PrecisionRule, StopsAtTheMostAndSaysThatItIsNotMet) {
  PrecisionRule of = rule({0.001, 10, 40});
  EXPECT_EQ(steps_until_enough(of, 1000, to_and_fro(50)), 40U);
  const PrecisionReached reached = of.reached();
  EXPECT_FALSE(reached.is_met);
  EXPECT_EQ(reached.wanted, 0.001);
  EXPECT_NEAR(reached.widest, 2.0227 * 50 / std::sqrt(39.0) / 100, 1e-4);
}

TEST(PrecisionRule, IsNotThrownOffByLargeNumbers) {
  // A deviation of one in a hundred million of the mean: sums of squares would have lost it.
  PrecisionRule of = rule({1e-8, 10, 1000}, {1});
  const auto large = [](std::size_t n) { return std::vector{1e12 + (n % 2 == 1 ? 1e4 : -1e4)}; };
  for (std::size_t n = 1; n <= 30; ++n) of.add(large(n));
  EXPECT_NEAR(of.reached().widest, 2.0452 * 1e4 / std::sqrt(29.0) / 1e12, 1e-12);
}

std::vector<std::uint64_t> bits_of(const RunResult& result) {
  std::vector<std::uint64_t> bits;
  const auto add = [&](double number) { bits.push_back(std::bit_cast<std::uint64_t>(number)); };
  for (const auto& replication : result.figures) {
    for (const double figure : replication) add(figure);
  }
  for (const Summary& s : result.summaries) {
    for (const double number : {s.mean, s.sd, s.p05, s.p50, s.p95}) add(number);
  }
  return bits;
}

RunResult run_until(double precision, int threads, std::size_t most = 1000) {
  RunOptions options;
  options.threads = threads;
  options.automatic = AutomaticReplications{precision, 10, most};
  return run_scenario(queue_for_places(), options);
}

TEST(AutomaticReplications, WatchTheHeadlineFigures) {
  RunOptions options;
  options.replications = 1;
  const RunResult result = run_scenario(queue_for_places(), options);
  std::map<std::string, int> watched;
  const std::vector<WatchedFigure> figures = watched_figures(result.layout);
  std::size_t first = 0;
  for (const FigureTable& table : result.layout.tables) {
    for (const WatchedFigure& one : figures) {
      if (one.figure < first || one.figure >= first + table.keys.size()) continue;
      EXPECT_EQ(table.name, "headline");
      const FigureKey& key = table.keys[one.figure - first];
      ++watched[key.values[1]];
      EXPECT_EQ(one.scale, key.unit == "days" ? 20 : 100) << key.values[1] << ", " << key.unit;
    }
    first += table.keys.size();
  }
  for (const char* indicator :
       {"waiting", "starts", "wait_of_starters_p50", "jobseekers", "in_paid_work"}) {
    EXPECT_EQ(watched[indicator], 1) << indicator;
  }
  EXPECT_EQ(watched.size(), 5U);
}

TEST(AutomaticReplications, GiveTheSameBytesForAnyNumberOfThreads) {
  const RunResult one = run_until(0.05, 1);
  ASSERT_GT(one.replications, 15U) << "not one batch only";
  ASSERT_LT(one.replications, 1000U);
  EXPECT_EQ(one.figures.size(), one.replications);
  for (const int threads : {2, 3, 8}) {
    const RunResult many = run_until(0.05, threads);
    EXPECT_EQ(many.replications, one.replications) << threads << " threads";
    EXPECT_EQ(bits_of(many), bits_of(one)) << threads << " threads";
    EXPECT_EQ(many.precision->widest, one.precision->widest);
    EXPECT_EQ(many.precision->figure, one.precision->figure);
    EXPECT_EQ(many.events, one.events);
    EXPECT_EQ(many.audit_checks, one.audit_checks);
  }
}

TEST(AutomaticReplications, AreMoreForMorePrecision) {
  const RunResult coarse = run_until(0.1, 2);
  const RunResult fine = run_until(0.05, 2);
  EXPECT_GT(fine.replications, coarse.replications + 10);
  for (const RunResult* result : {&coarse, &fine}) {
    EXPECT_TRUE(result->precision->is_met);
    EXPECT_LE(result->precision->widest, result->precision->wanted);
  }
}

TEST(AutomaticReplications, AreThoseOfARunWithAFixedNumber) {
  const RunResult automatic = run_until(0.07, 2);
  RunOptions options;
  options.replications = automatic.replications;
  EXPECT_EQ(bits_of(run_scenario(queue_for_places(), options)), bits_of(automatic));
}

TEST(AutomaticReplications, StopAtTheMostAndSaySo) {
  const RunResult result = run_until(0.0001, 2, 12);
  EXPECT_EQ(result.replications, 12U);
  EXPECT_EQ(result.summaries.front().replications, 12U);
  EXPECT_FALSE(result.precision->is_met);
  EXPECT_GT(result.precision->widest, 0.0001);
  EXPECT_EQ(run_until(0.0001, 8, 3).replications, 3U) << "fewer than the fewest";
}

}  // namespace
}  // namespace doorstroom::tests

// A comparison gives the same bytes for any number of threads.
#include <bit>

#include <gmock/gmock.h>

#include "doorstroom/compare.hpp"

#include "support/queue.hpp"

namespace doorstroom::tests {
namespace {

std::vector<std::uint64_t> bits_of(const CompareResult& result) {
  std::vector<std::uint64_t> bits;
  const auto add = [&](const std::vector<Summary>& summaries) {
    for (const Summary& s : summaries) {
      for (const double number : {s.mean, s.sd, s.p05, s.p50, s.p95}) {
        bits.push_back(std::bit_cast<std::uint64_t>(number));
      }
      bits.push_back(s.replications);
    }
  };
  for (const Comparison& comparison : result.comparisons) {
    add(comparison.base);
    add(comparison.alternative);
    add(comparison.difference);
    add(comparison.people_figures);
  }
  return bits;
}

CompareResult compare_with(int threads) {
  RunOptions options;
  options.replications = 24;  // enough for percentiles
  options.threads = threads;
  return compare_scenarios(queue_for_places(8), {queue_for_places(6), queue_for_places(10)},
                           options);
}

TEST(Compare, GivesTheSameBytesForAnyNumberOfThreads) {
  const CompareResult one = compare_with(1);
  ASSERT_EQ(one.comparisons.size(), 2U);
  ASSERT_GT(one.comparisons[0].people_figures.size(), 20U);
  for (const int threads : {2, 3, 5, 8}) {
    const CompareResult many = compare_with(threads);
    EXPECT_EQ(bits_of(many), bits_of(one)) << threads << " threads";
    EXPECT_EQ(many.events, one.events);
    EXPECT_EQ(many.audit_checks, one.audit_checks);
    EXPECT_EQ(many.most_people, one.most_people);
    EXPECT_EQ(many.bytes_per_person, one.bytes_per_person);
  }
}

TEST(Compare, OfAScenarioWithItselfIsExactlyZeroEverywhere) {
  RunOptions options;
  options.replications = 5;
  const CompareResult result =
      compare_scenarios(queue_for_places(8), {queue_for_places(8)}, options);
  const Comparison& comparison = result.comparisons.front();
  std::size_t given = 0;
  for (std::size_t f = 0; f < comparison.difference.size(); ++f) {
    const Summary& difference = comparison.difference[f];
    EXPECT_EQ(difference.replications, comparison.base[f].replications);
    if (difference.replications < 2) continue;
    ++given;
    EXPECT_EQ(difference.mean, 0);
    EXPECT_EQ(difference.sd, 0);
  }
  EXPECT_GT(given, 100U);
}

}  // namespace
}  // namespace doorstroom::tests

// Do intervals hold what they promise? Two thousand small studies, each with its own seed, run with
// the real program: how many of their 95 % intervals hold the truth? The truth comes from very many
// further replications with other seeds.
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

#include <boost/math/distributions/binomial.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include "doorstroom/compare.hpp"
#include "doorstroom/run.hpp"

#include "analysis/intervals.hpp"
#include "analysis/summary.hpp"
#include "study/parallel.hpp"
#include "support/queue.hpp"

namespace doorstroom::tests {
namespace {

constexpr std::size_t studies = 2000;

/// What is promised, and how far above 95 % the intervals of a mean may be before they are too wide
/// to be called that. Chance moves a coverage by 0.5 points: both are four of those away.
constexpr double promised = 0.93;
const double chance = std::sqrt(0.95 * 0.05 / static_cast<double>(studies));
const double too_wide = 0.95 + 4 * chance;

/// Figures by the name of their table, their dimensions and unit.
std::map<std::string, std::size_t> places_of(const FigureLayout& layout) {
  std::map<std::string, std::size_t> places;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) {
      places.emplace(fmt::format("{}/{}/{}", table.name, fmt::join(key.values, "/"), key.unit),
                     places.size());
    }
  }
  return places;
}

using Names = std::vector<std::string>;
/// Values by figure, and each by replication.
using Sample = std::vector<std::vector<double>>;

Sample replications_of(const Names& names, std::uint64_t seed, std::size_t replications) {
  scenario::Scenario scenario = queue_for_places();
  scenario.seed = seed;
  RunOptions options;
  options.replications = replications;
  options.threads = 1;
  const RunResult result = run_scenario(scenario, options);
  const auto places = places_of(result.layout);
  Sample sample;
  for (const std::string& name : names) {
    std::vector<double>& values = sample.emplace_back();
    for (const auto& figures : result.figures) values.push_back(figures[places.at(name)]);
  }
  return sample;
}

/// Seeds that no study has.
constexpr std::uint64_t first_seed_of_truth = 1'000'000;
constexpr std::size_t truth_replications = 100'000;

Sample truth_of(const Names& names) {
  constexpr std::size_t at_once = 1000;
  std::vector<Sample> parts(truth_replications / at_once);
  for_each_in_parallel(parts.size(), 0, [&](std::size_t i) {
    parts[i] = replications_of(names, first_seed_of_truth + i, at_once);
  });
  Sample all(names.size());
  for (const Sample& part : parts) {
    for (std::size_t f = 0; f < names.size(); ++f) {
      all[f].insert(all[f].end(), part[f].begin(), part[f].end());
    }
  }
  return all;
}

/// The share of the studies whose interval holds the truth, by interval; `holds` says it of each
/// interval of the study with that seed.
std::vector<double> coverage(const std::function<std::vector<bool>(std::uint64_t seed)>& holds) {
  std::vector<std::vector<bool>> held(studies);
  for_each_in_parallel(studies, 0, [&](std::size_t i) { held[i] = holds(i + 1); });
  std::vector<double> shares(held.front().size());
  for (const std::vector<bool>& study : held) {
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] += study[i] ? 1.0 / studies : 0;
  }
  return shares;
}

void report(const std::string& what, double share) {
  fmt::print("{:5.2f} %  {}\n", 100 * share, what);
}

/// The truth has an error as well, whose square is that share of the square of a study's own: an
/// interval covers less by 0.11 times that share, less than a tenth of a point.
void expect_close_enough(double replications_of_study, double replications_of_truth) {
  EXPECT_LT(0.11 * replications_of_study / replications_of_truth, 0.001);
}

const Names figures{
    "headline/2025/jobseekers/all/people",
    "headline/2025/in_paid_work/all/people",
    "headline/2025/waiting/course/people",
    "headline/2025/starts/course/people",
    "headline/2025/wait_of_starters_p50/course/days",
    "waiting/initial/course/all/starters_mean/days",
    "waiting/initial/course/all/share_started/share",
};

class Coverage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    truth_ = truth_of(figures);
    for (std::vector<double>& values : truth_) std::ranges::sort(values);
  }
  static Sample truth_;  // by figure, from low to high
};
Sample Coverage::truth_;

TEST_F(Coverage, OfMeans) {
  std::vector<double> means;
  for (const std::vector<double>& values : truth_) means.push_back(summarise(values).mean);
  for (const std::size_t n : {10U, 25U}) {
    expect_close_enough(static_cast<double>(n), truth_replications);
    const std::vector<double> covered = coverage([&](std::uint64_t seed) {
      const Sample sample = replications_of(figures, seed, n);
      std::vector<bool> held;
      for (std::size_t f = 0; f < figures.size(); ++f) {
        held.push_back(interval_of_mean(summarise(sample[f])).contains(means[f]));
      }
      return held;
    });
    for (std::size_t f = 0; f < figures.size(); ++f) {
      const std::string what = fmt::format("mean over {} replications, {}", n, figures[f]);
      report(what, covered[f]);
      EXPECT_GE(covered[f], promised) << what;
      EXPECT_LE(covered[f], too_wide) << what;
    }
  }
}

struct Percentile {
  double p;
  std::size_t replications;
};

/// What the interval of a percentile of a continuous figure covers: the binomial probability of the
/// ranks between which it lies.
double exact_coverage(const Percentile& of) {
  std::vector<double> ranks(of.replications);
  for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = static_cast<double>(i + 1);
  const Interval interval = interval_of_percentile(ranks, of.p);
  const boost::math::binomial_distribution<double> below(static_cast<double>(of.replications),
                                                         of.p);
  return boost::math::cdf(below, interval.high - 1) - boost::math::cdf(below, interval.low - 1);
}

/// The smallest value up to which at least that share of the values lie.
double percentile_of(const std::vector<double>& sorted, double p) {
  const double rank = std::ceil(p * static_cast<double>(sorted.size()));
  return sorted[static_cast<std::size_t>(rank) - 1];
}

// Figures that are whole numbers have ties, which make these intervals cover more.
TEST_F(Coverage, OfPercentiles) {
  const std::string continuous = "waiting/initial/course/all/starters_mean/days";
  for (const Percentile& of : {Percentile{0.5, 25}, Percentile{0.9, 50}}) {
    expect_close_enough(static_cast<double>(of.replications), truth_replications);
    const std::vector<double> covered = coverage([&](std::uint64_t seed) {
      const Sample sample = replications_of(figures, seed, of.replications);
      std::vector<bool> held;
      for (std::size_t f = 0; f < figures.size(); ++f) {
        held.push_back(
            interval_of_percentile(sample[f], of.p).contains(percentile_of(truth_[f], of.p)));
      }
      return held;
    });
    for (std::size_t f = 0; f < figures.size(); ++f) {
      const std::string what =
          fmt::format("p{:.0f} over {} replications, {}", 100 * of.p, of.replications, figures[f]);
      report(what, covered[f]);
      EXPECT_GE(covered[f], promised) << what;
      if (figures[f] == continuous) {
        EXPECT_NEAR(covered[f], exact_coverage(of), 4 * chance) << what;
      }
    }
  }
}

CompareResult compared(std::uint64_t seed, std::size_t replications) {
  scenario::Scenario base = queue_for_places(8);
  base.seed = seed;
  RunOptions options;
  options.replications = replications;
  options.threads = 1;
  return compare_scenarios(base, {queue_for_places(10)}, options);
}

/// The differences of these figures, and then those of these people.
std::vector<Summary> differences_of(const CompareResult& result, const Names& of_figures,
                                    const Names& of_people) {
  const Comparison& comparison = result.comparisons.front();
  const auto places = places_of(comparison.layout);
  const auto people = places_of({{comparison.people}});
  std::vector<Summary> differences;
  for (const std::string& name : of_figures) {
    differences.push_back(comparison.difference[places.at(name)]);
  }
  for (const std::string& name : of_people) {
    differences.push_back(comparison.people_figures[people.at(name)]);
  }
  return differences;
}

TEST(CoverageOf, PairedDifferences) {
  const Names people{"people/indirect/all/people/all/people",
                     "people/indirect/all/days_earlier/course/person-days",
                     "people/indirect/all/waiting/all/person-months"};
  constexpr std::size_t n = 20;
  constexpr std::size_t parts = 100;
  constexpr std::size_t at_once = 300;
  expect_close_enough(n, parts * at_once);
  std::vector<std::vector<Summary>> truths(parts);
  for_each_in_parallel(parts, 0, [&](std::size_t i) {
    truths[i] = differences_of(compared(first_seed_of_truth + i, at_once), figures, people);
  });
  std::vector<double> truth(figures.size() + people.size());
  for (const std::vector<Summary>& part : truths) {
    for (std::size_t f = 0; f < truth.size(); ++f) {
      ASSERT_EQ(part[f].replications, at_once);
      truth[f] += part[f].mean / static_cast<double>(parts);
    }
  }
  const std::vector<double> covered = coverage([&](std::uint64_t seed) {
    const std::vector<Summary> differences = differences_of(compared(seed, n), figures, people);
    std::vector<bool> held;
    for (std::size_t f = 0; f < truth.size(); ++f) {
      held.push_back(interval_of_mean(differences[f]).contains(truth[f]));
    }
    return held;
  });
  for (std::size_t f = 0; f < truth.size(); ++f) {
    const std::string& name = f < figures.size() ? figures[f] : people[f - figures.size()];
    const std::string what = fmt::format("paired difference over {} replications, {}", n, name);
    report(what, covered[f]);
    EXPECT_NE(truth[f], 0) << what << ": the two scenarios are the same";
    EXPECT_GE(covered[f], promised) << what;
    EXPECT_LE(covered[f], too_wide) << what;
  }
}

}  // namespace
}  // namespace doorstroom::tests

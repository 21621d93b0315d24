// All oracles, with all their replications; and the days of those in continuous time.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>

#include "oracle/oracle.hpp"
#include "oracle/page.hpp"

namespace doorstroom::oracle {
namespace {

std::uint32_t all_of(const Oracle& oracle) {
  return oracle.replications;
}

std::vector<double> scores_of(const std::vector<Oracle>& oracles,
                              const std::vector<Outcome>& outcomes) {
  constexpr double most = 4;  // one in 16,000 by chance
  std::vector<double> scores;
  for (std::size_t i = 0; i < oracles.size(); ++i) {
    scores.push_back(normal_score(outcomes[i]));
    EXPECT_LT(std::abs(scores.back()), most)
        << oracles[i].family << ", " << oracles[i].name << ": " << outcomes[i].mean << " +- "
        << outcomes[i].error << ", expected " << oracles[i].expected;
  }
  return scores;
}

void expect_noise(const std::vector<double>& scores) {
  const double p = chi_square_p(scores);
  EXPECT_TRUE(p > 0.005 && p < 0.995)
      << scores.size() << " squares add up to " << sum_of_squares(scores) << ", p = " << p;
}

/// The outcomes beyond 2 once more, four times as often and with other luck.
std::vector<Outcome> second_look(const std::vector<Outcome>& outcomes) {
  std::vector<Oracle> suspects;
  for (const std::size_t i : beyond_two(outcomes)) suspects.push_back(catalogue()[i]);
  const auto more = [](const Oracle& o) { return 4 * o.replications; };
  auto again = outcomes_of(suspects, more, 1, 2);
  scores_of(suspects, again);
  return again;
}

TEST(Oracles, AreMet) {
  const auto outcomes = outcomes_of(catalogue(), all_of);
  expect_noise(scores_of(catalogue(), outcomes));
  const std::string text = page(outcomes, second_look(outcomes));
  if (std::getenv("DOORSTROOM_REFRESH") != nullptr) std::ofstream(path_of_page()) << text;
  EXPECT_TRUE(text == committed_page())
      << "run again with DOORSTROOM_REFRESH=1 to write docs/background/validation.md anew";
}

std::vector<Oracle> in_continuous_time() {
  std::vector<Oracle> found;
  std::ranges::copy_if(catalogue(), std::back_inserter(found),
                       [](const Oracle& o) { return o.tick == Tick::matters; });
  return found;
}

TEST(Oracles, AreMetWithDaysHalfAsLong) {
  const std::vector<Oracle> oracles = in_continuous_time();
  const auto half = [](const Oracle& o) { return o.replications / 2; };
  expect_noise(scores_of(oracles, outcomes_of(oracles, half, 2)));
}

TEST(Oracles, HaveDaysShortEnough) {
  // What a day does is eight times as large with days eight times as coarse: an eighth of what is
  // off there is what is off here.
  constexpr double coarse = 8;
  const std::vector<Oracle> oracles = in_continuous_time();
  const auto few = [](const Oracle& o) { return std::max(o.replications / 4, 60U); };
  const auto as_they_are = outcomes_of(oracles, few);
  const auto coarser = outcomes_of(
      oracles, [](const Oracle& o) { return 2 * o.replications; }, 1 / coarse);
  for (std::size_t i = 0; i < oracles.size(); ++i) {
    const double error = as_they_are[i].error *
                         std::sqrt(as_they_are[i].replications / double(oracles[i].replications));
    const double off = (coarser[i].mean - oracles[i].expected) / coarse;
    EXPECT_LT(std::abs(off), error / 3)
        << oracles[i].family << ", " << oracles[i].name << ": a day moves " << oracles[i].expected
        << " by " << off << " +- " << coarser[i].error / coarse << ", the error is " << error;
  }
}

}  // namespace
}  // namespace doorstroom::oracle

// A run of a part of the people: what it gives is about all of them, and its people are among them.
#include <bit>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "doorstroom/run.hpp"

#include "analysis/full_size.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"
#include "support/statistics.hpp"

namespace doorstroom::tests {
namespace {

/// Figures by "table/dimension/.../unit", each by replication.
using Figures = std::map<std::string, std::vector<double>>;

Figures run(const scenario::Scenario& scenario, std::size_t replications, int threads = 0) {
  RunOptions options;
  options.replications = replications;
  options.threads = threads;
  const RunResult result = run_scenario(scenario, options);
  Figures figures;
  std::size_t next = 0;
  for (const FigureTable& table : result.layout.tables) {
    for (const FigureKey& key : table.keys) {
      auto& values =
          figures[fmt::format("{}/{}/{}", table.name, fmt::join(key.values, "/"), key.unit)];
      for (const auto& replication : result.figures) values.push_back(replication[next]);
      ++next;
    }
  }
  return figures;
}

/// Ten thousand people at the start and as many a year, for whom a contingent, places and money are
/// too little; half of the money and of the starts of the first year are gone already.
scenario::Scenario large(double scale, std::uint64_t seed) {
  return read(in("2025-07-01", "2028-01-01",
                 fmt::format(R"(
      "seed": {}, "scale": {},
      "attributes": [{{"id": "region", "values": ["north", "south"],
                       "shares": {{"north": 0.4, "south": "rest"}}}}],
      "labour_market": {{"exits": [
        {{"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.03}},
        {{"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed",
          "per_month": 0.02}}]}},
      "stock": [{{"id": "idle", "people": 6000,
                  "profile": {{"unemployed_for": {{"exponential": {{"mean": "1 year"}}}}}}}},
                {{"id": "list", "people": 3000, "waiting_for": "m",
                  "elapsed": {{"exponential": {{"mean": "90 days"}}}}}},
                {{"id": "inside", "people": 1000, "in": "m", "length_biased": true}}],
      "arrivals": [{{"id": "p", "per_year": 10000, "refer_to": "m"}},
                   {{"id": "q", "per_year": 4000, "refer_to": "n"}}],
      "resources": [
        {{"id": "starts", "kind": "contingent", "per_year": 6000, "used_at_start": 3000,
          "split": {{"by": "region", "shares": {{"north": 0.4, "south": "rest"}}}}}},
        {{"id": "money", "kind": "budget", "per_year": 9000000, "used_at_start": 4500000}},
        {{"id": "posts", "kind": "places", "level": {{"2025": 1000, "2027": 700}}}}],
      "measures": [
        {{"id": "m", "needs": [{{"resource": "starts"}}, {{"resource": "money", "amount": 1200}}],
          "waiting_list": {{"leave_after": {{"exponential": {{"mean": "200 days"}}}}}},
          "phases": [{{"id": "a", "duration": {{"gamma": {{"mean": "3 months", "shape": 2}}}}}}]}},
        {{"id": "n", "needs": [{{"resource": "posts"}}],
          "waiting_list": {{"max_length": 2000,
                            "leave_after": {{"exponential": {{"mean": "300 days"}}}}}},
          "phases": [{{"id": "a", "duration": "120 days", "drop_out": {{"share": 0.1}}}}]}}])",
                             seed, scale)))
      .scenario;
}

struct Compared {
  const char* figure;
  double precision;  // of the error of the difference, as a share of the figure
};

/// What a tenth of the people says lies within the error of what everybody says.
TEST(Scale, ReproducesTheMeansOfFullSize) {
  constexpr std::size_t replications = 40;
  const Figures full = run(large(1, 1), replications);
  const Figures tenth = run(large(0.1, 2), replications);  // other luck: independent samples
  for (const auto& [figure, precision] : {
           Compared{"series/2025-12-31/people/unemployed/all/people", 0.01},
           Compared{"series/2027-12-31/people/unemployed/all/people", 0.01},
           Compared{"series/2026-12-31/jobseekers_over_2_years/all/all/people", 0.03},
           Compared{"series/2026-06-30/waiting/m/all/people", 0.03},
           Compared{"series/2027-12-31/waiting/n/all/people", 0.03},
           Compared{"series/2027-11-30/in_trajectory/m/all/people", 0.02},
           Compared{"series/2027-11-30/joins/m/all/people", 0.03},
           Compared{"series/2027-11-30/wait_of_starters_mean/m/all/days", 0.03},
           Compared{"series/2027-11-30/wait_of_starters_mean/n/all/days", 0.03},
           Compared{"waiting/2026-03/m/all/started_within_365/share", 0.03},
           Compared{"trajectories/2026/n/duration_mean/days", 0.01},
           Compared{"trajectories/2026/n/share_dropped_out/share", 0.05},
           Compared{"flows/2026/job_nec/unemployed/people", 0.03},
       }) {
    const statistics::Moments all(full.at(figure));
    const statistics::Moments some(tenth.at(figure));
    const double error = std::hypot(all.sd, some.sd) / std::sqrt(double{replications});
    EXPECT_TRUE(statistics::plausible_deviation((some.mean - all.mean) / error))
        << figure << ": " << some.mean << " and " << all.mean << " +- " << error;
    EXPECT_LE(error, precision * all.mean) << figure << " is not precise enough";
  }
}

/// Chance weighs as much more as theory says: variances of counts by one over the scale.
TEST(Scale, LeavesChanceAsLargeAsItIs) {
  constexpr std::size_t replications = 40;
  const Figures full = run(large(1, 1), replications);
  const Figures tenth = run(large(0.1, 2), replications);
  double ratio = 0;
  std::size_t figures = 0;
  for (int month = 9; month <= 12; ++month) {
    const std::string figure =
        fmt::format("series/2026-{:02}-{}/joins/n/all/people", month, month % 2 == 0 ? 31 : 30);
    ratio += std::pow(
        statistics::Moments(tenth.at(figure)).sd / statistics::Moments(full.at(figure)).sd, 2);
    ++figures;
  }
  // A ratio of variances of n normal samples has a relative error of about sqrt(4 / n).
  const double error = std::sqrt(4.0 / (replications * static_cast<double>(figures)));
  EXPECT_NEAR(ratio / static_cast<double>(figures), 10, 4 * 10 * error);
}

TEST(Scale, LimitsAtTheStartAndLaterAreThoseOfFullSize) {
  const Figures tenth = run(large(0.1, 2), 2);
  const auto figure = [&](const std::string& name) { return tenth.at(name)[0]; };
  EXPECT_EQ(figure("series/2025-07-31/capacity/starts/all/starts"), 6000);
  EXPECT_EQ(figure("series/2025-07-31/capacity/starts/region=north/starts"), 2400);
  EXPECT_EQ(figure("series/2025-07-31/capacity/posts/all/places"), 1000);
  EXPECT_EQ(figure("series/2027-01-31/capacity/posts/all/places"), 700);
  EXPECT_EQ(figure("series/2025-07-31/capacity/money/all/euro"), 9000000);
  EXPECT_EQ(figure("waiting/initial/m/all/joined/people"), 3000);
  EXPECT_EQ(figure("budget/2025/starts/used/starts"), 6000) << "3,000 of them at the start";
  EXPECT_EQ(figure("budget/2026/starts/used/starts"), 6000);
  EXPECT_EQ(figure("budget/2026/money/used/euro"), 6000 * 1200);
  EXPECT_EQ(figure("budget/2026/starts/ran_dry/share"), 1);
}

TEST(Scale, GivesTheSameBytesForAnyNumberOfThreads) {
  scenario::Scenario scenario = read(random_scenario(4, ~0U).dump()).scenario;
  scenario.scale = 0.3;
  const Figures one = run(scenario, 6, 1);
  const Figures many = run(scenario, 6, 3);
  ASSERT_EQ(one.size(), many.size());
  for (const auto& [name, values] : one) {
    for (std::size_t r = 0; r < values.size(); ++r) {
      EXPECT_EQ(std::bit_cast<std::uint64_t>(values[r]),
                std::bit_cast<std::uint64_t>(many.at(name)[r]))
          << name;
    }
  }
}

/// Who entered, with what they are like.
std::map<std::string, std::pair<Profile, std::uint16_t>> entered(const Simulation& simulation) {
  std::map<std::string, std::pair<Profile, std::uint16_t>> people;
  for (const Told& told : simulation.events(EventKind::entered)) {
    people[simulation.name(told.person)] = {told.event.profile, told.event.subject};
  }
  return people;
}

TEST(Scale, SimulatesTheFirstPeopleOfEachDayAndGroup) {
  scenario::Scenario scenario = large(1, 3);
  const auto all = entered(simulate(scenario));
  scenario.scale = 0.1;
  const auto tenth = entered(simulate(scenario));
  EXPECT_EQ(tenth.contains("idle:599"), true);
  EXPECT_EQ(tenth.contains("idle:600"), false);
  ASSERT_GT(tenth.size(), all.size() / 20);
  ASSERT_LT(tenth.size(), all.size() / 5);
  for (const auto& [name, person] : tenth) {
    ASSERT_TRUE(all.contains(name)) << name;
    EXPECT_EQ(all.at(name), person) << name;
    const std::size_t colon = name.rfind(':');
    const int ordinal = std::stoi(name.substr(colon + 1));
    if (ordinal == 0) continue;
    const std::string before = name.substr(0, colon + 1) + std::to_string(ordinal - 1);
    EXPECT_TRUE(tenth.contains(before)) << name << " without the one before";
  }
}

TEST(FullSize, MultipliesWhatIsCountedAndNothingElse) {
  FigureLayout layout;
  layout.tables.push_back({"t",
                           {"what"},
                           {{{"a"}, "people"},
                            {{"b"}, "days"},
                            {{"c"}, "euro"},
                            {{"d"}, "share"},
                            {{"e"}, "per 100"},
                            {{"f"}, "cycles"}}});
  const FigureValues values{3, 3, 2.5, 0.5, 12, no_figure};
  const FigureValues full = FullSize(layout, 0.1).of(values);
  EXPECT_THAT(std::vector(full.begin(), full.end() - 1), testing::ElementsAre(30, 3, 25, 0.5, 12));
  EXPECT_TRUE(std::isnan(full.back())) << "no figure is no figure";
  EXPECT_THAT(std::vector(values.begin(), values.end() - 1),
              testing::ElementsAreArray(FullSize(layout, 1).of(values).data(), 5));
}

}  // namespace
}  // namespace doorstroom::tests

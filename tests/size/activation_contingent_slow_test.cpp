// The shipped scenario of the contingent of activation trajectories, sized and run afresh.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include <gtest/gtest.h>

#include "report/size_report.hpp"
#include "size/size.hpp"

namespace doorstroom {
namespace {

TEST(ActivationContingentSized, MeetsTheTargetWhenItsFileIsRunWithAnotherSeed) {
  const LoadedScenario loaded =
      load_scenario(DOORSTROOM_TOP "/scenarios/activation-contingent.json");
  SizeRequest request;
  request.resource = "activation_contingent";
  request.targets = {"waiting_after(90 days) <= 10 %"};
  request.replications = 20;
  const SizeResult result = size_resource(loaded.scenario, request, {});
  ASSERT_EQ(result.outcome, SizeOutcome::reachable);
  ASSERT_EQ(result.question.years.size(), 10U);  // those who join in 2027 cannot be followed

  const std::filesystem::path directory =
      std::filesystem::path(testing::TempDir()) / "activation-sized";
  ResultDirectory files(directory, ResultDirectory::Existing::replace);
  write_size(files, loaded, request, result, {}, Language::en);
  files.publish();
  LoadedScenario sized = load_scenario(directory / sized_file_name(loaded.scenario));
  sized.scenario.seed = 20261122;
  constexpr std::uint32_t n = 160;
  Meter meter({});
  const std::vector<Trial> fresh = Trials(result.question, meter, 0).all(sized.scenario, {0, n});
  for (std::size_t year = 0; year < result.question.years.size(); ++year) {
    const auto held =
        std::ranges::count_if(fresh, [&](const Trial& trial) { return trial.meets_targets[year]; });
    // The error of these replications and of those it was judged by.
    const double p = request.probability;
    const double error = std::sqrt(p * (1 - p) * (1.0 / n + 1.0 / result.after.replications.count));
    EXPECT_GT(static_cast<double>(held) / n, p - 3 * error) << result.question.years[year];
  }
}

}  // namespace
}  // namespace doorstroom

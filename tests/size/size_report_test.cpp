#include "report/size_report.hpp"

#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "report/size_text.hpp"
#include "scenario/paths.hpp"
#include "size/sizing.hpp"
#include "support/directory.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string contingent =
    R"({"id": "r", "kind": "contingent", "release": "at_once", "per_year": {"2025": {
        "value": 6, "status": "cited", "source": "a law"}}},
       {"id": "b", "kind": "budget", "payer": "w", "binding": false, "release": "at_once",
        "per_year": 1000})";
const std::string needs = R"({"resource": "r"}, {"resource": "b", "amount": 20})";

struct Sized {
  LoadedScenario loaded;
  SizeRequest request;
  SizeResult result;
};

Sized sized(const std::vector<std::string>& targets, const std::string& more = {}) {
  Sized all{tests::read(tests::sixteen_people(contingent, needs, more)), {}, {}};
  all.request.resource = "r";
  all.request.targets = targets;
  all.request.replications = 5;
  all.result = size_resource(all.loaded.scenario, all.request, {});
  return all;
}

std::string text(const Sized& s, Language language) {
  return size_text(s.loaded, s.result, language);
}

TEST(SizeText, SaysTheOutcomeInBothLanguages) {
  const Sized reachable = sized({"list_length <= 2"});
  EXPECT_THAT(text(reachable, Language::en),
              HasSubstr("REACHABLE with the path below (14 over the years, now 12)."));
  EXPECT_THAT(text(reachable, Language::nl),
              HasSubstr("HAALBAAR met het pad hieronder (14 in al die jaren samen, nu 12)."));
  EXPECT_THAT(text(reachable, Language::en), Not(HasSubstr("Beware")));
  const Sized met = sized({"list_length <= 20"});
  EXPECT_THAT(text(met, Language::en), HasSubstr("ALREADY MET"));
  EXPECT_THAT(text(met, Language::nl), HasSubstr("NU AL GEHAALD"));
  const Sized dear = sized({"list_length <= 2", "cost <= 100"});
  EXPECT_THAT(text(dear, Language::en), HasSubstr("UNREACHABLE for that money"));
  EXPECT_THAT(text(dear, Language::nl), HasSubstr("ONHAALBAAR voor dat geld"));
  EXPECT_THAT(text(dear, Language::en), HasSubstr("costs too much in 2025."));
}

TEST(SizeText, GivesAnEstimateInWords) {
  EXPECT_EQ(
      estimate_text({1234, 200, 5.5e6, 2}, Language::en),
      "About 1,230 replications: likely 3 minutes on 2 threads; the people take about 6 MB.\n");
  EXPECT_THAT(estimate_text({1234, 20000, 5.5e6, 1}, Language::nl),
              StartsWith("Ongeveer 1.230 replicaties: wellicht 5,6 uur met 1 thread;"));
}

/// A folder with a scenario file, and what is written beside it.
class SizeFiles : public testing::Test {
 protected:
  SizeFiles() { scratch_.write("scenarios/test.json", tests::sixteen_people(contingent, needs)); }

  LoadedScenario write(const SizeRequest& request) {
    const LoadedScenario loaded = load_scenario(top_ / "scenarios/test.json");
    result_ = size_resource(loaded.scenario, request, {});
    ResultDirectory directory(top_ / "output/size", ResultDirectory::Existing::keep);
    write_size(directory, loaded, request, result_, {}, Language::en);
    directory.publish();
    return loaded;
  }

  TemporaryDirectory scratch_;
  std::filesystem::path top_ = scratch_.path();
  SizeResult result_;
};

TEST_F(SizeFiles, HaveTheScenarioWithThePathAndNothingElseChanged) {
  const SizeRequest request{"r", {"list_length <= 2"}, {2025}, 0.9, 5, Budgets::as_written};
  LoadedScenario before = write(request);
  const std::filesystem::path file = top_ / "output/size/test-sized.json";
  EXPECT_THAT(read_file(file), HasSubstr(R"("extends": "../../scenarios/test.json")"));
  LoadedScenario after = load_scenario(file);
  const scenario::Path& path = *after.scenario.resources[0].per_year;
  EXPECT_EQ(scenario::value_on(path, day_of(2025, 6, 1)), 10);
  EXPECT_EQ(scenario::value_on(path, day_of(2026, 6, 1)), 6);
  EXPECT_EQ(path.entries.back().value.evidence.source, "a law");
  after.scenario.resources[0].per_year = before.scenario.resources[0].per_year;
  after.scenario.name = before.scenario.name;
  after.scenario.description = before.scenario.description;
  EXPECT_EQ(resolved_text(after.scenario), resolved_text(before.scenario));
}

/// Every start less leaves one person more on the list: 12 join in 2025.
TEST_F(SizeFiles, SayWhatMoreAndLessThanThePathWouldDo) {
  write({"r", {"list_length <= 2"}, {2025}, 0.9, 5, Budgets::as_written});
  std::map<double, double> longest;
  for (const FrontierPoint& point : result_.frontier) {
    ASSERT_EQ(point.figures.targets.size(), 1U);
    longest[point.figures.levels.front()] = point.figures.targets.front().summary.mean;
    EXPECT_EQ(point.figures.held_in_all, point.figures.levels.front() < 10 ? 0U : 5U);
  }
  // 0.7, 0.85, 0.95 (that is 10 again), 1, 1.05, 1.15 and 1.3 of 10, to whole starts.
  const std::map<double, double> expected{{7, 5}, {9, 3}, {10, 2}, {11, 1}, {12, 0}, {13, 0}};
  EXPECT_EQ(longest, expected);
  const std::string csv = read_file(top_ / "output/size/tables/frontier.csv");
  EXPECT_THAT(csv, HasSubstr("\n0.7,2025,7,list_length <= 2,people,2,5,0,5,"));
  EXPECT_THAT(csv, HasSubstr("\n1,2025,10,list_length <= 2,people,2,2,0,2,"));
}

TEST_F(SizeFiles, HaveAPageWithTheSameFigures) {
  write({"r", {"list_length <= 2"}, {2025}, 0.9, 5, Budgets::as_written});
  const auto data = nlohmann::json::parse(read_file(top_ / "output/size/report.json"));
  EXPECT_EQ(data["kind"], "size");
  EXPECT_EQ(data["outcome"], "reachable");
  EXPECT_EQ(data["present"], nlohmann::json::array({6}));
  EXPECT_EQ(data["found"]["years"][0]["level"], 10);
  EXPECT_EQ(data["now"]["targets"][0]["quantile"], 6);
  EXPECT_EQ(data["now"]["targets"][0]["bound"], 2);
  EXPECT_EQ(data["now"]["years"][0]["probability"]["share"], 0);
  EXPECT_EQ(data["found"]["years"][0]["probability"]["share"], 1);
  EXPECT_EQ(data["frontier"].size(), result_.frontier.size());
  std::string said;
  for (const auto& one : data["findings"]) said += one["en"].get<std::string>() + "\n";
  EXPECT_THAT(said,
              HasSubstr("Reachable: with the path of r that was found, list_length <= 2 is met."));
  EXPECT_THAT(said, HasSubstr("With what there is now the probability is least in 2025: 0 %"));
  EXPECT_THAT(said, HasSubstr("has 10 over the years 2025, now 6: 4 more."));
  EXPECT_THAT(read_file(top_ / "output/size/report.html"), HasSubstr(R"("kind":"size")"));
}

TEST_F(SizeFiles, LetBudgetsBindWhereTheSizeWasFoundUnderThem) {
  const SizeRequest request{"r", {"list_length <= 2"}, {2025}, 0.9, 5, Budgets::all_bind};
  EXPECT_FALSE(write(request).scenario.resources[1].binding);
  const LoadedScenario after = load_scenario(top_ / "output/size/test-sized.json");
  EXPECT_TRUE(after.scenario.resources[1].binding);
}

TEST_F(SizeFiles, HaveNoScenarioWhereNothingDoes) {
  write({"r", {"list_length <= 2", "cost <= 100"}, {2025}, 0.9, 5, Budgets::as_written});
  EXPECT_EQ(result_.outcome, SizeOutcome::unreachable);
  EXPECT_FALSE(std::filesystem::exists(top_ / "output/size/test-sized.json"));
  EXPECT_THAT(read_file(top_ / "output/size/manifest.json"),
              HasSubstr(R"("outcome": "unreachable")"));
  EXPECT_FALSE(std::filesystem::exists(top_ / "output/size/tables/frontier.csv"));
  const auto data = nlohmann::json::parse(read_file(top_ / "output/size/report.json"));
  EXPECT_FALSE(data["is_found"].get<bool>());
  EXPECT_EQ(data["frontier"], nlohmann::json::array());
  EXPECT_EQ(read_file(top_ / "output/size/tables/path.csv"),
            "year,resource,now,found,step\n2025,r,6,,1\n");
}

}  // namespace
}  // namespace doorstroom

// Every broken scenario is refused with all that is wrong with it, each problem in its place.
#include "scenario/broken.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include <gmock/gmock.h>

#include "doorstroom/load.hpp"

#include "scenario/program.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Diagnostic> problems_of(const std::filesystem::path& file) {
  try {
    load_scenario(file);
  } catch (const ScenarioError& error) {
    return error.diagnostics();
  }
  return {};
}

class BrokenScenario : public testing::TestWithParam<std::string> {
 protected:
  const std::string& name() const { return GetParam(); }
  std::filesystem::path file() const { return broken_folder() / (name() + ".json"); }
};

TEST_P(BrokenScenario, IsRefusedWithEveryProblemInItsPlace) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : problems_of(file())) lines.push_back(as_line(name(), d));
  if (std::getenv("DOORSTROOM_REFRESH") != nullptr) {
    std::ofstream out(broken_folder() / (name() + ".expected"));
    for (const std::string& line : lines) out << line << '\n';
  }
  ASSERT_THAT(lines, testing::Not(IsEmpty()));
  EXPECT_EQ(lines, expected_lines(name()));
}

TEST_P(BrokenScenario, IsRefusedByTheProgramWhichWritesNothing) {
  const TemporaryDirectory directory;
  const std::vector<std::vector<std::string>> commands{{"check", file().string()},
                                                       {"run", file().string()},
                                                       {"run", file().string(), "-o", "results/x"}};
  std::string said;
  for (const std::vector<std::string>& command : commands) {
    const Outcome outcome = run_doorstroom(command, directory.path());
    EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(directory.entries(), IsEmpty());
    EXPECT_TRUE(said.empty() || outcome.err == said) << outcome.err;
    said = outcome.err;
  }
  for (const std::string& line : expected_lines(name())) {
    EXPECT_THAT(said, HasSubstr(as_printed(name(), line) + "\n"));
  }
}

std::string name_of_test(const testing::TestParamInfo<std::string>& broken) {
  std::string name = broken.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, BrokenScenario, testing::ValuesIn(broken_names()), name_of_test);

TEST(BrokenScenarios, AreManyAndEachHasItsExpectation) {
  const std::vector<std::string> names = broken_names();
  EXPECT_GE(names.size(), 100U);
  std::set<std::string> expected;
  for (const auto& entry : std::filesystem::directory_iterator(broken_folder())) {
    if (entry.path().extension() == ".expected") expected.insert(entry.path().stem().string());
  }
  EXPECT_EQ(expected, std::set<std::string>(names.begin(), names.end()));
}

TEST(BrokenScenarios, AreMadeFromSoundOnes) {
  for (const char* name : {"small.json", "everything.json"}) {
    EXPECT_THAT(problems_of(sound_folder() / name), IsEmpty()) << name;
  }
}

}  // namespace
}  // namespace doorstroom

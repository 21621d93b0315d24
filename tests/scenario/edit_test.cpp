// Numbers of a scenario replaced before it is read.
#include "doorstroom/edit.hpp"

#include <map>

#include <gmock/gmock.h>

#include "scenario/edit.hpp"
#include "scenario/scenario_text.hpp"
#include "support/directory.hpp"

namespace doorstroom::scenario {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A scenario on disk.
class OnDisk final {
 public:
  explicit OnDisk(const ScenarioText& text)
      : file_(directory_.write("scenario.json", text.text())) {}

  [[nodiscard]] LoadedScenario with(const std::vector<Edit>& edits) const {
    return load_scenario(file_, edits);
  }
  /// What is wrong, as "line:column: pointer: problem; suggestion".
  [[nodiscard]] std::vector<std::string> problems(const std::vector<Edit>& edits) const {
    std::vector<std::string> problems;
    try {
      (void)with(edits);
    } catch (const ScenarioError& error) {
      for (const Diagnostic& d : error.diagnostics()) {
        problems.push_back(to_text(d).substr(d.file.size() + 1));
      }
    }
    return problems;
  }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }

 private:
  TemporaryDirectory directory_;
  std::filesystem::path file_;
};

/// The path by which tables/parameters.csv names a number leads an edit to it.
double edited(const ScenarioText& text, const std::string& pointer, const std::string& value) {
  const LoadedScenario loaded = OnDisk(text).with({{pointer, value}});
  return parameter_at(loaded, pointer).value;
}

TEST(Edit, ReplacesNumbersSpansAndEntriesOfPaths) {
  const ScenarioText small;
  EXPECT_EQ(edited(small, "/resources/places/level", "75"), 75);
  EXPECT_EQ(edited(small, "/resources/contingent/per_year/2026", "1000"), 1000);
  EXPECT_EQ(edited(small, "/arrivals/jobseekers/people/attributes/region/north", "0.40"), 0.4);
  EXPECT_EQ(edited(small, "/measures/training/phases/course/duration", "14 days"), 14);
  EXPECT_EQ(edited(small, "/measures/training/waiting_list/leave_after/exponential/mean", "5 days"),
            5);
}

using Values = std::map<std::string, double>;

Values values_of(const LoadedScenario& loaded) {
  Values values;
  for (const Parameter& parameter : loaded.parameters) values[parameter.path] = parameter.value;
  return values;
}

TEST(Edit, ReachesEveryNumberOfAShippedScenarioAndNoOther) {
  const auto top = std::filesystem::path(DOORSTROOM_TOP);
  const ScenarioFiles files(top / "scenarios" / "activation-contingent.json");
  const Values before = values_of(files.as_written());
  ASSERT_GT(before.size(), 50U);
  int changed = 0;
  for (const Parameter& parameter : files.as_written().parameters) {
    const bool is_span = parameter.text.find(' ') != std::string::npos;
    const std::string value = is_span ? "17 days" : "0.007";
    try {
      Values after = values_of(files.with({{parameter.path, value}}));
      EXPECT_DOUBLE_EQ(after.at(parameter.path), is_span ? 17 : 0.007);
      after.at(parameter.path) = before.at(parameter.path);
      EXPECT_EQ(after, before) << parameter.path;
      ++changed;
    } catch (const ScenarioError& error) {  // that value is not allowed there
      for (const Diagnostic& d : error.diagnostics()) {
        EXPECT_THAT(d.problem, Not(HasSubstr("cannot be varied"))) << parameter.path;
      }
    }
  }
  EXPECT_GT(changed, 25);
}

TEST(Edit, FindsItemsWithoutAnIdByPosition) {
  ScenarioText text;
  text.set("/measures/0/waiting_list/leave_after", R"({"uniform": ["1 month", "9 months"]})");
  EXPECT_EQ(edited(text, "/measures/training/waiting_list/leave_after/uniform/1", "90 days"), 90);
  EXPECT_EQ(edited(text, "/measures/training/afterwards/0/p", "0.1"), 0.1);
}

TEST(Edit, ReplacesGrowthInBothItsForms) {
  ScenarioText text;
  text.set("/arrivals/0/per_year", R"({"2025": 100, "growth": "3 % a year"})");
  EXPECT_EQ(edited(text, "/arrivals/jobseekers/per_year/growth", "5 % a year"), 0.05);
  EXPECT_EQ(edited(text, "/arrivals/jobseekers/per_year/growth", "0.02"), 0.02);
}

TEST(Edit, UndoesTheEscapesOfPointers) {
  EXPECT_THAT(parts_of_pointer("/a~1b/c~0d/~01"), ElementsAre("a/b", "c~d", "~1"));
  EXPECT_THAT(parts_of_pointer("/"), ElementsAre(""));
  EXPECT_THAT(parts_of_pointer(""), IsEmpty());
  ScenarioText text;
  text.set("/attributes/0/values", R"(["a/b", "c~d"])");
  text.set("/arrivals/0/people/attributes/region", R"({"a/b": 0.25, "c~d": "rest"})");
  const std::string pointer = "/arrivals/jobseekers/people/attributes/region/a~1b";
  EXPECT_EQ(edited(text, pointer, "0.75"), 0.75);
}

TEST(Edit, ReplacesAQuantityWholeAndSaysThatItIsVaried) {
  ScenarioText text;
  text.set("/resources/0/level", R"({"value": 60, "range": [50, 70], "status": "cited",
                                     "source": "a report", "group": "places"})");
  for (const char* pointer : {"/resources/places/level", "/resources/places/level/value"}) {
    const LoadedScenario loaded = OnDisk(text).with({{pointer, "1000"}});
    const Parameter& level = parameter_at(loaded, "/resources/places/level");
    EXPECT_EQ(level.value, 1000) << "whatever its range was";
    EXPECT_EQ(level.evidence.status, Standing::assumption);
    EXPECT_EQ(level.evidence.note, "varied");
    EXPECT_THAT(level.evidence.source + level.evidence.group, IsEmpty());
    EXPECT_FALSE(level.evidence.range);
  }
}

TEST(Edit, InheritsNoEvidenceFromItsTable) {
  ScenarioText text;
  text.set("/resources/1/per_year", R"({"2025": 200, "2026": 220, "range_factor": [0.9, 1.1],
                                        "status": "cited", "source": "a report"})");
  const LoadedScenario loaded = OnDisk(text).with({{"/resources/contingent/per_year/2025", "5"}});
  const Parameter& varied = parameter_at(loaded, "/resources/contingent/per_year/2025");
  EXPECT_EQ(varied.evidence.status, Standing::assumption);
  EXPECT_FALSE(varied.evidence.range);
  EXPECT_EQ(parameter_at(loaded, "/resources/contingent/per_year/2026").evidence.source,
            "a report");
}

TEST(Edit, HoldsForWhatIsExtendedAndRemembersTheFile) {
  TemporaryDirectory directory;
  directory.write("small.json", ScenarioText().text());
  const auto file = directory.write("over.json", R"({"extends": "small.json", "name": "over"})");
  const LoadedScenario loaded = load_scenario(file, {{"/resources/places/level", "7"}});
  EXPECT_EQ(loaded.scenario.name, "over");
  EXPECT_EQ(parameter_at(loaded, "/resources/places/level").value, 7);
  EXPECT_THAT(parameter_at(loaded, "/resources/places/level").where, HasSubstr("small.json:"));
}

/// The only problem with varying that pointer.
std::string problem_with(const std::string& pointer, const ScenarioText& text = {}) {
  const std::vector<std::string> problems = OnDisk(text).problems({{pointer, "1"}});
  EXPECT_EQ(problems.size(), 1U) << pointer;
  return problems.empty() ? "" : problems.front();
}

TEST(PointerOfAnEdit, ThatLeadsNowhereNamesTheNearestOne) {
  EXPECT_THAT(problem_with("/resources/contingnt/per_year/2025"),
              AllOf(HasSubstr("/resources has no \"contingnt\""),
                    HasSubstr("did you mean /resources/contingent/per_year/2025?")));
  EXPECT_THAT(problem_with("/resource/places/level"),
              HasSubstr("did you mean /resources/places/level?"));
  EXPECT_THAT(problem_with("/resources/contingent/per_year/1999"),
              HasSubstr("known there are 2025 and 2026"));
  EXPECT_THAT(problem_with("/resources/places/level/deeper"), HasSubstr("has no \"deeper\""));
}

TEST(PointerOfAnEdit, ByPositionIsToldTheId) {
  EXPECT_THAT(problem_with("/resources/1/per_year/2025"),
              HasSubstr("items are named by their id: /resources/contingent/per_year/2025"));
}

TEST(PointerOfAnEdit, ToSomethingElseSaysWhatIsThere) {
  EXPECT_THAT(problem_with("/resources/contingent/per_year"),
              AllOf(HasSubstr("leads to an object"),
                    HasSubstr("numbers in it are /resources/contingent/per_year/2025 and")));
  EXPECT_THAT(problem_with("/resources/places/kind"), HasSubstr("leads to \"places\""));
  EXPECT_THAT(problem_with("/measures"), HasSubstr("leads to a list of 1"));
  EXPECT_THAT(problem_with("/horizon/start"), HasSubstr("leads to \"2025-01-01\""));
  EXPECT_THAT(problem_with("resources/places/level"), HasSubstr("begins with no /"));
}

TEST(PointerOfAnEdit, ToADefaultAsksToWriteIt) {
  EXPECT_THAT(problem_with("/measures/training/max_duration"),
              AllOf(HasSubstr("is at its default"), HasSubstr("write it in the scenario")));
}

TEST(PointerOfAnEdit, BesideANumberNamesTheNumber) {
  ScenarioText text;
  text.set("/resources/0/level", R"({"value": 60, "range": [50, 70], "unit": "places"})");
  for (const char* beside : {"/range/0", "/unit", "/range"}) {
    EXPECT_THAT(problem_with(std::string("/resources/places/level") + beside, text),
                HasSubstr("vary the number itself: /resources/places/level"));
  }
  text.set("/resources/1/per_year", R"({"2025": 200, "range_factor": [0.9, 1.1]})");
  EXPECT_THAT(problem_with("/resources/contingent/per_year/range_factor/0", text),
              HasSubstr("no number that is simulated"));
}

TEST(PointerOfAnEdit, IsUsedOnce) {
  const std::vector<std::string> problems =
      OnDisk(ScenarioText())
          .problems({{"/resources/places/level", "1"}, {"/resources/places/level", "2"}});
  EXPECT_THAT(problems, ElementsAre(HasSubstr("is varied twice")));
}

TEST(ValueOfAnEdit, PassesTheChecksOfAFile) {
  const OnDisk small{ScenarioText()};
  const auto problem = [&](const std::string& pointer, const std::string& value) {
    const std::vector<std::string> problems = small.problems({{pointer, value}});
    return problems.size() == 1 ? problems.front() : std::to_string(problems.size());
  };
  EXPECT_THAT(
      problem("/resources/places/level", "-1"),
      AllOf(HasSubstr("/resources/0/level: -1 is out of range"), HasSubstr("allowed is 0")));
  EXPECT_THAT(problem("/resources/places/level", "1.320"), HasSubstr("may be read in two ways"));
  EXPECT_THAT(problem("/resources/places/level", "0,5"), HasSubstr("a number is expected"));
  EXPECT_THAT(problem("/resources/places/level", "null"), HasSubstr("a number is expected"));
  EXPECT_THAT(problem("/resources/places/level", "007"), HasSubstr("a number is expected"));
  EXPECT_THAT(problem("/measures/training/phases/course/duration", "3"),
              HasSubstr("is expected, not 3; write \"3 months\""));
  EXPECT_THAT(problem("/measures/training/phases/course/duration", "3 maanden"),
              HasSubstr("\"3 months\""));
  EXPECT_THAT(problem("/arrivals/jobseekers/people/attributes/region/north", "0.7"),
              HasSubstr("add up"));
}

TEST(ValueOfAnEdit, IsRefusedWithAllOthersAtOnce) {
  const std::vector<std::string> problems = OnDisk(ScenarioText())
                                                .problems({{"/resources/places/level", "-1"},
                                                           {"/resources/money/per_year", "-2"},
                                                           {"/x", "3"}});
  EXPECT_EQ(problems.size(), 3U);
}

TEST(FilesOfAScenario, AreReadOnce) {
  const OnDisk small{ScenarioText()};
  const ScenarioFiles files(small.file());
  std::filesystem::remove(small.file());
  EXPECT_EQ(resolved_text(files.with({}).scenario), resolved_text(files.as_written().scenario));
  const LoadedScenario edited = files.with({{"/resources/places/level", "7"}});
  EXPECT_EQ(parameter_at(edited, "/resources/places/level").value, 7);
  EXPECT_EQ(edited.files, files.as_written().files);
  EXPECT_EQ(parameter_at(files.with({}), "/resources/places/level").value, 60) << "no edit stays";
}

TEST(FilesOfAScenario, KeepTheTablesOfMarginsToo) {
  ScenarioText text;
  text.set("/arrivals/0/people/attributes", "{}");
  text.set("/arrivals/0/people/margins", R"([{"file": "margin.csv"}])");
  const TemporaryDirectory directory;
  const auto table = directory.write("margin.csv", "region,share\nnorth,0.25\nsouth,0.75\n");
  const ScenarioFiles files(directory.write("scenario.json", text.text()));
  std::filesystem::remove(table);
  EXPECT_EQ(files.with({{"/resources/places/level", "7"}}).files.size(), 2U);
}

TEST(FilesOfAScenario, CheckPointersWhateverTheirValues) {
  const OnDisk small{ScenarioText()};
  const ScenarioFiles files(small.file());
  EXPECT_NO_THROW(files.check_pointers({"/measures/training/phases/course/duration"}));
  try {
    files.check_pointers({"/a", "/resources/places/level", "/b"});
    FAIL();
  } catch (const ScenarioError& error) {
    EXPECT_EQ(error.diagnostics().size(), 2U);
  }
}

}  // namespace
}  // namespace doorstroom::scenario

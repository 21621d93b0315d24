// Margins in JSON and in CSV files: read alike, counted as parameters, resolved to the same.
#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "scenario/program.hpp"
#include "scenario/scenario_text.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A scenario in a folder beside that of its table.
std::string naming(std::string_view file, std::string_view evidence = R"(, "status": "public",
    "source": "the office, 2017", "range_factor": [0.9, 1.1])") {
  return fmt::format(R"({{"name": "test", "horizon": {{"start": "2025-01-01", "end": "2026-01-01"}},
    "attributes": [{{"id": "sex", "values": ["man", "woman"]}}],
    "stock": [{{"id": "all", "people": 200, "profile": {{
      "margins": [{{"file": "{}"{}}}]}}}}]}})",
                     file, evidence);
}

std::vector<std::string> problems_with(const std::string& csv) {
  return problems_of_files({{"scenario.json", naming("table.csv", "")}, {"table.csv", csv}});
}

std::string row(const scenario::MarginRow& row) {
  return fmt::format("{}: {}", fmt::join(row.values, " "), row.amount.value);
}

std::vector<std::string> rows_of(const LoadedScenario& loaded) {
  std::vector<std::string> rows;
  for (const auto& r : loaded.scenario.stock[0].profile.margins.at(0).rows) rows.push_back(row(r));
  return rows;
}

TEST(Margins, AreFoundRelativeToTheFileThatNamesThem) {
  const LoadedScenario loaded =
      load_files({{"scenario.json", R"({"name": "whole", "extends": "parts/base.json"})"},
                  {"parts/base.json", naming("../data/sex.csv")},
                  {"data/sex.csv", "sex,share\nman,0.54\nwoman,0.46\n"}});
  EXPECT_THAT(rows_of(loaded), ElementsAre("man: 0.54", "woman: 0.46"));
  std::vector<std::string> names;
  for (const auto& file : loaded.files) names.push_back(file.filename().string());
  EXPECT_THAT(names, ElementsAre("scenario.json", "base.json", "sex.csv"));
}

TEST(Margins, AreReadOnceHoweverOftenTheyAreNamed) {
  std::string twice = naming("sex.csv");
  const std::string again = R"("arrivals": [{"id": "a", "per_year": 10, "people": {"margins":
      [{"file": "sex.csv"}]}}], "stock")";
  twice.replace(twice.find("\"stock\""), 7, again);
  const LoadedScenario loaded =
      load_files({{"scenario.json", twice}, {"sex.csv", "sex,people\nman,7\nwoman,3\n"}});
  EXPECT_THAT(loaded.files, SizeIs(2));
}

TEST(Margins, MakeEachOfTheirNumbersAParameterWithTheEvidenceOfTheTable) {
  const LoadedScenario loaded = load_files(
      {{"scenario.json", naming("sex.csv")}, {"sex.csv", "sex,people\nman,120\nwoman,80\n"}});
  const Parameter& men = parameter_at(loaded, "/stock/all/profile/margins/0/rows/man");
  EXPECT_EQ(men.value, 120);
  EXPECT_EQ(men.unit, "people");
  EXPECT_THAT(men.where, EndsWith("sex.csv:2"));
  EXPECT_EQ(men.evidence.status, scenario::Standing::published);
  EXPECT_EQ(men.evidence.source, "the office, 2017");
  EXPECT_DOUBLE_EQ(men.evidence.range->first, 108);
  EXPECT_EQ(count_standings(loaded.parameters).published, 2U);
}

TEST(Margins, AreReadAsTheTableInJsonWouldBe) {
  const LoadedScenario from_file =
      load_files({{"scenario.json", naming("sex.csv")},
                  {"sex.csv", "\xEF\xBB\xBFsex, share\r\n\"man\", 0.25\r\nwoman,0.75\r\n\r\n"}});
  std::string inline_table = naming("sex.csv");
  const std::string file = R"("file": "sex.csv")";
  inline_table.replace(inline_table.find(file), file.size(),
                       R"("columns": ["sex", "share"], "rows": [["man", 0.25], ["woman", 0.75]])");
  const LoadedScenario from_json = load_files({{"scenario.json", inline_table}});
  EXPECT_EQ(resolved_text(from_file.scenario), resolved_text(from_json.scenario));
}

TEST(Margins, AreWrittenOutSoThatTheResolvedScenarioNeedsNoFile) {
  for (const char* evidence : {"", R"(, "status": "public", "source": "x")",
                               R"(, "status": "assumption", "range_factor": [0.5, 1.5])"}) {
    const LoadedScenario loaded = load_files({{"scenario.json", naming("t.csv", evidence)},
                                              {"t.csv", "sex,share\nman,0.5\nwoman,0.5\n"}});
    const std::string resolved = resolved_text(loaded.scenario);
    EXPECT_THAT(resolved, testing::Not(HasSubstr("t.csv")));
    const LoadedScenario again = load_files({{"resolved.json", resolved}});
    EXPECT_EQ(resolved_text(again.scenario), resolved);
    EXPECT_EQ(again.parameters.at(again.parameters.size() - 1).evidence,
              loaded.parameters.at(loaded.parameters.size() - 1).evidence);
  }
}

TEST(Margins, MayDifferByTheRoundingOfTheirNumbers) {
  const auto problems = [](std::string_view men) {
    return problems_of_files({{"scenario.json", fmt::format(R"({{"name": "test",
      "horizon": {{"start": "2025-01-01", "end": "2026-01-01"}},
      "attributes": [{{"id": "sex", "values": ["man", "woman"]}}],
      "stock": [{{"id": "all", "people": 200, "profile": {{"margins": [
        {{"columns": ["sex", "age", "share"], "rows": [["man", "18-25 years", 0.25],
          ["man", "25-65 years", 0.25], ["woman", "25-65 years", 0.5]]}},
        {{"columns": ["sex", "people"], "rows": [["man", {}], ["woman", 500]]}}]}}}}]}})",
                                                            men)}});
  };
  EXPECT_THAT(problems("501"), IsEmpty());
  EXPECT_THAT(problems("520"), ElementsAre(HasSubstr("differ about sex = ")));
}

TEST(Margins, ThatHangTogetherInAHugeTableAreRefused) {
  std::string values;
  for (int i = 0; i < 60; ++i) values += fmt::format("{}\"v{}\"", i == 0 ? "" : ", ", i);
  const auto problems = problems_of_files({{"scenario.json", fmt::format(R"({{"name": "test",
      "horizon": {{"start": "2025-01-01", "end": "2026-01-01"}},
      "attributes": [{{"id": "a", "values": [{0}]}}, {{"id": "b", "values": [{0}]}},
                     {{"id": "c", "values": [{0}]}}],
      "stock": [{{"id": "all", "people": 200, "profile": {{"margins": [
        {{"columns": ["a", "b", "share"], "rows": [["v1", "v2", 1]]}},
        {{"columns": ["b", "c", "share"], "rows": [["v2", "v3", 1]]}}]}}}}]}})",
                                                                         values)}});
  EXPECT_THAT(problems, ElementsAre(AllOf(HasSubstr("a table of 216000 cells (a x b x c)"),
                                          HasSubstr("at most 200000"))));
}

TEST(MarginFiles, MayHaveWhatSpreadsheetsWrite) {
  EXPECT_THAT(problems_with("sex,share\r\nman,0.5\r\nwoman,0.5"), IsEmpty());
  EXPECT_THAT(problems_with("sex,share\nman,1e-1\nwoman,0.9\n"),
              ElementsAre(HasSubstr("a number is expected")));
}

TEST(MarginFiles, WithoutRowsAreRefused) {
  EXPECT_THAT(problems_with("sex,share\n"), ElementsAre(HasSubstr("there are no rows")));
  EXPECT_THAT(problems_with("\"\"\n"), ElementsAre(HasSubstr("this file has no cells")));
  EXPECT_THAT(problems_with(","), Contains(HasSubstr("the last column is neither")));
}

TEST(MarginFiles, MayHaveValuesBetweenQuotationMarks) {
  std::string scenario = naming("table.csv", "");
  const std::string woman = R"("woman")";
  scenario.replace(scenario.find(woman), woman.size(), R"("woman, or \"x\"")");
  const LoadedScenario loaded =
      load_files({{"scenario.json", scenario},
                  {"table.csv", "\"sex\",share\n\"woman, or \"\"x\"\"\" ,0.5\nman,0.5\n"}});
  EXPECT_THAT(rows_of(loaded), ElementsAre("woman, or \"x\": 0.5", "man: 0.5"));
}

TEST(MarginFiles, AreAmongTheInputsOfARun) {
  const TemporaryDirectory directory;
  directory.write("scenario.json", naming("sex.csv"));
  directory.write("sex.csv", "sex,share\nman,0.5\nwoman,0.5\n");
  const Outcome run = run_doorstroom({"run", "scenario.json", "-o", "out"}, directory.path());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(content_of(directory.path() / "out/manifest.json"), HasSubstr("\"sex.csv\""));
  const std::string parameters = content_of(directory.path() / "out/tables/parameters.csv");
  EXPECT_THAT(parameters, HasSubstr("/stock/all/profile/margins/0/rows/woman"));
  const Outcome check =
      run_doorstroom({"check", "scenario.json", "--lang", "en"}, directory.path());
  EXPECT_THAT(check.out, AllOf(HasSubstr("largest deviation"), HasSubstr("0.00")));

  const Outcome resolved = run_doorstroom(
      {"run", (directory.path() / "out/scenario.resolved.json").string(), "-o", "again"},
      directory.path());
  ASSERT_EQ(resolved.exit_code, 0) << resolved.err;
  EXPECT_EQ(content_of(directory.path() / "again/tables/series.csv"),
            content_of(directory.path() / "out/tables/series.csv"));
}

}  // namespace
}  // namespace doorstroom

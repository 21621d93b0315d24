// Parameters out to a spreadsheet and back.
#include "workbook/parameter_file.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "support/directory.hpp"
#include "workbook/archive.hpp"
#include "workbook/book.hpp"
#include "workbook/csv_rows.hpp"
#include "workbook/read_sheet.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Rows = std::vector<std::vector<std::string>>;

constexpr const char* scenario_text = R"({
  "name": "small",
  "title": {"nl": "Klein", "en": "Small"},
  "horizon": {"start": "2025-01-01", "end": "2030-01-01"},
  "arrivals": [{"id": "jobseekers", "refer_to": "training",
                "per_year": {"2025": 1000, "growth": "3 % a year"}}],
  "resources": [
    {"id": "places", "kind": "places", "level": 0.40e3},
    {"id": "contingent", "kind": "contingent",
     "per_year": {"2025": {"value": 1320, "status": "cited", "source": "SERV 2017",
                           "range": [1200, 1400]},
                  "2027": 1100}}],
  "measures": [{"id": "training",
    "needs": [{"resource": "places"}, {"resource": "contingent"}],
    "phases": [{"id": "course", "duration": {"gamma": {
      "mean": {"value": "4 months", "range": ["3 months", "5 months"], "status": "assumption"},
      "sd": "1 month"}}}]}]
})";

/// The scenario on disk, and files of parameters beside it.
class Desk final {
 public:
  Desk() : file_(directory_.write("small.json", scenario_text)), scenario_(file_) {}

  /// The rows of the exported CSV file, the headings first.
  [[nodiscard]] Rows exported() const {
    const std::string csv = parameter_csv(scenario_, Language::en);
    CsvRows rows(csv);
    Rows all;
    for (std::vector<std::string> row; rows.next(row);) all.push_back(row);
    return all;
  }
  [[nodiscard]] std::filesystem::path saved(const Rows& rows, char separator = ',') const {
    std::string text;
    for (const auto& row : rows) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (c > 0) text += separator;
        text += '"' + row[c] + '"';
      }
      text += "\r\n";
    }
    return directory_.write("parameters.csv", text);
  }
  [[nodiscard]] std::vector<Edit> import(const std::filesystem::path& file) const {
    return edits_of(file, scenario_);
  }
  [[nodiscard]] std::string problems(const std::filesystem::path& file) const {
    try {
      (void)import(file);
    } catch (const ParameterFileError& error) {
      return error.what();
    }
    return {};
  }
  /// The scenario that the edits make, read again from its file.
  [[nodiscard]] LoadedScenario with(const std::vector<Edit>& edits) const {
    const auto folder = directory_.path() / "elsewhere";
    std::filesystem::create_directories(folder);
    const std::string text = edited_scenario_text(scenario_, edits, "new", folder);
    return load_scenario(directory_.write("elsewhere/new.json", text));
  }
  [[nodiscard]] const ScenarioFiles& scenario() const { return scenario_; }
  [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }

 private:
  TemporaryDirectory directory_;
  std::filesystem::path file_;
  ScenarioFiles scenario_;
};

std::vector<std::string>& row_at(Rows& rows, const std::string& path) {
  return *std::ranges::find_if(rows, [&](const auto& row) { return row[0] == path; });
}

const Parameter& parameter_at(const LoadedScenario& loaded, const std::string& path) {
  return *std::ranges::find(loaded.parameters, path, &Parameter::path);
}

constexpr const char* in_2025 = "/resources/contingent/per_year/2025";
constexpr std::size_t value = 2;
constexpr std::size_t unit = 3;
constexpr std::size_t status = 4;
constexpr std::size_t low = 5;
constexpr std::size_t source = 7;

TEST(ParameterFile, ARoundTripChangesNothing) {
  const Desk desk;
  const std::string before = resolved_text(desk.scenario().as_written().scenario);
  const auto book = desk.directory().path() / "parameters.xlsx";
  write_parameter_workbook(book, desk.scenario(), Language::nl);
  for (const auto& file : {book, desk.saved(desk.exported()), desk.saved(desk.exported(), ';')}) {
    const auto edits = desk.import(file);
    EXPECT_THAT(edits, IsEmpty());
    EXPECT_EQ(resolved_text(desk.with(edits).scenario), before) << file;
  }
}

TEST(ParameterFile, EveryNumberHasARow) {
  const Desk desk;
  EXPECT_EQ(desk.exported().size(), desk.scenario().as_written().parameters.size() + 1);
}

TEST(ParameterFile, OnlyWhatIsChangedIsSaidAgain) {
  const Desk desk;
  Rows rows = desk.exported();
  row_at(rows, "/resources/places/level")[value] = "450";
  const auto edits = desk.import(desk.saved(rows));
  ASSERT_THAT(edits, SizeIs(1));
  const std::string text =
      edited_scenario_text(desk.scenario(), edits, "new", desk.directory().path());
  EXPECT_THAT(text, AllOf(HasSubstr("\"extends\": \"small.json\""), HasSubstr("\"places\""),
                          HasSubstr("450"), HasSubstr("Small – changed")));
  EXPECT_THAT(text, testing::Not(HasSubstr("training")));
  const LoadedScenario after = desk.with(edits);
  const Parameter& level = parameter_at(after, "/resources/places/level");
  EXPECT_EQ(level.value, 450);
  EXPECT_EQ(level.evidence.status, scenario::Standing::assumption);
  EXPECT_EQ(level.evidence.note, "changed in parameters.csv; was 0.40e3");
  EXPECT_EQ(parameter_at(after, in_2025).value, 1320);
}

TEST(ParameterFile, ANewValueLosesItsSourceUnlessTheRowSaysOtherwise) {
  const Desk desk;
  Rows rows = desk.exported();
  row_at(rows, in_2025)[value] = "1250";
  const auto plain = desk.with(desk.import(desk.saved(rows)));
  EXPECT_EQ(parameter_at(plain, in_2025).evidence.source, "");
  EXPECT_FALSE(parameter_at(plain, in_2025).evidence.range);
  EXPECT_EQ(parameter_at(plain, "/resources/contingent/per_year/2027").value, 1100);
  row_at(rows, in_2025)[source] = "Decree of 2026";
  const auto cited = desk.with(desk.import(desk.saved(rows)));
  EXPECT_EQ(parameter_at(cited, in_2025).evidence.source, "Decree of 2026");
  EXPECT_EQ(parameter_at(cited, in_2025).evidence.range, std::pair(1200.0, 1400.0));
}

TEST(ParameterFile, SourcesAndRangesCanBeChangedAlone) {
  const Desk desk;
  Rows rows = desk.exported();
  const std::string mean = "/measures/training/phases/course/duration/gamma/mean";
  row_at(rows, mean)[low] = "100";  // days
  row_at(rows, mean)[status] = "derived";
  row_at(rows, mean)[source] = "a source";
  const auto after = desk.with(desk.import(desk.saved(rows)));
  const Parameter& p = parameter_at(after, mean);
  EXPECT_EQ(p.text, "4 months");
  EXPECT_EQ(p.evidence.range->first, 100);
  EXPECT_EQ(p.evidence.status, scenario::Standing::derived);
}

TEST(ParameterFile, ANewYearInAPathOverTheYearsIsANewEntry) {
  const Desk desk;
  Rows rows = desk.exported();
  rows.push_back({"/resources/contingent/per_year/2026", "", "1200"});
  const auto after = desk.with(desk.import(desk.saved(rows)));
  const auto& entries = after.scenario.resources[1].per_year->entries;
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(entries[1].from, day_of(2026, 1, 1));
  EXPECT_EQ(entries[1].value.value, 1200);
  EXPECT_EQ(entries[0].value.evidence.source, "SERV 2017");
  rows.back()[0] = "/resources/places/level/2026";  // one number for all years
  EXPECT_THAT(desk.problems(desk.saved(rows)), HasSubstr("there is no number at"));
}

TEST(ParameterFile, ARowThatIsLeftOutLeavesTheNumberAsItIs) {
  const Desk desk;
  const Rows rows = desk.exported();
  EXPECT_THAT(desk.import(desk.saved({rows[0], rows[2]})), IsEmpty());
  EXPECT_THAT(desk.import(desk.saved({{"value", "path"}, {"1300", in_2025}})),
              ElementsAre(testing::Field(&Edit::value, "1300")));
}

TEST(ParameterFile, EverythingThatIsWrongIsSaidAtOnceWithItsCell) {
  const Desk desk;
  Rows rows = desk.exported();
  const auto line_of = [&](const std::string& path) {
    return std::to_string(&row_at(rows, path) - rows.data() + 1);
  };
  const std::string sd = "/measures/training/phases/course/duration/gamma/sd";
  row_at(rows, "/resources/places/level")[value] = "";
  row_at(rows, in_2025)[value] = "1,320,";
  row_at(rows, sd)[unit] = "months";
  row_at(rows, "/arrivals/jobseekers/per_year/2025")[status] = "citted";
  rows.push_back(rows[1]);
  rows.push_back({"/resources/plaecs/level", "", "12"});
  const std::string problems = desk.problems(desk.saved(rows));
  EXPECT_THAT(problems, HasSubstr("parameters.csv:" + line_of("/resources/places/level") +
                                  " (value): the cell is empty"));
  EXPECT_THAT(problems, HasSubstr("(unit): this number is in days, not in \"months\""));
  EXPECT_THAT(problems, HasSubstr("\"citted\" is no status; did you mean \"cited\"?"));
  EXPECT_THAT(problems, HasSubstr("for the second time"));
  EXPECT_THAT(problems, HasSubstr("did you mean /resources/places/level?"));
}

TEST(ParameterFile, WhatTheScenarioRefusesIsSaidOfTheCell) {
  const Desk desk;
  Rows rows = desk.exported();
  row_at(rows, in_2025)[value] = "-3";
  row_at(rows, "/measures/training/phases/course/duration/gamma/sd")[value] = "12";
  row_at(rows, "/resources/places/level")[value] = "many";
  const std::string problems = desk.problems(desk.saved(rows));
  EXPECT_THAT(problems, HasSubstr("has 3 problems"));
  EXPECT_THAT(problems, AllOf(HasSubstr("-3 is out of range"), HasSubstr("a span of time"),
                              HasSubstr("\"many\"")));
  EXPECT_THAT(problems, testing::Not(HasSubstr("together")));
}

TEST(ParameterFile, NamesTheCellsOfAWorkbookAsSpreadsheetsDo) {
  const Desk desk;
  const auto file = desk.directory().path() / "hand.xlsx";
  tests::write_archive(
      file, tests::workbook_with("<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                                 "<row r=\"17\"><c r=\"A17\" t=\"s\"><v>2</v></c>"
                                 "<c r=\"B17\" s=\"1\"><v>43466</v></c></row>"));
  EXPECT_THAT(desk.problems(file), HasSubstr("Parameters!B17: a date (2019-01-01)"));
}

TEST(ParameterFile, AWorkbookThatIsChangedByHandIsRead) {
  const Desk desk;
  const auto file = desk.directory().path() / "hand.xlsx";
  tests::write_archive(
      file, tests::workbook_with("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                                 "<row><c t=\"s\"><v>2</v></c><c s=\"3\"><v>450</v></c></row>"));
  EXPECT_THAT(desk.import(file), ElementsAre(testing::Field(&Edit::value, "450")));
}

TEST(ParameterFile, AFileWithoutTheHeadingsIsRefused) {
  const Desk desk;
  EXPECT_THROW((void)desk.import(desk.saved({{"a", "b"}, {"1", "2"}})), SheetError);
}

/// What stands in tables of their own can be read here, but not changed.
TEST(ParameterFile, ANumberOfATableSaysWhereToChangeIt) {
  const TemporaryDirectory directory;
  std::string text = scenario_text;
  const std::string rest = R"("refer_to": "training",)";
  text.replace(text.find(rest), rest.size(), rest + R"(
    "people": {"margins": [{"file": "sex.csv", "status": "assumption"}]},)");
  text.replace(text.find("\"resources\""), 0, R"("attributes": [{"id": "sex", "values": ["f", "m"],
    "shares": {"f": 0.5, "m": 0.5}}],)");
  directory.write("sex.csv", "sex,share\nf,0.4\nm,0.6\n");
  const ScenarioFiles scenario(directory.write("small.json", text));
  std::string csv = parameter_csv(scenario, Language::en);
  const std::string row = "/arrivals/jobseekers/people/margins/0/rows/f";
  ASSERT_THAT(csv, HasSubstr(row));
  const std::size_t at = csv.find("0.4,", csv.find(row));
  EXPECT_THAT(edits_of(directory.write("same.csv", csv), scenario), IsEmpty());
  csv.replace(at, 3, "0.3");
  try {
    (void)edits_of(directory.write("other.csv", csv), scenario);
    FAIL() << "it was accepted";
  } catch (const ParameterFileError& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("stands in a table"), HasSubstr("sex.csv:2")));
  }
}

}  // namespace
}  // namespace doorstroom

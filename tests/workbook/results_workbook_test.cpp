// The workbook of a finished result.
#include "workbook/results_workbook.hpp"

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "support/directory.hpp"
#include "workbook/read_sheet.hpp"
#include "workbook/zip_archive.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::ordered_json;

constexpr const char* series =
    "date,indicator,subject,breakdown,unit,mean,sd,p05,p50,p95,replications\n"
    "2025-01-31,waiting,training,all,people,10.5,1,9,10,12,20\n"
    "2025-02-28,waiting,training,all,people,20.25,1,18,20,22,20\n"
    "2025-01-31,starts,training,all,starts,3,1,2,3,4,20\n";
constexpr const char* budget =
    "period,resource,statistic,unit,mean,sd,p05,p50,p95,replications\n"
    "2025,contingent,amount,starts,1320,0,1320,1320,1320,20\n"
    "2025,contingent,used,starts,1200,0,1190,1200,1210,20\n"
    "2025,money,amount,euro,5000,0,5000,5000,5000,20\n"
    "2025,money,used,euro,4000,0,4000,4000,4000,20\n";

/// A result on disk, made by hand.
class OnDisk final {
 public:
  OnDisk() {
    table("series", series);
    table("budget", budget);
    report_["format"] = 1;
    report_["kind"] = "run";
    report_["language"] = "nl";
    report_["findings"] = Json::parse(
        R"([{"nl": "De lijst groeit.", "en": "The list grows.", "weight": "warning"}])");
    report_["names"] = Json::parse(R"({
      "measures": {"training": {"nl": "Opleiding", "en": "Training"}},
      "resources": {"contingent": {"nl": "Contingent", "en": "Contingent", "kind": "contingent"},
                    "money": {"nl": "Geld", "en": "Money", "kind": "budget"}},
      "paths": {"/resources/contingent": {"nl": "Contingent", "en": "Contingent"}}})");
    report_["tables"]["series"] = Json::parse(R"({
      "rows": 3, "dimensions": {"unit": {"values": ["people"], "codes": 0}},
      "mean": [10.5, 20.25, 3], "p05": null, "p50": null, "p95": null})");
    report_["parameters"] = Json::parse(R"([{"path": "/resources/contingent/per_year/2025",
      "value": 1320, "text": "1320", "unit": "starts", "status": "cited", "range": [1200, 1400],
      "source": "SERV 2017", "where": "a.json:3"}])");
    save();
  }

  void table(const std::string& name, const std::string& csv) {
    const std::string file = "tables/" + name + ".csv";
    directory_.write(file, csv);
    outputs_.push_back({{"file", file}, {"sha256", sha256(csv)}});
  }
  void save() const {
    Json manifest{{"format", "doorstroom run"},
                  {"scenario", "small"},
                  {"doorstroom", "9.9.9"},
                  {"commit", "abc"},
                  {"seed", 2017},
                  {"scale", 1},
                  {"replications", 20},
                  {"outputs", outputs_}};
    manifest["machine"] = {{"command", "doorstroom run small.json"}};
    directory_.write("manifest.json", manifest.dump());
    directory_.write("report.json", report_.dump());
  }
  [[nodiscard]] std::filesystem::path book(const WorkbookOptions& options) const {
    auto file = directory_.path() / "results.xlsx";
    write_results_workbook(read_result(directory_.path()), file, options);
    return file;
  }
  [[nodiscard]] std::string problem() const {
    try {
      check_result(read_result(directory_.path()));
    } catch (const FileError& error) {
      return error.what();
    }
    return {};
  }
  [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }
  Json& report() { return report_; }

 private:
  TemporaryDirectory directory_;
  Json outputs_ = Json::array();
  Json report_;
};

std::vector<std::string> names_of_sheets(const std::vector<ReadSheet>& sheets) {
  std::vector<std::string> names;
  for (const ReadSheet& sheet : sheets) names.push_back(sheet.name);
  return names;
}

/// All texts and numbers of a sheet, a line for each row.
std::string text_of(const ReadSheet& sheet) {
  std::string text;
  for (const auto& [row, cells] : sheet.rows) {
    for (const auto& [column, cell] : cells) text += cell.text + " | ";
    text += "\n";
  }
  return text;
}

TEST(ResultsWorkbook, HasContentsChartsTablesAndAssumptions) {
  const auto sheets = read_workbook(OnDisk().book({Language::nl}));
  EXPECT_THAT(names_of_sheets(sheets),
              ElementsAre("Inhoud", "Grafieken", "Maandcijfers", "Contingenten en budgetten",
                          "Aannames", "Cijfers van de grafieken"));
  EXPECT_THAT(text_of(sheets[0]),
              AllOf(HasSubstr("De lijst groeit."), HasSubstr("doorstroom run small.json"),
                    HasSubstr("9.9.9 (abc)"), HasSubstr("Maandcijfers"), HasSubstr("2017")));
  EXPECT_THAT(text_of(sheets[4]),
              AllOf(HasSubstr("SERV 2017"), HasSubstr("aangehaald"), HasSubstr("1320"),
                    HasSubstr("Contingent, per_year, 2025")));
  const auto english = read_workbook(OnDisk().book({Language::en}));
  EXPECT_EQ(english[0].name, "Contents");
  EXPECT_THAT(text_of(english[0]),
              AllOf(HasSubstr("The list grows."), Not(HasSubstr("De lijst groeit."))));
}

TEST(ResultsWorkbook, TheFiguresAreThoseOfTheTables) {
  const auto sheets = read_workbook(OnDisk().book({Language::en}));
  double total = 0;
  for (const auto& [row, cells] : sheets[2].rows) {
    const auto mean = cells.find(6);
    if (mean != cells.end() && mean->second.kind == Cell::Kind::number) {
      total += mean->second.number;
    }
  }
  EXPECT_EQ(total, 10.5 + 20.25 + 3);
}

/// What a chart draws: the ranges it names.
std::string chart(const std::filesystem::path& book, int number) {
  return ZipArchive(book).part("xl/charts/chart" + std::to_string(number) + ".xml").value_or("");
}

TEST(ResultsWorkbook, DrawsListsStartsAndMoneyFromTheFiguresOfTheCharts) {
  const OnDisk result;
  const auto book = result.book({Language::en});
  EXPECT_THAT(chart(book, 1), AllOf(HasSubstr("Waiting list: Training"), HasSubstr("<c:lineChart>"),
                                    HasSubstr("'Figures of the charts'!$B$5:$B$6")));
  EXPECT_THAT(chart(book, 2), AllOf(HasSubstr("Contingent (starts)"), HasSubstr("<c:barChart>")));
  EXPECT_THAT(chart(book, 3), HasSubstr("Money (euro)"));
  EXPECT_EQ(chart(book, 4), "");
  const ReadSheet figures = read_workbook(book).back();
  EXPECT_EQ(figures.rows.at(3).at(1).text, "mean");
  EXPECT_EQ(figures.rows.at(4).at(0).kind, Cell::Kind::date);
  EXPECT_EQ(figures.rows.at(4).at(1).number, 10.5);
  EXPECT_EQ(figures.rows.at(5).at(3).number, 22);
  EXPECT_EQ(figures.rows.at(4).at(6).number, 1320);
  EXPECT_EQ(figures.rows.at(4).at(7).number, 1200);
}

TEST(ResultsWorkbook, ALongTableSaysInTheContentsWhatWasLeftOut) {
  const auto sheets = read_workbook(OnDisk().book({Language::en, 2}));
  EXPECT_THAT(text_of(sheets[0]), HasSubstr("All of it is in tables/series.csv"));
  EXPECT_EQ(sheets[2].rows.size(), 3 + 1);  // the last date of the year
}

TEST(FinishedResult, IsSoundWhereNothingHasChanged) {
  EXPECT_EQ(OnDisk().problem(), "");
}

TEST(FinishedResult, NamesEveryFileThatIsMissingOrHasChanged) {
  const OnDisk result;
  result.directory().write("tables/series.csv", std::string(series) + "2025-03-31,x\n");
  std::filesystem::remove(result.directory().path() / "tables/budget.csv");
  EXPECT_THAT(result.problem(), AllOf(HasSubstr("tables/series.csv has changed"),
                                      HasSubstr("tables/budget.csv is missing")));
}

TEST(FinishedResult, NamesAReportThatIsDamaged) {
  OnDisk result;
  result.report()["tables"]["series"]["mean"] = {10.5, 20.25};
  result.save();
  EXPECT_THAT(result.problem(), AllOf(HasSubstr("report.json is damaged"), HasSubstr("series")));
  result.report()["tables"]["series"]["mean"] = 1;
  result.report()["tables"]["series"]["rows"] = 99;  // more than the table has
  result.save();
  EXPECT_THAT(result.problem(), HasSubstr("report.json is damaged"));
  result.report()["tables"]["series"]["rows"] = 3;
  result.report()["format"] = 2;
  result.save();
  EXPECT_THAT(result.problem(), HasSubstr("another format"));
  result.directory().write("report.json", "{\"format\": 1, ");
  EXPECT_THAT(result.problem(), HasSubstr("report.json is damaged"));
}

TEST(FinishedResult, RefusesADirectoryThatIsNone) {
  const TemporaryDirectory directory;
  const auto refusal = [&](const std::filesystem::path& path) {
    try {
      (void)read_result(path);
    } catch (const FileError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_THAT(refusal(directory.path()), HasSubstr("is no finished result"));
  EXPECT_THAT(refusal(directory.path() / "nothing"), HasSubstr("there is no directory"));
  directory.write("manifest.json", "{\"format\": \"something else\"}");
  EXPECT_THAT(refusal(directory.path()), HasSubstr("is not of a doorstroom result"));
}

}  // namespace
}  // namespace doorstroom

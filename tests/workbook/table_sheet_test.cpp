// Tables as sheets.
#include "workbook/table_sheet.hpp"

#include <gmock/gmock.h>

#include "support/directory.hpp"
#include "workbook/read_sheet.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;

const nlohmann::ordered_json& names() {
  static const auto json = nlohmann::ordered_json::parse(R"({
    "measures": {"training": {"nl": "Opleiding", "en": "Training"}},
    "statuses": {"unemployed": {"nl": "Werkloos", "en": "Unemployed"}}})");
  return json;
}

struct Written {
  WrittenTable table;
  ReadSheet sheet;
};

Written written(const std::string& name, const std::string& csv, Language language = Language::en,
                std::size_t most_rows = 100) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  Book book(file, "");
  book.add_sheet("Contents");
  const Labels labels(names(), language);
  WrittenTable table = write_table(book, words_of_table(name), csv, labels, "Contents", most_rows);
  book.close();
  return {table, read_workbook(file).at(1)};
}

constexpr const char* series =
    "date,indicator,subject,breakdown,unit,mean,sd,p05,p50,p95,replications\n"
    "2025-01-31,waiting,training,all,people,12.5,1,,,,4\n"
    "2025-01-31,people,unemployed,all,people,1320,0,,,,4\n";

TEST(TableSheet, HasHeadingsInTheLanguageAndIdsWithTheirNames) {
  const Written nl = written("series", series, Language::nl);
  EXPECT_EQ(nl.sheet.name, "Maandcijfers");
  const auto& headings = nl.sheet.rows.at(2);
  EXPECT_EQ(headings.at(0).text, "Datum");
  EXPECT_EQ(headings.at(3).text, "Onderwerp (naam)");
  EXPECT_EQ(headings.at(6).text, "Gemiddelde");
  const auto& first = nl.sheet.rows.at(3);
  EXPECT_EQ(first.at(0).kind, Cell::Kind::date);
  EXPECT_EQ(first.at(2).text, "training");
  EXPECT_EQ(first.at(3).text, "Opleiding");
  EXPECT_EQ(first.at(6).number, 12.5);
  EXPECT_FALSE(first.contains(8)) << "what the table leaves empty stays empty";
  EXPECT_EQ(nl.sheet.rows.at(4).at(3).text, "Werkloos");
}

TEST(TableSheet, ATableThatIsNotKnownKeepsItsNames) {
  const Written one = written("novelty", "year,oddity,unit,mean\n2025,'=x,people,3\n");
  EXPECT_EQ(one.sheet.name, "novelty");
  EXPECT_EQ(one.sheet.rows.at(2).at(1).text, "oddity");
  EXPECT_EQ(one.sheet.rows.at(3).at(1).text, "=x");
  EXPECT_EQ(one.sheet.rows.at(3).at(1).kind, Cell::Kind::text);
  EXPECT_EQ(one.sheet.rows.at(3).at(0).number, 2025);
}

TEST(TableSheet, AnEmptyTableHasItsHeadings) {
  const Written one = written("equity", "year,measure,unit,mean\n");
  EXPECT_EQ(one.table.rows, 0);
  EXPECT_EQ(one.sheet.rows.at(2).at(0).text, "Year");
}

/// Two years of months, each with a total and a breakdown.
std::string long_series() {
  std::string csv = "date,indicator,breakdown,unit,mean\n";
  for (const char* year : {"2025", "2026"}) {
    for (const char* end : {"-01-31", "-02-28", "-03-31"}) {
      for (const char* breakdown : {"all", "sex=f", "sex=m"}) {
        csv += std::string(year) + end + ",waiting," + breakdown + ",people,1\n";
      }
    }
  }
  return csv;
}

TEST(TableSheet, IsCutDownByTheFirstRuleThatIsEnoughAndSaysSo) {
  struct Case {
    std::size_t most_rows;
    Kept kept;
    std::size_t rows;
  };
  for (const auto& [most_rows, kept, rows] :
       {Case{18, Kept::all, 18}, Case{17, Kept::without_breakdowns, 6},
        Case{6, Kept::without_breakdowns, 6}, Case{5, Kept::year_ends, 2},
        Case{1, Kept::first_rows, 1}}) {
    const Written one = written("series", long_series(), Language::en, most_rows);
    EXPECT_EQ(one.table.kept, kept) << most_rows;
    EXPECT_EQ(one.table.rows, rows) << most_rows;
    EXPECT_EQ(one.sheet.rows.size(), rows + 3) << most_rows;
    if (kept == Kept::all) continue;
    EXPECT_THAT(one.sheet.rows.at(1).at(1).text, HasSubstr(std::to_string(rows) + " of 18 rows"))
        << most_rows;
    EXPECT_THAT(one.sheet.rows.at(1).at(1).text, HasSubstr("tables/series.csv"));
  }
  const Written ends = written("series", long_series(), Language::en, 5);
  EXPECT_EQ(ends.sheet.rows.at(4).at(0).number, 46112);  // 31 March 2026
}

}  // namespace
}  // namespace doorstroom

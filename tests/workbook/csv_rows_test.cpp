// Rows of tables, and what their columns hold.
#include "workbook/csv_rows.hpp"

#include <gmock/gmock.h>

#include "workbook/columns.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& text, char separator = ',') {
  std::vector<Row> all;
  CsvRows rows(text, separator);
  Row row;
  while (rows.next(row)) all.push_back(row);
  return all;
}

TEST(CsvRows, ReadsQuotedFieldsLineEndsAndOtherSeparators) {
  EXPECT_THAT(rows_of("a,b\n1,\"x, \"\"y\"\"\nz\"\n"),
              ElementsAre(Row{"a", "b"}, Row{"1", "x, \"y\"\nz"}));
  EXPECT_THAT(rows_of("a;b\r\n;0,25\r\n", ';'), ElementsAre(Row{"a", "b"}, Row{"", "0,25"}));
  EXPECT_THAT(rows_of("a,b"), ElementsAre(Row{"a", "b"}));
  EXPECT_THAT(rows_of(""), ElementsAre());
}

TEST(CsvRows, KnowsTheLineOfARowBehindAFieldOfSeveralLines) {
  const std::string text = "a\n\"1\n2\"\nb\n";
  CsvRows rows(text);
  Row row;
  std::vector<std::size_t> lines;
  while (rows.next(row)) lines.push_back(rows.line());
  EXPECT_THAT(lines, ElementsAre(1, 2, 4));
}

TEST(CsvRows, TakesTheGuardOffWhatLooksLikeAFormula) {
  EXPECT_EQ(without_guard("'=1+1"), "=1+1");
  EXPECT_EQ(without_guard("'s Gravenbrakel"), "'s Gravenbrakel");
  EXPECT_EQ(without_guard("'"), "'");
}

TEST(Columns, TellNumbersFromIds) {
  EXPECT_EQ(plain_number("1320"), 1320);
  EXPECT_EQ(plain_number("-0.25"), -0.25);
  EXPECT_EQ(plain_number("0"), 0);
  for (const char* text : {"", "007", "1,5", "12 months", "1e5", "nan", "inf", "-", ".5", "+1"}) {
    EXPECT_FALSE(plain_number(text)) << text;
  }
}

TEST(Columns, TellDatesFromMonthsAndWords) {
  EXPECT_EQ(when_of("2024-02-29")->day, day_of(2024, 2, 29));
  EXPECT_EQ(when_of("2025-04")->style, Style::month);
  for (const char* text : {"2023-02-29", "initial", "2025", "2025-13"}) {
    EXPECT_FALSE(when_of(text)) << text;
  }
}

TEST(Columns, WhatStandsBeforeTheUnitIsAnIdEvenIfItIsADigit) {
  ColumnFinder finder({"year", "value", "unit", "mean", "verdict", "replications"});
  finder.look_at({"2025", "1", "share", "0.25", "more", "40"});
  finder.look_at({"2025", "2", "share", "", "noise", "40"});
  std::vector<Column::Kind> kinds;
  for (const Column& column : finder.columns()) kinds.push_back(column.kind);
  using Kind = Column::Kind;
  EXPECT_THAT(kinds,
              ElementsAre(Kind::when, Kind::id, Kind::id, Kind::figure, Kind::id, Kind::count));
}

}  // namespace
}  // namespace doorstroom

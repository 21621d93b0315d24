// Workbooks that are written, and read again.
#include "workbook/book.hpp"

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "support/directory.hpp"
#include "workbook/archive.hpp"
#include "workbook/read_sheet.hpp"
#include "workbook/zip_archive.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::filesystem::path small_book(const TemporaryDirectory& directory, const std::string& name) {
  std::filesystem::path file = directory.path() / name;
  Book book(file, "A title");
  Sheet sheet = book.add_sheet("Figures");
  sheet.text(0, 0, "=1+1");
  sheet.text(0, 1, "a <b> & \"c\" \x01 é");
  sheet.number(1, 0, 0.1, Style::percent);
  sheet.date(1, 1, day_of(2024, 2, 29));
  sheet.date(1, 2, day_of(2025, 4, 1), Style::month);
  sheet.link(2, 0, "Figures", "to itself");
  book.close();
  return file;
}

TEST(Book, KeepsTextsNumbersAndDatesWhatTheyAre) {
  const TemporaryDirectory directory;
  const auto sheets = read_workbook(small_book(directory, "a.xlsx"));
  ASSERT_EQ(sheets.size(), 1);
  const auto& rows = sheets[0].rows;
  EXPECT_EQ(rows.at(0).at(0).kind, Cell::Kind::text) << "never a formula";
  EXPECT_EQ(rows.at(0).at(0).text, "=1+1");
  EXPECT_THAT(rows.at(0).at(1).text, HasSubstr("a <b> & \"c\""));
  EXPECT_EQ(rows.at(1).at(0).kind, Cell::Kind::number);
  EXPECT_EQ(rows.at(1).at(0).number, 0.1);
  EXPECT_EQ(rows.at(1).at(1).kind, Cell::Kind::date);
  EXPECT_EQ(rows.at(1).at(1).number, 45351);  // as spreadsheets count 29 February 2024
  EXPECT_EQ(rows.at(1).at(2).kind, Cell::Kind::date);
}

TEST(Book, TheSameContentGivesTheSameBytes) {
  const TemporaryDirectory directory;
  const std::string first = read_file(small_book(directory, "a.xlsx"));
  EXPECT_EQ(first, read_file(small_book(directory, "b.xlsx")));
  EXPECT_THAT(*ZipArchive(directory.path() / "a.xlsx").part("docProps/core.xml"),
              HasSubstr("2000-01-01T00:00:00Z"));
  EXPECT_THAT(directory.entries(), ElementsAre("a.xlsx", "b.xlsx")) << "nothing is left beside it";
}

TEST(Book, GivesEverySheetANameThatProgramsAccept) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  Book book(file, "");
  EXPECT_EQ(book.add_sheet("a/b:c").name(), "a-b-c");
  EXPECT_EQ(book.add_sheet("A/B:C").name(), "A-B-C 2");
  const std::string accents = "éééééééééééééééééééééééééééééééééééé";
  EXPECT_EQ(book.add_sheet(accents).name().size(), 2 * 31);
  EXPECT_EQ(book.add_sheet("").name(), "-");
  book.close();
  EXPECT_EQ(read_workbook(file).size(), 4);
}

TEST(Book, CutsOffWhatNoCellCanHold) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  Book book(file, "");
  Sheet sheet = book.add_sheet("a");
  sheet.text(0, 0, std::string(Book::longest_text, 'x') + "é");
  book.close();
  const std::string text = read_workbook(file)[0].rows.at(0).at(0).text;
  EXPECT_LE(text.size(), Book::longest_text);
  EXPECT_TRUE(text.ends_with("x…"));
}

TEST(Book, LeavesNoFileWhereItIsNotClosedOrCannotBeWritten) {
  const TemporaryDirectory directory;
  { const Book book(directory.path() / "a.xlsx", ""); }
  Book nowhere(directory.path() / "there" / "is" / "no.xlsx", "");
  nowhere.add_sheet("a");
  EXPECT_THROW(nowhere.close(), FileError);
  EXPECT_THAT(directory.entries(), ElementsAre());
}

using tests::workbook_with;
using tests::write_archive;

std::vector<ReadSheet> read_parts(const TemporaryDirectory& directory,
                                  const std::map<std::string, std::string>& parts) {
  const auto file = directory.path() / "parts.xlsx";
  write_archive(file, parts);
  return read_workbook(file);
}

TEST(ReadWorkbook, ReadsEveryWayInWhichProgramsWriteACell) {
  const TemporaryDirectory directory;
  const auto sheets = read_parts(
      directory, workbook_with("<x:row r=\"3\"><x:c r=\"B3\" t=\"s\"><x:v>2</x:v></x:c>"
                               "<x:c t=\"inlineStr\"><x:is><x:t>in line</x:t></x:is></x:c>"
                               "<x:c r=\"AA3\" s=\"3\"><x:v>12.5</x:v></x:c></x:row>"
                               "<x:row><x:c s=\"1\"><x:v>43466</x:v></x:c>"
                               "<x:c s=\"2\"><x:v>43466</x:v></x:c>"
                               "<x:c s=\"4\"><x:v>0.25</x:v></x:c>"
                               "<x:c t=\"b\"><x:v>1</x:v></x:c><x:c t=\"e\"><x:v>#N/A</x:v></x:c>"
                               "<x:c><x:f>A1*2</x:f><x:v>4</x:v></x:c><x:c s=\"1\"/>"
                               "<x:c t=\"str\"><x:v>text</x:v></x:c></x:row>"));
  ASSERT_EQ(sheets.size(), 1);
  const auto& row = sheets[0].rows.at(2);
  EXPECT_EQ(row.at(1).text, "/resources/places/level") << "in runs, without the phonetic guide";
  EXPECT_EQ(row.at(2).text, "in line");
  EXPECT_EQ(row.at(26).kind, Cell::Kind::number) << "a word in a format makes no date";
  const auto& next = sheets[0].rows.at(3);
  EXPECT_EQ(next.at(0).kind, Cell::Kind::date);
  EXPECT_EQ(next.at(1).kind, Cell::Kind::date);
  EXPECT_EQ(next.at(2).kind, Cell::Kind::number);
  EXPECT_EQ(next.at(3).kind, Cell::Kind::truth);
  EXPECT_EQ(next.at(4).kind, Cell::Kind::fault);
  EXPECT_EQ(next.at(5).text, "=A1*2");
  EXPECT_FALSE(next.contains(6)) << "a cell with a format and nothing in it is empty";
  EXPECT_EQ(next.at(7).text, "text");
}

/// What is said of a file that cannot be read.
std::string refusal(const std::filesystem::path& file) {
  try {
    (void)read_workbook(file);
  } catch (const SheetError& error) {
    return error.what();
  }
  return "was read";
}

TEST(ReadWorkbook, SaysWhatAFileIsInsteadOfAWorkbook) {
  const TemporaryDirectory directory;
  EXPECT_THAT(refusal(directory.write("old.xls", "\xD0\xCF\x11\xE0 and more")),
              HasSubstr("save it as .xlsx without a password"));
  EXPECT_THAT(refusal(directory.write("a.xlsx", "path,value\n")),
              HasSubstr("is no .xlsx workbook"));
  EXPECT_THAT(refusal(directory.write("b.xlsx", "PK\x03\x04 cut off")), HasSubstr("damaged"));
  const auto calc = directory.path() / "a.ods";
  write_archive(calc, {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}});
  EXPECT_THAT(refusal(calc), HasSubstr("OpenDocument"));
  auto parts = workbook_with("");
  parts["xl/worksheets/a.xml"] = "<worksheet><sheetData>";
  const auto broken = directory.path() / "broken.xlsx";
  write_archive(broken, parts);
  EXPECT_THAT(refusal(broken), HasSubstr("xl/worksheets/a.xml"));
}

TEST(ReadWorkbook, NamesCellsAsSpreadsheetsDo) {
  EXPECT_EQ(cell_name(16, 2), "C17");
  EXPECT_EQ(cell_name(0, 25), "Z1");
  EXPECT_EQ(cell_name(0, 26), "AA1");
  EXPECT_EQ(cell_name(0, 701), "ZZ1");
  EXPECT_EQ(cell_name(0, 702), "AAA1");
}

}  // namespace
}  // namespace doorstroom

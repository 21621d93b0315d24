// Workbooks that a full disk has cut off, or left with a hole.
#include "workbook/whole_workbook.hpp"

#include <gmock/gmock.h>

#include "base/files.hpp"
#include "support/directory.hpp"
#include "workbook/archive.hpp"
#include "workbook/read_sheet.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(WholeWorkbook, ClosesAllItsTags) {
  for (const char* whole : {"<a/>", "<?xml version=\"1.0\"?>\n<a><b c=\"1\"/>text<d></d></a>",
                            "<a b=\"1\"><b>1</b></a>\n"}) {
    EXPECT_TRUE(closes_all_tags(whole)) << whole;
  }
  for (const char* broken :
       {"", "text", "<?xml version=\"1.0\"?>", "<a>", "<a><b></a>", "<a></a></b>", "<a><b</a>",
        "<a", "<>", "<a><c r=\"A1\"><v>1</c></a>"}) {
    EXPECT_FALSE(closes_all_tags(broken)) << broken;
  }
}

TEST(WholeWorkbook, IsRefusedWhereAPartHasAHole) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  const std::string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>";
  auto parts = tests::workbook_with(rows);
  tests::write_archive(file, parts);
  EXPECT_NO_THROW(check_whole_workbook(file));
  const std::string whole = parts.at("xl/worksheets/a.xml");
  const std::size_t first = whole.find("<row");
  int found = 0;
  for (std::size_t size = 7; size < 40; ++size) {
    parts.at("xl/worksheets/a.xml") = whole.substr(0, first) + whole.substr(first + size);
    tests::write_archive(file, parts);
    try {
      check_whole_workbook(file);
    } catch (const FileError& error) {
      EXPECT_THAT(error.what(), HasSubstr("xl/worksheets/a.xml is not whole"));
      ++found;
    }
  }
  EXPECT_EQ(found, 33);
  write_file(file, read_file(file).substr(0, 500));
  EXPECT_THAT([&] { check_whole_workbook(file); },
              ThrowsMessage<FileError>(HasSubstr("cannot write")));
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(ReadWorkbook, IsNotDrivenDeepByRunsWithinRuns) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  constexpr int deep = 200'000;
  tests::write_archive(
      file, tests::workbook_with("<row><c t=\"inlineStr\"><is>" + repeated("<r>", deep) +
                                 "<t>x</t>" + repeated("</r>", deep) + "</is></c></row>"));
  EXPECT_TRUE(read_workbook(file).front().rows.empty());
}

TEST(ReadWorkbook, StopsAtMoreSheetsThanAnybodyHas) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  auto parts = tests::workbook_with("<row/>");
  std::string& book = parts.at("xl/workbook.xml");
  const std::string sheet = "<x:sheet name=\"S\" sheetId=\"1\" r:id=\"rId7\"/>";
  book.insert(book.find("</x:sheets>"), repeated(sheet, 300));
  tests::write_archive(file, parts);
  EXPECT_THAT([&] { (void)read_workbook(file); },
              ThrowsMessage<SheetError>(HasSubstr("more than 256 sheets")));
}

TEST(ReadWorkbook, StopsWhereASmallFileUnpacksToALargeOne) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "a.xlsx";
  auto parts = tests::workbook_with("<row/>" + std::string(std::size_t{20} << 20U, ' '));
  std::string& book = parts.at("xl/workbook.xml");
  const std::string sheet = "<x:sheet name=\"S\" sheetId=\"1\" r:id=\"rId7\"/>";
  book.insert(book.find("</x:sheets>"), repeated(sheet, 20));
  tests::write_archive(file, parts);
  EXPECT_THAT([&] { (void)read_workbook(file); },
              ThrowsMessage<SheetError>(HasSubstr("larger than 256 MB when it is unpacked")));
}

TEST(SheetFiles, AreFilesOfABearableSize) {
  const TemporaryDirectory directory;
  EXPECT_THAT([] { (void)read_csv_sheet("/dev/zero"); },
              ThrowsMessage<SheetError>(HasSubstr("is not a file")));
  const auto file = directory.write("a.csv", "");
  std::filesystem::resize_file(file, largest_sheet_file + 1);  // takes no room on the disk
  EXPECT_THAT([&] { (void)read_csv_sheet(file); },
              ThrowsMessage<SheetError>(HasSubstr("at most 67108864 are read")));
}

}  // namespace
}  // namespace doorstroom

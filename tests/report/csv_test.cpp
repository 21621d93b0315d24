#include "report/csv.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

// Spreadsheet programs take a field that begins with one of these for a formula, which may call
// other programs.
TEST(Csv, NoNameBecomesAFormula) {
  EXPECT_EQ(csv_field("=1+1"), "'=1+1");
  EXPECT_EQ(csv_field("+31"), "'+31");
  EXPECT_EQ(csv_field("-2"), "'-2");
  EXPECT_EQ(csv_field("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_field("\t=1"), "'\t=1");
  EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_field("=cmd|\"a\",b"), "\"'=cmd|\"\"a\"\",b\"");
  for (const char* harmless : {"", "a=1", "places", "2019-01-01", "a-b"}) {
    EXPECT_EQ(csv_field(harmless), harmless);
  }
}

}  // namespace
}  // namespace doorstroom

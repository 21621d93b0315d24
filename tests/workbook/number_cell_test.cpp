// Numbers as people type them into cells.
#include "workbook/number_cell.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using testing::HasSubstr;

NumberCell typed(const std::string& text, std::optional<double> was = {}) {
  const Cell cell{Cell::Kind::text, text};
  return number_cell(&cell, was);
}

TEST(NumberCell, TakesNumbersAndSpansAsTheyAreWritten) {
  const Cell number{Cell::Kind::number, "0.10000000000000001", 0.1};
  EXPECT_EQ(number_cell(&number, {}).text, "0.1");
  const Cell tiny{Cell::Kind::number, "1E-7", 1e-7};
  EXPECT_EQ(number_cell(&tiny, {}).text, "0.0000001");
  EXPECT_EQ(typed(" 12 months ").text, "12 months");
  EXPECT_EQ(typed("3 % a year").text, "3 % a year");
}

TEST(NumberCell, ReadsACommaAsADecimalOneOnlyWhereItCanBeNothingElse) {
  EXPECT_EQ(typed("0,25").text, "0.25");
  EXPECT_EQ(typed("12,5").text, "12.5");
  EXPECT_EQ(typed("0,125").text, "0.125");
  EXPECT_THAT(typed("1,320").problem, HasSubstr("two ways; write 1320 or 1.320"));
  EXPECT_EQ(typed("1,325", 1.325).text, "1.325");  // as it was, in a file with decimal commas
  EXPECT_THAT(typed("1,325", 1325).problem, HasSubstr("two ways"));
  EXPECT_EQ(typed("1,320,000").text, "1,320,000");  // for the scenario to refuse
}

TEST(NumberCell, RefusesWhatIsNoNumberAndSaysWhatToDo) {
  const Cell date{Cell::Kind::date, "43466", 43466};
  EXPECT_THAT(number_cell(&date, {}).problem, HasSubstr("a date (2019-01-01)"));
  const Cell formula{Cell::Kind::formula, "=C3*2"};
  EXPECT_THAT(number_cell(&formula, {}).problem, HasSubstr("a formula (=C3*2)"));
  const Cell fault{Cell::Kind::fault, "#N/A"};
  EXPECT_THAT(number_cell(&fault, {}).problem, HasSubstr("#N/A"));
  EXPECT_THAT(number_cell(nullptr, {}).problem, HasSubstr("empty"));
  EXPECT_THAT(typed("  ").problem, HasSubstr("empty"));
}

}  // namespace
}  // namespace doorstroom

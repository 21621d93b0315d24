#include "workbook/number_cell.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "doorstroom/calendar.hpp"

#include "workbook/columns.hpp"
#include "workbook/parameter_columns.hpp"

namespace doorstroom {

namespace {

std::string trimmed(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "1,320" and "0,25": digits, one comma, digits.
bool has_one_comma(const std::string& text) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const std::size_t comma = text.find(',');
  return comma != std::string::npos && comma > begin && comma + 1 < text.size() &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(),
                     [&](char c) { return is_digit(c) || c == ','; }) &&
         text.find(',', comma + 1) == std::string::npos;
}

NumberCell with_comma(const std::string& text, std::optional<double> was) {
  constexpr std::size_t of_thousands = 3;
  const std::size_t comma = text.find(',');
  std::string decimal = text;
  decimal[comma] = '.';
  const auto value = plain_number(decimal);
  const bool may_be_thousands = text.size() - comma - 1 == of_thousands && text[0] != '0';
  if (value && (!may_be_thousands || value == was)) return {decimal, {}};
  std::string whole = text;
  whole.erase(comma, 1);
  return {{}, fmt::format("\"{}\" may be read in two ways; write {} or {}", text, whole, decimal)};
}

std::string date_text(const Cell& cell) {
  constexpr int epoch = 25'569;  // 1 January 1970 as spreadsheets count days
  constexpr double last = 2'958'465;
  if (cell.number < 1 || cell.number > last) return cell.text;
  return iso_date(Day{static_cast<std::int32_t>(cell.number) - epoch});
}

}  // namespace

NumberCell number_cell(const Cell* cell, std::optional<double> was) {
  const std::string text = cell == nullptr ? std::string() : trimmed(cell->text);
  if (text.empty()) {
    return {{}, "the cell is empty; write the number, or delete the row to leave it as it is"};
  }
  switch (cell->kind) {
    case Cell::Kind::number:
      return {exact_number(cell->number), {}};
    case Cell::Kind::date:
      return {{},
              fmt::format("a date ({}) where a number is expected; give the cell the format Number "
                          "or Text and type it again",
                          date_text(*cell))};
    case Cell::Kind::formula:
      return {{}, fmt::format("a formula ({}); paste its outcome as a value", text)};
    case Cell::Kind::truth:
    case Cell::Kind::fault:
      return {{}, fmt::format("{} where a number is expected", text)};
    case Cell::Kind::text:
      break;
  }
  return has_one_comma(text) ? with_comma(text, was) : NumberCell{text, {}};
}

}  // namespace doorstroom

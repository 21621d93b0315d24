// The tables of a result, row by row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom {

/// Reads the rows of a CSV text (RFC 4180). The text must outlive it.
class CsvRows final {
 public:
  explicit CsvRows(std::string_view text, char separator = ',');

  /// The next row into `fields`, of which the capacity is used again; false at the end. A blank
  /// line is a row of one empty field.
  bool next(std::vector<std::string>& fields);
  /// The line on which the row that was read last begins, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  void read_field(std::string& field);
  void read_quoted(std::string& field);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::size_t next_line_ = 1;
  char separator_;
};

/// A text of a table without the apostrophe that keeps spreadsheets from taking it for a formula.
std::string_view without_guard(std::string_view field);

}  // namespace doorstroom

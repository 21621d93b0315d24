// What stands in the rows of a file of parameters, before it is held against a scenario.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "workbook/read_sheet.hpp"

namespace doorstroom {

/// One row, by the names of its columns; empty cells left out.
struct ParameterRow {
  std::uint32_t row = 0;
  std::map<std::string, Cell> cells;

  /// The text of a cell without blanks around it; empty where there is none.
  [[nodiscard]] std::string text(const std::string& column) const;
};

/// The rows below the headings, and how cells are called in messages.
class ParameterRows final {
 public:
  /// An .xlsx file (the sheet Parameters, or the first one with these headings) or a .csv file.
  /// Throws SheetError where the columns path and value are not to be found.
  explicit ParameterRows(const std::filesystem::path& file);

  [[nodiscard]] const std::vector<ParameterRow>& rows() const { return rows_; }
  /// Is there such a column?
  [[nodiscard]] bool has(const std::string& column) const { return columns_.contains(column); }
  /// "Parameters!C17"; of CSV files "parameters.csv:17 (value)".
  [[nodiscard]] std::string place(const ParameterRow& row, const std::string& column) const;

 private:
  bool find_headings(const ReadSheet& sheet);
  void take_rows(const ReadSheet& sheet);

  bool is_csv_;
  std::string name_;
  std::uint32_t heading_row_ = 0;
  std::map<std::string, std::uint32_t> columns_;
  std::vector<ParameterRow> rows_;
};

}  // namespace doorstroom

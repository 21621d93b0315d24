// A workbook for spreadsheet programs (.xlsx) under construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/calendar.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_chart;
struct lxw_format;

namespace doorstroom {

/// How a cell looks.
enum class Style : std::uint8_t {
  plain,
  wrapped,
  title,
  heading,  // of a column
  label,    // what an id is called
  note,     // small, grey
  warning,  // a sentence that must not be missed
  link,
  input,        // to be changed by the reader
  general,      // a number as it is
  plain_whole,  // a year, a count of replications
  whole,        // 1,320
  one_decimal,
  two_decimals,
  percent,
  date,   // 2025-01-31
  month,  // 2025-01
};

/// A range of cells of a sheet, both ends included, counted from 0.
struct CellRange {
  std::string sheet;
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::uint16_t column = 0;
};

/// One line or one set of columns of a chart.
struct ChartSeries {
  enum class Look : std::uint8_t { main, band, other };

  CellRange name;  // one cell
  CellRange categories;
  CellRange values;
  Look look = Look::main;
};

/// A chart.
struct Chart {
  enum class Kind : std::uint8_t { lines_over_time, lines, columns };

  Kind kind = Kind::lines_over_time;
  std::string title;
  std::vector<ChartSeries> series;
};

class Book;

/// A sheet of a book. Rows are written from top to bottom: what is above the last row that was
/// written in cannot be written any more.
class Sheet final {
 public:
  /// A text, never a formula. What is longer than a cell may hold is cut off, with an ellipsis.
  void text(std::uint32_t row, std::size_t column, std::string_view text,
            Style style = Style::plain);
  void number(std::uint32_t row, std::size_t column, double value, Style style = Style::general);
  void date(std::uint32_t row, std::size_t column, Day day, Style style = Style::date);
  /// A text that leads to another sheet of the book.
  void link(std::uint32_t row, std::size_t column, const std::string& sheet, std::string_view text);
  /// In characters.
  void width(std::size_t column, double characters);
  /// In points.
  void height(std::uint32_t row, double points);
  /// What is above the row and left of the column stays in sight.
  void freeze(std::uint32_t row, std::size_t column);
  void filter(std::uint32_t heading, std::uint32_t last_row, std::size_t last_column);
  /// Across, on pages as wide as the sheet, with the rows up to `heading` on every page.
  void set_up_printing(std::uint32_t heading);
  /// With its upper left corner in that cell, in pixels.
  void chart(std::uint32_t row, std::size_t column, const Chart& chart, int width, int height);
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class Book;
  Sheet(Book& book, lxw_worksheet* sheet, std::string name)
      : book_(&book), sheet_(sheet), name_(std::move(name)) {}

  Book* book_;
  lxw_worksheet* sheet_;
  std::string name_;
};

/// A workbook that holds no more than a row of each sheet in memory. The same content gives the
/// same bytes.
class Book final {
 public:
  /// Nothing is written before `close`.
  explicit Book(std::filesystem::path file, const std::string& title);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  /// Without `close`: leaves no file.
  ~Book();

  /// Names are at most 31 characters, differ in more than capitals, and have none of []:*?/\ in
  /// them; a name that does not is made to.
  Sheet add_sheet(const std::string& name);
  /// Writes the file and sees to it that it has reached the disk. Throws FileError.
  void close();

  /// The largest number of rows that a sheet can have, and of characters in a cell.
  static constexpr std::uint32_t most_rows = 1'048'576;
  static constexpr std::size_t longest_text = 32'767;

 private:
  friend class Sheet;
  [[nodiscard]] lxw_format* format(Style style);

  std::filesystem::path file_;
  std::string temporary_folder_;
  lxw_workbook* book_;
  std::map<Style, lxw_format*> formats_;
  std::vector<std::string> names_;
};

}  // namespace doorstroom

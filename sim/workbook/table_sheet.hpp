// One table of a result as a sheet.
#pragma once

#include <cstddef>
#include <string>

#include "workbook/book.hpp"
#include "workbook/labels.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

/// Which rows of a table are kept, where all of them would make a sheet that nobody can use. The
/// first of these that is short enough.
enum class Kept : std::uint8_t {
  all,
  without_breakdowns,  // only "all"
  year_ends,           // of these, only the last date of each year
  first_rows,          // of these, only as many as there may be
};

/// What was written of a table.
struct WrittenTable {
  std::string table;
  std::string sheet;
  std::size_t rows = 0;
  std::size_t rows_in_file = 0;
  Kept kept = Kept::all;

  /// What was left out and where all of it is; empty where nothing was.
  [[nodiscard]] scenario::Text notice() const;
};

/// Writes the table with that CSV text: a title, what it holds, headings that stay in sight, and
/// the rows, at most `most_rows` of them. Numbers are numbers, dates dates, everything else text.
WrittenTable write_table(Book& book, const TableWords& words, const std::string& csv,
                         const Labels& labels, const std::string& contents, std::size_t most_rows);

}  // namespace doorstroom

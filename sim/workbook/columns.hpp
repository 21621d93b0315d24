// What the columns of a table hold, and how their cells are shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "workbook/book.hpp"

namespace doorstroom {

/// A column of a CSV file.
struct Column {
  enum class Kind : std::uint8_t {
    id,      // a text
    when,    // a date, a month or a year; other words stay text
    count,   // a whole number that is not added up: of replications, of points
    figure,  // in the unit of its row
    plain,   // a number of the reader's own, or a text
  };

  std::string name;
  Kind kind = Kind::id;
};

/// The columns of a table from its header and one look at each row. What stands before `unit` says
/// which figure it is.
class ColumnFinder final {
 public:
  explicit ColumnFinder(const std::vector<std::string>& header);
  /// Takes a row into account.
  void look_at(const std::vector<std::string>& fields);
  [[nodiscard]] std::vector<Column> columns() const;

 private:
  std::vector<std::string> names_;
  std::vector<bool> only_numbers_;
  std::size_t unit_;  // as many as there are columns, where there is none
};

/// The number a field holds, if it is nothing but a number in plain decimals without needless
/// zeros in front ("007" is an id).
std::optional<double> plain_number(std::string_view field);

/// How figures of a unit are shown.
Style style_of_unit(std::string_view unit);

/// A day and how to show it: "2025-01-31" and "2025-01". Nothing for other texts.
struct When {
  Day day;
  Style style;
};
std::optional<When> when_of(std::string_view field);

}  // namespace doorstroom

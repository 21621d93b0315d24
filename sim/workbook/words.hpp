// What tables, columns and words of tables are called in a workbook, in Dutch and English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom {

/// What a table is called and what it holds.
struct TableWords {
  std::string_view table;  // "series"
  scenario::Text sheet;
  scenario::Text holds;
};

/// The tables that are known, in the order in which readers want them.
const std::vector<TableWords>& known_tables();

/// Of a table that is not known: its own name.
TableWords words_of_table(const std::string& table);

/// The heading of a column; its name where it is not known.
scenario::Text words_of_column(const std::string& column);

/// A unit, a status of a number: the word itself where it is not known.
scenario::Text words_of_value(const std::string& value);

}  // namespace doorstroom

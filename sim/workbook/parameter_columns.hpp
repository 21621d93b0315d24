// The columns of a file of parameters.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "doorstroom/parameters.hpp"

#include "workbook/labels.hpp"

namespace doorstroom {

/// By name, in the order in which they are written.
inline constexpr std::array<std::string_view, 12> parameter_columns{
    "path", "label",  "value", "unit",  "status",   "low",
    "high", "source", "note",  "group", "editable", "where"};

/// The place of a column in a row; as many as there are columns for other names.
std::size_t parameter_column(std::string_view name);

/// "cited", "unstated".
std::string status_word(scenario::Standing standing);

/// A number in as few digits as say exactly which it is.
std::string exact_number(double value);

/// The texts of a row, empty where there is nothing to say; words of one language.
std::array<std::string, parameter_columns.size()> row_of(const Parameter& parameter, bool can_edit,
                                                         const Labels& labels);

}  // namespace doorstroom

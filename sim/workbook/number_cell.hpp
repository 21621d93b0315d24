// A number as somebody typed it into a cell.
#pragma once

#include <optional>
#include <string>

#include "workbook/read_sheet.hpp"

namespace doorstroom {

/// What a cell that ought to hold a number, or a span of time, comes to.
struct NumberCell {
  /// As it would be written in a scenario: "1320", "0.25", "12 months".
  std::string text;
  /// Why it is not to be used, and what to do; empty where it is.
  std::string problem;
};

/// Null for an empty cell. A comma is read as a decimal one where it can be nothing else: in "0,25"
/// or "12,5", and in "1,325" if the number was 1.325 before (`was`).
NumberCell number_cell(const Cell* cell, std::optional<double> was);

}  // namespace doorstroom

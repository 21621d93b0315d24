// Tables as CSV.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/figures.hpp"
#include "doorstroom/parameters.hpp"

namespace doorstroom {

/// A number as short as it can be read back, to at most six decimals; empty for no figure.
std::string number_text(double value);

/// A field of a CSV file (RFC 4180): quoted where it must be. A text that a spreadsheet would take
/// for a formula is preceded by an apostrophe.
std::string csv_field(std::string_view text);

/// The lines of a table that csv_of writes below its header, each after `lead` ("1,1320,").
std::string csv_lines_of(const FigureTable& table, std::span<const Summary> summaries,
                         std::string_view lead);

/// The names of the columns of such a table, without the end of the line.
std::string csv_columns_of(const FigureTable& table);

/// One table with its summaries: dimensions, unit, mean, sd, p05, p50, p95, replications. Figures
/// that no replication gave, and moves that nobody made, are left out (see is_written).
std::string csv_of(const FigureTable& table, std::span<const Summary> summaries);

/// tables/parameters.csv: every number with its source.
std::string csv_of(const std::vector<Parameter>& parameters);

}  // namespace doorstroom

// A CSV file as located values: what a margin in JSON would hold.
#pragma once

#include <cstddef>

#include "scenario/reader.hpp"

namespace doorstroom::scenario {

/// The cells of a CSV file as {"columns": [...], "rows": [[...], ...]}, each cell a text that knows
/// its place; the last one of a row is a number where JSON would take it for one. Cells may stand
/// between quotation marks; lines may end as on Windows; a byte order mark and blank lines at the
/// end count for nothing. Reports what keeps the file from being such a table; a null node if
/// nothing of it can be used.
Node csv_table(std::size_t file, Reading& reading);

}  // namespace doorstroom::scenario

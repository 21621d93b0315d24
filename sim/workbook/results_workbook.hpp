// results.xlsx: everything a result says, for who works in a spreadsheet.
#pragma once

#include <cstddef>
#include <filesystem>

#include "report/language.hpp"
#include "workbook/finished_result.hpp"

namespace doorstroom {

inline constexpr std::string_view results_workbook_name = "results.xlsx";

/// How a workbook of results is made.
struct WorkbookOptions {
  Language language = Language::en;
  /// A table of more rows is cut down by a rule that its sheet states.
  std::size_t most_rows = 200'000;
};

/// Writes the workbook of a result into a file: contents, charts, a sheet for every table, and the
/// numbers that went in. Throws FileError.
void write_results_workbook(const FinishedResult& result, const std::filesystem::path& file,
                            const WorkbookOptions& options);

}  // namespace doorstroom

// The first sheet of a workbook of results: what it is, what is on which sheet, how to make it
// again.
#pragma once

#include <string>
#include <vector>

#include "workbook/book.hpp"
#include "workbook/finished_result.hpp"

namespace doorstroom {

/// One line of the contents.
struct ContentsLine {
  std::string sheet;
  std::string holds;
  std::size_t rows = 0;  // none where it is no table
};

void write_contents(Sheet& sheet, const FinishedResult& result,
                    const std::vector<ContentsLine>& lines, Language language);

}  // namespace doorstroom

// The numbers of a scenario as a sheet.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/parameters.hpp"

#include "workbook/book.hpp"
#include "workbook/labels.hpp"

namespace doorstroom {

/// To be read: every number with its name, unit, range, source and status.
void write_assumptions(Sheet& sheet, const std::vector<Parameter>& parameters, const Labels& labels,
                       const std::string& contents);

}  // namespace doorstroom

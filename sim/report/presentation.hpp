// What a result shows to readers who open no table.
#pragma once

#include <string>

#include "base/files.hpp"

namespace doorstroom {

/// Writes report.json and, made of it and nothing else, report.html. `data` is one JSON object, as
/// docs/reference/report-data.md describes it; `title` the title of the window. Throws FileError.
void write_presentation(const ResultDirectory& directory, const std::string& data,
                        const std::string& title);

}  // namespace doorstroom

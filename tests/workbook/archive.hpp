// .xlsx files part by part, as other programs write them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace doorstroom::tests {

/// Writes an archive with these parts.
void write_archive(const std::filesystem::path& file,
                   const std::map<std::string, std::string>& parts);

/// A workbook with one sheet, of which `rows` is the content of <sheetData>. Texts of type s are 0:
/// "path", 1: "value", 2: in two runs, "/resources/" and "places/level". Style 1 is a date, 2 a
/// date of its own ("dd/mm/yyyy"), 3 a number with the word "days" behind it, 4 a percentage.
std::map<std::string, std::string> workbook_with(const std::string& rows,
                                                 const std::string& sheet = "Parameters");

}  // namespace doorstroom::tests

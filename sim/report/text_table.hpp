// Aligned columns for the terminal.
#pragma once

#include <string>
#include <vector>

namespace doorstroom {

using TextRow = std::vector<std::string>;

/// Columns as wide as their widest cell, the first to the left, the others to the right, each line
/// indented by two. Widths count characters, not bytes.
std::string aligned(const std::vector<TextRow>& rows);

/// Numbers as a row of bars, the highest of which is full: "▁▃▆█". What is no number is a dot.
std::string sparkline(const std::vector<double>& values);

}  // namespace doorstroom

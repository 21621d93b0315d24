#include "workbook/parameter_rows.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "workbook/parameter_columns.hpp"
#include "workbook/parameter_file.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

namespace {

std::string trimmed(std::string text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, is_blank));
  return text;
}

/// The column with that heading, in any language.
std::optional<std::string> column_with(const std::string& heading) {
  const std::string wanted = plain_name(trimmed(heading));
  for (const std::string_view column : parameter_columns) {
    const std::string name(column);
    const scenario::Text words = words_of_column(name);
    if (wanted == name || wanted == plain_name(words.nl) || wanted == plain_name(words.en)) {
      return name;
    }
  }
  return std::nullopt;
}

bool is_csv(const std::filesystem::path& file) {
  return plain_name(file.extension().string()) == ".csv";
}

}  // namespace

std::string ParameterRow::text(const std::string& column) const {
  const auto cell = cells.find(column);
  return cell == cells.end() ? std::string() : trimmed(cell->second.text);
}

ParameterRows::ParameterRows(const std::filesystem::path& file) : is_csv_(is_csv(file)) {
  std::vector<ReadSheet> sheets =
      is_csv_ ? std::vector<ReadSheet>{read_csv_sheet(file)} : read_workbook(file);
  std::ranges::stable_partition(
      sheets, [](const ReadSheet& sheet) { return sheet.name == parameter_sheet_name; });
  for (const ReadSheet& sheet : sheets) {
    if (!find_headings(sheet)) continue;
    take_rows(sheet);
    return;
  }
  throw SheetError(
      fmt::format("{} has no sheet with the headings path and value (in English or Dutch); begin "
                  "with a file of export-parameters",
                  file.string()));
}

bool ParameterRows::find_headings(const ReadSheet& sheet) {
  constexpr std::uint32_t last_row_to_look = 50;
  for (const auto& [row, cells] : sheet.rows) {
    if (row > last_row_to_look) return false;
    columns_.clear();
    for (const auto& [column, cell] : cells) {
      if (const auto name = column_with(cell.text)) columns_.emplace(*name, column);
    }
    if (!columns_.contains("path") || !columns_.contains("value")) continue;
    name_ = sheet.name;
    heading_row_ = row;
    return true;
  }
  return false;
}

void ParameterRows::take_rows(const ReadSheet& sheet) {
  for (const auto& [number, cells] : sheet.rows) {
    if (number <= heading_row_) continue;
    ParameterRow row{number, {}};
    for (const auto& [name, column] : columns_) {
      const auto cell = cells.find(column);
      if (cell != cells.end()) row.cells.emplace(name, cell->second);
    }
    if (!row.cells.empty()) rows_.push_back(std::move(row));
  }
}

std::string ParameterRows::place(const ParameterRow& row, const std::string& column) const {
  if (is_csv_) return fmt::format("{}:{} ({})", name_, row.row + 1, column);
  const auto at = columns_.find(column);
  return fmt::format("{}!{}", name_,
                     cell_name(row.row, at == columns_.end() ? columns_.at("path") : at->second));
}

}  // namespace doorstroom

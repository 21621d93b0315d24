#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "scenario/source.hpp"
#include "scenario/syntax.hpp"
#include "workbook/csv_rows.hpp"
#include "workbook/read_sheet.hpp"

namespace doorstroom {

namespace {

/// What separates the fields: in countries with a decimal comma, programs write semicolons.
char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  constexpr std::array<char, 3> separators{',', ';', '\t'};
  return *std::ranges::max_element(
      separators, {}, [&](char separator) { return std::ranges::count(header, separator); });
}

}  // namespace

ReadSheet read_csv_sheet(const std::filesystem::path& file) {
  const std::string content = read_sheet_file(file);
  std::string_view text = content;
  if (text.starts_with(scenario::byte_order_mark)) {
    text.remove_prefix(scenario::byte_order_mark.size());
  }
  if (scenario::first_not_utf8(text) != std::string_view::npos) {
    throw SheetError(
        fmt::format("{} is not in UTF-8; save it as \"CSV UTF-8\", or as .xlsx", file.string()));
  }
  ReadSheet sheet{file.filename().string(), {}};
  CsvRows rows(text, separator_of(text));
  std::vector<std::string> fields;
  while (rows.next(fields)) {
    const auto row = static_cast<std::uint32_t>(rows.line() - 1);
    for (std::size_t c = 0; c < fields.size(); ++c) {
      const std::string_view field = without_guard(fields[c]);
      if (field.empty()) continue;
      sheet.rows[row][static_cast<std::uint32_t>(c)] = {Cell::Kind::text, std::string(field)};
    }
  }
  return sheet;
}

}  // namespace doorstroom

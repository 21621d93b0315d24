#include "workbook/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace doorstroom {

namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

bool says_when(std::string_view column) {
  constexpr std::array<std::string_view, 4> names{"date", "year", "period", "cohort"};
  return is_one_of(names, column);
}

bool counts(std::string_view column) {
  constexpr std::array<std::string_view, 3> names{"replications", "point", "after"};
  return is_one_of(names, column);
}

/// Columns of a comparison of numbers as they were written, or of a sweep.
bool is_readers_own(std::string_view column) {
  return column.starts_with('/');
}

}  // namespace

ColumnFinder::ColumnFinder(const std::vector<std::string>& header)
    : names_(header),
      only_numbers_(header.size(), true),
      unit_(static_cast<std::size_t>(std::ranges::find(header, "unit") - header.begin())) {}

void ColumnFinder::look_at(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < std::min(fields.size(), names_.size()); ++i) {
    if (only_numbers_[i] && !fields[i].empty() && !plain_number(fields[i])) {
      only_numbers_[i] = false;
    }
  }
}

std::vector<Column> ColumnFinder::columns() const {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string& name = names_[i];
    const bool may_be_figure = unit_ == names_.size() || i > unit_;
    Column::Kind kind = Column::Kind::id;
    if (says_when(name))
      kind = Column::Kind::when;
    else if (counts(name) && only_numbers_[i])
      kind = Column::Kind::count;
    else if (is_readers_own(name))
      kind = Column::Kind::plain;
    else if (may_be_figure && only_numbers_[i])
      kind = Column::Kind::figure;
    columns.push_back({name, kind});
  }
  return columns;
}

std::optional<double> plain_number(std::string_view field) {
  std::string_view digits = field;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  if (digits.empty() || digits.front() < '0' || digits.front() > '9') return std::nullopt;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  double value = 0;
  const char* end = field.data() + field.size();
  const auto [read, error] = std::from_chars(field.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || read != end) return std::nullopt;
  return value;
}

Style style_of_unit(std::string_view unit) {
  constexpr std::array<std::string_view, 2> whole{"euro", "starts"};
  constexpr std::array<std::string_view, 3> fine{"ratio", "phases", "per 100"};
  constexpr std::array<std::string_view, 7> counted{
      "people", "days", "places", "episodes", "cycles", "person-months", "person-days"};
  if (unit == "share") return Style::percent;
  if (is_one_of(whole, unit)) return Style::whole;
  if (is_one_of(fine, unit)) return Style::two_decimals;
  return is_one_of(counted, unit) ? Style::one_decimal : Style::general;
}

std::optional<When> when_of(std::string_view field) {
  constexpr std::size_t date = 10;
  constexpr std::size_t month = 7;
  if (field.size() == date) {
    if (const auto day = parse_date(field)) return When{*day, Style::date};
  }
  if (field.size() == month) {
    if (const auto day = parse_date(std::string(field) + "-01")) return When{*day, Style::month};
  }
  return std::nullopt;
}

}  // namespace doorstroom

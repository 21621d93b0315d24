#include "workbook/csv_rows.hpp"

#include <algorithm>

namespace doorstroom {

CsvRows::CsvRows(std::string_view text, char separator) : text_(text), separator_(separator) {}

bool CsvRows::next(std::vector<std::string>& fields) {
  if (at_ >= text_.size()) return false;
  line_ = next_line_;
  for (std::size_t column = 0;; ++column) {
    if (column == fields.size()) fields.emplace_back();
    fields[column].clear();
    read_field(fields[column]);
    if (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      continue;
    }
    fields.resize(column + 1);
    break;
  }
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++next_line_;
  return true;
}

void CsvRows::read_field(std::string& field) {
  if (at_ < text_.size() && text_[at_] == '"') read_quoted(field);
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
         text_[at_] != '\r') {
    ++at_;
  }
  field += text_.substr(begin, at_ - begin);
}

void CsvRows::read_quoted(std::string& field) {
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"') {
      ++at_;
      if (at_ >= text_.size() || text_[at_] != '"') return;
    }
    if (text_[at_] == '\n') ++next_line_;
    field += text_[at_];
  }
}

std::string_view without_guard(std::string_view field) {
  constexpr std::string_view formula = "=+-@\t\r";
  const bool is_guarded =
      field.size() > 1 && field[0] == '\'' && formula.find(field[1]) != std::string_view::npos;
  return is_guarded ? field.substr(1) : field;
}

}  // namespace doorstroom

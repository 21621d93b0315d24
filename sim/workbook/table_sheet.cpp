#include "workbook/table_sheet.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "workbook/columns.hpp"
#include "workbook/csv_rows.hpp"

namespace doorstroom {

namespace {

using Fields = std::vector<std::string>;

std::size_t place_of(const Fields& header, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
}

/// Is a row among those that are kept? Decided from what a first look at the table has found.
class Selection final {
 public:
  Selection(const Fields& header, std::size_t most_rows)
      : most_rows_(most_rows),
        breakdown_(place_of(header, "breakdown")),
        date_(place_of(header, "date")),
        columns_(header.size()) {}

  void look_at(const Fields& fields) {
    ++all_;
    if (!is_undivided(fields)) return;
    ++undivided_;
    if (date_ >= fields.size()) return;
    std::string& last = last_dates_[fields[date_].substr(0, 4)];
    last = std::max(last, fields[date_]);
    ++by_date_[fields[date_]];
  }

  void decide() {
    if (all_ <= most_rows_) return;
    kept_ = Kept::without_breakdowns;
    if (undivided_ <= most_rows_) return;
    std::size_t at_year_ends = 0;
    for (const auto& [year, date] : last_dates_) at_year_ends += by_date_[date];
    kept_ = date_ < columns_ && at_year_ends <= most_rows_ ? Kept::year_ends : Kept::first_rows;
  }

  [[nodiscard]] bool keeps(const Fields& fields, std::size_t rows_so_far) const {
    if (kept_ == Kept::all) return true;
    if (rows_so_far >= most_rows_ || !is_undivided(fields)) return false;
    if (kept_ == Kept::without_breakdowns || date_ >= fields.size()) return true;
    return fields[date_] == last_dates_.at(fields[date_].substr(0, 4));
  }

  [[nodiscard]] Kept kept() const { return kept_; }
  [[nodiscard]] std::size_t all() const { return all_; }

 private:
  [[nodiscard]] bool is_undivided(const Fields& fields) const {
    return breakdown_ >= fields.size() || fields[breakdown_] == "all";
  }

  std::size_t most_rows_;
  std::size_t breakdown_;
  std::size_t date_;
  std::size_t columns_;
  std::size_t all_ = 0;
  std::size_t undivided_ = 0;
  std::map<std::string, std::string> last_dates_;  // by year
  std::map<std::string, std::size_t> by_date_;
  Kept kept_ = Kept::all;
};

/// Writes the cells of a table, and remembers how wide they are.
class TableWriter final {
 public:
  TableWriter(Sheet& sheet, std::vector<Column> columns, const Labels& labels)
      : sheet_(sheet), columns_(std::move(columns)), labels_(labels) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      place_.push_back(widths_.size());
      widths_.push_back(0);
      if (Labels::has_labels(columns_[i].name)) widths_.push_back(0);
      if (columns_[i].name == "unit") unit_ = i;
    }
  }

  void headings(std::uint32_t row) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string heading = in(labels_.language(), words_of_column(columns_[i].name));
      heading_at(row, place_[i], heading);
      if (Labels::has_labels(columns_[i].name)) {
        const bool nl = labels_.language() == Language::nl;
        heading_at(row, place_[i] + 1, heading + (nl ? " (naam)" : " (name)"));
      }
    }
  }

  void row(std::uint32_t row, const Fields& fields) {
    const bool has_unit = unit_ < fields.size();
    const Style style = has_unit ? style_of_unit(fields[unit_]) : Style::general;
    for (std::size_t i = 0; i < std::min(fields.size(), columns_.size()); ++i) {
      if (!fields[i].empty()) cell(row, i, fields[i], style);
    }
  }

  void finish() {
    constexpr double narrowest = 8;
    constexpr double widest = 48;
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      sheet_.width(c, std::clamp(static_cast<double>(widths_[c]) + 2, narrowest, widest));
    }
  }
  [[nodiscard]] std::size_t columns() const { return widths_.size(); }

 private:
  void heading_at(std::uint32_t row, std::size_t column, const std::string& text) {
    sheet_.text(row, column, text, Style::heading);
    constexpr std::size_t most_of_heading = 16;  // longer ones take two lines
    widths_[column] = std::max(widths_[column], std::min(text.size(), most_of_heading));
  }

  void widen(std::size_t column, std::size_t characters) {
    widths_[column] = std::max(widths_[column], characters);
  }

  void cell(std::uint32_t row, std::size_t i, const std::string& field, Style style) {
    const std::size_t column = place_[i];
    const Column::Kind kind = columns_[i].kind;
    if (kind == Column::Kind::when) return when(row, column, field);
    if (kind != Column::Kind::id) {
      if (const auto number = plain_number(field)) {
        sheet_.number(row, column, *number,
                      kind == Column::Kind::count    ? Style::plain_whole
                      : kind == Column::Kind::figure ? style
                                                     : Style::general);
        constexpr std::size_t longest_number = 14;
        return widen(column, std::min(field.size() + 2, longest_number));
      }
    }
    text(row, i, field);
  }

  void text(std::uint32_t row, std::size_t i, const std::string& field) {
    const std::size_t column = place_[i];
    sheet_.text(row, column, without_guard(field));
    widen(column, field.size());
    if (!Labels::has_labels(columns_[i].name)) return;
    const std::string label = labels_.of(columns_[i].name, field);
    if (label.empty()) return;
    sheet_.text(row, column + 1, label, Style::label);
    widen(column + 1, label.size());
  }

  void when(std::uint32_t row, std::size_t column, const std::string& field) {
    widen(column, field.size());
    if (const auto date = when_of(field)) {
      sheet_.date(row, column, date->day, date->style);
    } else if (const auto year = plain_number(field)) {
      sheet_.number(row, column, *year, Style::plain_whole);
    } else {
      sheet_.text(row, column, without_guard(field));
    }
  }

  Sheet& sheet_;
  std::vector<Column> columns_;
  const Labels& labels_;
  std::vector<std::size_t> place_;   // by column of the file: the column of the sheet
  std::vector<std::size_t> widths_;  // by column of the sheet, in characters
  std::size_t unit_ = static_cast<std::size_t>(-1);
};

constexpr std::uint32_t heading_row = 2;

}  // namespace

scenario::Text WrittenTable::notice() const {
  if (kept == Kept::all) return {};
  const std::string nl = kept == Kept::without_breakdowns ? "zonder uitsplitsingen"
                         : kept == Kept::year_ends
                             ? "zonder uitsplitsingen, en alleen de laatste datum van elk jaar"
                             : "alleen de eerste rijen";
  const std::string en = kept == Kept::without_breakdowns ? "without breakdowns"
                         : kept == Kept::year_ends
                             ? "without breakdowns, and only the last date of each year"
                             : "only the first rows";
  return {fmt::format("{} van {} rijen: {}. Alles staat in tables/{}.csv.",
                      number(Language::nl, static_cast<double>(rows)),
                      number(Language::nl, static_cast<double>(rows_in_file)), nl, table),
          fmt::format("{} of {} rows: {}. All of it is in tables/{}.csv.",
                      number(Language::en, static_cast<double>(rows)),
                      number(Language::en, static_cast<double>(rows_in_file)), en, table)};
}

WrittenTable write_table(Book& book, const TableWords& words, const std::string& csv,
                         const Labels& labels, const std::string& contents, std::size_t most_rows) {
  const Language language = labels.language();
  Fields fields;
  CsvRows rows(csv);
  rows.next(fields);
  ColumnFinder finder(fields);
  Selection selection(fields, most_rows);
  while (rows.next(fields)) {
    finder.look_at(fields);
    selection.look_at(fields);
  }
  selection.decide();

  Sheet sheet = book.add_sheet(in(language, words.sheet));
  WrittenTable written{std::string(words.table), sheet.name(), 0, selection.all(),
                       selection.kept()};
  TableWriter writer(sheet, finder.columns(), labels);
  std::size_t kept = 0;
  if (selection.kept() != Kept::all) {  // what is said above the rows counts them
    CsvRows counted(csv);
    counted.next(fields);
    while (counted.next(fields)) kept += selection.keeps(fields, kept) ? 1 : 0;
    written.rows = kept;
  }
  sheet.text(0, 0, in(language, words.sheet), Style::title);
  const std::string notice = in(language, written.notice());
  sheet.link(1, 0, contents, contents);
  sheet.text(1, 1, notice.empty() ? in(language, words.holds) : notice, Style::note);
  writer.headings(heading_row);
  std::uint32_t row = heading_row + 1;
  CsvRows again(csv);
  again.next(fields);
  kept = 0;
  while (again.next(fields)) {
    if (!selection.keeps(fields, kept)) continue;
    ++kept;
    writer.row(row++, fields);
  }
  written.rows = kept;
  writer.finish();
  sheet.freeze(heading_row + 1, 0);
  sheet.filter(heading_row, std::max(row - 1, heading_row + 1), writer.columns() - 1);
  sheet.set_up_printing(heading_row);
  return written;
}

}  // namespace doorstroom

#include "workbook/book.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/files.hpp"
#include "workbook/whole_workbook.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;

/// When every workbook says that it was made: the same content must give the same bytes.
constexpr std::time_t made_on = 946'684'800;  // 1 January 2000

constexpr lxw_color_t ink = 0x1F2A37;
constexpr lxw_color_t quiet = 0x6B7280;
constexpr lxw_color_t alarm = 0x9A3412;
constexpr lxw_color_t blue = 0x1D4E89;
constexpr lxw_color_t grey = 0x9CA3AF;
constexpr lxw_color_t pale = 0xE8EEF5;
constexpr lxw_color_t paper = 0xFFFBE6;

[[noreturn]] void fail(const fs::path& file, lxw_error error) {
  throw FileError(fmt::format("cannot write {} ({})", file.string(), lxw_strerror(error)));
}

/// Has everything that was put aside so far been written? The library does not look.
bool are_kept(lxw_workbook* book) {
  lxw_worksheet* sheet = nullptr;
  bool kept = true;
  STAILQ_FOREACH(sheet, book->worksheets, list_pointers) {
    kept = kept && std::fflush(sheet->optimize_tmpfile) == 0 &&
           std::ferror(sheet->optimize_tmpfile) == 0;
  }
  return kept;
}

lxw_col_t column_of(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

/// As much of a text as fits into a cell, never half a character.
std::string fitting(std::string_view text) {
  if (text.size() <= Book::longest_text) return std::string(text);
  std::size_t end = Book::longest_text - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string in_small_letters(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// At most so many characters of a text.
std::string first_characters(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins && ++count > most) break;
    ++end;
  }
  return text.substr(0, end);
}

const char* number_format(Style style) {
  switch (style) {
    case Style::plain_whole:
      return "0";
    case Style::whole:
      return "#,##0";
    case Style::one_decimal:
      return "#,##0.0";
    case Style::two_decimals:
      return "#,##0.00";
    case Style::percent:
      return "0.0%";
    case Style::date:
      return "yyyy-mm-dd";
    case Style::month:
      return "yyyy-mm";
    default:
      return nullptr;
  }
}

void set_heading(lxw_format* format) {
  format_set_bold(format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_bg_color(format, pale);
  format_set_bottom(format, LXW_BORDER_THIN);
}

void set_look(lxw_format* format, Style style) {
  switch (style) {
    case Style::plain_whole:
    case Style::date:
    case Style::month:
      format_set_num_format(format, number_format(style));
      return format_set_align(format, LXW_ALIGN_LEFT);
    case Style::title:
      format_set_bold(format);
      format_set_font_size(format, 15);
      return format_set_font_color(format, ink);
    case Style::heading:
      return set_heading(format);
    case Style::label:
      return format_set_font_color(format, quiet);
    case Style::note:
      format_set_font_color(format, quiet);
      return format_set_italic(format);
    case Style::warning:
      format_set_font_color(format, alarm);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      return format_set_text_wrap(format);
    case Style::wrapped:
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      return format_set_text_wrap(format);
    case Style::link:
      format_set_font_color(format, blue);
      return format_set_underline(format, LXW_UNDERLINE_SINGLE);
    case Style::input:
      format_set_bg_color(format, paper);
      return format_set_align(format, LXW_ALIGN_RIGHT);
    default:
      if (const char* text = number_format(style)) format_set_num_format(format, text);
  }
}

/// A range of a chart, as the library takes it: the name of the sheet, rows and columns.
template <class Set, class Of>
void set_range(Set set, Of* of, const CellRange& range) {
  set(of, range.sheet.c_str(), range.first_row, range.column, range.last_row, range.column);
}

void draw_line(lxw_chart_series* series, ChartSeries::Look look, bool is_line) {
  if (!is_line) return;
  lxw_chart_line line{};
  line.width = look == ChartSeries::Look::band ? 1.0F : 2.25F;
  line.dash_type =
      look == ChartSeries::Look::band ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
  if (look == ChartSeries::Look::main) line.color = blue;
  if (look == ChartSeries::Look::band) line.color = grey;
  if (look != ChartSeries::Look::other) chart_series_set_line(series, &line);
}

}  // namespace

void Sheet::text(std::uint32_t row, std::size_t column, std::string_view text, Style style) {
  worksheet_write_string(sheet_, row, column_of(column), fitting(text).c_str(),
                         book_->format(style));
}

void Sheet::number(std::uint32_t row, std::size_t column, double value, Style style) {
  worksheet_write_number(sheet_, row, column_of(column), value, book_->format(style));
}

void Sheet::date(std::uint32_t row, std::size_t column, Day day, Style style) {
  constexpr int epoch = 25'569;  // 1 January 1970 as spreadsheets count days
  number(row, column, day.since_epoch + epoch, style);
}

void Sheet::link(std::uint32_t row, std::size_t column, const std::string& sheet,
                 std::string_view text) {
  std::string quoted;
  for (const char c : sheet) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  const std::string to = fmt::format("internal:'{}'!A1", quoted);
  worksheet_write_url_opt(sheet_, row, column_of(column), to.c_str(), book_->format(Style::link),
                          fitting(text).c_str(), nullptr);
}

void Sheet::width(std::size_t column, double characters) {
  worksheet_set_column(sheet_, column_of(column), column_of(column), characters, nullptr);
}

void Sheet::height(std::uint32_t row, double points) {
  worksheet_set_row(sheet_, row, points, nullptr);
}

void Sheet::freeze(std::uint32_t row, std::size_t column) {
  worksheet_freeze_panes(sheet_, row, column_of(column));
}

void Sheet::filter(std::uint32_t heading, std::uint32_t last_row, std::size_t last_column) {
  worksheet_autofilter(sheet_, heading, 0, last_row, column_of(last_column));
}

void Sheet::set_up_printing(std::uint32_t heading) {
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);  // A4
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, heading);
}

void Sheet::chart(std::uint32_t row, std::size_t column, const Chart& chart, int width,
                  int height) {
  const bool is_line = chart.kind != Chart::Kind::columns;
  lxw_chart* drawn = workbook_add_chart(book_->book_, is_line ? LXW_CHART_LINE : LXW_CHART_COLUMN);
  for (const ChartSeries& from : chart.series) {
    lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
    set_range(chart_series_set_categories, series, from.categories);
    set_range(chart_series_set_values, series, from.values);
    chart_series_set_name_range(series, from.name.sheet.c_str(), from.name.first_row,
                                from.name.column);
    draw_line(series, from.look, is_line);
  }
  const std::string words = (chart.title.starts_with('=') ? " " : "") + chart.title;  // no formula
  chart_title_set_name(drawn, words.c_str());
  lxw_chart_font title{};
  title.size = 11;
  title.bold = LXW_TRUE;
  chart_title_set_name_font(drawn, &title);
  chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_set_num_format(drawn->y_axis, "#,##0");
  chart_axis_set_min(drawn->y_axis, 0);
  if (chart.kind == Chart::Kind::lines_over_time) {
    constexpr int months_between = 12;
    chart_axis_set_num_format(drawn->x_axis, "yyyy-mm");
    chart_axis_set_interval_unit(drawn->x_axis, months_between);
    chart_axis_set_interval_tick(drawn->x_axis, months_between);
  }
  lxw_chart_options options{};
  constexpr double usual_width = 480;
  constexpr double usual_height = 288;
  options.x_scale = width / usual_width;
  options.y_scale = height / usual_height;
  worksheet_insert_chart_opt(sheet_, row, column_of(column), drawn, &options);
}

Book::Book(fs::path file, const std::string& title)
    : file_(std::move(file)),
      temporary_folder_(file_.has_parent_path() ? file_.parent_path().string() : ".") {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = temporary_folder_.data();
  book_ = workbook_new_opt(file_.c_str(), &options);
  if (book_ == nullptr) fail(file_, LXW_ERROR_MEMORY_MALLOC_FAILED);
  std::string words = title;
  std::string author = "Doorstroom";
  lxw_doc_properties properties{};
  properties.title = words.data();
  properties.author = author.data();
  properties.created = made_on;
  workbook_set_properties(book_, &properties);
}

Book::~Book() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Sheet Book::add_sheet(const std::string& name) {
  constexpr std::size_t longest_name = 31;
  std::string plain = name.empty() ? "-" : name;
  std::ranges::replace_if(
      plain, [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; },
      '-');
  std::string unique = first_characters(plain, longest_name);
  for (int n = 2; std::ranges::find(names_, in_small_letters(unique)) != names_.end(); ++n) {
    const std::string end = fmt::format(" {}", n);
    unique = first_characters(plain, longest_name - end.size()) + end;
  }
  names_.push_back(in_small_letters(unique));
  lxw_worksheet* sheet = workbook_add_worksheet(book_, unique.c_str());
  if (sheet == nullptr) fail(file_, LXW_ERROR_MEMORY_MALLOC_FAILED);
  return {*this, sheet, unique};
}

void Book::close() {
  ResultFile(file_).close(Durable::in_time);  // where it cannot be made, the library prints it
  const bool rows_are_kept = are_kept(book_);
  const lxw_error error = workbook_close(std::exchange(book_, nullptr));
  try {
    if (error != LXW_NO_ERROR) fail(file_, error);
    if (!rows_are_kept) fail(file_, LXW_ERROR_CREATING_TMPFILE);
    check_whole_workbook(file_);
    sync_file(file_);
  } catch (...) {
    std::error_code ignored;
    fs::remove(file_, ignored);
    throw;
  }
}

lxw_format* Book::format(Style style) {
  if (style == Style::plain || style == Style::general) return nullptr;
  const auto [at, is_new] = formats_.try_emplace(style, nullptr);
  if (is_new) {
    at->second = workbook_add_format(book_);
    set_look(at->second, style);
  }
  return at->second;
}

}  // namespace doorstroom

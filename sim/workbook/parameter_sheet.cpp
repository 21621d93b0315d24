#include "workbook/parameter_sheet.hpp"

#include <algorithm>
#include <array>

#include "scenario/words.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

namespace {

constexpr std::array columns{"label", "as_written", "value", "unit",  "status", "low",
                             "high",  "source",     "note",  "group", "path",   "where"};
constexpr std::array widths{46.0, 12.0, 12.0, 13.0, 12.0, 11.0, 11.0, 50.0, 40.0, 16.0, 60.0, 40.0};

void write_row(Sheet& sheet, std::uint32_t row, const Parameter& p, const Labels& labels) {
  const scenario::Evidence& e = p.evidence;
  const std::string status(e.status == scenario::Standing::unstated ? "unstated"
                                                                    : scenario::word(e.status));
  const Language language = labels.language();
  sheet.text(row, 0, labels.of_path(p.path));
  sheet.text(row, 1, p.text);
  sheet.number(row, 2, p.value);
  sheet.text(row, 3, in(language, words_of_value(p.unit)));
  sheet.text(row, 4, in(language, words_of_value(status)));
  if (e.range) sheet.number(row, 5, e.range->first);
  if (e.range) sheet.number(row, 6, e.range->second);
  sheet.text(row, 7, e.source);
  sheet.text(row, 8, e.note);
  sheet.text(row, 9, e.group);
  sheet.text(row, 10, p.path);
  sheet.text(row, 11, p.where);
}

}  // namespace

void write_assumptions(Sheet& sheet, const std::vector<Parameter>& parameters, const Labels& labels,
                       const std::string& contents) {
  const bool nl = labels.language() == Language::nl;
  constexpr std::uint32_t heading_row = 2;
  sheet.text(0, 0, nl ? "Aannames" : "Assumptions", Style::title);
  sheet.link(1, 0, contents, contents);
  sheet.text(1, 1,
             nl ? "Laag en hoog: interval van 90 %. Tijdspannen staan in dagen."
                : "Low and high: 90 % interval. Spans of time are in days.",
             Style::note);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    sheet.text(heading_row, c, in(labels.language(), words_of_column(columns[c])), Style::heading);
    sheet.width(c, widths[c]);
  }
  std::uint32_t row = heading_row + 1;
  for (const Parameter& parameter : parameters) write_row(sheet, row++, parameter, labels);
  sheet.freeze(heading_row + 1, 1);
  sheet.filter(heading_row, std::max(row - 1, heading_row + 1), columns.size() - 1);
  sheet.set_up_printing(heading_row);
}

}  // namespace doorstroom

#include "workbook/chart_sheets.hpp"

#include <algorithm>

#include "workbook/columns.hpp"

namespace doorstroom {

namespace {

constexpr std::uint32_t title_row = 2;
constexpr std::uint32_t heading_row = 3;

/// The first column of each panel: its axis, and behind it a column for each curve.
std::vector<std::size_t> first_columns(const std::vector<Panel>& panels) {
  std::vector<std::size_t> columns;
  std::size_t next = 0;
  for (const Panel& panel : panels) {
    columns.push_back(next);
    next += panel.curves.size() + 2;  // one stays empty
  }
  return columns;
}

ChartSeries::Look look_of(Curve::Look look) {
  return look == Curve::Look::main   ? ChartSeries::Look::main
         : look == Curve::Look::band ? ChartSeries::Look::band
                                     : ChartSeries::Look::other;
}

Chart::Kind kind_of(Panel::Kind kind) {
  return kind == Panel::Kind::over_time   ? Chart::Kind::lines_over_time
         : kind == Panel::Kind::by_period ? Chart::Kind::columns
                                          : Chart::Kind::lines;
}

void write_place(Sheet& sheet, std::uint32_t row, std::size_t column, const std::string& place) {
  if (const auto date = when_of(place)) return sheet.date(row, column, date->day, date->style);
  if (const auto number = plain_number(place)) return sheet.number(row, column, *number);
  sheet.text(row, column, place);
}

void write_row(Sheet& sheet, const Panel& panel, std::size_t column, std::size_t place) {
  const auto row = static_cast<std::uint32_t>(heading_row + 1 + place);
  write_place(sheet, row, column, panel.places[place]);
  for (std::size_t i = 0; i < panel.curves.size(); ++i) {
    const auto value = panel.curves[i].values.find(panel.places[place]);
    if (value == panel.curves[i].values.end()) continue;
    sheet.number(row, column + 1 + i, value->second, Style::one_decimal);
  }
}

}  // namespace

ChartFigures place_figures(const std::vector<Panel>& panels, const std::string& sheet) {
  ChartFigures figures{sheet, {}};
  const std::vector<std::size_t> columns = first_columns(panels);
  for (std::size_t p = 0; p < panels.size(); ++p) {
    const auto last_row = static_cast<std::uint32_t>(heading_row + panels[p].places.size());
    const auto cells = [&](std::uint32_t from, std::uint32_t to, std::size_t column) {
      return CellRange{sheet, from, to, static_cast<std::uint16_t>(column)};
    };
    Chart chart{kind_of(panels[p].kind), panels[p].title, {}};
    for (std::size_t i = 0; i < panels[p].curves.size(); ++i) {
      const std::size_t column = columns[p] + 1 + i;
      chart.series.push_back(
          {cells(heading_row, heading_row, column), cells(heading_row + 1, last_row, columns[p]),
           cells(heading_row + 1, last_row, column), look_of(panels[p].curves[i].look)});
    }
    figures.charts.push_back(std::move(chart));
  }
  return figures;
}

void write_charts(Sheet& sheet, const ChartFigures& figures, Language language,
                  const std::string& contents) {
  const bool nl = language == Language::nl;
  sheet.text(0, 0, nl ? "Grafieken" : "Charts", Style::title);
  sheet.link(1, 0, contents, contents);
  constexpr int width = 620;
  constexpr int height = 320;
  constexpr std::uint32_t rows = 17;  // of a chart and the space below it
  constexpr std::size_t columns = 10;
  for (std::size_t i = 0; i < figures.charts.size(); ++i) {
    sheet.chart(3 + static_cast<std::uint32_t>(i / 2) * rows, i % 2 * columns, figures.charts[i],
                width, height);
  }
  sheet.set_up_printing(0);
}

void write_figures(Sheet& sheet, const std::vector<Panel>& panels, Language language,
                   const std::string& contents) {
  const bool nl = language == Language::nl;
  const std::vector<std::size_t> columns = first_columns(panels);
  sheet.text(0, 0, nl ? "Cijfers van de grafieken" : "Figures of the charts", Style::title);
  sheet.link(1, 0, contents, contents);
  std::size_t rows = 0;
  for (std::size_t p = 0; p < panels.size(); ++p) {
    sheet.text(title_row, columns[p], panels[p].title, Style::label);
    rows = std::max(rows, panels[p].places.size());
  }
  for (std::size_t p = 0; p < panels.size(); ++p) {
    const char* axis = panels[p].kind == Panel::Kind::over_time   ? (nl ? "Datum" : "Date")
                       : panels[p].kind == Panel::Kind::by_period ? (nl ? "Periode" : "Period")
                                                                  : (nl ? "Waarde" : "Value");
    sheet.text(heading_row, columns[p], axis, Style::heading);
    sheet.width(columns[p], 11);
    for (std::size_t i = 0; i < panels[p].curves.size(); ++i) {
      sheet.text(heading_row, columns[p] + 1 + i, panels[p].curves[i].name, Style::heading);
      sheet.width(columns[p] + 1 + i, 13);
    }
  }
  for (std::size_t place = 0; place < rows; ++place) {
    for (std::size_t p = 0; p < panels.size(); ++p) {
      if (place < panels[p].places.size()) write_row(sheet, panels[p], columns[p], place);
    }
  }
  sheet.freeze(heading_row + 1, 0);
}

}  // namespace doorstroom

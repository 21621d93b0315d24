// The sheets with charts, and with the figures that they draw.
#pragma once

#include <string>
#include <vector>

#include "report/language.hpp"
#include "workbook/book.hpp"
#include "workbook/panels.hpp"

namespace doorstroom {

/// Where the figures of the charts stand, panel by panel.
struct ChartFigures {
  std::string sheet;
  std::vector<Chart> charts;
};

/// Says where the figures of the panels will stand on the sheet with that name.
ChartFigures place_figures(const std::vector<Panel>& panels, const std::string& sheet);

/// Draws the charts, two beside each other.
void write_charts(Sheet& sheet, const ChartFigures& figures, Language language,
                  const std::string& contents);

/// Writes the figures where the charts look for them.
void write_figures(Sheet& sheet, const std::vector<Panel>& panels, Language language,
                   const std::string& contents);

}  // namespace doorstroom

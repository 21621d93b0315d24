// What is drawn of a result: lists over time, starts against contingents, money.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "workbook/finished_result.hpp"
#include "workbook/labels.hpp"

namespace doorstroom {

/// One line of a panel, by its place on the axis ("2025-01-31", "2025", "3").
struct Curve {
  enum class Look : std::uint8_t { main, band, other };

  std::string name;
  Look look = Look::main;
  std::map<std::string, double> values;
};

/// One drawing.
struct Panel {
  enum class Kind : std::uint8_t { over_time, by_period, by_value };

  Kind kind = Kind::over_time;
  std::string title;
  std::vector<Curve> curves;
  /// The axis, in order.
  std::vector<std::string> places;
};

/// The drawings of a result, at most six of each sort, those with the largest figures first. Taken
/// from its tables: `series`, `budget`, `sweep` and `path`.
std::vector<Panel> panels_of(const FinishedResult& result, const Labels& labels);

}  // namespace doorstroom

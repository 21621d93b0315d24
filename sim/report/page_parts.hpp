// What the data of all kinds of pages have in common. docs/reference/report-data.md describes it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "doorstroom/load.hpp"

#include "report/findings.hpp"

namespace doorstroom {

/// A figure with at most so many decimals, or null.
nlohmann::ordered_json figure_json(double value, int decimals = 6);

/// The same with at most six digits where it has decimals: what drawings and tooltips need.
nlohmann::ordered_json short_figure_json(double value);

/// A column of a table; one value where all rows have the same.
nlohmann::ordered_json column_json(nlohmann::ordered_json values);

/// Every number of a scenario, with where it comes from.
nlohmann::ordered_json parameters_json(const std::vector<Parameter>& parameters);

/// The files of a scenario with their digests.
nlohmann::ordered_json inputs_json(const LoadedScenario& loaded);

/// Sentences, with what they are about.
nlohmann::ordered_json finding_json(const Finding& finding);

/// A table by columns, built row by row: dimensions are numbers of their distinct values.
class PageTable final {
 public:
  PageTable(std::vector<std::string> dimensions, std::vector<std::string> figures);
  /// One value for each dimension, one figure for each column of figures.
  void add(std::span<const std::string> values, std::span<const double> figures);
  [[nodiscard]] nlohmann::ordered_json json() const;

 private:
  struct Dimension {
    std::string name;
    std::map<std::string, std::size_t> numbers;
    std::vector<std::string> values;  // in the order in which they were met
    std::vector<std::size_t> codes;
  };
  struct Column {
    std::string name;
    nlohmann::ordered_json values = nlohmann::ordered_json::array();
  };
  std::size_t rows_ = 0;
  std::vector<Dimension> dimensions_;
  std::vector<Column> columns_;
};

}  // namespace doorstroom

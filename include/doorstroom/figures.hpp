// Figures: what a run gives. A table is a list of figures with their dimensions; every replication
// gives one number for each, and a run summarises them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace doorstroom {

/// "There is no such figure here": too few data or too short a follow-up. Never zero.
inline constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();

/// Which figures of a table are written: those of what cannot be known beforehand (who moves from
/// where to where) only where it happened in some replication.
enum class Rows : std::uint8_t { all, that_happened };

/// One figure of a table: the values of its dimensions and its unit.
struct FigureKey {
  std::vector<std::string> values;
  std::string unit;
  Rows written = Rows::all;

  friend bool operator==(const FigureKey&, const FigureKey&) = default;
};

/// A table of figures.
struct FigureTable {
  std::string name;                     // "series": written to tables/series.csv
  std::vector<std::string> dimensions;  // "date", "indicator", ...
  std::vector<FigureKey> keys;
};

/// The tables of a run, in order. Figures are numbered through all of them.
struct FigureLayout {
  std::vector<FigureTable> tables;

  [[nodiscard]] std::size_t figures() const {
    std::size_t count = 0;
    for (const FigureTable& table : tables) count += table.keys.size();
    return count;
  }
};

/// A figure over all replications. Percentiles are no_figure where there are too few replications.
struct Summary {
  double mean = no_figure;
  double sd = no_figure;
  double p05 = no_figure;
  double p50 = no_figure;
  double p95 = no_figure;
  std::size_t replications = 0;  // that gave this figure
};

/// Is there anything to write of a figure?
[[nodiscard]] inline bool is_written(const FigureKey& key, const Summary& summary) {
  if (summary.replications == 0) return false;
  return key.written == Rows::all || summary.mean != 0;
}

/// Fewest replications for which percentiles are given.
inline constexpr std::size_t fewest_for_percentiles = 20;

/// All figures of a run, summarised: `summaries` in the numbering of the layout.
struct RunFigures {
  FigureLayout layout;
  std::vector<Summary> summaries;
};

}  // namespace doorstroom

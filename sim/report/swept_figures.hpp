// The headline figures of a sweep, each at every point.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "doorstroom/figures.hpp"

#include "compare/verdict.hpp"

namespace doorstroom {

/// One figure of one year.
struct SweptFigure {
  std::string indicator;
  std::string subject;
  std::string unit;
  std::vector<Summary> at;  // by point; without replications where a point has no such figure
};

/// The points at which a figure is least and most, and whether that may be chance.
struct SweptSpan {
  std::size_t least = 0;
  std::size_t most = 0;
  Summary difference;  // most less least; its sd is an upper bound
  Verdict verdict = Verdict::nothing;
};

/// `confidence` of the interval of the mean at one point; for the span it is shared by all pairs of
/// points.
SweptSpan span_of(const SweptFigure& figure, double confidence);

/// Takes up the points in their order.
class SweptFigures final {
 public:
  /// `headline` has the dimensions year, indicator, subject; other years than `year` are left out.
  void add(const FigureTable& headline, std::span<const Summary> summaries,
           const std::string& year);

  /// Those that readers have words for and that are not nought everywhere, in the order in which
  /// they were met.
  [[nodiscard]] std::vector<SweptFigure> told() const;
  [[nodiscard]] std::size_t points() const { return points_; }

 private:
  std::vector<SweptFigure> figures_;
  std::map<std::pair<std::string, std::string>, std::size_t> numbers_;  // by indicator, subject
  std::size_t points_ = 0;
};

}  // namespace doorstroom

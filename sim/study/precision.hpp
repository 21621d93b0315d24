// How many replications are enough? As many as it takes for the headline figures to be known
// closely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "doorstroom/figures.hpp"
#include "doorstroom/run.hpp"

namespace doorstroom {

/// A figure that must be known closely, and how wide its interval may be where its mean is near
/// zero.
struct WatchedFigure {
  std::size_t figure = 0;
  double scale = 1;  // half the interval may be `precision` times the mean, or times this
  std::string name = {};
};

/// The figures of the table `headline` that decide: lists, starts, waits, jobseekers and jobs.
std::vector<WatchedFigure> watched_figures(const FigureLayout& layout);

/// Sequential procedure of Hoad, Robinson and Davies (Journal of the Operational Research Society
/// 61 (2010), 1632-1644): enough is when half the 95 % interval of each watched figure is within
/// the precision, and stays so for a while: five replications more, or 5 % of them from 100 on.
/// Figures that not every replication gives are not watched.
class PrecisionRule final {
 public:
  PrecisionRule(AutomaticReplications wanted, std::vector<WatchedFigure> watched);

  /// The watched figures of the next replication, in their order.
  void add(std::span<const double> values);
  [[nodiscard]] bool is_enough() const;
  /// Where it stands: the figure whose interval is widest, and how wide.
  [[nodiscard]] PrecisionReached reached() const;
  [[nodiscard]] const std::vector<WatchedFigure>& watched() const { return watched_; }
  [[nodiscard]] const AutomaticReplications& wanted() const { return wanted_; }

 private:
  struct Running {
    double mean = 0;
    double squares = 0;
    bool is_given = true;
  };
  [[nodiscard]] double width_of(std::size_t at) const;

  AutomaticReplications wanted_;
  std::vector<WatchedFigure> watched_;
  std::vector<Running> running_;
  std::size_t count_ = 0;
  std::size_t within_since_ = 0;  // 0: not within the precision
};

}  // namespace doorstroom

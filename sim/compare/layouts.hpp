// The figures of two scenarios side by side.
#pragma once

#include <cstddef>
#include <vector>

#include "doorstroom/figures.hpp"

#include "record/figure_source.hpp"

namespace doorstroom {

/// All figures that one of two scenarios gives: those of the base in their order, and in each table
/// behind them what only the alternative has.
class CommonLayout final {
 public:
  CommonLayout(const FigureLayout& base, const FigureLayout& alternative);

  [[nodiscard]] const FigureLayout& layout() const { return layout_; }
  /// The values of a world in the order of the common layout; no_figure where it has none.
  [[nodiscard]] FigureValues of_base(const FigureValues& values) const {
    return pick(values, base_);
  }
  [[nodiscard]] FigureValues of_alternative(const FigureValues& values) const {
    return pick(values, alternative_);
  }

 private:
  static constexpr std::size_t nowhere = ~std::size_t{0};
  static FigureValues pick(const FigureValues& values, const std::vector<std::size_t>& places);

  FigureLayout layout_;
  std::vector<std::size_t> base_;  // place of each figure among the values of the base
  std::vector<std::size_t> alternative_;
};

}  // namespace doorstroom

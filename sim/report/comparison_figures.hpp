// Walking over the figures of a comparison.
#pragma once

#include <cstddef>
#include <string_view>

#include "doorstroom/compare.hpp"

namespace doorstroom {

/// Calls `use(figure, key)` for each figure of a table, in order; `figure` is its number in the
/// summaries of the comparison.
template <class Use>
void for_each_figure(const Comparison& comparison, std::string_view table, Use use) {
  std::size_t first = 0;
  for (const FigureTable& one : comparison.layout.tables) {
    for (std::size_t i = 0; one.name == table && i < one.keys.size(); ++i) {
      use(first + i, one.keys[i]);
    }
    first += one.keys.size();
  }
}

}  // namespace doorstroom

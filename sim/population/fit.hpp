// Iterative proportional fitting: of all populations that have the given margins, the one that
// adds nothing to them (of the largest entropy).
#pragma once

#include <cstddef>
#include <vector>

namespace doorstroom {

/// The shares of the combinations of some dimensions of a table, the last of them running fastest.
/// They add up to 1; a combination with share 0 cannot occur.
struct FitMargin {
  std::vector<std::size_t> dimensions;
  std::vector<double> shares;
};

/// A table of which only margins are known.
struct FitTask {
  std::vector<std::size_t> sizes;  // of each dimension
  std::vector<FitMargin> margins;  // each dimension in at least one
};

struct Fit {
  std::vector<double> cells;       // shares, the last dimension running fastest; add up to 1
  std::size_t rounds = 0;          // in each of which every margin was met once
  std::vector<double> deviations;  // by margin: the largest of a share from the one given

  [[nodiscard]] double largest_deviation() const;
};

/// Cells of the table of a task.
std::size_t cells_of(const FitTask& task);

/// Begins with equal shares and lets the margins be met in turn, the first one last, until all of
/// them are at once, or nothing is gained any more: margins that contradict each other are met as
/// nearly as can be, the first one exactly. Deterministic.
Fit fit_margins(const FitTask& task);

/// The sums of a table over all dimensions but some.
std::vector<double> margin_of(const std::vector<double>& cells,
                              const std::vector<std::size_t>& sizes,
                              const std::vector<std::size_t>& dimensions);

/// Groups of margins that share dimensions, directly or through others: what is fitted together.
/// Margins by position, groups in the order of their first one.
std::vector<std::vector<std::size_t>> connected(
    const std::vector<std::vector<std::size_t>>& dimensions_of_margins);

}  // namespace doorstroom

// The search for the cheapest path. It knows nothing of people and simulations: only whether levels
// would do.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "size/sized_resource.hpp"

namespace doorstroom {

/// Would these levels do in the first, second, ... up to the year with position `last`? Later years
/// may matter for those who join late in `last`. More of the resource never does worse.
using Suffices = std::function<bool(const Levels& levels, std::size_t last)>;

struct SearchSpace {
  /// Levels are multiples of it.
  double step = 1;
  /// More than anybody can use, in any year.
  double most = unlimited_level;
  /// Where to begin.
  double guess = 0;
};

/// What a path costs: levels summed over the years.
double cost_of(const Levels& levels);

/// Year by year the smallest level that does, given those of the years before; the years after
/// have the same level until it is their turn. Nothing if not even `most` does in some year.
std::optional<Levels> smallest_path(const SearchSpace& space, std::size_t years,
                                    const Suffices& suffices);

/// Tries whether more in one year saves more than that in the next one, and keeps what makes the
/// path cheaper. `levels` do in all years, and so does the result.
Levels exchanged(const SearchSpace& space, Levels levels, const Suffices& suffices);

/// The least multiple of `step` from `low` to `high`, both multiples, for which `holds`, which
/// is taken to hold for `high` without a try, and for everything above what it holds for. Tries
/// near `guess` first.
double least_that_holds(double low, double high, double guess, double step,
                        const std::function<bool(double)>& holds);

}  // namespace doorstroom

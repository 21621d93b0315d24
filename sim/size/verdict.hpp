// What replications say of a path: probabilities, quantiles, prices, with their intervals.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "size/outcome.hpp"

namespace doorstroom {

PathFigures path_figures(const Question& question, const Levels& levels, Replications replications,
                         std::span<const Trial> trials);

/// Positions of the years in which fewer of the replications than the probability asks for meet the
/// targets, those on cost left out.
std::vector<std::size_t> years_short_of_needs(const Question& question,
                                              std::span<const Trial> trials);

/// From a path and the same replications with `more` units in one year.
UnitPrice unit_price(int year, double more, std::span<const Trial> base,
                     std::span<const Trial> raised);

}  // namespace doorstroom

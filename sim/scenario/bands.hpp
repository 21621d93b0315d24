// Bands of age and of time unemployed, as margins write them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "doorstroom/scenario/people.hpp"

#include "model/people.hpp"

namespace doorstroom::scenario {

/// The columns of a margin that are no attributes: their values are bands.
inline constexpr std::string_view age_column = "age";
inline constexpr std::string_view unemployed_column = "unemployed_for";
inline constexpr std::array<std::string_view, 2> band_columns{age_column, unemployed_column};

inline bool is_band_column(std::string_view column) {
  return column == age_column || column == unemployed_column;
}

/// The band of a text such as "25-55 years" or "0-12 months"; nothing if it is none.
std::optional<Band> band_of(std::string_view text);

/// The same band to the day: limits of rules are rounded alike.
DayBand whole_days_of(const Band& band);

}  // namespace doorstroom::scenario

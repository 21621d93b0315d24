#include "scenario/bands.hpp"

#include <cmath>
#include <string>

#include "scenario/read_value.hpp"

namespace doorstroom::scenario {

std::optional<Band> band_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::size_t blank = text.find(' ');
  if (dash == std::string_view::npos || blank == std::string_view::npos || blank < dash) return {};
  const std::string unit(text.substr(blank));
  const auto from = days_of_span(std::string(text.substr(0, dash)) + unit);
  const auto until = days_of_span(text.substr(dash + 1));
  constexpr double most = 1e6;
  if (!from || !until || *until > most) return {};
  return Band{*from, *until};
}

DayBand whole_days_of(const Band& band) {
  return {static_cast<DayCount>(std::lround(band.from)),
          static_cast<DayCount>(std::lround(band.until))};
}

}  // namespace doorstroom::scenario

// A number of a scenario that is replaced by another one: how studies vary what is assumed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom {

struct Edit {
  /// What becomes of a date that a path over time does not have yet.
  enum class NewDate : std::uint8_t { refused, added };

  /// Which number: its path as in tables/parameters.csv, a JSON pointer (RFC 6901) into the
  /// resolved scenario in which items of lists are named by their id:
  /// "/resources/activation_contingent/per_year/2019".
  std::string pointer;
  /// The new value as it would be written in a scenario: "1320", "0.25", "6 months", "3 % a year".
  std::string value;
  /// Where the new value comes from; without it, it is an assumption of a study.
  std::optional<scenario::Evidence> evidence = {};
  NewDate new_date = NewDate::refused;

  friend bool operator==(const Edit&, const Edit&) = default;
};

}  // namespace doorstroom

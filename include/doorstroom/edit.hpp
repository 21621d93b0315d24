// A number of a scenario that is replaced by another one: how studies vary what is assumed.
#pragma once

#include <string>

namespace doorstroom {

struct Edit {
  /// Which number: its path as in tables/parameters.csv, a JSON pointer (RFC 6901) into the
  /// resolved scenario in which items of lists are named by their id:
  /// "/resources/activation_contingent/per_year/2019".
  std::string pointer;
  /// The new value as it would be written in a scenario: "1320", "0.25", "6 months", "3 % a year".
  std::string value;

  friend bool operator==(const Edit&, const Edit&) = default;
};

}  // namespace doorstroom

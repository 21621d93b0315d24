// What may stand at a key, in words of the reference page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "scenario/field.hpp"
#include "scenario/types.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

// One overload for each kind of value; the pointer only names the type.
std::string kind_of(const bool*, const Field& field);
std::string kind_of(const int*, const Field& field);
std::string kind_of(const std::int64_t*, const Field& field);
std::string kind_of(const std::uint64_t*, const Field& field);
std::string kind_of(const double*, const Field& field);
std::string kind_of(const std::string*, const Field& field);
std::string kind_of(const Text*, const Field& field);
std::string kind_of(const Day*, const Field& field);
std::string kind_of(const Quantity*, const Field& field);
std::string kind_of(const Span*, const Field& field);
std::string kind_of(const Path*, const Field& field);
std::string kind_of(const Stay*, const Field& field);
std::string kind_of(const Share*, const Field& field);
std::string kind_of(const Condition*, const Field& field);
std::string kind_of(const AttributeShares*, const Field& field);
std::string kind_of(const CarryOver*, const Field& field);
std::string kind_of(const Margin*, const Field& field);

// Several of them, in a list.
std::string kinds_of(const std::string*, const Field& field);
std::string kinds_of(const Quantity*, const Field& field);
std::string kinds_of(const Margin*, const Field& field);

/// "name of a measure or a status", with links.
std::string kind_of_names(const Field& field);
/// What the keys of a map are, with links: "attribute".
std::string kind_of_keys(const Field& field);
/// A link to the section of a described type: one of them, or several.
std::string link_to_one(std::string_view type);
std::string link_to_several(std::string_view type);
/// "`a`, `b` or `c`".
std::string one_of(const std::vector<std::string_view>& words);
/// The anchor of a heading, as it is made on GitHub and GitLab.
std::string anchor_of(std::string_view title);

template <class Enum>
requires std::is_enum_v<Enum> std::string kind_of(const Enum*, const Field&) {
  std::vector<std::string_view> words;
  for (const auto& [value, text] : Words<Enum>::all) words.push_back(text);
  return one_of(words);
}

template <Described T>
std::string kind_of(const T*, const Field&) {
  return link_to_one(type_name<T>);
}

template <class Value>
std::string kind_of(const ByDistance<Value>*, const Field& field) {
  return kind_of(static_cast<const Value*>(nullptr), field) +
         ", or one [for each distance](#tables-by-distance)";
}

template <class T>
std::string kind_of(const std::optional<T>*, const Field& field) {
  return kind_of(static_cast<const T*>(nullptr), field);
}

template <class T>
std::string kind_of(const std::vector<T>*, const Field& field) {
  if constexpr (may_be_a_name<T>) {
    return kind_of_names(field) + ", or a list of " + link_to_several(type_name<T>);
  } else if constexpr (Described<T>) {
    return "list of " + link_to_several(type_name<T>);
  } else {
    return "list of " + kinds_of(static_cast<const T*>(nullptr), field);
  }
}

template <class T>
std::string kind_of(const std::map<std::string, T>*, const Field& field) {
  return "for each " + kind_of_keys(field) + ": " + kind_of(static_cast<const T*>(nullptr), field);
}

}  // namespace doorstroom::scenario

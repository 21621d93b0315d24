// JSON Schema of the values a scenario is made of.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/field.hpp"
#include "scenario/shape.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

// One overload for each kind of value; the pointer only names the type.
Json schema_of(const bool*, const Field& field);
Json schema_of(const int*, const Field& field);
Json schema_of(const std::int64_t*, const Field& field);
Json schema_of(const std::uint64_t*, const Field& field);
Json schema_of(const double*, const Field& field);
Json schema_of(const std::string*, const Field& field);
Json schema_of(const Text*, const Field& field);
Json schema_of(const Day*, const Field& field);
Json schema_of(const Quantity*, const Field& field);
Json schema_of(const Span*, const Field& field);
Json schema_of(const Path*, const Field& field);
Json schema_of(const Stay*, const Field& field);
Json schema_of(const Share*, const Field& field);
Json schema_of(const Condition*, const Field& field);
Json schema_of(const AttributeShares*, const Field& field);
Json schema_of(const CarryOver*, const Field& field);
Json schema_of(const Margin*, const Field& field);
Json schema_of_by_distance(Json value, const Field& field);
/// Numbers by key, with what may be said of them together.
Json schema_of_numbers_by_key(Json value, const Field& field);
Json schema_of_words(std::vector<std::string> words);
/// Parts that are referred to from many places, by name.
Json common_schemas();

template <class Enum>
requires std::is_enum_v<Enum> Json schema_of(const Enum*, const Field&) {
  std::vector<std::string> words;
  for (const auto& [value, text] : Words<Enum>::all) words.emplace_back(text);
  return schema_of_words(std::move(words));
}

template <class Value>
Json schema_of(const ByDistance<Value>*, const Field& field) {
  return schema_of_by_distance(schema_of(static_cast<const Value*>(nullptr), field), field);
}

template <class T>
Json schema_of(const std::optional<T>*, const Field& field) {
  return schema_of(static_cast<const T*>(nullptr), field);
}

template <class T>
Json schema_of(const std::vector<T>*, const Field& field) {
  Json list{{"type", "array"}, {"items", schema_of(static_cast<const T*>(nullptr), field)}};
  if constexpr (may_be_a_name<T>) return Json{{"anyOf", {{{"type", "string"}}, list}}};
  return list;
}

template <class T>
Json schema_of(const std::map<std::string, T>*, const Field& field) {
  Json value = schema_of(static_cast<const T*>(nullptr), field);
  if (is_table<std::map<std::string, T>>) {
    return Json{{"type", "object"}, {"additionalProperties", std::move(value)}};
  }
  return schema_of_numbers_by_key(std::move(value), field);
}

template <Described T>
Json schema_of(const T*, const Field&) {
  const Json reference{{"$ref", "#/$defs/" + std::string(type_name<T>)}};
  if constexpr (may_be_a_name<T>) return Json{{"anyOf", {{{"type", "string"}}, reference}}};
  return reference;
}

}  // namespace doorstroom::scenario

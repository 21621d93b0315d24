// The shape of a scenario file, collected from the descriptions: it knows which keys an object may
// have and which lists are known by id. The merge and the JSON Schema follow it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "doorstroom/scenario/scenario.hpp"

#include "scenario/describe_scenario.hpp"
#include "scenario/types.hpp"

namespace doorstroom::scenario {

using Json = nlohmann::ordered_json;

/// One described type, or a value.
struct Shape {
  /// A table has keys of the scenario's own (attributes, indicators) for things that merge in turn.
  enum class Kind { value, object, named_list, table };
  struct Member;

  Kind kind = Kind::value;
  std::string type;                   // of an object, or of the items of a named list
  std::vector<Member> members;        // of an object
  std::shared_ptr<const Shape> item;  // of a named list or a table
  Json schema;                        // JSON Schema of this place (a reference, for objects)

  /// The shape of what stands at a key; null for keys that are not known.
  [[nodiscard]] const Shape* of_member(std::string_view key) const;
  [[nodiscard]] bool merges_by_key() const { return kind == Kind::object || kind == Kind::table; }
};

struct Shape::Member {
  std::string key;
  Shape shape;
};

/// The shape of a whole scenario.
const Shape& scenario_shape();

/// The types that have this key, as messages call them: "a phase", "a measure".
std::vector<std::string> owners_of_key(std::string_view key);

/// The JSON Schema (draft-07) of scenario files, for editors.
Json scenario_schema();

}  // namespace doorstroom::scenario

// The shape of a scenario file, collected from the descriptions: it knows which keys an object may
// have and which lists are known by id. The merge and the JSON Schema follow it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "doorstroom/scenario/scenario.hpp"

#include "scenario/describe_measures.hpp"
#include "scenario/types.hpp"

namespace doorstroom::scenario {

using Json = nlohmann::ordered_json;

/// One described type, or a value.
struct Shape {
  enum class Kind { value, object, named_list };
  struct Member;

  Kind kind = Kind::value;
  std::string type;                   // of an object, or of the items of a named list
  std::vector<Member> members;        // of an object
  std::shared_ptr<const Shape> item;  // of a named list
  Json schema;                        // JSON Schema of this place (a reference, for objects)

  [[nodiscard]] const Member* find(std::string_view key) const;
};

struct Shape::Member {
  std::string key;
  Shape shape;
};

/// The shape of a whole scenario.
const Shape& scenario_shape();

/// The JSON Schema (draft-07) of scenario files, for editors.
Json scenario_schema();

}  // namespace doorstroom::scenario

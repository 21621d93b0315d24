#include "scenario/shape.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "scenario/schema_of.hpp"

namespace doorstroom::scenario {

namespace {

template <class T>
Shape shape_of(const Field& field);

/// Collects the members of one described type.
class ShapeForm final {
 public:
  template <class T>
  void operator()(const char* key, T& /*member*/, const Field& field) {
    Shape shape = shape_of<T>(field);
    Json documented = shape.schema;
    documented["description"] = std::string(field.doc);
    const std::string_view name = key;
    if (name == "id" || name == "name") documented["pattern"] = "^[A-Za-z][A-Za-z0-9_-]{0,79}$";
    properties_[key] = std::move(documented);
    if (field.required) required_.push_back(key);
    members_.push_back({key, std::move(shape)});
  }

  std::vector<Shape::Member> take_members() { return std::move(members_); }
  [[nodiscard]] Json definition() const {
    Json schema{{"type", "object"}, {"additionalProperties", false}, {"properties", properties_}};
    if (!required_.empty()) schema["required"] = required_;
    return schema;
  }

 private:
  std::vector<Shape::Member> members_;
  Json properties_ = Json::object();
  std::vector<std::string> required_;
};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
Shape shape_of(const Field& field) {
  Shape shape;
  shape.schema = schema_of(static_cast<const T*>(nullptr), field);
  if constexpr (Described<T>) {
    T example{};
    ShapeForm form;
    describe(form, example);
    if (!replaced_whole<T>) shape.kind = Shape::Kind::object;
    shape.type = type_name<T>;
    shape.members = form.take_members();
  } else if constexpr (IsOptional<T>::value) {
    Shape inner = shape_of<typename T::value_type>(field);
    inner.schema = shape.schema;
    return inner;
  } else if constexpr (IsVector<T>::value) {
    if constexpr (Named<typename T::value_type>) {
      shape.kind = Shape::Kind::named_list;
      shape.type = type_name<typename T::value_type>;
      shape.item = std::make_shared<Shape>(shape_of<typename T::value_type>(field));
    }
  } else if constexpr (is_table<T>) {
    shape.kind = Shape::Kind::table;
    shape.item = std::make_shared<Shape>(shape_of<typename T::mapped_type>(field));
  }
  return shape;
}

/// Items of lists known by id may also say where they go and that they go.
void allow_placing(Json& definition) {
  definition["properties"]["$delete"] =
      Json{{"const", true}, {"description", "Removes the item of the scenario that is extended."}};
  for (const char* where : {"before", "after"}) {
    definition["properties"][where] =
        Json{{"type", "string"}, {"description", "Places the item next to the one with this id."}};
  }
}

}  // namespace

const Shape* Shape::of_member(std::string_view key) const {
  if (kind == Kind::table) return item.get();
  const auto at = std::ranges::find(members, key, &Member::key);
  return at == members.end() ? nullptr : &at->shape;
}

namespace {

std::string called(std::string_view type) {
  std::string words(type);
  std::ranges::replace(words, '_', ' ');
  const bool vowel = std::string_view("aeiou").find(words.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + words;
}

void collect_owners(const Shape& shape, std::string_view key, std::set<std::string>& owners) {
  for (const Shape::Member& member : shape.members) {
    if (member.key == key) owners.insert(shape.type);
    collect_owners(member.shape, key, owners);
  }
  if (shape.item != nullptr) collect_owners(*shape.item, key, owners);
}

}  // namespace

std::vector<std::string> owners_of_key(std::string_view key) {
  std::set<std::string> types;
  collect_owners(scenario_shape(), key, types);
  std::vector<std::string> owners;
  for (const std::string& type : types) owners.push_back(called(type));
  return owners;
}

const Shape& scenario_shape() {
  static const Shape shape = shape_of<Scenario>(Field{.doc = {}});
  return shape;
}

Json scenario_schema() {
  Json definitions = common_schemas();
  DescribedTypes::for_each([&]<class T>(std::type_identity<T>) {
    T example{};
    ShapeForm form;
    describe(form, example);
    definitions[std::string(type_name<T>)] = form.definition();
  });
  for (const char* named : {"attribute", "status", "arrivals", "stock", "exit", "resource",
                            "priority_class", "phase", "measure", "screening", "referral_rule"}) {
    allow_placing(definitions[named]);
    definitions[named]["required"] = Json::array({"id"});
  }
  // A file that extends another gives of these only what differs.
  for (const char* merged :
       {"horizon", "profile", "labour_market", "split", "waiting_list", "maximum_wait", "drop_out",
        "gap", "closing", "approval", "extension", "post_effect", "aftercare", "misfit",
        "misclassification", "list_too_long", "output"}) {
    definitions[merged].erase("required");
  }
  Json schema = std::move(definitions["scenario"]);
  definitions.erase("scenario");
  schema["properties"]["$schema"] = Json{{"type", "string"}};
  schema["properties"]["extends"] =
      Json{{"type", "string"},
           {"description", "The scenario of which this one holds only what differs."}};
  schema["properties"]["include"] =
      Json{{"type", "array"},
           {"items", {{"type", "string"}}},
           {"description", "Files that hold parts of this scenario."}};
  schema.erase("required");
  Json whole{{"$schema", "http://json-schema.org/draft-07/schema#"},
             {"title", "Doorstroom scenario"}};
  whole.update(schema);
  whole["$defs"] = std::move(definitions);
  return whole;
}

}  // namespace doorstroom::scenario

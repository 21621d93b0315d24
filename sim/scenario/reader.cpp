#include "scenario/reader.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/bands.hpp"
#include "scenario/read_value.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {

namespace {

template <class T>
void read_member(Reading& reading, const Node& node, T& value, const Field& field);

/// Reads the members of one object as they are described.
class ReadForm final {
 public:
  ReadForm(Reading& reading, const Node& object) : reading_(reading), object_(object) {}

  template <class T>
  void operator()(const char* key, T& member, const Field& field) {
    known_.emplace_back(key);
    const Node* node = object_.find(key);
    if (node == nullptr) {
      if (field.required) missing_.emplace_back(key);
      return;
    }
    const Reading::Inside inside(reading_, key, *node);
    read_member(reading_, *node, member, field);
  }

  void finish() {
    for (const Node::Member& member : object_.members) {
      if (std::ranges::find(known_, member.key) != known_.end()) continue;
      unknown_key(reading_, member, known_);
      const std::string meant = nearest_name(member.key, known_);
      if (std::erase(missing_, meant) > 0) reading_.misspelt(meant);
    }
    for (const std::string& key : missing_) reading_.missing(object_, key);
  }

 private:
  Reading& reading_;
  const Node& object_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

template <Described T>
void read_object(Reading& reading, const Node& node, T& value, const Field& field) {
  if constexpr (may_be_a_name<T>) {
    if (node.is(Node::Kind::text)) {
      value = {};
      read_value(reading, node, value.to, field);
      if constexpr (std::is_same_v<T, Destination>) value.p.p.all.value = 1;
      return;
    }
  }
  if (!node.is(Node::Kind::object)) return expected(reading, node, "an object");
  ReadForm form(reading, node);
  describe(form, value);
  form.finish();
}

/// Looks at the id of an item and makes it known, unless it is a name within its measure only.
void read_id(Reading& reading, const Node& item, Names defines) {
  const Node* id = item.is(Node::Kind::object) ? item.find("id") : nullptr;
  if (id == nullptr || !id->is(Node::Kind::text)) return reading.names_are_incomplete(defines);
  const std::string fault = fault_of_name(id->text);
  if (!fault.empty()) {
    const Reading::Inside inside(reading, "id", *id);
    return reading.problem(*id, fmt::format("{} is not a name ({})", shown(*id), fault),
                           std::string(form_of_names));
  }
  if (defines != Names::phase && defines != Names::priority) {
    reading.define(defines, id->text, *id);
  }
}

template <class T>
void read_items(Reading& reading, const Node& node, std::vector<T>& list, const Field& field) {
  list.reserve(node.items.size());
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    const Reading::Inside inside(reading, part_of_item(item, i), item);
    list.emplace_back();
    read_member(reading, item, list.back(), field);
    if constexpr (Named<T>) read_id(reading, item, field.defines);
  }
}

template <class T>
void read_list(Reading& reading, const Node& node, std::vector<T>& list, const Field& field) {
  list.clear();
  if constexpr (may_be_a_name<T>) {
    if (node.is(Node::Kind::text)) {
      list.emplace_back();
      return read_object(reading, node, list.back(), field);
    }
  }
  if (node.is(Node::Kind::array)) return read_items(reading, node, list, field);
  if (field.defines != Names::none) reading.names_are_incomplete(field.defines);
  const bool one = node.is(Node::Kind::object) || node.is(Node::Kind::text);
  expected(reading, node, "a list", one ? "put it between [ and ]" : "");
}

template <class T>
void read_map(Reading& reading, const Node& node, std::map<std::string, T>& map,
              const Field& field) {
  map.clear();
  if (!node.is(Node::Kind::object)) return expected(reading, node, "an object");
  // Numbers may say together where they come from; things with numbers in them each say so.
  std::optional<TableEvidence> evidence;
  if (!is_table<std::map<std::string, T>>) evidence.emplace(reading, node);
  for (const Node::Member& member : node.members) {
    if (evidence && is_evidence_key(member.key)) continue;
    const Reading::Inside inside(reading, member.key, member.value);
    if (field.keys != Names::none && field.keys != Names::attribute_value) {
      Field key = field;
      key.refers = field.keys;
      reading.refer(member.key, key, member.value);
    }
    read_member(reading, member.value, map[member.key], field);
  }
}

template <class T>
void read_by_distance(Reading& reading, const Node& node, ByDistance<T>& value,
                      const Field& field) {
  value.classes.clear();
  const Node* table = node.is(Node::Kind::object) ? node.find("by_distance") : nullptr;
  if (table == nullptr) return read_member(reading, node, value.all, field);
  const TableEvidence evidence(reading, node);
  for (const Node::Member& member : node.members) {
    if (member.key != "by_distance" && !is_evidence_key(member.key)) {
      unknown_key(reading, member,
                  {"by_distance", "status", "source", "group", "note", "range_factor"});
    }
  }
  const Reading::Inside inside(reading, "by_distance", *table);
  if (!table->is(Node::Kind::object) || table->members.empty()) {
    return expected(reading, *table, "a value for each class of distance");
  }
  for (const Node::Member& member : table->members) {
    const Reading::Inside inside_class(reading, member.key, member.value);
    Field key{.doc = {}, .refers = Names::distance_class};
    reading.refer(member.key, key, member.value);
    read_member(reading, member.value, value.classes[member.key], field);
  }
}

template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsByDistance : std::false_type {};
template <class T>
struct IsByDistance<ByDistance<T>> : std::true_type {};

template <class T>
void read_member(Reading& reading, const Node& node, T& value, const Field& field) {
  if constexpr (std::is_enum_v<T>) {
    std::vector<std::string> words;
    for (const auto& [known, text] : Words<T>::all) words.emplace_back(text);
    const std::size_t at = read_word(reading, node, words);
    if (at < words.size()) value = Words<T>::all[at].first;
  } else if constexpr (IsOptional<T>::value) {
    value.emplace();
    read_member(reading, node, *value, field);
  } else if constexpr (IsList<T>::value) {
    read_list(reading, node, value, field);
  } else if constexpr (IsMap<T>::value) {
    read_map(reading, node, value, field);
  } else if constexpr (IsByDistance<T>::value) {
    read_by_distance(reading, node, value, field);
  } else if constexpr (Described<T>) {
    read_object(reading, node, value, field);
  } else {
    read_value(reading, node, value, field);
  }
}

}  // namespace

void read_value(Reading& reading, const Node& node, Share& value, const Field& field) {
  value = {};
  if (node.is(Node::Kind::text) && node.text == "rest") {
    value.rest = true;
    return;
  }
  if (node.is(Node::Kind::text)) return expected(reading, node, "a share (0 to 1) or \"rest\"");
  read_by_distance(reading, node, value.p, field);
}

Scenario read_scenario(const Node& root, Reading& reading) {
  Scenario scenario;
  const Reading::Inside inside(reading, "", root);
  read_object(reading, root, scenario, Field{.doc = {}});
  add_the_usual(scenario);
  for (const std::string& name : scenario.distance_classes) {
    reading.define(Names::distance_class, name, root);
  }
  if (!reading.is_sound("/distance_classes")) reading.names_are_incomplete(Names::distance_class);
  for (const Status& status : scenario.statuses) {
    reading.define(Names::status, status.id, root);
  }
  for (const Attribute& attribute : scenario.attributes) {
    reading.define(Names::attribute, attribute.id, root);
    reading.define(Names::subject, attribute.id, root);
    reading.define(Names::column, attribute.id, root);
    if (attribute.latent) reading.define(Names::subject, "assessed_" + attribute.id, root);
  }
  for (const std::string_view fact : usual_facts) {
    reading.define(Names::subject, std::string(fact), root);
  }
  for (const std::string_view column : band_columns) {
    reading.define(Names::column, std::string(column), root);
  }
  for (const Measure& measure : scenario.measures) {
    for (const Phase& phase : measure.phases) {
      reading.define(Names::instrument, phase.instrument.empty() ? phase.id : phase.instrument,
                     root);
    }
  }
  reading.check_names();
  return scenario;
}

}  // namespace doorstroom::scenario

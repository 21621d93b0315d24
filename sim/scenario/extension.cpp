#include "scenario/extension.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "scenario/edit.hpp"
#include "scenario/shape.hpp"

namespace doorstroom::scenario {

namespace {

namespace fs = std::filesystem;

/// Collects what a file must say again.
class Extender final {
 public:
  Extender(const Sources& sources, fs::path folder)
      : sources_(sources), folder_(std::move(folder)) {}

  /// Adds the part of `node` that the parts of a pointer lead to.
  void add(Json& into, const Node& node, const Shape& shape, const std::vector<std::string>& parts,
           std::size_t at) const {
    if (shape.kind == Shape::Kind::named_list) return add_item(into, node, shape, parts, at);
    const std::string& key = parts.at(at);
    const Node* child = node.find(key);
    const Shape* below = shape.of_member(key);
    if (child == nullptr) return;
    const bool is_list = below != nullptr && below->kind == Shape::Kind::named_list;
    const bool merges = below != nullptr && at + 1 < parts.size() &&
                        ((is_list && child->is(Node::Kind::array)) ||
                         (below->merges_by_key() && child->is(Node::Kind::object)));
    if (!merges) {
      into[key] = json_of(*child, key);
      return;
    }
    if (!into.contains(key)) into[key] = is_list ? Json::array() : Json::object();
    add(into[key], *child, *below, parts, at + 1);
  }

 private:
  void add_item(Json& list, const Node& node, const Shape& shape,
                const std::vector<std::string>& parts, std::size_t at) const {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const std::string id = part_of_item(node.items[i], i);
      if (id != parts.at(at) || at + 1 == parts.size()) continue;
      auto item = std::ranges::find_if(list, [&](const Json& one) { return one["id"] == id; });
      if (item == list.end()) {
        list.push_back({{"id", id}});
        item = list.end() - 1;
      }
      return add(*item, node.items[i], *shape.item, parts, at + 1);
    }
  }

  /// A value as it stands in its file; `key` is the one it stands at.
  [[nodiscard]] Json json_of(const Node& node, const std::string& key) const {
    switch (node.kind) {
      case Node::Kind::null:
        return nullptr;
      case Node::Kind::boolean:
        return node.boolean;
      case Node::Kind::integer:
        return node.integer;
      case Node::Kind::number:
        return node.number;
      case Node::Kind::text:
        return key == "file" ? name_of_table(node) : node.text;
      case Node::Kind::array:
        break;
      case Node::Kind::object:
        return object_of(node);
    }
    Json list = Json::array();
    for (const Node& item : node.items) list.push_back(json_of(item, {}));
    return list;
  }

  [[nodiscard]] Json object_of(const Node& node) const {
    Json object = Json::object();
    for (const Node::Member& member : node.members) {
      object[member.key] = json_of(member.value, member.key);
    }
    return object;
  }

  /// A table is named from the folder of the file that names it.
  [[nodiscard]] std::string name_of_table(const Node& name) const {
    const fs::path from = fs::path(sources_.name(name.file)).parent_path();
    return name_from(folder_, from / name.text);
  }

  const Sources& sources_;
  fs::path folder_;
};

Json both_languages(const Text& text) {
  Json json = Json::object();
  if (!text.nl.empty()) json["nl"] = text.nl;
  if (!text.en.empty()) json["en"] = text.en;
  return json;
}

}  // namespace

std::string extension_text(const Node& root, const std::vector<std::string>& pointers,
                           const Sources& sources, const ExtensionHeader& header) {
  Json json{{"extends", name_from(header.folder, sources.name(0))}, {"name", header.name}};
  Json title = both_languages(header.title);
  if (!title.empty()) json["title"] = std::move(title);
  const Extender extender(sources, header.folder);
  for (const std::string& pointer : pointers) {
    extender.add(json, root, scenario_shape(), parts_of_pointer(pointer), 0);
  }
  return json.dump(2) + "\n";
}

}  // namespace doorstroom::scenario

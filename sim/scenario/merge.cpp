#include "scenario/merge.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"

namespace doorstroom::scenario {

namespace {

const std::string* id_of(const Node& item) {
  const Node* id = item.is(Node::Kind::object) ? item.find("id") : nullptr;
  return id != nullptr && id->is(Node::Kind::text) ? &id->text : nullptr;
}

std::ptrdiff_t position_of(const Node& list, const std::string& id) {
  const auto at = std::ranges::find_if(list.items, [&](const Node& item) {
    const std::string* other = id_of(item);
    return other != nullptr && *other == id;
  });
  return at == list.items.end() ? -1 : at - list.items.begin();
}

bool is_placing(std::string_view key) {
  return key == "$delete" || key == "before" || key == "after";
}

Node without_placing(Node item) {
  std::erase_if(item.members, [](const Node::Member& m) { return is_placing(m.key); });
  return item;
}

std::vector<std::string> ids_of(const Node& list) {
  std::vector<std::string> ids;
  for (const Node& item : list.items) {
    if (const std::string* id = id_of(item)) ids.push_back(*id);
  }
  return ids;
}

class Merger final {
 public:
  Merger(Sources& sources, std::vector<Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  void merge(Node& base, const Node& overlay, const Shape& shape) {
    const bool list = shape.kind == Shape::Kind::named_list;
    if (shape.kind == Shape::Kind::value) {
      base = overlay;
    } else if (const auto kind = list ? Node::Kind::array : Node::Kind::object; !base.is(kind)) {
      base = over_nothing(overlay, shape);
    } else if (!overlay.is(kind)) {
      problems_.push_back(sources_.problem_at(
          overlay, fmt::format("{} is expected, not {}", describe_kind(kind), shown(overlay))));
    } else if (list) {
      merge_lists(base, overlay, *shape.item);
    } else {
      merge_objects(base, overlay, shape);
    }
  }

 private:
  /// A value that the base does not have: nothing in it to delete or to stand next to but its own.
  Node over_nothing(const Node& value, const Shape& shape) {
    const bool list = shape.kind == Shape::Kind::named_list;
    const bool merges = shape.kind != Shape::Kind::value;
    if (!merges || !value.is(list ? Node::Kind::array : Node::Kind::object)) return value;
    Node empty;
    empty.kind = value.kind;
    empty.file = value.file;
    empty.offset = value.offset;
    empty.pointer = value.pointer;
    merge(empty, value, shape);
    return empty;
  }

  void merge_objects(Node& base, const Node& overlay, const Shape& shape) {
    base.file = overlay.file;
    base.offset = overlay.offset;
    base.pointer = overlay.pointer;
    for (const Node::Member& member : overlay.members) {
      const auto existing = std::ranges::find(base.members, member.key, &Node::Member::key);
      const Shape* known = shape.of_member(member.key);
      if (existing == base.members.end()) {
        base.members.push_back(member);
        if (known != nullptr) base.members.back().value = over_nothing(member.value, *known);
      } else if (member.value.is(Node::Kind::null)) {
        base.members.erase(existing);
      } else {
        existing->offset = member.offset;
        if (known != nullptr)
          merge(existing->value, member.value, *known);
        else
          existing->value = member.value;
      }
    }
  }

  /// Items first, then their places, so that one may stand next to another that comes later.
  void merge_lists(Node& list, const Node& overlay, const Shape& shape) {
    const std::vector<std::string> known = ids_of(list);
    list.file = overlay.file;
    list.offset = overlay.offset;
    list.pointer = overlay.pointer;
    std::set<std::string> given;
    for (const Node& item : overlay.items) {
      const std::string* id = id_of(item);
      if (id == nullptr) {
        list.items.push_back(item);  // the reader says what is wrong with it
      } else if (const Node* removed = item.find("$delete")) {
        remove(list, item, *removed);
      } else if (!given.insert(*id).second) {
        problems_.push_back(sources_.problem_at(
            *item.find("id"), fmt::format("{} stands in this list twice", in_quotes(*id)),
            "keep one of them, or give the other its own id"));
      } else {
        merge_item(list, item, *id, known, shape);
      }
    }
    for (const Node& item : overlay.items) {
      if (id_of(item) != nullptr && item.find("$delete") == nullptr) place(list, item);
    }
  }

  void merge_item(Node& list, const Node& item, const std::string& id,
                  const std::vector<std::string>& known, const Shape& shape) {
    const std::ptrdiff_t at = position_of(list, id);
    const Node content = without_placing(item);
    if (at >= 0) return merge(list.items[static_cast<std::size_t>(at)], content, shape);
    list.items.push_back(over_nothing(content, shape));
    const std::string nearest = nearest_name(id, known);
    if (!nearest.empty()) sources_.note_nearest(item, nearest);
  }

  void remove(Node& list, const Node& item, const Node& removed) {
    const std::ptrdiff_t at = position_of(list, *id_of(item));
    if (!removed.is(Node::Kind::boolean) || !removed.boolean) {
      problems_.push_back(sources_.problem_at(removed, "\"$delete\" can only be true"));
    } else if (item.members.size() > 2) {
      problems_.push_back(sources_.problem_at(
          removed, "\"$delete\" stands beside other keys (the whole item is deleted)",
          "keep only \"id\" and \"$delete\""));
    } else if (at < 0) {
      missing(list, *item.find("id"), "delete");
    } else {
      list.items.erase(list.items.begin() + at);
    }
  }

  void place(Node& list, const Node& item) {
    const Node* before = item.find("before");
    const Node* after = item.find("after");
    const Node* anchor = before != nullptr ? before : after;
    const std::ptrdiff_t from = position_of(list, *id_of(item));
    if (anchor == nullptr || from < 0) return;
    if (before != nullptr && after != nullptr) {
      problems_.push_back(
          sources_.problem_at(*after, "\"before\" and \"after\" together", "keep one of them"));
    }
    const std::ptrdiff_t next_to =
        anchor->is(Node::Kind::text) ? position_of(list, anchor->text) : -1;
    if (next_to < 0) return missing(list, *anchor, "stand next to");
    if (next_to == from) {
      problems_.push_back(sources_.problem_at(*anchor, "an item cannot stand next to itself"));
      return;
    }
    Node moved = std::move(list.items[static_cast<std::size_t>(from)]);
    list.items.erase(list.items.begin() + from);
    const std::ptrdiff_t to = next_to - (from < next_to ? 1 : 0) + (anchor == before ? 0 : 1);
    list.items.insert(list.items.begin() + to, std::move(moved));
  }

  void missing(const Node& list, const Node& name, std::string_view what) {
    problems_.push_back(sources_.problem_at(
        name, fmt::format("there is no item {} to {} (in this list)", shown(name), what),
        name.is(Node::Kind::text) ? did_you_mean_or(name.text, ids_of(list)) : ""));
  }

  Sources& sources_;
  std::vector<Diagnostic>& problems_;
};

class Includer final {
 public:
  Includer(const Sources& sources, std::vector<Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  void include(Node& whole, const Node& part, const Shape& shape) {
    for (const Node::Member& member : part.members) {
      Node* existing = whole.find(member.key);
      const Shape* known = shape.of_member(member.key);
      const auto both = [&](Node::Kind kind) {
        return existing->is(kind) && member.value.is(kind);
      };
      if (existing == nullptr) {
        whole.members.push_back(member);
      } else if (known != nullptr && known->merges_by_key() && both(Node::Kind::object)) {
        include(*existing, member.value, *known);
      } else if (known != nullptr && known->kind == Shape::Kind::named_list &&
                 both(Node::Kind::array)) {
        append(*existing, member.value);
      } else if (member.key != "$schema") {
        problems_.push_back(sources_.problem_at_key(
            member,
            fmt::format("\"{}\" is said twice (also in {})", member.key, sources_.where(*existing)),
            "parts may not override each other; use \"extends\" for that"));
      }
    }
  }

 private:
  void append(Node& list, const Node& more) {
    for (const Node& item : more.items) {
      const std::string* id = id_of(item);
      const std::ptrdiff_t at = id == nullptr ? -1 : position_of(list, *id);
      if (at >= 0) {
        problems_.push_back(sources_.problem_at(
            item,
            fmt::format("\"{}\" is said twice (also in {})", *id,
                        sources_.where(list.items[static_cast<std::size_t>(at)])),
            "parts may not override each other; use \"extends\" for that"));
        continue;
      }
      list.items.push_back(item);
    }
  }

  const Sources& sources_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace

void merge_into(Node& base, const Node& overlay, const Shape& shape, Sources& sources,
                std::vector<Diagnostic>& problems) {
  Merger(sources, problems).merge(base, overlay, shape);
}

void include_into(Node& whole, const Node& part, const Shape& shape, const Sources& sources,
                  std::vector<Diagnostic>& problems) {
  Includer(sources, problems).include(whole, part, shape);
}

}  // namespace doorstroom::scenario

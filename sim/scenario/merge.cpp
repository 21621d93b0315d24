#include "scenario/merge.hpp"

#include <algorithm>

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

class Merger final {
 public:
  Merger(const Sources& sources, std::vector<Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  void merge(Node& base, const Node& overlay, const Shape& shape) {
    if (shape.kind == Shape::Kind::object && both(base, overlay, Node::Kind::object)) {
      merge_objects(base, overlay, shape);
    } else if (shape.kind == Shape::Kind::named_list && both(base, overlay, Node::Kind::array)) {
      for (const Node& item : overlay.items) merge_item(base, item, *shape.item);
    } else {
      base = overlay;
    }
  }

 private:
  static bool both(const Node& a, const Node& b, Node::Kind kind) {
    return a.is(kind) && b.is(kind);
  }

  void merge_objects(Node& base, const Node& overlay, const Shape& shape) {
    base.file = overlay.file;
    base.offset = overlay.offset;
    base.pointer = overlay.pointer;
    for (const Node::Member& member : overlay.members) {
      Node* existing = base.find(member.key);
      const Shape::Member* known = shape.find(member.key);
      if (existing == nullptr) {
        base.members.push_back(member);
        if (known != nullptr) strip_new(base.members.back().value, known->shape);
      } else if (known != nullptr) {
        merge(*existing, member.value, known->shape);
      } else {
        *existing = member.value;
      }
    }
  }

  /// A list that the base does not have: nothing to delete, nothing to stand next to but its own.
  void strip_new(Node& value, const Shape& shape) {
    if (shape.kind != Shape::Kind::named_list || !value.is(Node::Kind::array)) return;
    Node list = value;
    value.items.clear();
    for (const Node& item : list.items) merge_item(value, item, *shape.item);
  }

  void merge_item(Node& list, const Node& item, const Shape& shape) {
    const std::string* id = id_of(item);
    if (id == nullptr) {
      list.items.push_back(item);  // the reader says what is wrong with it
      return;
    }
    const std::ptrdiff_t at = position_of(list, *id);
    const Node* removed = item.find("$delete");
    if (removed != nullptr) {
      remove(list, at, item, *removed);
      return;
    }
    Node whole = without_placing(item);
    if (at >= 0) {
      const Node overlay = std::move(whole);
      whole = std::move(list.items[static_cast<std::size_t>(at)]);
      merge(whole, overlay, shape);
    }
    place(list, at, std::move(whole), item);
  }

  void remove(Node& list, std::ptrdiff_t at, const Node& item, const Node& removed) {
    if (!removed.is(Node::Kind::boolean) || !removed.boolean) {
      problems_.push_back(sources_.problem_at(removed, "\"$delete\" can only be true"));
    } else if (at < 0) {
      missing(list, *item.find("id"), "nothing to delete");
    } else {
      list.items.erase(list.items.begin() + at);
    }
  }

  void place(Node& list, std::ptrdiff_t at, Node whole, const Node& item) {
    const Node* before = item.find("before");
    const Node* after = item.find("after");
    const Node* anchor = before != nullptr ? before : after;
    if (before != nullptr && after != nullptr) {
      problems_.push_back(sources_.problem_at(*after, "\"before\" and \"after\" together"));
    }
    if (anchor == nullptr) {
      if (at >= 0)
        list.items[static_cast<std::size_t>(at)] = std::move(whole);
      else
        list.items.push_back(std::move(whole));
      return;
    }
    if (at >= 0) list.items.erase(list.items.begin() + at);
    const std::ptrdiff_t next_to =
        anchor->is(Node::Kind::text) ? position_of(list, anchor->text) : -1;
    if (next_to < 0) {
      missing(list, *anchor, "nothing to stand next to");
      list.items.push_back(std::move(whole));
      return;
    }
    const std::ptrdiff_t to = anchor == before ? next_to : next_to + 1;
    list.items.insert(list.items.begin() + to, std::move(whole));
  }

  void missing(const Node& list, const Node& name, std::string_view what) {
    std::vector<std::string> ids;
    for (const Node& item : list.items) {
      if (const std::string* id = id_of(item)) ids.push_back(*id);
    }
    const std::string nearest =
        name.is(Node::Kind::text) ? nearest_name(name.text, ids) : std::string();
    problems_.push_back(
        sources_.problem_at(name, fmt::format("{}: there is no item {} here", what, shown(name)),
                            nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest)));
  }

  const Sources& sources_;
  std::vector<Diagnostic>& problems_;
};

class Includer final {
 public:
  Includer(const Sources& sources, std::vector<Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  void include(Node& whole, const Node& part, const Shape& shape) {
    for (const Node::Member& member : part.members) {
      Node* existing = whole.find(member.key);
      const Shape::Member* known = shape.find(member.key);
      if (existing == nullptr) {
        whole.members.push_back(member);
      } else if (known != nullptr && known->shape.kind == Shape::Kind::object &&
                 existing->is(Node::Kind::object) && member.value.is(Node::Kind::object)) {
        include(*existing, member.value, known->shape);
      } else if (known != nullptr && known->shape.kind == Shape::Kind::named_list &&
                 existing->is(Node::Kind::array) && member.value.is(Node::Kind::array)) {
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
      }
      list.items.push_back(item);
    }
  }

  const Sources& sources_;
  std::vector<Diagnostic>& problems_;
};

}  // namespace

void merge_into(Node& base, const Node& overlay, const Shape& shape, const Sources& sources,
                std::vector<Diagnostic>& problems) {
  Merger(sources, problems).merge(base, overlay, shape);
}

void include_into(Node& whole, const Node& part, const Shape& shape, const Sources& sources,
                  std::vector<Diagnostic>& problems) {
  Includer(sources, problems).include(whole, part, shape);
}

}  // namespace doorstroom::scenario

#include "scenario/edit.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/parse.hpp"
#include "scenario/read_value.hpp"
#include "scenario/shape.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

namespace {

bool is_span(const Node& node) {
  return node.is(Node::Kind::text) &&
         (days_of_span(node.text).has_value() || share_of_growth(node.text).has_value());
}

bool is_plain(const Node& node) {
  return node.is_number() || is_span(node);
}

/// {"value": 1320, "source": ...}
bool is_quantity(const Node& node) {
  const Node* value = node.is(Node::Kind::object) ? node.find("value") : nullptr;
  return value != nullptr && is_plain(*value);
}

/// {"2017": 1320, "2019": 1100}
bool is_path(const Node& node) {
  return node.is(Node::Kind::object) &&
         std::ranges::any_of(node.members,
                             [](const Node::Member& m) { return day_of_key(m.key).has_value(); });
}

bool can_be_varied(const Node& node) {
  return is_plain(node) || is_quantity(node);
}

bool says_where_from(std::string_view key) {
  return is_evidence_key(key) || key == "range";
}

/// Calls visit(part, node) for what stands directly in a node.
template <class Visit>
void visit_parts(const Node& node, Visit visit) {
  for (const Node::Member& member : node.members) visit(member.key, member.value);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    visit(part_of_item(node.items[i], i), node.items[i]);
  }
}

Node* child_of(Node& node, const std::string& part) {
  if (node.is(Node::Kind::object)) return node.find(part);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (part_of_item(node.items[i], i) == part) return &node.items[i];
  }
  return nullptr;
}

/// Pointers of the first numbers in a node that can be varied.
void collect_numbers(const Node& node, const std::string& pointer, std::size_t most,
                     std::vector<std::string>& found) {
  if (found.size() >= most) return;
  if (can_be_varied(node)) {
    found.push_back(pointer);
    return;
  }
  visit_parts(node, [&](const std::string& part, const Node& child) {
    if (!says_where_from(part)) {
      collect_numbers(child, pointer + "/" + pointer_part(part), most, found);
    }
  });
}

std::vector<std::string> numbers_in(const Node& node, const std::string& pointer) {
  constexpr std::size_t a_few = 4;
  std::vector<std::string> found;
  collect_numbers(node, pointer, a_few, found);
  return found;
}

/// Where a pointer leads, step by step.
class Walk final {
 public:
  Walk(Node& root, std::string pointer, const Sources& sources, std::vector<Diagnostic>& problems)
      : node_(&root), pointer_(std::move(pointer)), sources_(sources), problems_(problems) {}

  /// The path over time that a pointer to a new date of it leads to; null for every other pointer.
  Node* path_without_date() {
    parts_ = parts_of_pointer(pointer_);
    for (at_ = 0; at_ + 1 < parts_.size(); ++at_) {
      if (is_quantity(*node_)) return nullptr;
      node_ = child_of(*node_, parts_[at_]);
      if (node_ == nullptr) return nullptr;
    }
    const bool is_new = !parts_.empty() && day_of_key(parts_.back()).has_value() &&
                        is_path(*node_) && node_->find(parts_.back()) == nullptr;
    return is_new ? node_ : nullptr;
  }

  /// The node to be replaced; null, and a problem, where there is none.
  Node* target() {
    if (!pointer_.starts_with('/')) {
      return refuse("begins with no /", "for example /resources/<id>/per_year/2019");
    }
    parts_ = parts_of_pointer(pointer_);
    for (at_ = 0; at_ < parts_.size(); ++at_) {
      if (is_quantity(*node_)) return within_quantity();
      if (parts_[at_] == "range_factor") return refuse("is no number that is simulated", "");
      Node* child = child_of(*node_, parts_[at_]);
      if (child == nullptr) return nowhere();
      if (shape_ != nullptr) shape_ = shape_below(*shape_, parts_[at_]);
      node_ = child;
    }
    return can_be_varied(*node_) ? node_ : no_number();
  }

 private:
  static const Shape* shape_below(const Shape& shape, const std::string& part) {
    if (shape.kind == Shape::Kind::named_list) return shape.item.get();
    return shape.of_member(part);
  }

  /// The pointer up to where the walk has come.
  [[nodiscard]] std::string so_far() const {
    std::string pointer;
    for (std::size_t i = 0; i < at_; ++i) pointer += "/" + pointer_part(parts_[i]);
    return pointer;
  }

  /// The pointer with another part where the walk has come to an end.
  [[nodiscard]] std::string with_part(const std::string& part) const {
    std::string pointer = so_far() + "/" + pointer_part(part);
    for (std::size_t i = at_ + 1; i < parts_.size(); ++i) pointer += "/" + pointer_part(parts_[i]);
    return pointer;
  }

  Node* refuse(std::string_view why, std::string suggestion) {
    problems_.push_back(sources_.problem_at(
        *node_, fmt::format("{} cannot be varied (it {})", in_quotes(pointer_), why),
        std::move(suggestion)));
    return nullptr;
  }

  Node* within_quantity() {
    if (parts_[at_] == "value" && at_ + 1 == parts_.size()) return node_;
    return refuse("is no number that is simulated, but stands beside one",
                  fmt::format("vary the number itself: {}", so_far()));
  }

  Node* nowhere() {
    const std::string& part = parts_[at_];
    const std::string place = at_ == 0 ? "the scenario" : so_far();
    const bool is_known = shape_ != nullptr && shape_->kind == Shape::Kind::object &&
                          shape_->of_member(part) != nullptr;
    if (is_known) {
      return refuse(fmt::format("is at its default: {} does not write \"{}\"", place, part),
                    "write it in the scenario, and then vary it");
    }
    return refuse(fmt::format("leads nowhere: {} has no {}", place, in_quotes(part)),
                  suggestion_for(part));
  }

  [[nodiscard]] std::string suggestion_for(const std::string& part) const {
    std::vector<std::string> names;
    visit_parts(*node_, [&](const std::string& name, const Node& child) {
      if (!says_where_from(name) && !numbers_in(child, {}).empty()) names.push_back(name);
    });
    const bool is_position =
        !part.empty() && part.size() < 6 && part.find_first_not_of("0123456789") == part.npos;
    if (is_position && node_->is(Node::Kind::array) && std::stoul(part) < node_->items.size()) {
      const std::size_t position = std::stoul(part);
      return fmt::format("items are named by their id: {}",
                         with_part(part_of_item(node_->items[position], position)));
    }
    const std::string nearest = nearest_name(part, names);
    if (!nearest.empty()) return fmt::format("did you mean {}?", with_part(nearest));
    return names.empty() ? std::string() : "known there are " + listed(names);
  }

  Node* no_number() {
    const std::vector<std::string> numbers = numbers_in(*node_, so_far());
    return refuse(fmt::format("leads to {}, not to a number or a span of time", shown(*node_)),
                  numbers.empty() ? std::string() : "numbers in it are " + listed(numbers));
  }

  Node* node_;
  std::string pointer_;
  const Sources& sources_;
  std::vector<Diagnostic>& problems_;
  std::vector<std::string> parts_;
  std::size_t at_ = 0;
  const Shape* shape_ = &scenario_shape();
};

Node at_place_of(const Node& old) {
  Node node;
  node.file = old.file;
  node.offset = old.offset;
  node.pointer = old.pointer;
  return node;
}

/// A value as a file would have it.
Node written(const Node& old, const std::string& value) {
  ParsedText parsed = parse_nodes(value, old.file);
  Node node = at_place_of(old);
  if (parsed.problems.empty() && parsed.root.is_number()) {
    node.kind = parsed.root.kind;
    node.too_large = parsed.root.too_large;
    node.integer = parsed.root.integer;
    node.number = parsed.root.number;
    node.text = parsed.root.text;
  } else {
    node.kind = Node::Kind::text;
    node.text = value;
  }
  return node;
}

/// The ends of a range, in the unit of the value: those of a span in days.
Node written(const Node& old, std::pair<double, double> range, const Node& value) {
  Node node = at_place_of(old);
  node.kind = Node::Kind::array;
  for (const double end : {range.first, range.second}) {
    node.items.push_back(
        written(old, value.is_number() ? fmt::format("{}", end) : fmt::format("{:f} days", end)));
  }
  return node;
}

/// A value with where it comes from, at the place of the one it replaces.
Node replacement(const Node& old, const Edit& edit) {
  Node value = written(old, edit.value);
  if (!edit.evidence) {
    value.is_varied = true;
    return value;
  }
  const Evidence& evidence = *edit.evidence;
  if (evidence == Evidence{}) return value;
  Node node = at_place_of(old);
  node.kind = Node::Kind::object;
  const auto add = [&](const char* key, Node member) {
    node.members.push_back({key, old.offset, std::move(member)});
  };
  const auto add_text = [&](const char* key, std::string_view text) {
    if (text.empty()) return;
    Node member = at_place_of(old);
    member.kind = Node::Kind::text;
    member.text = text;
    add(key, std::move(member));
  };
  add("value", value);
  if (evidence.range) add("range", written(old, *evidence.range, value));
  if (evidence.status != Standing::unstated) add_text("status", word(evidence.status));
  add_text("source", evidence.source);
  add_text("group", evidence.group);
  add_text("note", evidence.note);
  return node;
}

/// Gives paths over time the dates that edits add to them, so that every edit finds its place.
void add_dates(Node& root, const std::vector<Edit>& edits, const Sources& sources,
               std::vector<Diagnostic>& problems) {
  for (const Edit& edit : edits) {
    if (edit.new_date != Edit::NewDate::added) continue;
    Node* path = Walk(root, edit.pointer, sources, problems).path_without_date();
    if (path == nullptr) continue;
    const std::string key = parts_of_pointer(edit.pointer).back();
    const auto later = std::ranges::find_if(path->members, [&](const Node::Member& member) {
      const auto day = day_of_key(member.key);
      return !day || *day > *day_of_key(key);
    });
    Node place = at_place_of(*path);
    place.kind = Node::Kind::integer;
    place.text = "0";
    path->members.insert(later, {key, path->offset, std::move(place)});
  }
}

}  // namespace

std::vector<std::string> parts_of_pointer(std::string_view pointer) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    const std::string_view two = pointer.substr(i, 2);
    if (pointer[i] == '/') {
      parts.emplace_back();
      continue;
    }
    if (parts.empty()) parts.emplace_back();
    const bool escaped = two == "~0" || two == "~1";
    parts.back() += two == "~0" ? '~' : two == "~1" ? '/' : pointer[i];
    if (escaped) ++i;
  }
  return parts;
}

bool leads_to_number(Node& root, const std::string& pointer, const Sources& sources) {
  std::vector<Diagnostic> ignored;
  return Walk(root, pointer, sources, ignored).target() != nullptr;
}

void apply_edits(Node& root, const std::vector<Edit>& edits, const Sources& sources,
                 std::vector<Diagnostic>& problems) {
  add_dates(root, edits, sources, problems);
  std::set<const Node*> varied;
  for (const Edit& edit : edits) {
    Node* target = Walk(root, edit.pointer, sources, problems).target();
    if (target == nullptr) continue;
    if (!varied.insert(target).second) {
      problems.push_back(sources.problem_at(
          *target, fmt::format("{} is varied twice", in_quotes(edit.pointer)), "keep one of them"));
      continue;
    }
    *target = replacement(*target, edit);
  }
}

}  // namespace doorstroom::scenario

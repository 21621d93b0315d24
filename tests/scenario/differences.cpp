#include "scenario/differences.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <regex>
#include <set>

#include <fmt/format.h>

namespace doorstroom::scenario {

namespace {

const Json* member(const Json* object, const std::string& key) {
  if (object == nullptr || !object->is_object() || !object->contains(key)) return nullptr;
  return &object->at(key);
}

/// The item of a list that has this text under one of the keys by which items are known.
const Json* item(const Json* list, const std::string& key, const std::string& text) {
  if (list == nullptr || !list->is_array()) return nullptr;
  const auto at = std::ranges::find_if(*list, [&](const Json& candidate) {
    const Json* found = member(&candidate, key);
    return found != nullptr && *found == text;
  });
  return at == list->end() ? nullptr : &*at;
}

std::vector<std::string> ids_of(const Json& list) {
  std::vector<std::string> ids;
  for (const Json& entry : list) ids.push_back(entry.at("id").get<std::string>());
  return ids;
}

class Unsaid final {
 public:
  void compare(const Json* base, const Json* with, const Json* said, const Shape* shape,
               const std::string& at) {
    const bool same = (base == nullptr) == (with == nullptr) && (base == nullptr || *base == *with);
    if (same) return;
    if (said == nullptr) return found.push_back(at);
    if (base == nullptr || with == nullptr || shape == nullptr) return;  // written, or taken away
    if (shape->kind == Shape::Kind::named_list) {
      compare_lists(*base, *with, *said, *shape->item, at);
    } else if (shape->merges_by_key() && said->is_object()) {
      compare_objects(*base, *with, *said, *shape, at);
    }
  }

  std::vector<std::string> found;

 private:
  void compare_objects(const Json& base, const Json& with, const Json& said, const Shape& shape,
                       const std::string& at) {
    std::set<std::string> keys;
    for (const Json* side : {&base, &with}) {
      for (const auto& entry : side->items()) keys.insert(entry.key());
    }
    for (const std::string& key : keys) {
      const Shape* of_key =
          shape.kind == Shape::Kind::table ? shape.item.get() : shape.of_member(key);
      compare(member(&base, key), member(&with, key), member(&said, key), of_key, at + "/" + key);
    }
  }

  void compare_lists(const Json& base, const Json& with, const Json& said, const Shape& shape,
                     const std::string& at) {
    std::vector<std::string> ids = ids_of(base);
    for (const std::string& id : ids_of(with)) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    for (const std::string& id : ids) {
      compare(item(&base, "id", id), item(&with, "id", id), item(&said, "id", id), &shape,
              at + "/" + id);
    }
  }
};

/// What a number says of itself, or what stands beside the entries it is one of.
struct Claim {
  std::string source;
  std::string note;
};

Claim claim_of(const Json& node, const Claim& around) {
  const auto text = [&](const char* key, const std::string& otherwise) {
    const Json* own = member(&node, key);
    return own != nullptr ? own->get<std::string>() : otherwise;
  };
  return {text("source", around.source), text("note", around.note)};
}

/// 1320, "12 months" or { "value": ... } as a number; not a number if it is none.
double number_of(const Json& node) {
  if (node.is_number()) return node.get<double>();
  if (node.is_string()) {
    const std::string text = node;
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return end == text.c_str() ? std::nan("") : number;
  }
  const Json* value = member(&node, "value");
  return value != nullptr ? number_of(*value) : std::nan("");
}

std::string source_of(const Json& node) {
  const Json* source = member(&node, "source");
  return source != nullptr ? source->get<std::string>() : "";
}

/// The first day of a year, month or day, as text.
std::string first_day(const std::string& key) {
  constexpr std::string_view january_first = "0000-01-01";
  return key + std::string(january_first.substr(std::min(key.size(), january_first.size())));
}

/// What stands in the base where an entry stands: of a path over time, what holds on that day.
const Json* counterpart(const Json* base, const std::string& key) {
  if (base == nullptr || !std::isnan(number_of(*base))) return base;
  if (const Json* same = member(base, key)) return same;
  const bool is_date = std::isdigit(static_cast<unsigned char>(key.front())) != 0;
  if (!is_date || !base->is_object()) return nullptr;
  const Json* last = nullptr;
  for (const auto& entry : base->items()) {
    if (first_day(entry.key()) <= first_day(key)) last = &entry.value();
  }
  return last;
}

class Truth final {
 public:
  void check(const Json* base, const Json& said, const Claim& around, const std::string& at) {
    const Claim claim = claim_of(said, around);
    if (!std::isnan(number_of(said))) return check_number(base, number_of(said), claim, at);
    if (said.is_array()) return check_list(base, said, at);
    if (!said.is_object()) return;
    for (const auto& entry : said.items()) {
      const std::set<std::string> words{"source", "note", "status", "group", "range", "id"};
      if (words.contains(entry.key())) continue;
      check(counterpart(base, entry.key()), entry.value(), claim, at + "/" + entry.key());
    }
  }

  std::vector<std::string> found;

 private:
  void check_list(const Json* base, const Json& said, const std::string& at) {
    for (std::size_t i = 0; i < said.size(); ++i) {
      const Json* same = nullptr;
      std::string name = std::to_string(i);
      for (const char* key : {"id", "to", "resource"}) {
        const Json* known_by = member(&said[i], key);
        if (known_by == nullptr) continue;
        name = known_by->get<std::string>();
        same = item(base, key, name);
        break;
      }
      check(same, said[i], {}, at + "/" + name);
    }
  }

  void check_number(const Json* base, double value, const Claim& claim, const std::string& at) {
    static const std::regex relation("reference (×|\\+|-) ([0-9.]+)");
    std::smatch match;
    if (std::regex_match(claim.note, match, relation)) {
      return check_relation(base, value, match[1], std::stod(match[2]), at);
    }
    if (base == nullptr || claim.source.empty() || claim.source != source_of(*base)) return;
    const double there = number_of(*base);
    if (value != there) {
      found.push_back(
          fmt::format("{}: {} has the source of {} in the reference", at, value, there));
    }
  }

  void check_relation(const Json* base, double value, const std::string& sign, double by,
                      const std::string& at) {
    const double there = base != nullptr ? number_of(*base) : std::nan("");
    const double expected = sign == "×" ? there * by : sign == "+" ? there + by : there - by;
    constexpr double rounding = 0.005;
    if (std::abs(value - expected) <= rounding * std::abs(expected)) return;
    found.push_back(
        fmt::format("{}: {} should be {} (the reference has {})", at, value, expected, there));
  }
};

}  // namespace

std::vector<std::string> unsaid_differences(const Json& base, const Json& with, const Json& said) {
  Unsaid unsaid;
  unsaid.compare(&base, &with, &said, &scenario_shape(), "");
  return unsaid.found;
}

std::vector<std::string> untrue_to_base(const Json& base, const Json& said) {
  Truth truth;
  truth.check(&base, said, {}, "");
  return truth.found;
}

}  // namespace doorstroom::scenario

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/read_value.hpp"
#include "scenario/usual.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void check_attribute(Validation& v, const Attribute& attribute) {
  const std::string path = "/attributes/" + attribute.id;
  constexpr std::size_t most_values = 63;
  if (attribute.values.empty() || attribute.values.size() > most_values) {
    v.problem(path, fmt::format("an attribute has 1 to {} values", most_values));
  }
  std::set<std::string> seen;
  for (const std::string& value : attribute.values) {
    if (!seen.insert(value).second) {
      v.problem(path + "/values", fmt::format("the value \"{}\" stands here twice", value));
    }
    if (value.empty() || is_evidence_key(value) || value == "by" || value == "unknown") {
      v.problem(path + "/values", fmt::format("\"{}\" cannot be a value", value));
    }
  }
  const bool clashes = attribute.id.starts_with("assessed_") ||
                       std::ranges::find(usual_facts, attribute.id) != usual_facts.end();
  if (clashes) v.problem(path, fmt::format("\"{}\" has a meaning of its own", attribute.id));
}

void check_bits(Validation& v) {
  int bits = 0;
  for (const Attribute& attribute : v.scenario.attributes) {
    bits += static_cast<int>(std::bit_width(attribute.values.size() - 1));
    if (attribute.latent) bits += static_cast<int>(std::bit_width(attribute.values.size()));
  }
  constexpr int room = 64;
  if (bits > room) {
    v.problem("/attributes",
              fmt::format("the attributes have too many values together ({} bits)", bits),
              fmt::format("there is room for {}", room));
  }
}

void check_case(Validation& v, const std::string& path, const Attribute& attribute,
                const std::map<std::string, Share>& shares) {
  std::vector<const Share*> all;
  for (const auto& [value, share] : shares) {
    all.push_back(&share);
    if (!share.p.classes.empty()) {
      v.problem(path + "/" + value, "shares of an attribute cannot be given by distance like this",
                "write \"by\": \"distance\" and the shares of each class");
    }
    if (std::ranges::find(attribute.values, value) != attribute.values.end()) continue;
    const std::string nearest = nearest_name(value, attribute.values);
    v.problem(path + "/" + value, fmt::format("\"{}\" is not a value of {}", value, attribute.id),
              nearest.empty() ? fmt::format("known are {}", fmt::join(attribute.values, ", "))
                              : fmt::format("did you mean \"{}\"?", nearest));
  }
  v.check_shares(path, all, false);
}

void check_attribute_shares(Validation& v, const std::string& path, const std::string& id,
                            const AttributeShares& shares) {
  const Attribute* attribute = v.attribute(id);
  if (attribute == nullptr) return;
  if (shares.by.empty()) {
    for (const auto& [none, values] : shares.cases) check_case(v, path, *attribute, values);
    return;
  }
  const Attribute* by = v.attribute(shares.by);
  if (by == nullptr) return;
  for (const std::string& value : by->values) {
    if (!shares.cases.contains(value)) {
      v.problem(path, fmt::format("no shares for {} = \"{}\"", shares.by, value));
    }
  }
  for (const auto& [value, values] : shares.cases) {
    if (std::ranges::find(by->values, value) == by->values.end()) {
      v.problem(path + "/" + value, fmt::format("\"{}\" is not a value of {}", value, shares.by));
    }
    check_case(v, path + "/" + value, *attribute, values);
  }
}

/// The shares that hold for an attribute in a source of people: its own or the attribute's.
const AttributeShares* shares_of(const Validation& v, const Profile& profile,
                                 const std::string& id) {
  const auto own = profile.attributes.find(id);
  if (own != profile.attributes.end()) return &own->second;
  const Attribute* attribute = v.attribute(id);
  return attribute != nullptr && attribute->shares ? &*attribute->shares : nullptr;
}

/// Every attribute depends only on ones that do not depend on it in turn.
void check_dependencies(Validation& v, const std::string& path, const Profile& profile) {
  for (const Attribute& attribute : v.scenario.attributes) {
    std::vector<std::string> chain{attribute.id};
    const AttributeShares* shares = shares_of(v, profile, attribute.id);
    while (shares != nullptr && !shares->by.empty()) {
      if (shares_of(v, profile, shares->by) == nullptr) {
        v.problem(path, fmt::format("\"{}\" depends on \"{}\", of which nothing is said here",
                                    chain.back(), shares->by));
        break;
      }
      if (std::ranges::find(chain, shares->by) != chain.end()) {
        v.problem(path, fmt::format("attributes depend on each other in a circle ({} -> {})",
                                    fmt::join(chain, " -> "), shares->by));
        return;
      }
      chain.push_back(shares->by);
      shares = shares_of(v, profile, shares->by);
    }
  }
}

void check_profile(Validation& v, const std::string& path, const Profile& profile) {
  for (const auto& [id, shares] : profile.attributes) {
    check_attribute_shares(v, path + "/attributes/" + id, id, shares);
  }
  check_dependencies(v, path, profile);
}

constexpr std::array<std::string_view, 12> month_names{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};

void check_arrivals(Validation& v, const Arrivals& arrivals) {
  const std::string path = "/arrivals/" + arrivals.id;
  if (!arrivals.per_year.entries.empty() &&
      arrivals.per_year.entries.front().from > v.scenario.horizon.start) {
    v.problem(path + "/per_year", "nothing is said about the start of the horizon",
              "begin the path there (0 is a number too)");
  }
  double sum = 12.0 - static_cast<double>(arrivals.seasonality.size());
  for (const auto& [month, factor] : arrivals.seasonality) {
    sum += factor.value;
    if (std::ranges::find(month_names, month) == month_names.end()) {
      v.problem(path + "/seasonality/" + month, fmt::format("\"{}\" is not a month", month),
                fmt::format("allowed are {}", fmt::join(month_names, ", ")));
    }
  }
  constexpr double tolerance = 0.01;
  if (std::abs(sum - 12.0) > tolerance) {
    v.problem(path + "/seasonality",
              fmt::format("the twelve factors average {:.4g}, not 1", sum / 12.0));
  }
  constexpr double most_a_day = 2e8;
  for (const Path::Entry& entry : arrivals.per_year.entries) {
    if (entry.value.value / 365 > most_a_day) v.problem(path + "/per_year", "too many people");
  }
  check_profile(v, path + "/people", arrivals.people);
}

void check_stock(Validation& v, const Stock& stock) {
  const std::string path = "/stock/" + stock.id;
  if (!stock.waiting_for.empty() && !stock.in.empty()) {
    v.problem(path, "these people cannot both wait and be in a measure",
              "keep \"waiting_for\" or \"in\"");
  }
  if (stock.length_biased && stock.in.empty()) {
    v.problem(path + "/length_biased", "only people in a measure can be length-biased",
              "give \"elapsed\" instead");
  }
  if (stock.length_biased && stock.elapsed) {
    v.problem(path, "the elapsed time is given twice", "keep \"elapsed\" or \"length_biased\"");
  }
  check_profile(v, path + "/profile", stock.profile);
}

template <class Item>
void check_keys(Validation& v, const std::string& path, const std::vector<Item>& items,
                std::set<std::string>& keys) {
  for (const Item& item : items) {
    const std::string& key = item.key.empty() ? item.id : item.key;
    if (!keys.insert(key).second) {
      v.problem(path + "/" + item.id, fmt::format("the key \"{}\" is in use already", key),
                "people with the same key would have the same luck: give this one its own \"key\"");
    }
  }
}

}  // namespace

void validate_people(Validation& v) {
  for (const Attribute& attribute : v.scenario.attributes) {
    check_attribute(v, attribute);
    if (attribute.shares) {
      check_attribute_shares(v, "/attributes/" + attribute.id + "/shares", attribute.id,
                             *attribute.shares);
    }
  }
  check_bits(v);
  for (const Arrivals& arrivals : v.scenario.arrivals) check_arrivals(v, arrivals);
  for (const Stock& stock : v.scenario.stock) check_stock(v, stock);
  std::set<std::string> keys;
  check_keys(v, "/arrivals", v.scenario.arrivals, keys);
  check_keys(v, "/stock", v.scenario.stock, keys);
  double total = 0;
  for (const Stock& stock : v.scenario.stock) total += stock.people.value;
  constexpr double most_people = 1e9;
  if (total > most_people) v.problem("/stock", "more than a billion people at the start");
}

void validate_what_is_used(Validation& v) {
  const auto each_source = [&](auto check) {
    for (const Arrivals& a : v.scenario.arrivals) check("/arrivals/" + a.id, a.people);
    for (const Stock& s : v.scenario.stock) check("/stock/" + s.id, s.profile);
  };
  auto uses = v.uses_attribute;
  for (const std::string& path : v.uses_distance) {
    uses.emplace_back(std::string(distance_attribute), path);
  }
  std::set<std::pair<std::string, std::string>> reported;
  for (const auto& [attribute, user] : uses) {
    if (v.attribute(attribute) == nullptr) continue;
    each_source([&](const std::string& path, const Profile& profile) {
      if (shares_of(v, profile, attribute) != nullptr) return;
      if (!reported.insert({path, attribute}).second) return;
      v.problem(path,
                fmt::format("nothing is said about the {} of these people (needed by {})",
                            attribute, user),
                fmt::format("give the shares of \"{}\"", attribute));
    });
  }
  if (v.uses_age.empty()) return;
  each_source([&](const std::string& path, const Profile& profile) {
    if (!profile.age) {
      v.problem(path,
                fmt::format("nothing is said about the age of these people (needed by {})",
                            v.uses_age.front()),
                "give \"age\"");
    }
  });
}

}  // namespace doorstroom::scenario

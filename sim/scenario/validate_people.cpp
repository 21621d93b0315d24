#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/bands.hpp"
#include "scenario/paths.hpp"
#include "scenario/read_value.hpp"
#include "scenario/synthesis.hpp"
#include "scenario/usual.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void check_value_name(Validation& v, const std::string& path, const std::string& value) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (value.empty() || std::ranges::any_of(value, is_control)) {
    v.problem(path, fmt::format("{} cannot be a value (it cannot be read)", in_quotes(value)));
  } else if (is_evidence_key(value) || value == "by" || value == "unknown") {
    v.problem(path,
              fmt::format("{} cannot be a value (it has a meaning of its own)", in_quotes(value)));
  }
}

void check_values_of(Validation& v, const std::string& path,
                     const std::vector<std::string>& values) {
  constexpr std::size_t most = 63;
  if (values.empty() || values.size() > most) {
    v.problem(path, fmt::format("1 to {} values are possible", most));
  }
  std::set<std::string> seen;
  for (const std::string& value : values) {
    if (!seen.insert(value).second) {
      v.problem(path, fmt::format("the value {} stands here twice", in_quotes(value)));
    }
    check_value_name(v, path, value);
  }
}

void check_attribute(Validation& v, const Attribute& attribute) {
  const std::string path = "/attributes/" + attribute.id;
  if (attribute.id == distance_attribute) {
    check_values_of(v, "/distance_classes", v.scenario.distance_classes);
    if (attribute.values != v.scenario.distance_classes || !attribute.latent) {
      v.problem(path, "the distance is latent and has the classes of \"distance_classes\"",
                "write \"latent\": true and the same values, or leave this attribute out");
    }
  } else {
    check_values_of(v, path + "/values", attribute.values);
  }
  const bool clashes = attribute.id.starts_with("assessed_") ||
                       std::ranges::find(usual_facts, attribute.id) != usual_facts.end();
  if (clashes) {
    v.problem(path, fmt::format("{} has a meaning of its own", in_quotes(attribute.id)),
              "give the attribute another name");
  }
}

void check_case(Validation& v, const std::string& path, const Attribute& attribute,
                const std::map<std::string, Share>& shares) {
  std::vector<const Share*> all;
  for (const auto& [value, share] : shares) {
    all.push_back(&share);
    if (!share.p.classes.empty()) {
      v.problem(below(path, value), "shares of an attribute cannot be given by distance like this",
                "write \"by\": \"distance\" and the shares of each class");
    }
    if (std::ranges::find(attribute.values, value) != attribute.values.end()) continue;
    v.problem(below(path, value),
              fmt::format("{} is not a value of {}", in_quotes(value), attribute.id),
              did_you_mean_or(value, attribute.values));
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
      v.problem(path, fmt::format("no shares for {} = {}", shares.by, in_quotes(value)));
    }
  }
  for (const auto& [value, values] : shares.cases) {
    if (std::ranges::find(by->values, value) == by->values.end()) {
      v.problem(below(path, value),
                fmt::format("{} is not a value of {}", in_quotes(value), shares.by),
                did_you_mean_or(value, by->values));
    }
    check_case(v, below(path, value), *attribute, values);
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

/// Is something said about an attribute in a source of people?
bool is_given(const Validation& v, const Profile& profile, const std::string& id) {
  return is_in_margins(profile, id) || shares_of(v, profile, id) != nullptr;
}

/// Follows what an attribute depends on; true if that leads in a circle.
bool depends_in_a_circle(Validation& v, const std::string& path, const Profile& profile,
                         const std::string& id) {
  std::vector<std::string> chain{id};
  if (is_in_margins(profile, id)) return false;
  const AttributeShares* shares = shares_of(v, profile, id);
  while (shares != nullptr && !shares->by.empty()) {
    if (std::ranges::find(chain, shares->by) != chain.end()) {
      v.problem(path, fmt::format("attributes depend on each other in a circle ({} -> {})",
                                  fmt::join(chain, " -> "), shares->by));
      return true;
    }
    if (is_in_margins(profile, shares->by)) return false;
    if (shares_of(v, profile, shares->by) == nullptr) {
      v.problem(path,
                fmt::format("{} depends on {}, of which nothing is said here",
                            in_quotes(chain.back()), in_quotes(shares->by)),
                fmt::format("give the shares of {}", in_quotes(shares->by)));
      return false;
    }
    chain.push_back(shares->by);
    shares = shares_of(v, profile, shares->by);
  }
  return false;
}

void check_profile(Validation& v, const std::string& path, const Profile& profile, double people) {
  validate_margins(v, path, profile, people);
  for (const auto& [id, shares] : profile.attributes) {
    check_attribute_shares(v, path + "/attributes/" + pointer_part(id), id, shares);
  }
  for (const Attribute& attribute : v.scenario.attributes) {
    if (depends_in_a_circle(v, path, profile, attribute.id)) return;
  }
}

void check_seasonality(Validation& v, const std::string& path, const Arrivals& arrivals) {
  const std::vector<std::string> months(month_names.begin(), month_names.end());
  double sum = 12.0;
  for (const auto& [month, factor] : arrivals.seasonality) {
    sum += factor.value - 1;
    if (std::ranges::find(months, month) == months.end()) {
      return v.problem(below(path, month), fmt::format("{} is not a month", in_quotes(month)),
                       did_you_mean_or(month, months));
    }
  }
  constexpr double tolerance = 0.01;
  if (std::abs(sum - 12.0) > tolerance) {
    v.problem(path, fmt::format("the twelve factors average {:.4g}, not 1", sum / 12.0),
              "months that are not named have the factor 1");
  }
}

void check_arrivals(Validation& v, const Arrivals& arrivals) {
  const std::string path = "/arrivals/" + arrivals.id;
  constexpr double most = 1e9;
  v.reading.refuse_doubtful(path + "/per_year");
  v.check_path(path + "/per_year", arrivals.per_year, most);
  constexpr double most_factor = 1000;
  if (arrivals.factor) v.check_path(path + "/factor", *arrivals.factor, most_factor);
  check_seasonality(v, path + "/seasonality", arrivals);
  check_profile(v, path + "/people", arrivals.people,
                people_a_year(arrivals, v.scenario.horizon.start));
  v.only_for(path + "/first_contact", arrivals.first_contact.has_value(),
             !arrivals.refer_to.empty() || !v.scenario.referral.empty(),
             "nobody refers these people: add \"refer_to\" or \"referral\"");
}

/// People who stay for as long as it takes are met at no typical point of their stay.
void check_stationary(Validation& v, const std::string& path, const Stock& stock) {
  if (!stock.length_biased) return;
  const auto measure = std::ranges::find(v.scenario.measures, stock.in, &Measure::id);
  if (measure == v.scenario.measures.end()) return;
  for (const Phase& phase : measure->phases) {
    if (openness(phase.duration) == Openness::nobody) continue;
    v.problem(path + "/length_biased",
              fmt::format("how long people have been in {} does not follow from its phases ({} is "
                          "open)",
                          stock.in, phase.id),
              "give \"elapsed\" instead");
    return;
  }
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
  check_stationary(v, path, stock);
  if (stock.length_biased && stock.elapsed) {
    v.problem(path, "the elapsed time is given twice", "keep \"elapsed\" or \"length_biased\"");
  }
  v.only_for(path + "/refer", stock.refer, !v.scenario.referral.empty(),
             "there are no referral rules to ask: add \"referral\"");
  v.only_for(path + "/first_contact", stock.first_contact.has_value(), stock.refer,
             "nobody refers these people: add \"refer\": true");
  check_profile(v, path + "/profile", stock.profile, stock.people.value);
}

template <class Item>
void check_keys(Validation& v, const std::string& path, const std::vector<Item>& items,
                std::set<std::string>& keys) {
  for (const Item& item : items) {
    const std::string& key = item.key.empty() ? item.id : item.key;
    if (!keys.insert(key).second) {
      v.problem(path + "/" + item.id, fmt::format("the key {} is in use already", in_quotes(key)),
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
  for (const Arrivals& arrivals : v.scenario.arrivals) check_arrivals(v, arrivals);
  for (const Stock& stock : v.scenario.stock) check_stock(v, stock);
  std::set<std::string> keys;
  check_keys(v, "/arrivals", v.scenario.arrivals, keys);
  check_keys(v, "/stock", v.scenario.stock, keys);
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
    if (v.attribute(attribute) == nullptr || !v.reading.is_sound(user)) continue;
    each_source([&](const std::string& path, const Profile& profile) {
      if (is_given(v, profile, attribute)) return;
      if (!reported.insert({path, attribute}).second) return;
      v.problem(path,
                fmt::format("nothing is said about the {} of these people (needed by {})",
                            attribute, user),
                fmt::format("give the shares of {}", in_quotes(attribute)));
    });
  }
  std::erase_if(v.uses_age, [&](const std::string& user) { return !v.reading.is_sound(user); });
  if (v.uses_age.empty()) return;
  each_source([&](const std::string& path, const Profile& profile) {
    if (!profile.age && !is_in_margins(profile, age_column)) {
      v.problem(path,
                fmt::format("nothing is said about the age of these people (needed by {})",
                            v.uses_age.front()),
                "give \"age\"");
    }
  });
}

}  // namespace doorstroom::scenario

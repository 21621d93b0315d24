#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/usual.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

const Path* path_of(const Resource& resource) {
  for (const auto* path :
       {&resource.level, &resource.per_year, &resource.per_quarter, &resource.per_month}) {
    if (*path) return &**path;
  }
  return nullptr;
}

const char* key_of_path(const Resource& resource) {
  if (resource.level) return "/level";
  if (resource.per_year) return "/per_year";
  return resource.per_quarter ? "/per_quarter" : "/per_month";
}

const char* unit_of(ResourceKind kind) {
  switch (kind) {
    case ResourceKind::places:
      return "places";
    case ResourceKind::contingent:
      return "starts";
    case ResourceKind::budget:
      return "euro";
  }
  return "";
}

/// Starts are whole, money has cents.
void check_amount(Validation& v, const std::string& path, ResourceKind kind, double value) {
  const double units = kind == ResourceKind::contingent ? value : value * 100;
  constexpr double rounding = 1e-6;
  if (kind == ResourceKind::places || std::abs(units - std::round(units)) < rounding) return;
  v.problem(path, kind == ResourceKind::contingent
                      ? fmt::format("{:.10g} is not a whole number of starts", value)
                      : fmt::format("{:.10g} euro is not a whole number of cents", value));
}

void check_amounts(Validation& v, const std::string& path, const Resource& resource) {
  const Path& amounts = *path_of(resource);
  const std::string place = path + key_of_path(resource);
  const bool linear = amounts.interpolate == Interpolation::linear;
  if (linear && amounts.entries.size() < 2) {
    v.problem(place, "a linear path needs two entries");
  }
  constexpr double most = 1e13;
  v.check_growth(place, amounts, most);
  if (resource.kind != ResourceKind::places) v.reading.refuse_doubtful(place);
  for (const Path::Entry& entry : amounts.entries) {
    check_amount(v, v.place_of_entry(place, entry.from), resource.kind, entry.value.value);
  }
}

void check_renewal(Validation& v, const std::string& path, const Resource& resource) {
  const int given = resource.level.has_value() + resource.per_year.has_value() +
                    resource.per_quarter.has_value() + resource.per_month.has_value();
  const bool places = resource.kind == ResourceKind::places;
  if (resource.unlimited) {
    v.only_for(path + "/unlimited", true, resource.kind == ResourceKind::budget,
               "it is for budgets");
    if (given == 0) return;
    return v.problem(path + "/unlimited", "there is an amount, and there is none",
                     "leave out one of them");
  }
  if (resource.share_of) {
    constexpr double most_share = 10;
    v.check_path(path + "/share_of/share", resource.share_of->share, most_share);
    v.only_for(path + "/share_of", true, resource.kind != ResourceKind::budget,
               "it is for places and contingents");
    v.only_for(path + "/split", resource.split.has_value(), false,
               "a share of a stock of people is not divided");
    if (given == 0) return;
    return v.problem(path + "/share_of", "the amount is given twice", "leave out one of them");
  }
  if (places && (given != 1 || !resource.level)) {
    return v.problem(path, "places are given by \"level\" alone");
  }
  if (!places && (given != 1 || resource.level)) {
    return v.problem(path,
                     "exactly one of \"per_year\", \"per_quarter\" and \"per_month\" is expected");
  }
  check_amounts(v, path, resource);
}

void check_split_value(Validation& v, const std::string& path, const Split& split,
                       const Attribute& attribute) {
  for (const auto& [value, share] : split.shares) {
    const std::string place = below(path + "/shares", value);
    if (std::ranges::find(attribute.values, value) == attribute.values.end()) {
      v.problem(place, fmt::format("{} is not a value of {}", in_quotes(value), split.by),
                did_you_mean_or(value, attribute.values));
    }
    if (!share.p.classes.empty()) {
      v.problem(place, "the part of a resource cannot differ by distance", "give one number");
    }
  }
  for (const std::string& value : attribute.values) {
    if (split.shares.contains(value)) continue;
    v.problem(path + "/shares", fmt::format("no share for {}", in_quotes(value)),
              "name every value (0 is a share too)");
  }
}

void check_pooling(Validation& v, const std::string& path, const Resource& resource) {
  const std::string& from = resource.split->pool_from;
  if (from.empty()) return;
  const bool leap_day = from == "02-29";
  if (leap_day || !parse_date("2000-" + from)) {
    v.problem(path, fmt::format("{} is not a month and day of every year", in_quotes(from)),
              "write \"10-01\"");
  }
  v.only_for(path, true, resource.kind != ResourceKind::places,
             "places are not used up, so nothing is left to pool");
}

void check_split(Validation& v, const std::string& path, const Resource& resource) {
  const Split& split = *resource.split;
  const Attribute* attribute = v.attribute(split.by);
  if (attribute == nullptr) return;
  v.uses_attribute.emplace_back(split.by, path);
  if (attribute->latent) {
    v.problem(path + "/by",
              fmt::format("nobody sees the latent attribute {}", in_quotes(split.by)));
  }
  if (split.by == benefit_attribute && !v.scenario.benefits.statutes.empty()) {
    v.problem(path + "/by", "what people live on changes, so it cannot divide a resource");
  }
  check_split_value(v, path, split, *attribute);
  std::vector<const Share*> shares;
  for (const auto& [value, share] : split.shares) shares.push_back(&share);
  v.check_shares(path + "/shares", shares, false);
  check_pooling(v, path + "/pool_from", resource);
}

void check_release(Validation& v, const std::string& path, const Resource& resource) {
  if (resource.release_shares.empty()) return;
  double sum = 0;
  for (const Quantity& share : resource.release_shares) sum += share.value;
  constexpr std::size_t months = 12;
  constexpr double rounding = 1e-9;
  const std::string place = path + "/release_shares";
  if (!resource.per_year) {
    v.problem(place, "shares of the months of a year are for a resource given \"per_year\"");
  } else if (resource.release_shares.size() != months) {
    v.problem(place, fmt::format("there are {} shares", resource.release_shares.size()),
              "twelve are expected, one for each month");
  } else if (std::abs(sum - 1) > rounding) {
    v.problem(place, fmt::format("the shares add up to {:.6g}, not 1", sum));
  }
  if (resource.release) {
    v.problem(path + "/release", "the release is given twice",
              "keep \"release\" or \"release_shares\"");
  }
}

/// Is this resource one of those that decide whether somebody starts?
template <class Item>
bool needs_to_start(const Item& item, const std::string& resource) {
  const auto is_it = [&](const Need& need) { return need.resource == resource; };
  if constexpr (requires { item.phases; }) {
    if (!item.phases.empty() && std::ranges::any_of(item.phases.front().needs, is_it)) return true;
  }
  return std::ranges::any_of(item.needs, is_it);
}

void check_order(Validation& v, const std::string& path, const Resource& resource) {
  if (!v.reading.is_sound("/measures") || !v.reading.is_sound("/screening")) return;
  for (std::size_t i = 0; i < resource.serves_first.size(); ++i) {
    const std::string& user = resource.serves_first[i];
    const std::string place = fmt::format("{}/{}", path, i);
    const auto needs_it = [&](const auto& item) {
      return item.id == user && needs_to_start(item, resource.id);
    };
    if (std::ranges::none_of(v.scenario.measures, needs_it) &&
        std::ranges::none_of(v.scenario.screening, needs_it)) {
      v.problem(place, fmt::format("{} does not need this resource to start", in_quotes(user)));
    }
    const auto first = std::ranges::find(resource.serves_first, user);
    if (first - resource.serves_first.begin() != static_cast<std::ptrdiff_t>(i)) {
      v.problem(place, fmt::format("{} stands here twice", in_quotes(user)));
    }
  }
}

void check_resource(Validation& v, const Resource& resource) {
  const std::string path = "/resources/" + resource.id;
  v.reading.set_unit(path, unit_of(resource.kind));
  const bool places = resource.kind == ResourceKind::places;
  const bool money = resource.kind == ResourceKind::budget;
  check_renewal(v, path, resource);
  constexpr std::string_view renewed = "it is for contingents and budgets";
  constexpr std::string_view paid = "it is for budgets";
  v.only_for(path + "/payer", !resource.payer.empty(), money, paid);
  v.only_for(path + "/release", resource.release.has_value(), !places, renewed);
  v.only_for(path + "/carry_over", resource.carry_over.share.value > 0, !places, renewed);
  v.only_for(path + "/used_at_start", resource.used_at_start.has_value(), !places, renewed);
  v.only_for(path + "/refill_after", resource.refill_after.has_value(), places, "it is for places");
  v.only_for(path + "/given_back_on_early_end", resource.given_back_on_early_end, money, paid);
  if (resource.used_at_start) {
    v.reading.refuse_doubtful(path + "/used_at_start");
    check_amount(v, path + "/used_at_start", resource.kind, resource.used_at_start->value);
  }
  check_release(v, path, resource);
  if (resource.split) check_split(v, path + "/split", resource);
  check_order(v, path + "/serves_first", resource);
}

void check_choices(Validation& v, const std::string& path, const ReferralRule& rule) {
  std::vector<const Share*> shares;
  for (const ReferralChoice& choice : rule.refer_to) {
    if (!choice.share) continue;
    shares.push_back(&*choice.share);
    if (!choice.share->p.classes.empty()) {
      v.problem(path, "these shares cannot be given by distance", "write a rule for each class");
    }
  }
  if (shares.empty() && (rule.refer_to.size() < 2 || rule.choose == Choosing::in_order)) return;
  if (rule.choose == Choosing::in_order) {
    return v.problem(path, "a ranked list has no shares",
                     "leave \"share\" out, or \"choose\": \"in_order\"");
  }
  if (shares.size() < rule.refer_to.size()) {
    return v.problem(path, "not every choice has its share",
                     "give each a \"share\" or one of them \"rest\", or write \"choose\": "
                     "\"in_order\" for a ranked list");
  }
  v.check_shares(path, shares, false);
}

void check_rule(Validation& v, const ReferralRule& rule) {
  const std::string path = "/referral/" + rule.id;
  v.check_condition(path + "/when", rule.when, Validation::Use::rule);
  if (rule.refer_to.empty()) {
    v.problem(path + "/refer_to", "nothing to refer to", "write \"stay\" for basic services");
  }
  check_choices(v, path + "/refer_to", rule);
}

/// Screenings that lead to each other would never end.
void check_sequence(Validation& v, const Screening& screening) {
  std::vector<std::string> chain{screening.id};
  std::string next = screening.then;
  while (!next.empty()) {
    if (std::ranges::find(chain, next) != chain.end()) {
      return v.problem("/screening/" + screening.id + "/then",
                       fmt::format("screenings follow each other in a circle ({} -> {})",
                                   fmt::join(chain, " -> "), next));
    }
    chain.push_back(next);
    const auto at = std::ranges::find(v.scenario.screening, next, &Screening::id);
    next = at == v.scenario.screening.end() ? "" : at->then;
  }
}

/// A rule behind one that holds for everybody is never asked.
void check_reach(Validation& v) {
  const auto& rules = v.scenario.referral;
  const auto all = std::ranges::find_if(rules, [&](const ReferralRule& rule) {
    return rule.when.tests.empty() && v.reading.is_sound("/referral/" + rule.id);
  });
  if (all == rules.end()) return;
  for (auto rule = std::next(all); rule != rules.end(); ++rule) {
    v.problem("/referral/" + rule->id,
              fmt::format("this rule is never asked ({} holds for everybody)", in_quotes(all->id)),
              "place it before that rule");
  }
}

}  // namespace

void validate_resources(Validation& v) {
  for (const Resource& resource : v.scenario.resources) check_resource(v, resource);
}

void validate_referral(Validation& v) {
  for (const ReferralRule& rule : v.scenario.referral) check_rule(v, rule);
  check_reach(v);
  for (const Screening& screening : v.scenario.screening) check_sequence(v, screening);
}

}  // namespace doorstroom::scenario

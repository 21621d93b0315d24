#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void check_durations(Validation& v, const std::string& path,
                     const std::vector<DurationFactor>& steps) {
  double last = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string place = fmt::format("{}/{}", path, i);
    const bool is_last = i + 1 == steps.size();
    if (!steps[i].below) {
      if (!is_last) v.problem(place, "only the last step has no \"below\"");
      continue;
    }
    if (is_last) v.problem(place, "the last step has no \"below\": it holds from there on");
    if (steps[i].below->days <= last) v.problem(place, "the steps do not ascend");
    last = steps[i].below->days;
  }
}

void check_exit(Validation& v, const Exit& exit) {
  const std::string path = "/labour_market/exits/" + exit.id;
  v.check_classes(path + "/per_month", exit.per_month);
  if (exit.elasticity) v.check_classes(path + "/elasticity", *exit.elasticity);
  if (exit.elasticity && !exit.calibration) {
    v.problem(path + "/elasticity", "there is no \"calibration\" to be raised to this power");
  }
  if (exit.calibration && !exit.calibration->entries.empty() &&
      exit.calibration->entries.front().from > v.scenario.horizon.start) {
    v.problem(path + "/calibration", "nothing is said about the start of the horizon");
  }
  check_durations(v, path + "/by_time_unemployed", exit.by_time_unemployed);
  check_durations(v, path + "/by_time_in_status", exit.by_time_in_status);
  for (std::size_t i = 0; i < exit.groups.size(); ++i) {
    v.check_condition(fmt::format("{}/groups/{}/when", path, i), exit.groups[i].when,
                      Validation::Use::labour_market);
  }
  v.check_destinations(path + "/to", exit.to, false);
  for (const Destination& place : exit.to) {
    if (place.to == exit.from) v.problem(path + "/to", "this leads to where it comes from");
  }
}

}  // namespace

void validate_labour_market(Validation& v) {
  const LabourMarket& market = v.scenario.labour_market;
  for (const Exit& exit : market.exits) check_exit(v, exit);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < market.distance_drift.size(); ++i) {
    const Drift& drift = market.distance_drift[i];
    const std::string path = fmt::format("/labour_market/distance_drift/{}", i);
    v.uses_distance.push_back(path);
    if (!seen.insert(drift.from).second) {
      v.problem(path, fmt::format("the drift from \"{}\" stands here twice", drift.from));
    }
    if (!v.scenario.distance_classes.empty() && drift.from == v.scenario.distance_classes.back()) {
      v.problem(path, fmt::format("\"{}\" is the last class: it cannot grow", drift.from));
    }
  }
}

namespace {

const Path* path_of(const Resource& resource) {
  for (const auto* path :
       {&resource.level, &resource.per_year, &resource.per_quarter, &resource.per_month}) {
    if (*path) return &**path;
  }
  return nullptr;
}

void check_renewal(Validation& v, const std::string& path, const Resource& resource) {
  const int given = resource.level.has_value() + resource.per_year.has_value() +
                    resource.per_quarter.has_value() + resource.per_month.has_value();
  const bool places = resource.kind == ResourceKind::places;
  if (given != 1 || places != resource.level.has_value()) {
    return v.problem(path, places
                               ? "places are given by \"level\" alone"
                               : "exactly one of \"per_year\", \"per_quarter\" and \"per_month\" "
                                 "is expected");
  }
  const Path& amounts = *path_of(resource);
  if (amounts.interpolate == Interpolation::linear && amounts.entries.size() < 2) {
    v.problem(path, "a linear path needs two entries");
  }
  if (resource.kind != ResourceKind::contingent) return;
  for (const Path::Entry& entry : amounts.entries) {
    const double value = entry.value.value;
    if (amounts.interpolate == Interpolation::step && value != std::floor(value)) {
      v.problem(path, fmt::format("{} is not a whole number of starts", value));
    }
  }
}

void check_only_for(Validation& v, const std::string& path, bool given, bool allowed,
                    std::string_view key, std::string_view what) {
  if (given && !allowed) v.problem(path, fmt::format("\"{}\" is only for {}", key, what));
}

void check_split(Validation& v, const std::string& path, const Resource& resource) {
  const Split& split = *resource.split;
  const Attribute* attribute = v.attribute(split.by);
  if (attribute == nullptr) return;
  v.uses_attribute.emplace_back(split.by, path);
  if (attribute->latent) {
    v.problem(path + "/by", fmt::format("nobody sees the latent attribute \"{}\"", split.by));
  }
  std::vector<const Share*> shares;
  for (const auto& [value, share] : split.shares) {
    shares.push_back(&share);
    if (std::ranges::find(attribute->values, value) == attribute->values.end()) {
      v.problem(path + "/shares/" + value,
                fmt::format("\"{}\" is not a value of {}", value, split.by),
                fmt::format("known are {}", fmt::join(attribute->values, ", ")));
    }
  }
  v.check_shares(path + "/shares", shares, false);
  if (split.pool_from.empty()) return;
  if (!parse_date("2000-" + split.pool_from)) {
    v.problem(path + "/pool_from", fmt::format("\"{}\" is not a month and day", split.pool_from),
              "write \"10-01\"");
  }
  if (resource.kind == ResourceKind::places) {
    v.problem(path + "/pool_from", "places are not used up, so nothing is left to pool");
  }
}

void check_resource(Validation& v, const Resource& resource) {
  const std::string path = "/resources/" + resource.id;
  const bool places = resource.kind == ResourceKind::places;
  const bool money = resource.kind == ResourceKind::budget;
  check_renewal(v, path, resource);
  constexpr std::string_view renewed = "contingents and budgets";
  check_only_for(v, path, !resource.payer.empty(), money, "payer", "budgets");
  check_only_for(v, path, resource.release.has_value(), !places, "release", renewed);
  check_only_for(v, path, resource.carry_over.share.value > 0, !places, "carry_over", renewed);
  check_only_for(v, path, resource.used_at_start.has_value(), !places, "used_at_start", renewed);
  check_only_for(v, path, resource.given_back_on_early_end, money, "given_back_on_early_end",
                 "budgets");
  if (!resource.release_shares.empty()) {
    double sum = 0;
    for (const Quantity& share : resource.release_shares) sum += share.value;
    if (resource.release_shares.size() != 12 || !resource.per_year || std::abs(sum - 1) > 1e-9) {
      v.problem(path + "/release_shares",
                "twelve shares that add up to 1 are expected, for a resource given per year");
    }
    if (resource.release) v.problem(path, "the release is given twice");
  }
  if (resource.split) check_split(v, path + "/split", resource);
  for (const std::string& user : resource.serves_first) {
    const auto needs_it = [&](const auto& item) {
      return item.id == user && std::ranges::any_of(item.needs, [&](const Need& need) {
               return need.resource == resource.id;
             });
    };
    if (std::ranges::none_of(v.scenario.measures, needs_it) &&
        std::ranges::none_of(v.scenario.screening, needs_it)) {
      v.problem(path + "/serves_first", fmt::format("\"{}\" does not need this resource", user));
    }
  }
}

}  // namespace

void validate_resources(Validation& v) {
  for (const Resource& resource : v.scenario.resources) check_resource(v, resource);
}

void validate_referral(Validation& v) {
  for (const ReferralRule& rule : v.scenario.referral) {
    const std::string path = "/referral/" + rule.id;
    v.check_condition(path + "/when", rule.when, Validation::Use::rule);
    if (rule.refer_to.empty()) v.problem(path + "/refer_to", "nothing to refer to");
    if (rule.choose == Choosing::in_order || rule.refer_to.size() == 1) continue;
    std::vector<const Share*> shares;
    for (const ReferralChoice& choice : rule.refer_to) {
      shares.push_back(&choice.share);
      if (!choice.share.p.classes.empty()) {
        v.problem(path + "/refer_to", "these shares cannot be given by distance",
                  "write a rule for each class");
      }
    }
    v.check_shares(path + "/refer_to", shares, false);
  }
  for (const Screening& screening : v.scenario.screening) {
    std::vector<std::string> chain{screening.id};
    std::string next = screening.then;
    while (!next.empty()) {
      if (std::ranges::find(chain, next) != chain.end()) {
        v.problem("/screening/" + screening.id + "/then",
                  fmt::format("screenings follow each other in a circle ({} -> {})",
                              fmt::join(chain, " -> "), next));
        break;
      }
      chain.push_back(next);
      const auto at = std::ranges::find(v.scenario.screening, next, &Screening::id);
      next = at == v.scenario.screening.end() ? "" : at->then;
    }
  }
}

}  // namespace doorstroom::scenario

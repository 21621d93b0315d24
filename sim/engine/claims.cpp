#include "engine/claims.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

namespace {

template <class Visit>
void for_each_claim(const Model& model, Visit visit) {
  for (const Measure& measure : model.measures) {
    for (const Claim& claim : measure.claims) visit(claim);
    for (const Claim& claim : measure.aftercare.claims) visit(claim);
    for (const Phase& phase : measure.phases) {
      for (const Claim& claim : phase.claims) visit(claim);
    }
  }
}

}  // namespace

Claims::Claims(const Model& model, Accounts& accounts)
    : model_(model), accounts_(accounts), today_(model.horizon.start) {
  for_each_claim(model, [&](const Claim& claim) {
    if (claim.meter == Claim::no_meter) return;
    if (claim.meter >= metered_.size()) metered_.resize(claim.meter + 1);
    metered_[claim.meter] = &claim;
  });
  for (const Claim* claim : metered_) {
    for (const auto& path : claim->amounts) {
      for (const LevelFrom& entry : path) price_changes_.push_back(entry.from);
    }
    const std::size_t parts = model.resources[claim->resource.position()].accounts.size();
    meters_.emplace_back(model.fields.distance_classes * parts, 0);
  }
  std::ranges::sort(price_changes_);
}

Amount Claims::amount_on(const Claim& claim, unsigned distance, Day day) const {
  const auto& path = claim.amounts.size() == 1 ? claim.amounts.front() : claim.amounts[distance];
  if (path.size() == 1) return path.front().level;
  const auto after = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return std::prev(after)->level;
}

Amount Claims::amount(const Claim& claim, unsigned distance) const {
  return amount_on(claim, distance, today_);
}

void Claims::open_day(Day today) {
  today_ = today;
  if (!std::ranges::binary_search(price_changes_, today)) return;
  for (std::size_t meter = 0; meter < metered_.size(); ++meter) {
    const Claim& claim = *metered_[meter];
    const std::size_t parts = model_.resources[claim.resource.position()].accounts.size();
    for (std::size_t at = 0; at < meters_[meter].size(); ++at) {
      const auto distance = static_cast<unsigned>(at / parts);
      const Amount change =
          amount_on(claim, distance, today) - amount_on(claim, distance, today - 1);
      if (change == 0 || meters_[meter][at] == 0) continue;
      const auto account =
          static_cast<AccountIndex>(accounts_.first_account(claim.resource) + at % parts);
      accounts_.reprice(account, change * meters_[meter][at]);
    }
  }
}

void Claims::add(Ask& ask, const Claim& claim, Profile profile) const {
  (is_monthly(claim) ? ask.per_month : ask.once) += amount(claim, distance(profile));
}

/// Claims on one resource stand next to each other (see Compiler::lists).
bool Claims::have_room(const std::vector<Claim>& claims, Profile profile) const {
  for (std::size_t i = 0; i < claims.size();) {
    Ask ask{account(claims[i], profile), 0, 0};
    const ResourceIndex resource = claims[i].resource;
    for (; i < claims.size() && claims[i].resource == resource; ++i) add(ask, claims[i], profile);
    if (!accounts_.has_room(ask)) return false;
  }
  return true;
}

bool Claims::have_room(const std::vector<Claim>& claims, Profile profile,
                       const std::vector<Claim>& held) const {
  std::vector<Ask> wanted = asks(claims, profile);
  return std::ranges::all_of(wanted, [&](Ask& ask) {
    for (const Claim& claim : held) {
      if (account(claim, profile) != ask.account) continue;
      const Amount back = amount(claim, distance(profile));
      const bool places = model_.resources[claim.resource.position()].kind == ResourceKind::places;
      if (is_monthly(claim))
        ask.per_month = std::max<Amount>(0, ask.per_month - back);
      else if (places)
        ask.once = std::max<Amount>(0, ask.once - back);
    }
    return accounts_.has_room(ask);
  });
}

std::vector<Ask> Claims::asks(const std::vector<Claim>& claims, Profile profile) const {
  std::vector<Ask> asks;
  for (const Claim& claim : claims) {
    const AccountIndex to = account(claim, profile);
    if (asks.empty() || asks.back().account != to) asks.push_back({to, 0, 0});
    add(asks.back(), claim, profile);
  }
  return asks;
}

void Claims::count(const Claim& claim, Profile profile, int people) {
  if (claim.meter == Claim::no_meter) return;
  const Resource& resource = model_.resources[claim.resource.position()];
  meters_[claim.meter][distance(profile) * resource.accounts.size() +
                       profile.code(resource.split_field)] += people;
}

void Claims::take(const std::vector<Claim>& claims, Profile profile) {
  for (const Claim& claim : claims) {
    accounts_.take(account(claim, profile), amount(claim, distance(profile)), is_monthly(claim));
    count(claim, profile, 1);
  }
}

void Claims::hold(const std::vector<Claim>& claims, Profile profile) {
  for (const Claim& claim : claims) {
    const bool places = model_.resources[claim.resource.position()].kind == ResourceKind::places;
    if (!places && !is_monthly(claim)) continue;
    accounts_.hold(account(claim, profile), amount(claim, distance(profile)), is_monthly(claim));
    count(claim, profile, 1);
  }
}

void Claims::give_back(const std::vector<Claim>& claims, Profile profile, Day since,
                       double unused) {
  for (const Claim& claim : claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    const AccountIndex to = account(claim, profile);
    const unsigned class_of_distance = distance(profile);
    if (resource.kind == ResourceKind::places || is_monthly(claim)) {
      accounts_.give_back(to, amount(claim, class_of_distance), is_monthly(claim));
      count(claim, profile, -1);
    } else if (resource.kind == ResourceKind::budget && resource.given_back_on_early_end &&
               unused > 0 && since >= model_.horizon.start) {
      const Amount paid = amount_on(claim, class_of_distance, since);
      accounts_.refund(to, static_cast<Amount>(std::floor(static_cast<double>(paid) * unused)),
                       since);
    }
  }
}

}  // namespace doorstroom

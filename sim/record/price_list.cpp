#include "record/price_list.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

/// The first entry holds from always.
Amount amount_on(const std::vector<LevelFrom>& path, Day day) {
  const auto after = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return after == path.begin() ? after->level : std::prev(after)->level;
}

/// A month is a twelfth of the year, so a day costs a little less in leap years.
std::vector<double> paid_up_to(const std::vector<LevelFrom>& per_month, Horizon horizon) {
  constexpr double months_a_year = 12;
  std::vector<double> paid{0};
  for (Day day = horizon.start; day < horizon.end; ++day) {
    const auto cents = static_cast<double>(amount_on(per_month, day));
    paid.push_back(paid.back() + cents * months_a_year / days_in_year(civil(day).year));
  }
  return paid;
}

}  // namespace

PriceList::PriceList(const Model& model, const std::vector<Claim>& claims)
    : distance_(model.fields.distance), start_(model.horizon.start) {
  for (const Claim& claim : claims) {
    if (model.resources[claim.resource.position()].kind == ResourceKind::budget) add(model, claim);
  }
}

void PriceList::add(const Model& model, const Claim& claim) {
  Price price{&claim, &model.resources[claim.resource.position()], {}};
  if (claim.charge == Charge::month) {
    for (const auto& path : claim.amounts) price.paid.push_back(paid_up_to(path, model.horizon));
  }
  prices_.push_back(std::move(price));
}

/// Before the first entry of its path a budget pays nothing.
Day PriceList::exists_from(const Price& price, Profile profile) const {
  const Resource& budget = *price.budget;
  const auto& path = budget.accounts[profile.code(budget.split_field)].path;
  return path.empty() ? never : path.front().from;
}

std::size_t PriceList::column(const Price& price, Profile profile) const {
  return price.claim->amounts.size() == 1 ? 0 : profile.code(distance_);
}

double PriceList::at_start(Profile profile, Day day) const {
  double cents = 0;
  for (const Price& price : prices_) {
    const bool charged = price.claim->charge == Charge::start && exists_from(price, profile) <= day;
    if (!charged) continue;
    const auto& path = price.claim->amounts[column(price, profile)];
    cents += static_cast<double>(amount_on(path, day));
  }
  return cents;
}

double PriceList::by_month(Profile profile, Day from, Day until) const {
  double cents = 0;
  for (const Price& price : prices_) {
    if (price.claim->charge != Charge::month) continue;
    const Day first = std::max(from, exists_from(price, profile));
    if (first >= until) continue;
    const std::vector<double>& paid = price.paid[column(price, profile)];
    cents += paid[static_cast<std::size_t>(until - start_)] -
             paid[static_cast<std::size_t>(first - start_)];
  }
  return cents;
}

}  // namespace doorstroom

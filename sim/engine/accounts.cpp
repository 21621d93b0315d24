#include "engine/accounts.hpp"

#include <algorithm>
#include <cmath>

#include "base/contracts.hpp"

namespace doorstroom {

Accounts::Accounts(const std::vector<Resource>& resources, Horizon horizon)
    : resources_(resources), horizon_(horizon), today_(horizon.start) {
  for (std::size_t r = 0; r < resources.size(); ++r) {
    first_.push_back(static_cast<AccountIndex>(states_.size()));
    for (const Account& account : resources[r].accounts) {
      owner_.push_back(ResourceIndex(r));
      account_.push_back(&account);
      states_.emplace_back().accrued_until = horizon.start;
      period_start_.push_back(horizon.start);
      for (const LevelFrom& entry : account.path) changes_.push_back(entry.from);
    }
  }
  refills_.resize(states_.size());
  counted_.resize(states_.size(), 0);
  std::ranges::sort(changes_);
  for (AccountIndex a = 0; a < states_.size(); ++a) {
    states_[a].level = level_on(a, horizon.start);
    states_[a].used = account_[a]->used_at_start;
    release(a, horizon.start);
  }
}

Amount Accounts::level_on(AccountIndex account, Day day) const {
  if (resource_of(account).share_of.exists()) return counted_[account];
  const auto& path = account_[account]->path;
  const auto after = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return after == path.begin() ? 0 : std::prev(after)->level;
}

bool Accounts::open_day(Day today) {
  today_ = today;
  refill(today);
  const bool first_of_month = is_first_of_month(today);
  if (!first_of_month && !std::ranges::binary_search(changes_, today)) return false;
  const auto month = static_cast<int>(civil(today).month);
  for (AccountIndex a = 0; a < states_.size(); ++a) {
    const Resource& resource = resource_of(a);
    accrue(a, today);
    const bool renewed = first_of_month && resource.period_months > 0 &&
                         (month - 1) % resource.period_months == 0 && today != horizon_.start;
    if (renewed) renew(a, today);
    states_[a].level = level_on(a, today) + states_[a].carried;
    release(a, today);
  }
  return true;
}

void Accounts::refill(Day today) {
  for (AccountIndex a = 0; a < refills_.size(); ++a) {
    while (!refills_[a].empty() && refills_[a].front().on <= today) {
      states_[a].empty -= refills_[a].front().amount;
      refills_[a].pop_front();
    }
  }
}

void Accounts::set_amount(ResourceIndex resource, Amount amount) {
  const AccountIndex account = first_account(resource);
  counted_[account] = amount;
  states_[account].level = amount + states_[account].carried;
  release(account, today_);
}

void Accounts::release(AccountIndex account, Day today) {
  AccountState& state = states_[account];
  const auto& path = account_[account]->path;
  state.exists = !path.empty() && path.front().from <= today;
  const Resource& resource = resource_of(account);
  if (resource.period_months == 0) {
    state.released = state.level;
    return;
  }
  const auto month = static_cast<std::size_t>(civil(today).month - 1) %
                     static_cast<std::size_t>(resource.period_months);
  const double share = resource.released_by_month[month];
  state.released =
      share >= 1 ? state.level
                 : static_cast<Amount>(std::floor(static_cast<double>(state.level) * share + 1e-6));
}

void Accounts::renew(AccountIndex account, Day today) {
  AccountState& state = states_[account];
  close_period(account, today);
  state.carried = carry_over(account);
  state.used = 0;
  state.paid_monthly = 0;
  state.unfunded = 0;
  state.late_returns = 0;
  state.dry_since = never;
  period_start_[account] = today;
}

/// What is left of the period just closed, as far as it goes on; the rest lapses.
Amount Accounts::carry_over(AccountIndex account) {
  const AccountState& state = states_[account];
  const Amount left = std::max<Amount>(0, state.level - state.used - state.paid_monthly);
  const auto carried = static_cast<Amount>(
      std::floor(static_cast<double>(left) * resource_of(account).carry_over + 1e-6));
  closed_.back().carried_on = carried;
  closed_.back().lapsed = left - carried;
  return carried;
}

void Accounts::close_period(AccountIndex account, Day until) {
  accrue(account, until);
  settle(account);
  closed_.push_back({account, period_start_[account], until, states_[account], 0, 0});
}

void Accounts::close(Day end) {
  const auto month = static_cast<int>(civil(end).month) - 1;
  for (AccountIndex a = 0; a < states_.size(); ++a) {
    const int months = resource_of(a).period_months;
    if (months == 0) continue;
    close_period(a, end);
    if (is_first_of_month(end) && month % months == 0) carry_over(a);
  }
}

void Accounts::accrue(AccountIndex account, Day until) {
  AccountState& state = states_[account];
  if (until <= state.accrued_until) return;
  if (state.exists) state.accrual += state.running * 12 * (until - state.accrued_until);
  state.accrued_until = until;
}

/// Pays what has been accrued, as far as the period's money goes.
void Accounts::settle(AccountIndex account) {
  AccountState& state = states_[account];
  const DayCount year = days_in_year(civil(state.accrued_until - 1).year);
  const Amount due = state.accrual / year;
  state.accrual -= due * year;
  const Amount now = payable(account, due);
  state.paid_monthly += now;
  state.unfunded += due - now;
}

Amount Accounts::reserve(Amount per_month) const {
  if (per_month == 0) return 0;
  const int year = civil(today_).year;
  const DayCount left = day_of(year + 1, 1, 1) - today_;
  const DayCount days = days_in_year(year);
  return (per_month * 12 * left + days - 1) / days;
}

Amount Accounts::committed(AccountIndex account) const {
  const AccountState& state = states_[account];
  if (state.running == 0 && state.accrual == 0) return state.used + state.paid_monthly;
  const Amount accrued = state.accrual + state.running * 12 * (today_ - state.accrued_until);
  const Amount due = accrued / days_in_year(civil(today_).year);
  return state.used + state.paid_monthly + due + reserve(state.running);
}

Amount Accounts::paid(AccountIndex account) const {
  const AccountState& state = states_[account];
  const Amount accrued = state.accrual + state.running * 12 * (today_ + 1 - state.accrued_until);
  const Amount due = accrued / days_in_year(civil(today_).year);
  return state.used + state.paid_monthly + payable(account, due);
}

/// What of an amount due the period's money pays.
Amount Accounts::payable(AccountIndex account, Amount due) const {
  const AccountState& state = states_[account];
  if (!resource_of(account).binding || !state.exists) return due;
  return std::min(due, std::max<Amount>(0, state.level - state.used - state.paid_monthly));
}

Amount Accounts::free(AccountIndex account) const {
  const AccountState& state = states_[account];
  const bool money = resource_of(account).kind == ResourceKind::budget;
  return state.released - (money ? committed(account) : state.used + state.empty);
}

bool Accounts::is_pooled(const Resource& resource) const {
  if (resource.pool_month == 0) return false;
  const CivilDate date = civil(today_);
  return date.month > resource.pool_month ||
         (date.month == resource.pool_month && date.day >= resource.pool_day);
}

Amount Accounts::pooled_room(AccountIndex account) const {
  const ResourceIndex resource = owner(account);
  Amount room = 0;
  for (std::size_t part = 0; part < resource_of(account).accounts.size(); ++part) {
    const auto other = static_cast<AccountIndex>(first_account(resource) + part);
    room += std::max<Amount>(0, free(other));
  }
  return room;
}

/// Pooling opens what others have not used, once; months are always paid from one's own part.
bool Accounts::has_room(const Ask& ask) const {
  const Resource& resource = resource_of(ask.account);
  if (!resource.binding || !states_[ask.account].exists) return true;
  const Amount reserved = reserve(ask.per_month);
  const Amount left = free(ask.account) - reserved;
  if (left >= ask.once) return true;
  if (!is_pooled(resource) || (ask.per_month > 0 && left < 0)) return false;
  return pooled_room(ask.account) - reserved >= ask.once;
}

bool Accounts::only_awaits_release(const Ask& ask) const {
  const AccountState& state = states_[ask.account];
  return ask.per_month == 0 &&
         state.level - state.released + state.empty + free(ask.account) >= ask.once;
}

void Accounts::take(AccountIndex account, Amount amount, bool monthly) {
  const Resource& resource = resource_of(account);
  const bool charged = states_[account].exists || resource.kind == ResourceKind::places;
  if (!charged && !monthly) return;
  if (!has_room({account, monthly ? 0 : amount, monthly ? amount : 0})) ++overdrawn_;
  const Amount own = free(account);
  if (!monthly && resource.binding && own < amount && is_pooled(resource)) {
    Amount rest = amount;
    const AccountIndex first = first_account(owner(account));
    const auto parts = static_cast<AccountIndex>(resource.accounts.size());
    const auto take_from = [&](AccountIndex a) {
      const Amount part = std::clamp<Amount>(free(a), 0, rest);
      states_[a].used += part;
      rest -= part;
      note_dry(a, part);
    };
    take_from(account);
    for (AccountIndex a = first; a < first + parts && rest > 0; ++a) take_from(a);
    return;
  }
  hold(account, amount, monthly);
  note_dry(account, monthly ? reserve(amount) : amount);
}

/// Dry: less is left than the last start took.
void Accounts::note_dry(AccountIndex account, Amount taken) {
  AccountState& state = states_[account];
  const Resource& resource = resource_of(account);
  if (resource.period_months == 0 || !state.exists || state.dry_since != never) return;
  const bool money = resource.kind == ResourceKind::budget;
  const Amount left = state.level - (money ? committed(account) : state.used);
  if (left < taken) state.dry_since = today_;
}

void Accounts::hold(AccountIndex account, Amount amount, bool monthly) {
  AccountState& state = states_[account];
  if (!monthly) {
    state.used += amount;
    return;
  }
  accrue(account, today_);
  state.running += amount;
}

void Accounts::give_back(AccountIndex account, Amount amount, bool monthly) {
  AccountState& state = states_[account];
  ++returns_;
  if (monthly) {
    accrue(account, today_);
    state.running -= amount;
    ENSURES(state.running >= 0);
    return;
  }
  state.used -= amount;
  ENSURES(state.used >= 0);
  const DayCount lag = resource_of(account).refill_after;
  if (lag == 0) return;
  state.empty += amount;
  refills_[account].push_back({today_ + lag, amount});
}

void Accounts::reprice(AccountIndex account, Amount change_per_month) {
  accrue(account, today_);
  states_[account].running += change_per_month;
}

void Accounts::refund(AccountIndex account, Amount amount, Day committed_on) {
  const auto& path = account_[account]->path;
  if (path.empty() || committed_on < path.front().from) return;  // was never charged
  ++returns_;
  if (committed_on < period_start_[account]) {
    states_[account].late_returns += amount;
    return;
  }
  const auto give_back_to = [&](AccountIndex part) {
    const Amount given = std::min(amount, states_[part].used);
    states_[part].used -= given;
    amount -= given;
  };
  give_back_to(account);
  const AccountIndex first = first_account(owner(account));
  const auto parts = static_cast<AccountIndex>(resource_of(account).accounts.size());
  for (AccountIndex a = first; a < first + parts && amount > 0; ++a) give_back_to(a);  // the pool
}

}  // namespace doorstroom

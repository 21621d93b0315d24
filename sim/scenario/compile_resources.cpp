#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/largest_remainders.hpp"
#include "scenario/compiler.hpp"

namespace doorstroom::scenario {

namespace {

/// Divides a whole number by shares so that the parts are whole and add up. `step`, of which the
/// total is a multiple, is the smallest unit (1,000 for whole starts).
std::vector<Amount> divide(Amount total, const std::vector<double>& shares, Amount step) {
  std::vector<double> exact;
  for (const double share : shares) {
    exact.push_back(static_cast<double>(total) * share / static_cast<double>(step));
  }
  std::vector<Amount> parts = largest_remainders(exact, total / step);
  for (Amount& part : parts) part *= step;
  return parts;
}

std::vector<double> released_by_month(const Resource& in, int months, bool at_once) {
  std::vector<double> shares;
  if (!in.release_shares.empty()) {
    double sum = 0;
    for (const Quantity& share : in.release_shares) shares.push_back(sum += share.value);
    shares.back() = 1;
    return shares;
  }
  for (int month = 1; month <= months; ++month) {
    shares.push_back(at_once ? 1.0 : static_cast<double>(month) / months);
  }
  return shares;
}

}  // namespace

std::vector<const Need*> Compiler::needs_of(const std::string& resource) const {
  std::vector<const Need*> all;
  const auto add = [&](const std::vector<Need>& needs) {
    for (const Need& need : needs) {
      if (need.resource == resource) all.push_back(&need);
    }
  };
  for (const Measure& m : in_.measures) {
    add(m.needs);
    if (m.aftercare) add(m.aftercare->needs);
    for (const Phase& p : m.phases) add(p.needs);
  }
  for (const Screening& s : in_.screening) add(s.needs);
  return all;
}

namespace {

bool is_paid_by_month(const Need* need) {
  return need->per == Charge::month;
}

bool is_whole(const Path& path) {
  return std::ranges::all_of(path.entries, [](const Path::Entry& entry) {
    return entry.value.value == std::floor(entry.value.value);
  });
}

bool takes_whole_units(const Need* need) {
  return is_whole(need->amount.all) &&
         std::ranges::all_of(need->amount.classes,
                             [](const auto& amount) { return is_whole(amount.second); });
}

const Path& path_of(const Resource& in) {
  static const Path nothing = constant(0);
  if (in.unlimited || in.share_of) return nothing;
  if (in.level) return *in.level;
  if (in.per_year) return *in.per_year;
  return in.per_quarter ? *in.per_quarter : *in.per_month;
}

/// Whole units: starts are never divided.
Amount amount_of(const Resource& in, double value) {
  const bool money = in.kind == ResourceKind::budget;
  const auto rounded = static_cast<Amount>(std::llround(value * (money ? 100.0 : one_place)));
  return in.kind == ResourceKind::contingent ? rounded / one_place * one_place : rounded;
}

/// The day whose value holds on `day`: what is renewed has one amount for a whole period, also
/// where its path is a line.
Day day_of_amount(const Path& path, Day day, int period_months) {
  if (period_months == 0 || path.interpolate == Interpolation::step) return day;
  const int month = month_number(day);
  return std::max(first_of_month(month - month % period_months), path.entries.front().from);
}

/// The accounts of a resource: its path divided by shares, entry by entry. `whole`: nobody needs
/// less than a whole place of it, so its parts are whole places.
std::vector<Account> accounts_of(const Resource& in, const std::vector<double>& shares,
                                 Horizon horizon, int period_months, bool whole) {
  const Path& path = path_of(in);
  const bool in_units =
      in.kind == ResourceKind::contingent || (in.kind == ResourceKind::places && whole);
  std::vector<Account> accounts(shares.size());
  const auto parts_of = [&](double value) {
    const Amount amount = amount_of(in, value);
    return divide(amount, shares, in_units && amount % one_place == 0 ? one_place : 1);
  };
  for (const Day day : change_days(path, horizon)) {
    if (path.entries.front().from > day) continue;  // does not exist yet
    const auto parts = parts_of(value_on(path, day_of_amount(path, day, period_months)));
    for (std::size_t i = 0; i < parts.size(); ++i) accounts[i].path.push_back({day, parts[i]});
  }
  if (in.used_at_start) {
    const std::vector<Amount> parts = parts_of(in.used_at_start->value);
    for (std::size_t i = 0; i < parts.size(); ++i) accounts[i].used_at_start = parts[i];
  }
  return accounts;
}

std::vector<double> shares_in_order(const Split& split, const std::vector<std::string>& values) {
  std::vector<double> shares(values.size(), 0.0);
  double rest = 1;
  for (const auto& [value, share] : split.shares) rest -= share.rest ? 0.0 : share.p.all.value;
  for (const auto& [value, share] : split.shares) {
    const auto code = std::ranges::find(values, value) - values.begin();
    shares[static_cast<std::size_t>(code)] = share.rest ? rest : share.p.all.value;
  }
  return shares;
}

}  // namespace

doorstroom::Resource Compiler::resource(const Resource& in) {
  doorstroom::Resource out;
  out.id = in.id;
  out.payer = in.payer;
  out.item = in.item;
  out.unlimited = in.unlimited;
  out.kind = static_cast<doorstroom::ResourceKind>(in.kind);
  out.binding = in.binding && !in.unlimited;
  out.given_back_on_early_end = in.given_back_on_early_end;
  out.carry_over = in.carry_over.share.value;
  out.period_months = in.per_year || in.unlimited                          ? 12
                      : in.share_of && in.kind == ResourceKind::contingent ? 12
                      : in.per_quarter                                     ? 3
                      : in.per_month                                       ? 1
                                                                           : 0;
  if (out.period_months > 0) {
    const bool by_month = std::ranges::any_of(needs_of(in.id), is_paid_by_month);
    const bool at_once = in.release ? *in.release == Release::at_once : by_month;
    out.released_by_month = released_by_month(in, out.period_months, at_once);
  }
  if (in.refill_after) {
    out.refill_after = static_cast<DayCount>(std::lround(in.refill_after->days));
  }
  if (in.share_of) {
    out.share_of.status = status(in.share_of->of);
    out.share_of.of_statute = !out.share_of.status.exists();
    out.share_of.statute = statute(in.share_of->of);
    for (const Day day : change_days(in.share_of->share, in_.horizon)) {
      out.share_of.share.emplace_back(day, value_on(in.share_of->share, day));
    }
  }
  std::vector<double> shares{1.0};
  if (in.split) {
    const doorstroom::Attribute& by = attribute(in.split->by);
    out.split_field = by.field;
    shares = shares_in_order(*in.split, by.values);
    if (!in.split->pool_from.empty()) {
      const CivilDate from = civil(*parse_date("2000-" + in.split->pool_from));
      out.pool_month = from.month;
      out.pool_day = from.day;
    }
  }
  const bool whole = std::ranges::all_of(needs_of(in.id), takes_whole_units);
  out.accounts = accounts_of(in, shares, in_.horizon, out.period_months, whole);
  return out;
}

void Compiler::resources() {
  for (const Resource& in : in_.resources) out_.resources.push_back(resource(in));
}

}  // namespace doorstroom::scenario

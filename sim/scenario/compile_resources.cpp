#include <algorithm>
#include <cmath>
#include <numeric>

#include "scenario/compiler.hpp"

namespace doorstroom::scenario {

namespace {

/// Divides a whole number by shares so that the parts are whole and add up: the largest remainders
/// get what rounding down leaves. `step` is the smallest unit (1,000 for whole starts).
std::vector<Amount> divide(Amount total, const std::vector<double>& shares, Amount step) {
  std::vector<Amount> parts;
  std::vector<std::pair<double, std::size_t>> remainders;
  Amount given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(total) * shares[i] / static_cast<double>(step);
    const double whole = std::floor(exact + 1e-9);
    parts.push_back(static_cast<Amount>(whole) * step);
    given += parts.back();
    remainders.emplace_back(whole - exact, i);
  }
  std::ranges::stable_sort(remainders, {}, &std::pair<double, std::size_t>::first);
  for (std::size_t i = 0; given < total && i < remainders.size(); ++i) {
    const Amount more = std::min(step, total - given);
    parts[remainders[i].second] += more;
    given += more;
  }
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

bool Compiler::pays_by_month(const std::string& resource) const {
  const auto monthly = [&](const std::vector<Need>& needs) {
    return std::ranges::any_of(needs, [&](const Need& need) {
      return need.resource == resource && need.per == Charge::month;
    });
  };
  return std::ranges::any_of(in_.measures, [&](const Measure& m) {
    return monthly(m.needs) || (m.aftercare && monthly(m.aftercare->needs)) ||
           std::ranges::any_of(m.phases, [&](const Phase& p) { return monthly(p.needs); });
  });
}

namespace {

const Path& path_of(const Resource& in) {
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

/// The accounts of a resource: its path divided by shares, entry by entry.
std::vector<Account> accounts_of(const Resource& in, const std::vector<double>& shares,
                                 Horizon horizon) {
  const Path& path = path_of(in);
  const Amount step = in.kind == ResourceKind::contingent ? one_place : 1;
  std::vector<Account> accounts(shares.size());
  for (const Day day : change_days(path, horizon)) {
    if (path.entries.front().from > day) continue;  // does not exist yet
    const std::vector<Amount> parts = divide(amount_of(in, value_on(path, day)), shares, step);
    for (std::size_t i = 0; i < parts.size(); ++i) accounts[i].path.push_back({day, parts[i]});
  }
  if (in.used_at_start) {
    const std::vector<Amount> parts = divide(amount_of(in, in.used_at_start->value), shares, step);
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
  out.kind = static_cast<doorstroom::ResourceKind>(in.kind);
  out.binding = in.binding;
  out.given_back_on_early_end = in.given_back_on_early_end;
  out.carry_over = in.carry_over.share.value;
  out.period_months = in.per_year ? 12 : in.per_quarter ? 3 : in.per_month ? 1 : 0;
  if (out.period_months > 0) {
    const bool at_once = in.release ? *in.release == Release::at_once : pays_by_month(in.id);
    out.released_by_month = released_by_month(in, out.period_months, at_once);
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
  out.accounts = accounts_of(in, shares, in_.horizon);
  return out;
}

void Compiler::resources() {
  for (const Resource& in : in_.resources) out_.resources.push_back(resource(in));
}

}  // namespace doorstroom::scenario

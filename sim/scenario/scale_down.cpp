#include "scenario/scale_down.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/largest_remainders.hpp"

namespace doorstroom::scenario {

namespace {

void scale_stock(std::vector<StockCell>& stock, double scale) {
  std::vector<double> exact;
  std::vector<std::uint64_t> keys;  // so that the order of the groups decides nothing
  for (const StockCell& cell : stock) {
    exact.push_back(cell.people * scale);
    keys.push_back(cell.key);
  }
  const std::vector<std::int64_t> people = largest_remainders(exact, keys);
  for (std::size_t i = 0; i < stock.size(); ++i) {
    stock[i].people = static_cast<std::uint32_t>(people[i]);
  }
}

void scale_stream(Stream& stream, double scale) {
  for (ArrivalRate& rate : stream.rates) {
    rate.per_day *= scale;
    if (!stream.is_even) rate.counts = PoissonCounts(rate.per_day);
  }
}

/// A list on which somebody may wait stays one.
void scale_list(ListModel& list, double scale) {
  if (list.max_length <= 0) return;
  const double exact = static_cast<double>(list.max_length) * scale;
  list.max_length = std::max<std::int64_t>(1, std::llround(exact));
}

bool takes_whole_units(const std::vector<Claim>& claims, std::size_t resource) {
  return std::ranges::all_of(claims, [&](const Claim& claim) {
    if (claim.resource.position() != resource) return true;
    return std::ranges::all_of(claim.amounts, [](const std::vector<LevelFrom>& path) {
      return std::ranges::all_of(
          path, [](const LevelFrom& entry) { return entry.level % one_place == 0; });
    });
  });
}

/// Does nobody need less than a whole place of it?
bool is_taken_whole(const Model& model, std::size_t resource) {
  return std::ranges::all_of(model.measures, [&](const Measure& measure) {
    return takes_whole_units(measure.claims, resource) &&
           takes_whole_units(measure.aftercare.claims, resource) &&
           std::ranges::all_of(measure.phases, [&](const Phase& phase) {
             return takes_whole_units(phase.claims, resource);
           });
  });
}

/// The smallest amount of a resource that is any use: starts are never divided.
Amount smallest_amount(const Model& model, std::size_t resource) {
  switch (model.resources[resource].kind) {
    case ResourceKind::contingent:
      return one_place;
    case ResourceKind::places:
      return is_taken_whole(model, resource) ? one_place : 1;
    case ResourceKind::budget:
      return 1;
  }
  return 1;
}

/// Rounds the amounts of one resource, part by part and in order of time.
class AmountScaler final {
 public:
  AmountScaler(Resource& resource, Horizon horizon, double scale, Amount step)
      : resource_(resource), horizon_(horizon), scale_(scale), step_(step) {
    owed_.resize(resource.accounts.size(), 0);
  }

  void go() {
    std::vector<Amount> used;
    for (const Account& account : resource_.accounts) used.push_back(account.used_at_start);
    used = rounded(used);
    std::vector<std::vector<LevelFrom>> paths(used.size());
    for (const Day day : days()) {
      if (begins_period(day)) settle();
      full_ = levels_on(day);
      given_ = rounded(full_);
      for (std::size_t part = 0; part < paths.size(); ++part) {
        const bool same = !paths[part].empty() && paths[part].back().level == given_[part];
        if (!same) paths[part].push_back({day, given_[part]});
      }
    }
    for (std::size_t part = 0; part < paths.size(); ++part) {
      resource_.accounts[part].path = std::move(paths[part]);
      resource_.accounts[part].used_at_start = used[part];
    }
  }

 private:
  /// The days on which the amounts may change: those of the paths and the renewals after the first
  /// of them.
  [[nodiscard]] std::set<Day> days() const {
    std::set<Day> days;
    for (const Account& account : resource_.accounts) {
      for (const LevelFrom& entry : account.path) days.insert(entry.from);
    }
    if (days.empty() || resource_.period_months == 0) return days;
    const int last = month_number(horizon_.end - 1);
    for (int month = month_number(*days.begin()) + 1; month <= last; ++month) {
      if (month % resource_.period_months == 0) days.insert(first_of_month(month));
    }
    return days;
  }

  [[nodiscard]] bool begins_period(Day day) const {
    return resource_.period_months > 0 && !full_.empty() && is_first_of_month(day) &&
           month_number(day) % resource_.period_months == 0;
  }

  [[nodiscard]] std::vector<Amount> levels_on(Day day) const {
    std::vector<Amount> levels;
    for (const Account& account : resource_.accounts) {
      const auto after = std::ranges::upper_bound(account.path, day, {}, &LevelFrom::from);
      levels.push_back(after == account.path.begin() ? 0 : std::prev(after)->level);
    }
    return levels;
  }

  /// What rounding has kept from each part in the period that ends, or given it too much.
  void settle() {
    for (std::size_t part = 0; part < owed_.size(); ++part) {
      owed_[part] += static_cast<double>(full_[part]) * scale_ - static_cast<double>(given_[part]);
    }
  }

  /// A part that has nothing gets nothing.
  [[nodiscard]] std::vector<Amount> rounded(const std::vector<Amount>& full) const {
    std::vector<double> exact;
    for (std::size_t part = 0; part < full.size(); ++part) {
      const double scaled = static_cast<double>(full[part]) * scale_ + owed_[part];
      exact.push_back(full[part] == 0 ? 0 : scaled / static_cast<double>(step_));
    }
    std::vector<Amount> amounts = largest_remainders(exact);
    for (Amount& amount : amounts) amount *= step_;
    return amounts;
  }

  Resource& resource_;
  Horizon horizon_;
  double scale_;
  Amount step_;
  std::vector<double> owed_;   // by part
  std::vector<Amount> full_;   // of the present period
  std::vector<Amount> given_;  // likewise, scaled
};

}  // namespace

void scale_down(Model& model, double scale) {
  if (scale == 1) return;
  scale_stock(model.stock, scale);
  for (Stream& stream : model.streams) scale_stream(stream, scale);
  for (ListModel& list : model.lists) scale_list(list, scale);
  for (std::size_t r = 0; r < model.resources.size(); ++r) {
    AmountScaler(model.resources[r], model.horizon, scale, smallest_amount(model, r)).go();
  }
}

}  // namespace doorstroom::scenario

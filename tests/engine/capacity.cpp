#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "engine/lives.hpp"

namespace doorstroom::tests {

namespace {

Amount amount_on(const std::vector<LevelFrom>& path, Day day) {
  const auto next = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return next == path.begin() ? 0 : std::prev(next)->level;
}

/// Books of places and contingents, kept from the events alone.
class Books final {
 public:
  explicit Books(const Simulation& simulation) : s_(simulation), model_(*simulation.model) {
    for (const Resource& resource : model_.resources) {
      first_.push_back(used_.size());
      for (const Account& account : resource.accounts) used_.push_back(account.used_at_start);
    }
    for (std::size_t r = 0; r < model_.resources.size(); ++r) note_most(r);
  }

  std::string first_problem() {
    for (const Told& told : s_.told) {
      renew(told.day);
      post(told);
      if (problem_.empty()) continue;
      return fmt::format("{} {}: {}: {}", iso_date(told.day), s_.name(told.person),
                         line_of(model_, told.event), problem_);
    }
    return {};
  }

 private:
  struct Holding {
    std::size_t account = 0;
    Amount amount = 0;
  };
  using Holdings = std::vector<Holding>;
  /// What somebody holds for the measure, its phase and aftercare.
  struct Held {
    Holdings measure, phase, aftercare;
  };

  /// Contingents of a period that has ended begin anew.
  void renew(Day day) {
    if (day == today_) return;
    for (std::size_t r = 0; r < model_.resources.size(); ++r) {
      const int months = model_.resources[r].period_months;
      if (months == 0 || month_number(day) / months == month_number(today_) / months) continue;
      const std::size_t parts = model_.resources[r].accounts.size();
      for (std::size_t part = 0; part < parts; ++part) used_[first_[r] + part] = 0;
      most_there_[r] = 0;
    }
    today_ = day;
    for (std::size_t r = 0; r < model_.resources.size(); ++r) note_most(r);
  }

  void post(const Told& told) {
    const Event& e = told.event;
    Held& held = held_[told.person];
    const bool counts_only = e.reason == Reason::stock;
    switch (e.kind) {
      case EventKind::started: {
        const Measure& measure = model_.measures[e.subject];
        take(measure.claims, e, held.measure, counts_only);
        if (!counts_only) take(measure.phases.front().claims, e, held.phase, counts_only);
        return;
      }
      case EventKind::phase_started:
        if (e.other == 0 && !counts_only) return;  // taken at the start
        return take(model_.measures[e.subject].phases[e.other].claims, e, held.phase, counts_only);
      case EventKind::phase_ended:
        return give_back(held.phase);
      case EventKind::ended:
        give_back(held.phase);
        return give_back(held.measure);
      case EventKind::aftercare_started:
        return take(model_.measures[e.subject].aftercare.claims, e, held.aftercare, false);
      case EventKind::aftercare_ended:
        return give_back(held.aftercare);
      default:
        return;
    }
  }

  void take(const std::vector<Claim>& claims, const Event& e, Holdings& into, bool counts_only) {
    for (const Claim& claim : claims) {
      const std::size_t r = claim.resource.position();
      const Resource& resource = model_.resources[r];
      const bool places = resource.kind == ResourceKind::places;
      if (!places && (resource.kind != ResourceKind::contingent || counts_only)) continue;
      const unsigned part = e.profile.code(resource.split_field);
      const Account& account = resource.accounts[part];
      const bool exists = !account.path.empty() && account.path.front().from <= today_;
      if (!places && !exists) continue;
      const unsigned distance = e.profile.code(model_.fields.distance);
      const auto& path = claim.amounts[claim.amounts.size() == 1 ? 0 : distance];
      const Amount amount = amount_on(path, today_);
      used_[first_[r] + part] += amount;
      if (places) into.push_back({first_[r] + part, amount});
      if (resource.binding && exists && amount > 0 && !counts_only) check(r, part);
    }
  }

  void give_back(Holdings& holdings) {
    for (const Holding& h : holdings) used_[h.account] -= h.amount;
    holdings.clear();
  }

  void check(std::size_t r, std::size_t part) {
    const Resource& resource = model_.resources[r];
    const std::size_t at = first_[r] + part;
    // What others have not used may be open to all: then only the whole can be too much.
    const bool pooled = resource.pool_month > 0;
    const Amount used = pooled ? used_of_all(r) : used_[at];
    const Amount there = pooled ? most_there_[r] : there_is(resource, at, resource.accounts[part]);
    if (used > there && problem_.empty()) {
      problem_ = fmt::format("{} of {} in use, {} there", used, resource.id, there);
    }
  }

  [[nodiscard]] Amount used_of_all(std::size_t r) const {
    const auto first = used_.begin() + static_cast<std::ptrdiff_t>(first_[r]);
    const auto parts = static_cast<std::ptrdiff_t>(model_.resources[r].accounts.size());
    return std::accumulate(first, first + parts, Amount{0});
  }

  /// The most that all parts have had together in this period: where the amount is cut, one part
  /// may have used more than it has now, and the others keep theirs.
  void note_most(std::size_t r) {
    const Resource& resource = model_.resources[r];
    Amount there = 0;
    for (std::size_t p = 0; p < resource.accounts.size(); ++p) {
      there += there_is(resource, first_[r] + p, resource.accounts[p]);
    }
    most_there_[r] = std::max(most_there_[r], there);
  }

  [[nodiscard]] Amount there_is(const Resource& resource, std::size_t at,
                                const Account& account) const {
    const Amount level = amount_on(account.path, today_);
    if (resource.period_months == 0) return level;
    const Amount carried = carried_into_this_period(resource, at);
    const auto month = static_cast<std::size_t>(civil(today_).month - 1) %
                       static_cast<std::size_t>(resource.period_months);
    const double share = resource.released_by_month[month];
    return static_cast<Amount>(std::floor(static_cast<double>(level + carried) * share + 1e-6));
  }

  [[nodiscard]] Amount carried_into_this_period(const Resource& resource, std::size_t at) const {
    for (const ClosedPeriod& period : s_.periods) {
      const bool ended_here =
          period.until <= today_ && month_number(period.until) / resource.period_months ==
                                        month_number(today_) / resource.period_months;
      if (period.account == at && ended_here) return period.carried_on;
    }
    return 0;
  }

  const Simulation& s_;
  const Model& model_;
  std::vector<std::size_t> first_;  // account of each resource
  std::vector<Amount> used_;        // by account
  std::vector<Amount> most_there_ = std::vector<Amount>(model_.resources.size(), 0);
  std::map<PersonId, Held> held_;
  Day today_ = model_.horizon.start;
  std::string problem_;
};

/// Counts at the end of each month against the engine's own, and everybody's name.
class Census final {
 public:
  explicit Census(const Simulation& simulation)
      : s_(simulation),
        model_(*simulation.model),
        in_status_(model_.statuses.size(), 0),
        in_measure_(model_.measures.size(), 0),
        on_list_(model_.lists.size(), 0) {}

  std::string first_problem() {
    auto stand = s_.stands.begin();
    for (const Told& told : s_.told) {
      if (told.day != today_) end_day(told.day);
      for (; stand != s_.stands.end() && stand->day < told.day; ++stand) compare(*stand);
      count(told);
      if (!problem_.empty()) return problem_;
    }
    for (; stand != s_.stands.end(); ++stand) compare(*stand);
    check_names();
    return problem_;
  }

 private:
  void count(const Told& told) {
    const Event& e = told.event;
    switch (e.kind) {
      case EventKind::entered:
        ++in_status_[e.subject];
        ++alive_;
        ++came_in_[{told.person.source(), told.day}][told.person.ordinal()];
        return;
      case EventKind::status_changed:
        ++in_status_[e.subject];
        --in_status_[e.other];
        return;
      case EventKind::left:
        --alive_;
        ++gone_;
        return;
      case EventKind::joined:
        ++on_list_[e.subject];
        if (e.reason != Reason::stock) ++new_on_list_[e.subject];
        return;
      case EventKind::left_list:
        return take_off(e.subject, e.amount);
      case EventKind::started:
        ++in_measure_[e.subject];
        if (e.amount >= 0) take_off(model_.measures[e.subject].list, e.amount);
        return;
      case EventKind::ended:
        --in_measure_[e.subject];
        return;
      default:
        return;
    }
  }

  void take_off(std::size_t list, DayCount waited) {
    --on_list_[list];
    if (waited == 0) --new_on_list_[list];
  }

  /// A list may be above its maximum within the day, and from the start; nobody new stays on it.
  void end_day(Day next) {
    for (std::size_t list = 0; list < on_list_.size(); ++list) {
      const std::int64_t longest = model_.lists[list].max_length;
      if (longest >= 0 && on_list_[list] > longest && new_on_list_[list] > 0 && problem_.empty()) {
        problem_ = fmt::format("{}: {} joined list {} for good, which has {} of at most {}",
                               iso_date(today_), new_on_list_[list], list, on_list_[list], longest);
      }
      new_on_list_[list] = 0;
    }
    today_ = next;
  }

  void compare(const Stand& stand) {
    const auto differ = [&](std::int64_t told, std::int64_t counted, const std::string& what) {
      if (told == counted || !problem_.empty()) return;
      problem_ = fmt::format("{}: {} {} by the events, {} counted", iso_date(stand.day), told, what,
                             counted);
    };
    std::int64_t total = 0;
    for (const std::int64_t people : in_status_) total += people;
    differ(alive_ + gone_, total, "people");
    for (std::size_t list = 0; list < on_list_.size(); ++list) {
      differ(on_list_[list], stand.length[list], "on list " + std::to_string(list));
    }
    for (const std::int64_t people : in_measure_) {
      if (people < 0 && problem_.empty()) problem_ = "fewer than nobody in a measure";
    }
  }

  /// Those of a day are numbered from 0, each once; the stock is complete.
  void check_names() {
    for (const auto& [source, ordinals] : came_in_) {
      std::uint32_t next = 0;
      for (const auto& [ordinal, times] : ordinals) {
        if ((ordinal != next++ || times != 1) && problem_.empty()) {
          problem_ = fmt::format("number {} of source {} on {} came {} times", ordinal,
                                 source.first, iso_date(source.second), times);
        }
      }
    }
    for (std::size_t cell = 0; cell < model_.stock.size(); ++cell) {
      const std::pair key{model_.streams.size() + cell, model_.horizon.start};
      const std::size_t came = came_in_.contains(key) ? came_in_.at(key).size() : 0;
      if (came != model_.stock[cell].people && problem_.empty()) {
        problem_ = fmt::format("{} of the {} people of stock group {} came in", came,
                               model_.stock[cell].people, cell);
      }
    }
  }

  const Simulation& s_;
  const Model& model_;
  std::vector<std::int64_t> in_status_, in_measure_, on_list_;
  std::vector<std::int64_t> new_on_list_ = std::vector<std::int64_t>(model_.lists.size(), 0);
  Day today_ = model_.horizon.start;
  std::map<std::pair<std::size_t, Day>, std::map<std::uint32_t, int>> came_in_;
  std::int64_t alive_ = 0;
  std::int64_t gone_ = 0;
  std::string problem_;
};

}  // namespace

std::string granted_beyond_capacity(const Simulation& simulation) {
  return Books(simulation).first_problem();
}

std::string lost_or_doubled(const Simulation& simulation) {
  return Census(simulation).first_problem();
}

}  // namespace doorstroom::tests

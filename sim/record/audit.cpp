#include "record/audit.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/replication.hpp"
#include "record/series_recorder.hpp"

namespace doorstroom {

Audit::Audit(const Model& model)
    : model_(model),
      in_status_(model.statuses.size(), 0),
      in_measure_(model.measures.size(), 0),
      length_(model.lists.size(), 0),
      list_days_(model.lists.size(), 0),
      length_since_(model.lists.size(), model.horizon.start),
      days_waited_(model.lists.size(), 0),
      used_(model.resources.size(), 0),
      period_day_(model.horizon.start) {
  for (std::size_t r = 0; r < model.resources.size(); ++r) {
    has_refunds_.push_back(model.resources[r].given_back_on_early_end);
    for (const Account& account : model.resources[r].accounts) used_[r] += account.used_at_start;
  }
}

void Audit::require(std::int64_t expected, std::int64_t found, const std::string& account,
                    Day day) {
  ++checks_;
  if (expected == found) return;
  throw AuditFailure(fmt::format("the books do not balance on {}: {}: {} by the events, {} found",
                                 iso_date(day), account, expected, found));
}

void Audit::change_length(std::size_t list, std::int64_t change, Day day) {
  list_days_[list] += length_[list] * (day - length_since_[list]);
  length_since_[list] = day;
  length_[list] += change;
}

/// The wait before the horizon began is nobody's list day.
void Audit::leave_list(const Event& event, std::size_t list, Day day) {
  change_length(list, -1, day);
  days_waited_[list] += std::min<DayCount>(event.amount, day - model_.horizon.start);
}

/// What a start takes from contingents and budgets.
void Audit::charge(const std::vector<Claim>& claims, const Event& event, Day day) {
  for (const Claim& claim : claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    if (resource.kind == ResourceKind::places || claim.charge == Charge::month) continue;
    const auto& path = resource.accounts[event.profile.code(resource.split_field)].path;
    if (path.empty() || path.front().from > day) continue;  // does not exist yet
    const unsigned distance = event.profile.code(model_.fields.distance);
    const auto& amounts = claim.amounts.size() == 1 ? claim.amounts[0] : claim.amounts[distance];
    const auto next = std::ranges::upper_bound(amounts, day, {}, &LevelFrom::from);
    used_[claim.resource.position()] += std::prev(next)->level;
  }
}

/// Begins the periods that have begun since the last time.
void Audit::roll_periods(Day day) {
  for (std::size_t r = 0; r < used_.size(); ++r) {
    const int months = model_.resources[r].period_months;
    if (months > 0 && month_number(day) / months != month_number(period_day_) / months) {
      used_[r] = 0;
    }
  }
  period_day_ = day;
}

void Audit::fold(const EventBlock& block) {
  roll_periods(block.day);
  for (const Event& event : block.events) fold(event, block.day);
}

void Audit::fold(const Event& event, Day day) {
  const std::size_t subject = event.subject;
  switch (event.kind) {
    case EventKind::entered:
      ++in_status_[subject];
      ++living_;
      break;
    case EventKind::status_changed:
      ++in_status_[subject];
      --in_status_[event.other];
      break;
    case EventKind::left:
      --in_status_[subject];
      --living_;
      break;
    case EventKind::joined:
      change_length(subject, 1, day);
      break;
    case EventKind::left_list:
      leave_list(event, subject, day);
      break;
    case EventKind::started:
      ++in_measure_[subject];
      if (event.reason == Reason::stock) break;
      charge(model_.lists[model_.measures[subject].list].claims, event, day);
      if (event.amount >= 0) leave_list(event, model_.measures[subject].list, day);
      break;
    case EventKind::ended:
      --in_measure_[subject];
      break;
    case EventKind::phase_started:
      if (event.other == 0 || event.reason == Reason::stock) break;
      charge(model_.measures[subject].phases[event.other].claims, event, day);
      break;
    case EventKind::aftercare_started:
      charge(model_.measures[subject].aftercare.claims, event, day);
      break;
    default:
      break;
  }
}

void Audit::month_end(const MonthView& view) {
  const bool last = view.day + 1 == model_.horizon.end;
  compare_lists(view);
  if (civil(view.day).month != 12 && !last) return;
  roll_periods(view.day);
  compare_people(view);
  compare_accounts(view);
  if (last) compare_list_days(view);
}

void Audit::compare_lists(const MonthView& view) {
  for (std::size_t list = 0; list < length_.size(); ++list) {
    require(length_[list], view.lists.length(list),
            "people on the list of " + name_of_list(model_, list), view.day);
  }
}

void Audit::compare_list_days(const MonthView& view) {
  for (std::size_t list = 0; list < length_.size(); ++list) change_length(list, 0, view.day + 1);
  for (LaneIndex lane = 0; lane < view.lists.lanes(); ++lane) {
    for (const LaneEntry& entry : view.lists.lane(lane).entries()) {
      if (entry.slot == no_slot) continue;
      const Day from = std::max(entry.joined, model_.horizon.start);
      days_waited_[view.lists.list_of(lane)] += view.day + 1 - from;
    }
  }
  for (std::size_t list = 0; list < length_.size(); ++list) {
    require(list_days_[list], days_waited_[list],
            "days waited on the list of " + name_of_list(model_, list), view.day);
  }
}

void Audit::compare_people(const MonthView& view) {
  std::vector<std::int64_t> statuses(in_status_.size(), 0);
  std::vector<std::int64_t> measures(in_measure_.size(), 0);
  for (Slot slot = 0; slot < view.people.slots(); ++slot) {
    const Person& person = view.people[slot];
    if (!person.exists() || person.gone) continue;
    ++statuses[person.status.position()];
    if (person.in_measure()) ++measures[person.measure.position()];
  }
  for (std::size_t s = 0; s < statuses.size(); ++s) {
    require(in_status_[s], statuses[s], "people with status " + model_.statuses[s].id, view.day);
  }
  for (std::size_t m = 0; m < measures.size(); ++m) {
    require(in_measure_[m], measures[m], "people in " + model_.measures[m].id, view.day);
  }
  require(living_, static_cast<std::int64_t>(view.people.living()), "people alive", view.day);
}

void Audit::hold(const Accounts& accounts, const std::vector<Claim>& claims, Profile profile,
                 Day day, std::vector<Amount>& places, std::vector<Amount>& monthly) const {
  for (const Claim& claim : claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    const bool by_month = claim.charge == Charge::month;
    if (resource.kind != ResourceKind::places && !by_month) continue;
    const unsigned distance = profile.code(model_.fields.distance);
    const auto& amounts = claim.amounts.size() == 1 ? claim.amounts[0] : claim.amounts[distance];
    const auto next = std::ranges::upper_bound(amounts, day, {}, &LevelFrom::from);
    auto& held = by_month ? monthly : places;
    held[accounts.account(claim.resource, profile)] += std::prev(next)->level;
  }
}

/// Places and monthly money are held by exactly the people who are in; what starts used up is what
/// the accounts say; nothing was granted beyond a level.
void Audit::compare_accounts(const MonthView& view) {
  std::vector<Amount> places(view.accounts.size(), 0);
  std::vector<Amount> monthly(view.accounts.size(), 0);
  for (Slot slot = 0; slot < view.people.slots(); ++slot) {
    const Person& person = view.people[slot];
    if (!person.exists() || person.gone) continue;
    const auto add = [&](const std::vector<Claim>& claims, Profile profile) {
      hold(view.accounts, claims, profile, view.day, places, monthly);
    };
    if (person.in_measure()) {
      const Measure& measure = model_.measures[person.measure.position()];
      add(measure.claims, person.profile);
      if (person.stage == Stage::phase) add(measure.phases[person.phase].claims, person.profile);
      if (person.stage == Stage::start_delay) add(measure.phases[0].claims, person.profile);
    }
    if (view.people.has_after_effects() && view.people.after(slot).aftercare_holds) {
      const AfterEffects& after = view.people.after(slot);
      Profile profile = person.profile;
      profile.set(model_.fields.distance, after.aftercare_distance);
      add(model_.measures[after.aftercare_of.position()].aftercare.claims, profile);
    }
  }
  std::vector<Amount> used(model_.resources.size(), 0);
  for (AccountIndex a = 0; a < view.accounts.size(); ++a) {
    const Resource& resource = view.accounts.resource_of(a);
    const AccountState& state = view.accounts.state(a);
    if (resource.kind == ResourceKind::places) {
      require(places[a], state.used, "places of " + resource.id, view.day);
    } else {
      require(monthly[a], state.running, "money a month of " + resource.id, view.day);
      used[view.accounts.owner(a).position()] += state.used;
    }
  }
  for (std::size_t r = 0; r < used.size(); ++r) {
    if (model_.resources[r].kind == ResourceKind::places || has_refunds_[r]) continue;
    require(used_[r], used[r], "used of " + model_.resources[r].id, view.day);
  }
  require(0, view.accounts.overdrawn(), "grants beyond a level", view.day);
}

}  // namespace doorstroom

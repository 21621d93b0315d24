#include "size/target_recorder.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "doorstroom/figures.hpp"

#include "analysis/competing_risks.hpp"

namespace doorstroom {

namespace {

bool claims(const std::vector<Claim>& claims, ResourceIndex resource) {
  return std::ranges::find(claims, resource.position(), [](const Claim& claim) {
           return claim.resource.position();
         }) != claims.end();
}

bool needs(const Measure& measure, ResourceIndex resource) {
  return claims(measure.claims, resource) || claims(measure.aftercare.claims, resource) ||
         std::ranges::any_of(measure.phases,
                             [&](const Phase& phase) { return claims(phase.claims, resource); });
}

double in_units(const Resource& resource, Amount amount) {
  constexpr double cents_in_a_euro = 100;
  return static_cast<double>(amount) /
         (resource.kind == ResourceKind::budget ? cents_in_a_euro : one_place);
}

}  // namespace

TargetRecorder::TargetRecorder(const Model& model, std::span<const Target> targets,
                               ResourceIndex resource)
    : model_(model),
      targets_(targets),
      resource_(resource),
      years_(model.horizon),
      cohorts_(targets.size() * years_.size()),
      longest_(targets.size() * years_.size(), 0),
      used_(model.resources.size() * years_.size(), 0.0),
      spent_(used_) {
  for (const Measure& measure : model.measures) {
    needs_resource_.push_back(needs(measure, resource));
  }
  for (const Target& target : targets) counted_.push_back(measures_of(target));
  for (std::size_t year = 0; year < years_.size(); ++year) {
    dry_after_.push_back(years_.first_day(year + 1) - years_.first_day(year));
  }
}

std::vector<bool> TargetRecorder::measures_of(const Target& target) const {
  const bool of_lists =
      target.statistic != TargetStatistic::cost && target.statistic != TargetStatistic::runs_dry;
  if (!of_lists) return std::vector<bool>(model_.measures.size(), false);
  if (target.subject.empty()) return needs_resource_;
  std::vector<bool> counted;
  for (const Measure& measure : model_.measures) counted.push_back(measure.id == target.subject);
  return counted;
}

/// Someone who joined on `joined` is on the list no more on `ended`, or is still on it then.
void TargetRecorder::end_wait(std::size_t measure, Day joined, Day ended,
                              std::vector<std::int32_t> Cohort::*as) {
  if (needs_resource_[measure]) waiting_days_ += ended - std::max(joined, model_.horizon.start);
  if (joined < model_.horizon.start) return;
  const std::size_t year = years_.of(joined);
  const auto days = static_cast<std::size_t>(ended - joined);
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    if (!counted_[t][measure]) continue;
    std::vector<std::int32_t>& counts = cohorts_[t * years_.size() + year].*as;
    if (counts.size() <= days) counts.resize(days + 1, 0);
    ++counts[days];
  }
}

void TargetRecorder::fold(const EventBlock& block) {
  for (const Event& event : block.events) {
    if (event.kind == EventKind::started && event.amount >= 0) {
      end_wait(event.subject, block.day - event.amount, block.day, &Cohort::started);
    } else if (event.kind == EventKind::left_list) {
      const ListModel& list = model_.lists[event.subject];
      if (list.phase.exists()) continue;
      end_wait(list.measure.position(), block.day - event.amount, block.day, &Cohort::left);
    }
  }
}

void TargetRecorder::month_end(const MonthView& view) {
  note_spending(view);
  note_places(view);
  const std::size_t year = years_.of(view.day);
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    std::int64_t length = 0;
    for (std::size_t m = 0; m < model_.measures.size(); ++m) {
      if (counted_[t][m]) length += view.lists.length(model_.measures[m].list);
    }
    std::int64_t& longest = longest_[t * years_.size() + year];
    longest = std::max(longest, length);
  }
  if (view.day + 1 != model_.horizon.end) return;
  for (LaneIndex lane = 0; lane < view.lists.lanes(); ++lane) {
    const ListModel& list = model_.lists[view.lists.list_of(lane)];
    if (list.phase.exists()) continue;
    for (const LaneEntry& entry : view.lists.lane(lane).entries()) {
      if (entry.slot == no_slot) continue;
      end_wait(list.measure.position(), entry.joined, model_.horizon.end, &Cohort::waiting);
    }
  }
}

/// What budgets have paid since the month before.
void TargetRecorder::note_spending(const MonthView& view) {
  paid_so_far_.resize(view.accounts.size(), 0);
  for (AccountIndex account = 0; account < view.accounts.size(); ++account) {
    const Resource& resource = view.accounts.resource_of(account);
    if (resource.kind != ResourceKind::budget) continue;
    const bool new_period = (month_number(view.day) % 12) % resource.period_months == 0;
    const Amount paid = view.accounts.paid(account);
    const Amount before = new_period ? 0 : paid_so_far_[account];
    paid_so_far_[account] = paid;
    const std::size_t r = view.accounts.owner(account).position();
    spent_[r * years_.size() + years_.of(view.day)] += in_units(resource, paid - before);
  }
}

double& TargetRecorder::used(std::size_t resource, Day day) {
  return used_[resource * years_.size() + years_.of(day)];
}

void TargetRecorder::note_places(const MonthView& view) {
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    const Resource& resource = model_.resources[r];
    if (resource.kind != ResourceKind::places) continue;
    Amount held = 0;
    const AccountIndex first = view.accounts.first_account(ResourceIndex(r));
    for (std::size_t part = 0; part < resource.accounts.size(); ++part) {
      held += view.accounts.state(first + static_cast<AccountIndex>(part)).used;
    }
    used(r, view.day) = std::max(used(r, view.day), in_units(resource, held));
  }
}

/// A period is dry when the last part of a split resource is; of several periods in a year the
/// first that is dry counts.
void TargetRecorder::close(const PeopleStore& /*people*/, const Accounts& accounts) {
  std::map<Day, Day> dry;  // by first day of the period
  for (const ClosedPeriod& period : accounts.closed_periods()) {
    const std::size_t r = accounts.owner(period.account).position();
    const Resource& resource = model_.resources[r];
    if (resource.kind == ResourceKind::contingent) {
      used(r, period.from) += in_units(resource, period.state.used);
    }
    if (r != resource_.position() || !period.state.exists) continue;
    Day& last = dry.emplace(period.from, always).first->second;
    last = std::max(last, period.state.dry_since);
  }
  for (const auto& [from, on] : dry) {
    if (on == never) continue;
    const std::size_t year = years_.of(from);
    dry_after_[year] = std::min(dry_after_[year], on - years_.first_day(year));
  }
}

double TargetRecorder::used(std::size_t resource, std::size_t year) const {
  const bool money = model_.resources[resource].kind == ResourceKind::budget;
  return (money ? spent_ : used_)[resource * years_.size() + year];
}

double TargetRecorder::spent() const {
  double sum = 0;
  for (const double euro : spent_) sum += euro;
  return sum;
}

double TargetRecorder::figure(std::size_t t, std::size_t year) const {
  const Target& target = targets_[t];
  const std::size_t at = t * years_.size() + year;
  if (target.statistic == TargetStatistic::list_length) return static_cast<double>(longest_[at]);
  if (target.statistic == TargetStatistic::runs_dry) return dry_after_[year];
  if (target.statistic == TargetStatistic::cost) {
    double euro = 0;
    for (std::size_t r = 0; r < model_.resources.size(); ++r) {
      const bool counts = target.subject.empty() || model_.resources[r].id == target.subject;
      if (counts) euro += spent_[r * years_.size() + year];
    }
    return euro;
  }
  const Cohort& cohort = cohorts_[at];
  if (cohort.started.empty() && cohort.left.empty() && cohort.waiting.empty()) return no_figure;
  const Incidence risks = incidence({cohort.started, cohort.left, cohort.waiting});
  const double started = risks.started_within(target.days);
  if (target.statistic == TargetStatistic::started_within) return started;
  return std::max(0.0, 1 - started - risks.left_within(target.days));
}

}  // namespace doorstroom

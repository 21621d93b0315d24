#include "compare/life.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

constexpr double cents_in_a_euro = 100.0;

Amount level_on(const std::vector<LevelFrom>& path, Day day) {
  const auto next = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return next == path.begin() ? 0 : std::prev(next)->level;
}

bool is_budget(const Resource& resource) {
  return resource.kind == ResourceKind::budget;
}

std::size_t place_of(const std::vector<std::string>& payers, const std::string& payer) {
  return static_cast<std::size_t>(std::ranges::find(payers, payer) - payers.begin());
}

}  // namespace

std::vector<std::string> payers_of(const Model& model) {
  std::vector<std::string> payers;
  const auto add = [&](const std::string& payer) {
    if (std::ranges::find(payers, payer) == payers.end()) payers.push_back(payer);
  };
  for (const Resource& resource : model.resources) {
    if (is_budget(resource)) add(resource.payer);
  }
  for (const Statute& statute : model.benefits.statutes) {
    if (!statute.per_month.empty()) add(statute.payer);
  }
  return payers;
}

LifeReader::LifeReader(const Model& model, const std::vector<std::string>& payers) : model_(model) {
  for (const Resource& resource : model.resources) {
    payer_of_resource_.push_back(place_of(payers, resource.payer));
  }
  for (const Statute& statute : model.benefits.statutes) {
    payer_of_statute_.push_back(place_of(payers, statute.payer));
  }
}

void LifeReader::read(const Event& event, Day today, Standing& standing, LifeSums* sums) const {
  switch (event.kind) {
    case EventKind::entered:
    case EventKind::status_changed:
      if (sums != nullptr) count_status(standing, today, *sums);
      standing.status = event.subject;
      standing.status_since = today;
      break;
    case EventKind::left:
      // Whoever is no longer followed keeps the status they left with, and lives on nothing.
      if (sums != nullptr) count_benefit(standing, today, *sums);
      standing.statute = no_statute;
      break;
    case EventKind::benefit_changed:
      if (sums != nullptr) count_benefit(standing, today, *sums);
      standing.statute = static_cast<StatuteCode>(event.subject);
      standing.benefit_since = today;
      standing.benefit_clock = event.amount;
      standing.benefit_clock_runs = event.other != 0;
      break;
    default:
      read_lists(event, today, standing, sums);
      read_measure(event, today, standing, sums);
      read_aftercare(event, today, standing, sums);
  }
  standing.profile = event.profile;
}

void LifeReader::read_lists(const Event& event, Day today, Standing& standing,
                            LifeSums* sums) const {
  const bool joined = event.kind == EventKind::joined;
  const bool left =
      event.kind == EventKind::left_list || (event.kind == EventKind::started && event.amount >= 0);
  if (joined || event.kind == EventKind::class_changed) {
    standing.list = event.subject;
    standing.priority = static_cast<std::uint8_t>(event.other);
  }
  if (!joined && !left) return;
  const int more = joined ? 1 : -1;
  standing.lists = static_cast<std::uint8_t>(standing.lists + more);
  if (sums != nullptr) sums->days_waiting -= std::int64_t{more} * (today - model_.horizon.start);
}

void LifeReader::read_measure(const Event& event, Day today, Standing& standing,
                              LifeSums* sums) const {
  const bool of_stock = event.reason == Reason::stock;
  switch (event.kind) {
    case EventKind::started:
      standing.measure = event.subject;
      standing.measure_since = today;
      standing.phase = 0;
      standing.phase_since = today;
      standing.in_phase = !of_stock;
      if (sums == nullptr || of_stock) break;
      sums->starts.push_back({event.subject, today});
      pay_once(model_.lists[model_.measures[event.subject].list].claims, event.profile, today,
               *sums);
      break;
    case EventKind::phase_started:
      if (sums != nullptr && event.other > 0 && !of_stock) {
        pay_once(model_.measures[event.subject].phases[event.other].claims, event.profile, today,
                 *sums);
      }
      standing.phase = static_cast<std::uint8_t>(event.other);
      standing.phase_since = today;
      standing.in_phase = true;
      break;
    case EventKind::phase_ended:
      if (sums != nullptr) count_phase(standing, today, *sums);
      standing.in_phase = false;
      break;
    case EventKind::ended:
      if (sums != nullptr) {
        count_phase(standing, today, *sums);
        count_measure(standing, today, *sums);
      }
      standing.in_phase = false;
      standing.measure = Standing::nothing;
      break;
    default:
      break;
  }
}

void LifeReader::read_aftercare(const Event& event, Day today, Standing& standing,
                                LifeSums* sums) const {
  const bool begins = event.kind == EventKind::aftercare_started;
  if (!begins && event.kind != EventKind::aftercare_ended) return;
  if (sums != nullptr) count_care(standing, today, *sums);
  standing.care = begins ? event.subject : Standing::nothing;
  standing.care_since = today;
  if (!begins || sums == nullptr) return;
  pay_once(model_.measures[event.subject].aftercare.claims, event.profile, today, *sums);
}

void LifeReader::count_status(const Standing& standing, Day until, LifeSums& sums) const {
  if (standing.status == Standing::nothing) return;
  const Status& status = model_.statuses[standing.status];
  const DayCount days = until - standing.status_since;
  if (status.paid_work == PaidWork::nec) sums.days_in_job += days;
  if (status.paid_work == PaidWork::sec) sums.days_in_social_job += days;
  if (status.is_jobseeker) sums.days_jobseeker += days;
}

void LifeReader::count_benefit(const Standing& standing, Day until, LifeSums& sums) const {
  if (standing.statute == no_statute) return;
  const Statute& statute = model_.benefits.statutes[standing.statute];
  if (statute.per_month.empty()) return;
  double& euro = sums.euro[payer_of_statute_[standing.statute]];
  Day from = standing.benefit_since;
  DayCount clock = standing.benefit_clock;
  const auto level = [&] {
    return static_cast<double>(level_on(statute.per_month, from)) / cents_in_a_euro /
           days_per_month;
  };
  for (std::size_t step = 0; step < statute.steps.size() && from < until; ++step) {
    const bool is_last = step + 1 == statute.steps.size();
    if (!is_last && clock >= statute.steps[step + 1].from) continue;
    const bool steps_on = standing.benefit_clock_runs && !is_last;
    const Day end =
        steps_on ? std::min(until, from + (statute.steps[step + 1].from - clock)) : until;
    euro += (end - from) * level() * statute.steps[step].factor;
    clock += end - from;
    from = end;
  }
}

void LifeReader::count_measure(const Standing& standing, Day until, LifeSums& sums) const {
  if (standing.measure == Standing::nothing) return;
  pay_by_month(model_.measures[standing.measure].claims, standing, standing.measure_since, until,
               sums);
}

void LifeReader::count_phase(const Standing& standing, Day until, LifeSums& sums) const {
  if (standing.measure == Standing::nothing || !standing.in_phase) return;
  pay_by_month(model_.measures[standing.measure].phases[standing.phase].claims, standing,
               standing.phase_since, until, sums);
}

void LifeReader::count_care(const Standing& standing, Day until, LifeSums& sums) const {
  if (standing.care == Standing::nothing) return;
  pay_by_month(model_.measures[standing.care].aftercare.claims, standing, standing.care_since,
               until, sums);
}

void LifeReader::pay_once(const std::vector<Claim>& claims, Profile profile, Day day,
                          LifeSums& sums) const {
  for (const Claim& claim : claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    if (!is_budget(resource) || claim.charge == Charge::month) continue;
    const auto& path = claim.amounts.size() == 1
                           ? claim.amounts.front()
                           : claim.amounts[profile.code(model_.fields.distance)];
    sums.euro[payer_of_resource_[claim.resource.position()]] +=
        static_cast<double>(level_on(path, day)) / cents_in_a_euro;
  }
}

void LifeReader::pay_by_month(const std::vector<Claim>& claims, const Standing& standing, Day from,
                              Day until, LifeSums& sums) const {
  for (const Claim& claim : claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    if (!is_budget(resource) || claim.charge != Charge::month) continue;
    const auto& path = claim.amounts.size() == 1
                           ? claim.amounts.front()
                           : claim.amounts[standing.profile.code(model_.fields.distance)];
    sums.euro[payer_of_resource_[claim.resource.position()]] +=
        static_cast<double>(level_on(path, from)) / cents_in_a_euro * (until - from) /
        days_per_month;
  }
}

void LifeReader::close(const Standing& standing, Day end, LifeSums& sums) const {
  count_status(standing, end, sums);
  count_benefit(standing, end, sums);
  count_phase(standing, end, sums);
  count_measure(standing, end, sums);
  count_care(standing, end, sums);
  sums.days_waiting += std::int64_t{standing.lists} * (end - model_.horizon.start);
}

}  // namespace doorstroom

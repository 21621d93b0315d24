#include "record/period_recorder.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace doorstroom {

namespace {

enum Statistic : std::size_t {
  amount,
  carried_in,
  used,
  paid,
  unfunded,
  carried_on,
  lapsed,
  ran_dry,
  dry_after,
  released,
  unspent,
  committed,
  returned_late,
  affordable,
  decreed,
  statistics
};

struct Described {
  const char* name;
  const char* unit = nullptr;  // none: that of the resource
  bool of_money = false;       // of budgets only
};
constexpr std::array<Described, statistics> described{{{"amount"},
                                                       {"carried_in"},
                                                       {"used"},
                                                       {"paid", nullptr, true},
                                                       {"unfunded"},
                                                       {"carried_on"},
                                                       {"lapsed"},
                                                       {"ran_dry", "share"},
                                                       {"dry_after", "days"},
                                                       {"released"},
                                                       {"unspent"},
                                                       {"committed", nullptr, true},
                                                       {"returned_late", nullptr, true},
                                                       {"affordable", "starts", true},
                                                       {"decreed", "starts", true}}};

using Figures = std::array<double, statistics>;

bool is_given(const Described& statistic, const Resource& resource) {
  return !statistic.of_money || resource.kind == ResourceKind::budget;
}

double in_units(const Resource& resource, Amount sum) {
  return static_cast<double>(sum) / (resource.kind == ResourceKind::budget ? 100.0 : 1000.0);
}

/// First days of the periods of a resource within a horizon; the first period may begin earlier.
std::vector<Day> periods_of(const Resource& resource, Horizon horizon) {
  std::vector<Day> starts;
  if (resource.period_months == 0) return starts;
  starts.push_back(horizon.start);
  for (int m = month_number(horizon.start) + 1; m <= month_number(horizon.end - 1); ++m) {
    if (m % 12 % resource.period_months == 0) starts.push_back(first_of_month(m));
  }
  return starts;
}

std::string label_of(const Resource& resource, Day start) {
  return resource.period_months == 12 ? iso_date(start).substr(0, 4) : iso_month(start);
}

/// Does the horizon hold the whole of the period?
bool is_whole(const Resource& resource, const ClosedPeriod& period) {
  const int month = month_number(period.from);
  return is_first_of_month(period.from) && month % 12 % resource.period_months == 0 &&
         period.until == first_of_month(month + resource.period_months);
}

/// Sums over the parts of a split resource.
void add_period(const Resource& resource, const ClosedPeriod& period, Figures& figures) {
  const AccountState& state = period.state;
  const Amount spent = state.used + state.paid_monthly;
  const auto add = [&](Statistic statistic, Amount sum) {
    figures.at(statistic) += in_units(resource, sum);
  };
  add(amount, state.level);
  add(carried_in, state.carried);
  add(used, spent);
  add(paid, spent);
  add(unfunded, state.unfunded);
  add(carried_on, period.carried_on);
  add(lapsed, period.lapsed);
  add(released, state.released);
  add(unspent, std::max<Amount>(0, state.level - spent));
  add(committed, spent + state.unfunded);
  add(returned_late, state.late_returns);
}

bool claims(const std::vector<Claim>& claims, std::size_t resource) {
  return std::ranges::any_of(
      claims, [&](const Claim& claim) { return claim.resource.position() == resource; });
}

bool pays_for(const Measure& measure, std::size_t budget) {
  return claims(measure.claims, budget) || claims(measure.aftercare.claims, budget) ||
         std::ranges::any_of(measure.phases,
                             [&](const Phase& phase) { return claims(phase.claims, budget); });
}

}  // namespace

PeriodRecorder::PeriodRecorder(const Model& model)
    : model_(model),
      starts_(static_cast<std::size_t>(model.horizon.months()) * model.measures.size(), 0) {
  for (std::size_t r = 0; r < model.resources.size(); ++r) budgets_.push_back(budget_of(r));
}

/// What a contingent allows can be held against what a budget pays for where each of the budget's
/// measures needs one contingent, and no other measure needs it.
PeriodRecorder::Budget PeriodRecorder::budget_of(std::size_t resource) const {
  Budget budget;
  if (model_.resources[resource].kind != ResourceKind::budget) return budget;
  for (std::size_t m = 0; m < model_.measures.size(); ++m) {
    if (pays_for(model_.measures[m], resource)) budget.measures.push_back(m);
  }
  const auto is_paid = [&](std::size_t m) { return pays_for(model_.measures[m], resource); };
  std::vector<std::size_t> needed(model_.measures.size(), 0);  // contingents, by measure
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    if (model_.resources[r].kind != ResourceKind::contingent) continue;
    bool limits = false;
    bool limits_others = false;
    for (std::size_t m = 0; m < model_.measures.size(); ++m) {
      if (!claims(model_.measures[m].claims, r)) continue;
      ++needed[m];
      (is_paid(m) ? limits : limits_others) = true;
    }
    if (limits && limits_others) return {budget.measures, {}};
    if (limits) budget.contingents.push_back(r);
  }
  const bool each_needs_one =
      std::ranges::all_of(budget.measures, [&](std::size_t m) { return needed[m] == 1; });
  if (!each_needs_one) budget.contingents.clear();
  return budget;
}

void PeriodRecorder::fold(const EventBlock& block) {
  const auto month =
      static_cast<std::size_t>(month_number(block.day) - month_number(model_.horizon.start));
  for (const Event& event : block.events) {
    if (event.kind != EventKind::started || event.reason == Reason::stock) continue;
    ++starts_[month * model_.measures.size() + event.subject];
  }
}

double PeriodRecorder::starts(const Budget& budget, Day from, Day until) const {
  const int first = month_number(model_.horizon.start);
  std::int64_t sum = 0;
  for (int month = month_number(from); month < month_number(until); ++month) {
    for (const std::size_t m : budget.measures) {
      sum += starts_[static_cast<std::size_t>(month - first) * model_.measures.size() + m];
    }
  }
  return static_cast<double>(sum);
}

/// What the contingents of a budget's measures allowed in a period of the budget.
double PeriodRecorder::allowed(std::size_t resource, Day from, Day until,
                               const Accounts& accounts) const {
  double sum = 0;
  for (const std::size_t c : budgets_[resource].contingents) {
    const Resource& contingent = model_.resources[c];
    if (contingent.period_months > model_.resources[resource].period_months) return no_figure;
    for (const ClosedPeriod& period : accounts.closed_periods()) {
      const bool inside = from <= period.from && period.until <= until;
      if (accounts.owner(period.account).position() != c || !inside) continue;
      if (!period.state.exists) return no_figure;
      sum += in_units(contingent, period.state.level);
    }
  }
  return budgets_[resource].contingents.empty() ? no_figure : sum;
}

/// Parts of a split resource are added up; it is dry when its last part is.
void PeriodRecorder::close_period(std::size_t r, Day start, const Accounts& accounts) {
  const Resource& resource = model_.resources[r];
  Figures figures{};
  Day dry = always;
  Day until = start;
  bool exists = false;
  bool whole = false;
  for (const ClosedPeriod& period : accounts.closed_periods()) {
    if (accounts.owner(period.account).position() != r || period.from != start) continue;
    exists = exists || period.state.exists;
    whole = is_whole(resource, period);
    until = period.until;
    add_period(resource, period, figures);
    dry = std::max(dry, period.state.dry_since);
  }
  if (resource.unlimited) {
    for (const auto none : {amount, carried_in, released, unspent, unfunded, lapsed}) {
      figures[none] = no_figure;
    }
  }
  figures[ran_dry] = dry == never ? 0.0 : 1.0;
  figures[dry_after] = dry == never ? no_figure : static_cast<double>(dry - start);
  const double begun = whole ? starts(budgets_[r], start, until) : 0;
  const bool has_cost = begun > 0 && figures[committed] > 0;
  figures[affordable] = has_cost ? figures[amount] * begun / figures[committed] : no_figure;
  figures[decreed] = whole ? allowed(r, start, until, accounts) : no_figure;
  for (std::size_t i = 0; i < statistics; ++i) {
    if (is_given(described[i], resource)) figures_.push_back(exists ? figures[i] : no_figure);
  }
}

void PeriodRecorder::close(const PeopleStore& /*people*/, const Accounts& accounts) {
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    for (const Day start : periods_of(model_.resources[r], model_.horizon)) {
      close_period(r, start, accounts);
    }
  }
}

void PeriodRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "budget";
  table.dimensions = {"period", "resource", "statistic"};
  for (const Resource& resource : model_.resources) {
    const char* unit = resource.kind == ResourceKind::budget ? "euro" : "starts";
    for (const Day start : periods_of(resource, model_.horizon)) {
      for (const Described& statistic : described) {
        if (!is_given(statistic, resource)) continue;
        table.keys.push_back({{label_of(resource, start), resource.id, statistic.name},
                              statistic.unit == nullptr ? unit : statistic.unit});
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void PeriodRecorder::give(FigureValues& values) const {
  values.insert(values.end(), figures_.begin(), figures_.end());
}

}  // namespace doorstroom

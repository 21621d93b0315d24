#include "record/ledger_recorder.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

namespace {

constexpr double cents_in_a_euro = 100.0;

/// The month a figure belongs to, as the last of its days within the horizon.
Day last_day(Horizon horizon, int month) {
  return std::min(first_of_month(month_number(horizon.start) + month + 1), horizon.end) - 1;
}

Amount level_on(const std::vector<LevelFrom>& path, Day day) {
  const auto next = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return next == path.begin() ? 0 : std::prev(next)->level;
}

bool is_budget(const Resource& resource) {
  return resource.kind == ResourceKind::budget;
}

}  // namespace

LedgerRecorder::LedgerRecorder(const Model& model) : model_(model) {
  const auto days = static_cast<std::size_t>(model.horizon.days());
  const auto months = static_cast<std::size_t>(model.horizon.months());
  for (const Statute& statute : model.benefits.statutes) {
    first_step_.push_back(changes_.size());
    changes_.resize(changes_.size() + statute.steps.size(), std::vector<std::int32_t>(days + 1, 0));
  }
  for (const Statute& statute : model.benefits.statutes) {
    std::vector<std::int64_t>& sum = amounts_.emplace_back(days + 1, 0);
    for (std::size_t day = 0; day < days; ++day) {
      const Day on = model.horizon.start + static_cast<DayCount>(day);
      sum[day + 1] = sum[day] + level_on(statute.per_month, on);
    }
  }
  benefits_.assign(model.benefits.statutes.size(), std::vector<double>(months, 0.0));
  people_ = benefits_;
  spent_.assign(model.resources.size(), {});
}

void LedgerRecorder::count(StatuteCode statute, std::size_t step, Day from, Day until) {
  if (until <= from) return;
  std::vector<std::int32_t>& changes = changes_[first_step_[statute] + step];
  ++changes[static_cast<std::size_t>(from - model_.horizon.start)];
  --changes[static_cast<std::size_t>(until - model_.horizon.start)];
}

template <class Visit>
void LedgerRecorder::for_each_step(const Stretch& stretch, Day until, Visit visit) const {
  if (stretch.statute == no_statute) return;
  const std::vector<Step>& steps = model_.benefits.statutes[stretch.statute].steps;
  const auto step_after = [&](DayCount clock) {
    return static_cast<std::size_t>(std::ranges::upper_bound(steps, clock, {}, &Step::from) -
                                    steps.begin());
  };
  std::size_t step = step_after(stretch.clock) - 1;
  Day from = stretch.since;
  while (stretch.clock_runs && step + 1 < steps.size()) {
    const Day next = stretch.since + (steps[step + 1].from - stretch.clock);
    if (next >= until) break;
    visit(step, from, next);
    from = next;
    ++step;
  }
  visit(step, from, until);
}

double LedgerRecorder::cents(StatuteCode statute, std::size_t step, Day from, Day until) const {
  if (until <= from) return 0;
  const std::vector<std::int64_t>& sum = amounts_[statute];
  const std::int64_t months = sum[static_cast<std::size_t>(until - model_.horizon.start)] -
                              sum[static_cast<std::size_t>(from - model_.horizon.start)];
  return static_cast<double>(months) * model_.benefits.statutes[statute].steps[step].factor /
         days_per_month;
}

bool LedgerRecorder::counts_benefits() const {
  return std::ranges::any_of(model_.benefits.statutes,
                             [](const Statute& statute) { return !statute.per_month.empty(); });
}

std::uint32_t LedgerRecorder::meter(Slot slot, Day day) const {
  const Stretch* stretch = stretches_.find(slot);
  if (stretch == nullptr) return 0;
  double since = 0;
  for_each_step(*stretch, day, [&](std::size_t step, Day from, Day until) {
    since += cents(stretch->statute, step, from, until);
  });
  return stretch->paid + static_cast<std::uint32_t>(std::llround(since));
}

void LedgerRecorder::end_stretch(Stretch& stretch, Day today) {
  double paid = 0;
  for_each_step(stretch, today, [&](std::size_t step, Day from, Day until) {
    count(stretch.statute, step, from, until);
    paid += cents(stretch.statute, step, from, until);
  });
  stretch.paid += static_cast<std::uint32_t>(std::llround(paid));
  stretch.statute = no_statute;
}

void LedgerRecorder::keep_people_in(RowStore& rows) {
  if (model_.benefits.exist()) stretches_.keep_in(rows);
}

void LedgerRecorder::fold(const EventBlock& block) {
  if (!model_.benefits.exist()) return;
  for (const Event& event : block.events) {
    const bool changes = event.kind == EventKind::benefit_changed;
    if (!changes && event.kind != EventKind::left) continue;
    Stretch& stretch = stretches_[event.slot];
    end_stretch(stretch, block.day);
    if (changes) {
      stretch = {block.day, event.amount, static_cast<StatuteCode>(event.subject), event.other != 0,
                 stretch.paid};
    }
  }
}

void LedgerRecorder::month_end(const MonthView& view) {
  paid_so_far_.resize(view.accounts.size(), 0);
  const int month = month_number(view.day);
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    const Resource& resource = model_.resources[r];
    if (!is_budget(resource)) continue;
    Amount paid = 0;
    const AccountIndex first = view.accounts.first_account(ResourceIndex(r));
    for (std::size_t part = 0; part < resource.accounts.size(); ++part) {
      const auto account = static_cast<AccountIndex>(first + part);
      const bool new_period = month % 12 % resource.period_months == 0;
      const Amount until_now = view.accounts.paid(account);
      paid += until_now - (new_period ? 0 : paid_so_far_[account]);
      paid_so_far_[account] = until_now;
    }
    spent_[r].push_back(static_cast<double>(paid) / cents_in_a_euro);
  }
}

void LedgerRecorder::close(const PeopleStore& people, const Accounts& /*accounts*/) {
  for (Slot slot = 0; slot < people.slots(); ++slot) {
    if (Stretch* stretch = stretches_.find(slot)) end_stretch(*stretch, model_.horizon.end);
  }
  sum_up();
}

/// People-days and the amounts of their days: whole numbers until the last line.
void LedgerRecorder::sum_up() {
  const Horizon horizon = model_.horizon;
  for (std::size_t s = 0; s < model_.benefits.statutes.size(); ++s) {
    const Statute& statute = model_.benefits.statutes[s];
    for (std::size_t step = 0; step < statute.steps.size(); ++step) {
      const std::vector<std::int32_t>& changes = changes_[first_step_[s] + step];
      std::int64_t people = 0;
      for (int month = 0; month < horizon.months(); ++month) {
        const Day first =
            std::max(first_of_month(month_number(horizon.start) + month), horizon.start);
        const Day last = last_day(horizon, month);
        std::int64_t people_days = 0;
        std::int64_t cents = 0;
        for (Day day = first; day <= last; ++day) {
          people += changes[static_cast<std::size_t>(day - horizon.start)];
          people_days += people;
          cents += people * level_on(statute.per_month, day);
        }
        const auto m = static_cast<std::size_t>(month);
        people_[s][m] += static_cast<double>(people_days) / (last - first + 1);
        benefits_[s][m] += static_cast<double>(cents) * statute.steps[step].factor /
                           days_per_month / cents_in_a_euro;
      }
    }
    for (double& euro : benefits_[s]) {
      euro = std::round(euro * cents_in_a_euro) / cents_in_a_euro;
    }
  }
}

void LedgerRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "ledger";
  table.dimensions = {"date", "payer", "item", "subject"};
  for (int month = 0; month < model_.horizon.months(); ++month) {
    const std::string date = iso_date(last_day(model_.horizon, month));
    for (const Statute& statute : model_.benefits.statutes) {
      table.keys.push_back({{date, statute.payer, "benefit", statute.id}, "people"});
      if (statute.per_month.empty()) continue;
      table.keys.push_back({{date, statute.payer, "benefit", statute.id}, "euro"});
    }
    for (const Resource& resource : model_.resources) {
      if (!is_budget(resource)) continue;
      table.keys.push_back({{date, resource.payer, resource.item, resource.id}, "euro"});
    }
  }
  layout.tables.push_back(std::move(table));
}

void LedgerRecorder::give(FigureValues& values) const {
  for (std::size_t month = 0; month < static_cast<std::size_t>(model_.horizon.months()); ++month) {
    for (std::size_t s = 0; s < model_.benefits.statutes.size(); ++s) {
      values.push_back(people_[s][month]);
      if (!model_.benefits.statutes[s].per_month.empty()) values.push_back(benefits_[s][month]);
    }
    for (std::size_t r = 0; r < model_.resources.size(); ++r) {
      if (is_budget(model_.resources[r])) values.push_back(spent_[r][month]);
    }
  }
}

}  // namespace doorstroom

#include "record/period_recorder.hpp"

#include <algorithm>
#include <array>

namespace doorstroom {

namespace {

constexpr std::array<const char*, 8> statistics{"amount",   "carried_in", "used",   "paid",
                                                "unfunded", "carried_on", "lapsed", "ran_dry"};
constexpr std::size_t figures_a_period = statistics.size() + 1;  // and the day it ran dry

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

void add_period(const Resource& resource, const ClosedPeriod& period, double* figures) {
  const double unit = resource.kind == ResourceKind::budget ? 100.0 : 1000.0;
  const AccountState& state = period.state;
  const double paid = resource.kind == ResourceKind::budget
                          ? static_cast<double>(state.used + state.paid_monthly) / unit
                          : no_figure;
  const double used = static_cast<double>(state.used + state.paid_monthly) / unit;
  const std::array<double, 7> sums{static_cast<double>(state.level) / unit,
                                   static_cast<double>(state.carried) / unit,
                                   used,
                                   paid,
                                   static_cast<double>(state.unfunded) / unit,
                                   static_cast<double>(period.carried_on) / unit,
                                   static_cast<double>(period.lapsed) / unit};
  for (std::size_t i = 0; i < sums.size(); ++i) figures[i] += sums[i];
}

}  // namespace

/// Parts of a split resource are added up; it is dry when its last part is.
void PeriodRecorder::close(const PeopleStore& /*people*/, const Accounts& accounts) {
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    const Resource& resource = model_.resources[r];
    for (const Day start : periods_of(resource, model_.horizon)) {
      std::array<double, figures_a_period> figures{};
      Day dry = always;
      bool exists = false;
      for (const ClosedPeriod& period : accounts.closed_periods()) {
        if (accounts.owner(period.account).position() != r || period.from != start) continue;
        exists = exists || period.state.exists;
        add_period(resource, period, figures.data());
        dry = std::max(dry, period.state.dry_since);
      }
      if (!exists)
        figures.fill(no_figure);
      else {
        if (resource.unlimited) figures[0] = figures[1] = figures[4] = figures[6] = no_figure;
        figures[7] = dry == never ? 0.0 : 1.0;
        figures[8] = dry == never ? no_figure : static_cast<double>(dry - start);
      }
      figures_.insert(figures_.end(), figures.begin(), figures.end());
    }
  }
}

void PeriodRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "periods";
  table.dimensions = {"period", "resource", "statistic"};
  for (const Resource& resource : model_.resources) {
    const char* unit = resource.kind == ResourceKind::budget ? "euro" : "starts";
    for (const Day start : periods_of(resource, model_.horizon)) {
      for (const char* name : statistics) {
        const bool share = std::string(name) == "ran_dry";
        table.keys.push_back(
            {{label_of(resource, start), resource.id, name}, share ? "share" : unit});
      }
      table.keys.push_back({{label_of(resource, start), resource.id, "dry_after"}, "days"});
    }
  }
  layout.tables.push_back(std::move(table));
}

void PeriodRecorder::give(FigureValues& values) const {
  values.insert(values.end(), figures_.begin(), figures_.end());
}

}  // namespace doorstroom

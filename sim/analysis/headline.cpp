#include "analysis/headline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analysis/competing_risks.hpp"

namespace doorstroom {

namespace {

/// What is said of those who joined a list in a year.
constexpr std::array<DayCount, 2> terms{90, 365};

/// How a figure is looked up: its table and the values that name it.
std::string name_of(const std::string& table, const std::vector<std::string>& values) {
  std::string name = table;
  for (const std::string& value : values) name += '\x1f' + value;
  return name;
}

void add_up(const std::vector<std::int32_t>& from, std::vector<std::int32_t>& to) {
  if (to.size() < from.size()) to.resize(from.size(), 0);
  for (std::size_t day = 0; day < from.size(); ++day) to[day] += from[day];
}

/// Smallest number of days within which a share of the people are counted.
double day_of_share(const std::vector<std::int32_t>& counts, double share) {
  const auto all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (all == 0) return no_figure;
  const auto wanted = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(all)));
  std::int64_t seen = 0;
  std::size_t day = 0;
  while ((seen += counts[day]) < std::max<std::int64_t>(wanted, 1)) ++day;
  return static_cast<double>(day);
}

}  // namespace

HeadlineFigures::HeadlineFigures(const Model& model, const FigureLayout& others)
    : model_(model), years_(model.horizon) {
  table_.name = "headline";
  table_.dimensions = {"year", "indicator", "subject"};
  Places places;
  std::size_t figure = 0;
  for (const FigureTable& table : others.tables) {
    for (const FigureKey& key : table.keys) note_place(table.name, key, figure++, places);
  }
  for (std::size_t year = 0; year < years_.size(); ++year) {
    add_people(year, places);
    for (std::size_t m = 0; m < model.measures.size(); ++m) add_measure(year, m, places);
    for (const Resource& resource : model.resources) add_resource(year, resource, places);
    for (const std::string& payer : payers_) {
      const auto paid = places.find(name_of("ledger", {years_.label(year), payer}));
      if (paid != places.end()) add_sum(year, "paid", payer, "euro", paid->second);
    }
  }
}

void HeadlineFigures::note_place(const std::string& table, const FigureKey& key, std::size_t figure,
                                 Places& places) {
  std::vector<std::string> values = key.values;
  const auto only_year = [](std::string& date) { date.resize(std::string("2017").size()); };
  if (table == "series" && values.back() == "all") places[name_of(table, values)].push_back(figure);
  if (table == "budget") {
    only_year(values.front());  // of "2017-07"
    places[name_of(table, values)].push_back(figure);
  }
  if (table == "ledger" && key.unit == "euro" && !values[1].empty()) {
    only_year(values.front());
    values.resize(2);  // year and payer, whatever was paid for
    places[name_of(table, values)].push_back(figure);
    if (std::ranges::find(payers_, values[1]) == payers_.end()) payers_.push_back(values[1]);
  }
}

void HeadlineFigures::add_key(std::size_t year, const std::string& indicator,
                              const std::string& subject, const std::string& unit) {
  table_.keys.push_back({{years_.label(year), indicator, subject}, unit});
}

void HeadlineFigures::add_sum(std::size_t year, const std::string& indicator,
                              const std::string& subject, const std::string& unit,
                              std::vector<std::size_t> figures, std::vector<std::size_t> less) {
  if (figures.empty()) return;
  add_key(year, indicator, subject, unit);
  items_.push_back({Kind::sum, std::move(figures), std::move(less), 0, year});
}

std::vector<std::size_t> HeadlineFigures::of_day(const std::string& date,
                                                 const std::string& indicator,
                                                 const std::string& subject, const Places& places) {
  const auto at = places.find(name_of("series", {date, indicator, subject, "all"}));
  return at == places.end() ? std::vector<std::size_t>() : at->second;
}

std::vector<std::size_t> HeadlineFigures::of_months(std::size_t year, const std::string& indicator,
                                                    const std::string& subject,
                                                    const Places& places) const {
  std::vector<std::size_t> figures;
  const Day first = std::max(years_.first_day(year), model_.horizon.start);
  for (int month = month_number(first); month <= month_number(years_.last_day(year)); ++month) {
    const Day last = std::min(first_of_month(month + 1), model_.horizon.end) - 1;
    for (const std::size_t figure : of_day(iso_date(last), indicator, subject, places)) {
      figures.push_back(figure);
    }
  }
  return figures;
}

void HeadlineFigures::add_people(std::size_t year, const Places& places) {
  const std::string last = iso_date(years_.last_day(year));
  add_sum(year, "jobseekers", "all", "people", of_day(last, "jobseekers", "all", places));
  std::vector<std::size_t> working;
  for (const Status& status : model_.statuses) {
    if (!status.used || status.paid_work == PaidWork::none) continue;
    for (const std::size_t figure : of_day(last, "people", status.id, places)) {
      working.push_back(figure);
    }
  }
  add_sum(year, "in_paid_work", "all", "people", working);
}

void HeadlineFigures::add_measure(std::size_t year, std::size_t measure, const Places& places) {
  const std::string& id = model_.measures[measure].id;
  const std::string last = iso_date(years_.last_day(year));
  for (const char* stock : {"waiting", "in_trajectory"}) {
    add_sum(year, stock, id, "people", of_day(last, stock, id, places));
  }
  for (const char* flow : {"joins", "starts", "completions", "dropouts"}) {
    add_sum(year, flow, id, "people", of_months(year, flow, id, places));
  }
  add_key(year, "wait_of_starters_p50", id, "days");
  add_key(year, "wait_of_starters_p90", id, "days");
  items_.push_back({Kind::waits_of_starters, {}, {}, measure, year});
  for (const DayCount term : terms) {
    add_key(year, "started_within_" + std::to_string(term), id, "share");
    add_key(year, "waiting_after_" + std::to_string(term), id, "share");
  }
  items_.push_back({Kind::fate_of_joiners, {}, {}, measure, year});
}

void HeadlineFigures::add_resource(std::size_t year, const Resource& resource,
                                   const Places& places) {
  if (resource.kind == ResourceKind::places) return;
  const bool is_money = resource.kind == ResourceKind::budget;
  const auto of_periods = [&](const char* statistic) {
    const auto at = places.find(name_of("budget", {years_.label(year), resource.id, statistic}));
    return at == places.end() ? std::vector<std::size_t>() : at->second;
  };
  // What goes from one period to the next within the year is neither new nor unspent.
  std::vector<std::size_t> from_within = of_periods("carried_in");
  std::vector<std::size_t> to_within = of_periods("carried_on");
  if (!from_within.empty()) from_within.erase(from_within.begin());
  if (!to_within.empty()) to_within.pop_back();
  const char* unit = is_money ? "euro" : "starts";
  add_sum(year, "amount", resource.id, unit, of_periods("amount"), from_within);
  add_sum(year, "used", resource.id, unit, of_periods("used"));
  add_sum(year, "unspent", resource.id, unit, of_periods("unspent"), to_within);
  add_sum(year, "lapsed", resource.id, unit, of_periods("lapsed"));
}

void HeadlineFigures::describe(FigureLayout& layout) const {
  layout.tables.push_back(table_);
}

void HeadlineFigures::give(const WaitingRecorder& waiting, FigureValues& values) const {
  for (const Item& item : items_) {
    if (item.kind == Kind::sum) {
      double sum = 0;
      for (const std::size_t figure : item.figures) sum += values[figure];
      for (const std::size_t figure : item.less) sum -= values[figure];
      values.push_back(sum);
      continue;
    }
    if (item.kind == Kind::waits_of_starters) {
      const std::vector<std::int32_t>& waits = waiting.waits_of_starters(item.measure, item.year);
      values.push_back(day_of_share(waits, 0.5));
      values.push_back(day_of_share(waits, 0.9));
      continue;
    }
    Cohort joined;
    for (std::size_t cohort = 1; cohort < waiting.cohorts(); ++cohort) {
      if (!waiting.label(cohort).starts_with(years_.label(item.year))) continue;
      const Cohort& month = waiting.cohort(item.measure, cohort, 0);
      joined.joined += month.joined;
      add_up(month.started, joined.started);
      add_up(month.left, joined.left);
      add_up(month.waiting, joined.waiting);
    }
    const Incidence risks = incidence({joined.started, joined.left, joined.waiting});
    for (const DayCount term : terms) {
      const double started = joined.joined == 0 ? no_figure : risks.started_within(term);
      values.push_back(started);
      values.push_back(std::isnan(started) ? no_figure
                                           : std::max(0.0, 1 - started - risks.left_within(term)));
    }
  }
}

}  // namespace doorstroom

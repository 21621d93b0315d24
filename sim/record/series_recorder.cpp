#include "record/series_recorder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "model/indicators.hpp"

namespace doorstroom {

namespace {

constexpr std::array<const char*, 5> resource_indicators{"capacity", "occupancy", "available",
                                                         "committed", "spent"};
constexpr std::array<const char*, 3> wait_indicators{
    "wait_of_starters_mean", "wait_of_starters_p50", "wait_of_starters_p90"};

std::vector<std::string> part_labels(const Model& model, const Resource& resource) {
  if (resource.accounts.size() == 1) return {};
  std::vector<std::string> labels;
  for (const Attribute& attribute : model.attributes) {
    if (attribute.field.shift != resource.split_field.shift ||
        attribute.field.width != resource.split_field.width) {
      continue;
    }
    for (const std::string& value : attribute.values) labels.push_back(attribute.id + "=" + value);
    break;
  }
  return labels;
}

const char* unit_of(const Resource& resource) {
  switch (resource.kind) {
    case ResourceKind::places:
      return "places";
    case ResourceKind::contingent:
      return "starts";
    case ResourceKind::budget:
      return "euro";
  }
  return "";
}

double in_units(const Resource& resource, Amount amount) {
  return static_cast<double>(amount) / (resource.kind == ResourceKind::budget ? 100.0 : 1000.0);
}

/// capacity, occupancy, available, committed, spent of one account; null where it has no meaning.
std::array<double, 5> figures_of(const Accounts& accounts, AccountIndex index) {
  const Resource& resource = accounts.resource_of(index);
  const AccountState& state = accounts.state(index);
  const double none = no_figure;
  const auto unit = [&](Amount amount) { return in_units(resource, amount); };
  const bool exists = state.exists;
  switch (resource.kind) {
    case ResourceKind::places:
      return {exists ? unit(state.level) : none, unit(state.used),
              exists ? unit(std::max<Amount>(0, state.level - state.used)) : none, none, none};
    case ResourceKind::contingent:
      return {exists ? unit(state.level) : none, exists ? unit(state.used) : none,
              exists ? unit(state.level - state.used) : none, none, none};
    case ResourceKind::budget:
      return {exists && !resource.unlimited ? unit(state.level) : none, none,
              exists && !resource.unlimited ? unit(state.level - accounts.committed(index)) : none,
              exists ? unit(accounts.committed(index)) : none,
              exists ? unit(accounts.paid(index)) : none};
  }
  return {none, none, none, none, none};
}

// Where rules have their limits of 12 and 24 months.
constexpr auto days_of_year = static_cast<DayCount>(12 * days_per_month + 0.5);
constexpr auto days_of_two_years = static_cast<DayCount>(24 * days_per_month + 0.5);

double quantile(std::vector<std::int32_t>& sorted, double p) {
  const auto at = static_cast<std::size_t>(std::ceil(p * static_cast<double>(sorted.size()))) - 1;
  return sorted[std::min(at, sorted.size() - 1)];
}

}  // namespace

std::string name_of_list(const Model& model, std::size_t list) {
  const ListModel& l = model.lists[list];
  const Measure& measure = model.measures[l.measure.position()];
  if (!l.phase.exists()) return measure.id;
  return measure.id + "." + measure.phases[l.phase.position()].id;
}

SeriesRecorder::SeriesRecorder(const Model& model, const Breakdowns& breakdowns)
    : model_(model), waits_(model.measures.size()) {
  indicators_.reserve(names);
  for (std::size_t s = 0; s < model.statuses.size(); ++s) {
    is_jobseeker_.at(s) = model.statuses[s].is_jobseeker;
  }
  add_indicator("people", Of::status, true, breakdowns);
  for (const char* stock : {"jobseekers", "jobseekers_under_1_year", "jobseekers_1_to_2_years",
                            "jobseekers_over_2_years"}) {
    add_indicator(stock, Of::all, true, breakdowns);
  }
  add_indicator("waiting", Of::list, true, breakdowns);
  add_indicator("advice_holders", Of::measure, true, breakdowns);
  add_indicator("in_trajectory", Of::measure, true, breakdowns);
  for (const char* flow : {"joins", "starts", "completions", "dropouts", "ended_early"}) {
    add_indicator(flow, Of::measure, false, breakdowns);
  }
  for (const char* flow : {"reneges", "refusals", "left_for_job", "left_for_other",
                           "left_otherwise", "turned_away", "not_admitted"}) {
    add_indicator(flow, Of::measure, false, breakdowns);
  }
  gone_.resize(columns_.size(), 0);
}

std::size_t SeriesRecorder::subjects(Of of) const {
  switch (of) {
    case Of::status:
      return model_.statuses.size();
    case Of::all:
      return 1;
    case Of::list:
      return model_.lists.size();
    case Of::measure:
      return model_.measures.size();
    case Of::resource:
      return model_.resources.size();
  }
  return 0;
}

std::string SeriesRecorder::subject_name(Of of, std::size_t subject) const {
  switch (of) {
    case Of::status:
      return model_.statuses[subject].id;
    case Of::all:
      return std::string(everyone);
    case Of::list:
      return name_of_list(model_, subject);
    case Of::measure:
      return model_.measures[subject].id;
    case Of::resource:
      return model_.resources[subject].id;
  }
  return {};
}

void SeriesRecorder::add_indicator(std::string name, Of of, bool is_stock,
                                   const Breakdowns& breakdowns) {
  Indicator indicator;
  indicator.breakdowns = breakdowns.of(name);
  indicator.name = std::move(name);
  indicator.unit = "people";
  indicator.of = of;
  indicator.is_stock = is_stock;
  indicator.first = columns_.size();
  columns_.resize(columns_.size() + subjects(of), 0);
  for (const Breakdown& breakdown : indicator.breakdowns) {
    indicator.parts.push_back(columns_.size());
    columns_.resize(columns_.size() + subjects(of) * breakdown.labels.size(), 0);
  }
  is_stock_.resize(columns_.size(), is_stock);
  needs_census_ = needs_census_ || (is_stock && !indicator.breakdowns.empty());
  indicators_.push_back(std::move(indicator));
}

/// Stocks are broken down by the census alone.
void SeriesRecorder::count(Name name, std::size_t subject, Profile profile,
                           std::int64_t people_more) {
  const Indicator& indicator = indicators_[name];
  columns_[indicator.first + subject] += people_more;
  if (indicator.is_stock) return;
  for (std::size_t b = 0; b < indicator.parts.size(); ++b) {
    const Breakdown& breakdown = indicator.breakdowns[b];
    columns_[indicator.parts[b] + subject * breakdown.labels.size() +
             profile.code(breakdown.field)] += people_more;
  }
}

void SeriesRecorder::count_in_status(std::size_t status, Profile profile,
                                     std::int64_t people_more) {
  count(people, status, profile, people_more);
  if (is_jobseeker_[status]) count(jobseekers, 0, profile, people_more);
}

void SeriesRecorder::fold(const EventBlock& block) {
  for (const Event& event : block.events) fold(event);
}

void SeriesRecorder::fold(const Event& event) {
  const std::size_t subject = event.subject;
  switch (event.kind) {
    case EventKind::entered:
      count_in_status(subject, event.profile, 1);
      break;
    case EventKind::status_changed:
      count_in_status(subject, event.profile, 1);
      count_in_status(event.other, event.profile, -1);
      break;
    case EventKind::left: {
      const Indicator& indicator = indicators_[people];
      for (std::size_t b = 0; b < indicator.parts.size(); ++b) {
        const Breakdown& breakdown = indicator.breakdowns[b];
        ++gone_[indicator.parts[b] + subject * breakdown.labels.size() +
                event.profile.code(breakdown.field)];
      }
      break;
    }
    case EventKind::joined: {
      const ListModel& list = model_.lists[subject];
      count(waiting, subject, event.profile, 1);
      if (list.phase.exists()) break;
      count(advice_holders, list.measure.position(), event.profile, 1);
      if (event.reason != Reason::stock) {
        count(joins, list.measure.position(), event.profile, 1);
      }
      break;
    }
    case EventKind::left_list:
      fold_left_list(event);
      break;
    case EventKind::started:
      count(in_trajectory, subject, event.profile, 1);
      if (event.amount >= 0) {  // came from the list and goes on holding the advice
        count(waiting, model_.measures[subject].list, event.profile, -1);
        waits_[subject].push_back(event.amount);
      } else {
        count(advice_holders, subject, event.profile, 1);
      }
      if (event.reason != Reason::stock) count(starts, subject, event.profile, 1);
      break;
    case EventKind::ended: {
      count(in_trajectory, subject, event.profile, -1);
      count(advice_holders, subject, event.profile, -1);
      const bool completed = event.reason == Reason::completed || event.reason == Reason::maximum;
      const bool dropped = event.reason == Reason::dropped_out || event.reason == Reason::no_place;
      count(completed ? completions : dropped ? dropouts : ended_early, subject, event.profile, 1);
      break;
    }
    case EventKind::not_admitted:
      count(not_admitted, subject, event.profile, 1);
      break;
    default:
      break;
  }
}

void SeriesRecorder::fold_left_list(const Event& event) {
  const ListModel& list = model_.lists[event.subject];
  count(waiting, event.subject, event.profile, -1);
  if (list.phase.exists()) return;
  const std::size_t measure = list.measure.position();
  count(advice_holders, measure, event.profile, -1);
  Name why = left_otherwise;
  if (event.reason == Reason::gave_up) why = reneges;
  if (event.reason == Reason::refused) why = refusals;
  if (event.reason == Reason::full) why = turned_away;
  if (event.reason == Reason::status_exit) {
    const bool job = model_.statuses[event.status].paid_work != PaidWork::none;
    why = job ? left_for_job : left_for_other;
  }
  count(why, measure, event.profile, 1);
}

void SeriesRecorder::count_in_breakdowns(Name name, std::size_t subject, Profile profile) {
  const Indicator& indicator = indicators_[name];
  for (std::size_t b = 0; b < indicator.parts.size(); ++b) {
    const Breakdown& breakdown = indicator.breakdowns[b];
    ++columns_[indicator.parts[b] + subject * breakdown.labels.size() +
               profile.code(breakdown.field)];
  }
}

void SeriesRecorder::count_person(const MonthView& view, Slot slot) {
  const Person& person = view.people[slot];
  const auto add = [&](Name name, std::size_t subject) {
    count_in_breakdowns(name, subject, person.profile);
  };
  add(people, person.status.position());
  if (is_jobseeker_[person.status.value]) {
    add(jobseekers, 0);
    const DayCount days = person.days_unemployed(view.day);
    add(days < days_of_year        ? jobseekers_under_1_year
        : days < days_of_two_years ? jobseekers_1_to_2_years
                                   : jobseekers_over_2_years,
        0);
  }
  if (person.in_measure()) {
    add(in_trajectory, person.measure.position());
    add(advice_holders, person.measure.position());
  }
  for (const Membership& membership : view.people.memberships(slot)) {
    if (!membership.waits()) continue;
    const std::size_t list = view.lists.list_of(membership.lane);
    add(waiting, list);
    if (!model_.lists[list].phase.exists()) {
      add(advice_holders, model_.lists[list].measure.position());
    }
  }
}

void SeriesRecorder::census(const MonthView& view, Slot first, Slot end) {
  if (first == 0) begin_census();
  count_jobseekers_by_duration(view, first, end);
  if (!needs_census_) return;
  for (Slot slot = first; slot < end; ++slot) {
    if (view.people[slot].exists() && !view.people[slot].gone) count_person(view, slot);
  }
}

void SeriesRecorder::begin_census() {
  jobseekers_by_years_ = {};
  if (!needs_census_) return;
  for (const Indicator& indicator : indicators_) {
    if (!indicator.is_stock) continue;
    for (std::size_t b = 0; b < indicator.parts.size(); ++b) {
      const std::size_t size = subjects(indicator.of) * indicator.breakdowns[b].labels.size();
      const auto from = static_cast<std::ptrdiff_t>(indicator.parts[b]);
      std::copy_n(gone_.begin() + from, size, columns_.begin() + from);
    }
  }
}

/// A clock that runs tells nothing at a year, so those past it are found by looking at everyone.
/// Without branches: who is a jobseeker, and for how long, no processor can guess.
void SeriesRecorder::count_jobseekers_by_duration(const MonthView& view, Slot first, Slot end) {
  std::int64_t all = 0;
  std::int64_t one_year = 0;
  std::int64_t two_years = 0;
  for (Slot slot = first; slot < end; ++slot) {
    const Person& person = view.people[slot];
    const bool counts = person.exists() & !person.gone & is_jobseeker_[person.status.value];
    const DayCount days = person.days_unemployed(view.day);
    all += counts;
    one_year += counts & (days >= days_of_year);
    two_years += counts & (days >= days_of_two_years);
  }
  jobseekers_by_years_[0] += all - one_year;
  jobseekers_by_years_[1] += one_year - two_years;
  jobseekers_by_years_[2] += two_years;
}

void SeriesRecorder::note_waits() {
  wait_figures_.clear();
  for (std::vector<std::int32_t>& waits : waits_) {
    if (waits.empty()) {
      wait_figures_.insert(wait_figures_.end(), wait_indicators.size(), no_figure);
      continue;
    }
    std::ranges::sort(waits);
    const double sum = std::accumulate(waits.begin(), waits.end(), 0.0);
    wait_figures_.push_back(sum / static_cast<double>(waits.size()));
    wait_figures_.push_back(quantile(waits, 0.5));
    wait_figures_.push_back(quantile(waits, 0.9));
    waits.clear();
  }
}

void SeriesRecorder::note_resources(const MonthView& view) {
  resource_figures_.clear();
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    const std::size_t parts = model_.resources[r].accounts.size();
    const AccountIndex first = view.accounts.first_account(ResourceIndex(r));
    std::array<double, 5> whole{0, 0, 0, 0, 0};
    std::vector<double> by_part;
    for (std::size_t part = 0; part < parts; ++part) {
      const auto figures = figures_of(view.accounts, static_cast<AccountIndex>(first + part));
      for (std::size_t i = 0; i < whole.size(); ++i) whole[i] += figures[i];
      if (parts > 1) by_part.insert(by_part.end(), figures.begin(), figures.end());
    }
    resource_figures_.insert(resource_figures_.end(), whole.begin(), whole.end());
    resource_figures_.insert(resource_figures_.end(), by_part.begin(), by_part.end());
  }
}

void SeriesRecorder::month_end(const MonthView& view) {
  columns_[indicators_[jobseekers_under_1_year].first] = jobseekers_by_years_[0];
  columns_[indicators_[jobseekers_1_to_2_years].first] = jobseekers_by_years_[1];
  columns_[indicators_[jobseekers_over_2_years].first] = jobseekers_by_years_[2];
  note_waits();
  note_resources(view);
  std::vector<double> figures(columns_.begin(), columns_.end());
  figures.insert(figures.end(), wait_figures_.begin(), wait_figures_.end());
  figures.insert(figures.end(), resource_figures_.begin(), resource_figures_.end());
  months_.push_back(std::move(figures));
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (!is_stock_[c]) columns_[c] = 0;
  }
}

void SeriesRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "series";
  table.dimensions = {"date", "indicator", "subject", "breakdown"};
  const int first_month = month_number(model_.horizon.start);
  for (int month = 0; month < model_.horizon.months(); ++month) {
    const Day last = std::min(first_of_month(first_month + month + 1), model_.horizon.end) - 1;
    const std::string date = iso_date(last);
    const auto add = [&](const std::string& indicator, const std::string& subject,
                         const std::string& breakdown, const std::string& unit) {
      table.keys.push_back({{date, indicator, subject, breakdown}, unit});
    };
    for (const Indicator& indicator : indicators_) {
      for (std::size_t s = 0; s < subjects(indicator.of); ++s) {
        add(indicator.name, subject_name(indicator.of, s), "all", indicator.unit);
      }
      for (const Breakdown& breakdown : indicator.breakdowns) {
        for (std::size_t s = 0; s < subjects(indicator.of); ++s) {
          for (const std::string& label : breakdown.labels) {
            add(indicator.name, subject_name(indicator.of, s), label, indicator.unit);
          }
        }
      }
    }
    for (const Measure& measure : model_.measures) {
      for (const char* name : wait_indicators) add(name, measure.id, "all", "days");
    }
    for (const Resource& resource : model_.resources) {
      for (const char* name : resource_indicators) add(name, resource.id, "all", unit_of(resource));
      for (const std::string& label : part_labels(model_, resource)) {
        for (const char* name : resource_indicators) {
          add(name, resource.id, label, unit_of(resource));
        }
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void SeriesRecorder::give(FigureValues& values) const {
  for (const std::vector<double>& month : months_) {
    values.insert(values.end(), month.begin(), month.end());
  }
}

}  // namespace doorstroom

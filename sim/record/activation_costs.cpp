#include "record/activation_costs.hpp"

#include <algorithm>
#include <cmath>

#include "record/carousel_table.hpp"

namespace doorstroom {

namespace {

constexpr double cents_in_a_euro = 100;

/// A part of what is known.
double share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

double euro(std::int64_t cents) {
  return static_cast<double>(cents) / cents_in_a_euro;
}

double euro_each(std::int64_t cents, std::int64_t exits) {
  return exits == 0 ? no_figure : euro(cents) / static_cast<double>(exits);
}

template <class Numbers>
void add_each(Numbers& sum, const Numbers& more) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

}  // namespace

void ActivationCosts::Counts::add(const Counts& other) {
  days += other.days;
  cents += other.cents;
  benefit_cents += other.benefit_cents;
  cents_of_ended += other.cents_of_ended;
  benefits_of_ended += other.benefits_of_ended;
  cents_of_people += other.cents_of_people;
  for (const auto member : {&Counts::returner_days, &Counts::unknown_days, &Counts::returner_cents,
                            &Counts::unknown_cents, &Counts::exits, &Counts::exits_completed,
                            &Counts::cents_of_carousel}) {
    add_each(this->*member, other.*member);
  }
}

ActivationCosts::ActivationCosts(const Model& model, const CycleRules& rules,
                                 std::vector<std::size_t> measures, const LedgerRecorder* benefits)
    : model_(model),
      rules_(rules),
      years_(model.horizon),
      measures_(std::move(measures)),
      columns_(model.measures.size(), 0),
      benefits_(benefits),
      counts_(years_.size() * measures_.size()) {
  for (std::size_t column = 0; column < measures_.size(); ++column) {
    const Measure& measure = model.measures[measures_[column]];
    columns_[measures_[column]] = column;
    Prices& prices = prices_.emplace_back();
    prices.at_start = PriceList(model, model.lists[measure.list].claims);
    prices.measure = PriceList(model, measure.claims);
    prices.aftercare = PriceList(model, measure.aftercare.claims);
    for (const Phase& phase : measure.phases) {
      prices.phases.emplace_back(model, phase.claims);
      prices.of_phases = prices.of_phases || !prices.phases.back().is_empty();
    }
  }
}

/// What returners cost, what cannot be said, and all of it.
void ActivationCosts::book(Course& course, std::size_t measure, std::size_t year,
                           std::int64_t cents) {
  Counts& now = counts(year, measure);
  now.cents += cents;
  course.purse.on_episode += static_cast<std::uint32_t>(cents);
  for (std::size_t v = 0; v < versions; ++v) {
    if (course.purse.returner.has(v)) now.returner_cents[v] += cents;
    if (course.purse.unknown.has(v)) now.unknown_cents[v] += cents;
  }
}

ActivationCosts::Counts& ActivationCosts::cohort_of(const Course& course) {
  const Day first_ended = model_.horizon.start + course.history.first_ended();
  return counts(years_.of(first_ended), columns_[course.history.first_measure()]);
}

Day ActivationCosts::followed_until(const Course& course) const {
  if (!course.history.has_ended()) return never;
  const DayCount days = course.history.first_ended() + days_of_months(months_followed);
  return model_.horizon.start + days + 1;
}

void ActivationCosts::spend_on(Course& course, std::int64_t cents) {
  course.purse.spent += cents;
  if (!course.has_arrived || !course.history.has_ended()) return;
  Counts& cohort = cohort_of(course);
  cohort.cents_of_people += cents;
  for (std::size_t v = 0; v < versions; ++v) {
    if (course.history.cycles(v) >= 2) cohort.cents_of_carousel[v] += cents;
  }
}

void ActivationCosts::pay(Course& course, std::size_t measure, Day day, double cents) {
  const std::int64_t whole = std::llround(cents);
  if (whole == 0) return;
  book(course, measure, years_.of(day), whole);
  if (day < followed_until(course)) spend_on(course, whole);
}

void ActivationCosts::pay_months(Course& course, std::size_t measure, const PriceList& prices,
                                 Profile profile, Day from, Day until) {
  if (prices.is_empty()) return;
  from = std::max(from, model_.horizon.start);
  const Day last = std::min(until, followed_until(course));
  if (from < last) spend_on(course, std::llround(prices.by_month(profile, from, last)));
  while (from < until) {
    const std::size_t year = years_.of(from);
    const Day next = std::min(until, years_.last_day(year) + 1);
    book(course, measure, year, std::llround(prices.by_month(profile, from, next)));
    from = next;
  }
}

void ActivationCosts::add_days(const Course& course, std::size_t measure, Day from, Day until) {
  while (from < until) {
    const std::size_t year = years_.of(from);
    const Day next = std::min(until, years_.last_day(year) + 1);
    const DayCount days = next - from;
    Counts& of_year = counts(year, measure);
    of_year.days += days;
    for (std::size_t v = 0; v < versions; ++v) {
      if (course.purse.returner.has(v)) of_year.returner_days[v] += days;
      if (course.purse.unknown.has(v)) of_year.unknown_days[v] += days;
    }
    from = next;
  }
}

/// Who goes on from inside stays what they were. Of somebody who was there at the start it takes
/// the window until it is known that they do not return.
void ActivationCosts::start(Course& course, std::size_t measure, const Event& event, Day today,
                            const Return& back) {
  Purse& purse = course.purse;
  if (!back.is_next || back.is_return) {
    purse.returner = back.returners;
    purse.unknown = {};
    const bool has_past = back.is_next || course.has_arrived;
    for (std::size_t v = 0; v < versions; ++v) {
      if (!has_past && today - model_.horizon.start < rules_[v].window) purse.unknown.set(v);
    }
  }
  purse.since = today;
  purse.on_episode = 0;
  purse.from_start = event.reason == Reason::stock;
  purse.waits_to_begin = !purse.from_start;
  if (benefits_ != nullptr) purse.benefits = benefits_->meter(event.slot, today);
  purse.benefits_at_start = purse.benefits;
  if (purse.from_start) return;
  pay(course, measure, today, prices_[measure].at_start.at_start(event.profile, today));
}

/// What the first phase needs was taken at the start, and is held while people wait to begin.
void ActivationCosts::begin_phase(Course& course, std::size_t measure, const Event& event,
                                  Day today) {
  const PriceList& prices = prices_[measure].phases[event.other];
  if (course.purse.waits_to_begin) {
    course.purse.waits_to_begin = false;
    return pay_months(course, measure, prices, event.profile, course.purse.since, today);
  }
  if (event.reason != Reason::stock) {
    pay(course, measure, today, prices.at_start(event.profile, today));
  }
}

void ActivationCosts::end_phase(Course& course, std::size_t measure, const Event& event,
                                Day today) {
  const PriceList& prices = prices_[measure].phases[event.other];
  pay_months(course, measure, prices, event.profile, today - event.amount, today);
}

void ActivationCosts::settle(Course& course, std::size_t measure, Profile profile, Day until) {
  const Prices& prices = prices_[measure];
  const Day since = course.purse.since;
  if (course.purse.waits_to_begin && prices.of_phases) {
    pay_months(course, measure, prices.phases.front(), profile, since, until);
  }
  pay_months(course, measure, prices.measure, profile, since, until);
  add_days(course, measure, since, until);
}

void ActivationCosts::end(Course& course, std::size_t measure, const Event& event, Day today) {
  settle(course, measure, event.profile, today);
  add_benefits(course, measure, event.slot, years_.of(today), today);
  if (course.purse.from_start) return;
  Counts& now = counts(years_.of(today), measure);
  now.cents_of_ended += course.purse.on_episode;
  now.benefits_of_ended += course.purse.benefits - course.purse.benefits_at_start;
}

void ActivationCosts::add_benefits(Course& course, std::size_t measure, Slot slot, std::size_t year,
                                   Day until) {
  if (benefits_ == nullptr) return;
  const std::uint32_t meter = benefits_->meter(slot, until);
  counts(year, measure).benefit_cents += meter - course.purse.benefits;
  course.purse.benefits = meter;
}

void ActivationCosts::begin_aftercare(Course& course, std::size_t measure, const Event& event,
                                      Day today) {
  Purse& purse = course.purse;
  purse.aftercare_since = today;
  purse.aftercare_of = static_cast<std::uint16_t>(measure);
  purse.aftercare_distance = static_cast<std::uint8_t>(event.profile.code(model_.fields.distance));
  purse.aftercare_counts = !purse.from_start;
  const std::uint32_t on_episode = purse.on_episode;
  pay(course, measure, today, prices_[measure].aftercare.at_start(event.profile, today));
  book_aftercare(course, on_episode);
}

void ActivationCosts::end_aftercare(Course& course, const Event& event, Day today) {
  Purse& purse = course.purse;
  if (purse.aftercare_since == never) return;
  Profile profile = event.profile;
  profile.set(model_.fields.distance, purse.aftercare_distance);
  const std::size_t measure = purse.aftercare_of;
  const std::uint32_t on_episode = purse.on_episode;
  pay_months(course, measure, prices_[measure].aftercare, profile, purse.aftercare_since, today);
  book_aftercare(course, on_episode);
  purse.aftercare_since = never;
}

/// Aftercare belongs to the episode it follows on, and not to the next one, which may have begun.
void ActivationCosts::book_aftercare(Course& course, std::uint32_t on_episode) {
  Purse& purse = course.purse;
  const std::uint32_t cents = purse.on_episode - on_episode;
  purse.on_episode = on_episode;
  if (!purse.aftercare_counts) return;
  counts(years_.of(purse.aftercare_since), purse.aftercare_of).cents_of_ended += cents;
}

void ActivationCosts::begin_following(const Course& course) {
  cohort_of(course).cents_of_people += course.purse.spent;
}

void ActivationCosts::note_carousel(const Course& course, std::size_t version) {
  cohort_of(course).cents_of_carousel[version] += course.purse.spent;
}

void ActivationCosts::count_exits(const Course& course, const Versions& exits) {
  if (course.purse.from_start) return;  // what was paid before the horizon is not known
  const Day ended = model_.horizon.start + course.history.ended();
  Counts& cohort = counts(years_.of(ended), columns_[course.history.measure()]);
  for (std::size_t v = 0; v < versions; ++v) {
    if (!exits.has(v)) continue;
    ++cohort.exits[v];
    if (!course.dropped_out) ++cohort.exits_completed[v];
  }
}

void ActivationCosts::end_year(Course& course, std::size_t measure, Slot slot, Day last) {
  add_benefits(course, measure, slot, years_.of(last), last + 1);
}

void ActivationCosts::close(Course& course, const Person& person, Slot slot) {
  const Day end = model_.horizon.end;
  Event event;
  event.profile = person.profile;
  end_aftercare(course, event, end);
  if (!course.history.is_in_episode()) return;
  const std::size_t measure = columns_[person.measure.position()];
  if (person.stage == Stage::phase) {
    const PriceList& prices = prices_[measure].phases[person.phase];
    pay_months(course, measure, prices, person.profile, person.stage_since, end);
    course.purse.waits_to_begin = false;
  }
  settle(course, measure, person.profile, end);
  add_benefits(course, measure, slot, years_.size() - 1, end);
}

bool ActivationCosts::can_follow(std::size_t year, DayCount days) const {
  return years_.last_day(year) + days < model_.horizon.end;
}

void ActivationCosts::add_shares(std::vector<Row>& rows, const Counts& c, std::size_t year,
                                 std::size_t v) const {
  const bool known = model_.horizon.start + rules_[v].window <= years_.first_day(year);
  const bool follows = can_follow(year, days_of_months(months_followed));
  const auto add = [&](const char* statistic, bool is_known, double value) {
    rows.push_back(
        {name_of(static_cast<Version>(v)), statistic, "share", is_known ? value : no_figure});
  };
  add("returner_days_share", known, share(c.returner_days[v], c.days - c.unknown_days[v]));
  add("unknown_days_share", known, share(c.unknown_days[v], c.days));
  add("returner_euro_share", known, share(c.returner_cents[v], c.cents - c.unknown_cents[v]));
  add("unknown_euro_share", known, share(c.unknown_cents[v], c.cents));
  add("carousel_people_euro_share", follows, share(c.cents_of_carousel[v], c.cents_of_people));
}

void ActivationCosts::add_exits(std::vector<Row>& rows, const Counts& c, std::size_t year,
                                std::size_t v) const {
  const bool is_paid_for = c.cents_of_ended > 0;  // no budget, or none yet: nobody knows the cost
  const bool follows = is_paid_for && can_follow(year, rules_[v].window + rules_[v].durable_job);
  const auto add = [&](const char* statistic, bool is_known, double value) {
    rows.push_back({name_of(static_cast<Version>(v)), statistic, "euro per exit",
                    is_known ? value : no_figure});
  };
  const std::int64_t all = c.cents_of_ended + c.benefits_of_ended;
  const bool with_benefits = follows && benefits_ != nullptr;
  add("per_durable_exit", follows, euro_each(c.cents_of_ended, c.exits[v]));
  add("per_durable_exit_without_dropouts", follows,
      euro_each(c.cents_of_ended, c.exits_completed[v]));
  add("with_benefits_per_durable_exit", with_benefits, euro_each(all, c.exits[v]));
  add("with_benefits_per_durable_exit_without_dropouts", with_benefits,
      euro_each(all, c.exits_completed[v]));
}

std::vector<ActivationCosts::Row> ActivationCosts::rows_of(const Counts& c,
                                                           std::size_t year) const {
  std::vector<Row> rows;
  rows.push_back({"all", "person_days", "person-days", static_cast<double>(c.days)});
  rows.push_back({"all", "spent", "euro", euro(c.cents)});
  rows.push_back({"all", "benefits", "euro", benefits_ ? euro(c.benefit_cents) : no_figure});
  rows.push_back({"all", "spent_on_ended", "euro", euro(c.cents_of_ended)});
  rows.push_back(
      {"all", "benefits_of_ended", "euro", benefits_ ? euro(c.benefits_of_ended) : no_figure});
  for (std::size_t v = 0; v < versions; ++v) {
    add_shares(rows, c, year, v);
    add_exits(rows, c, year, v);
  }
  return rows;
}

/// Calls visit(year, measure, row): all measures of a year together, then each.
template <class Visit>
void ActivationCosts::for_each_row(Visit visit) const {
  for (std::size_t year = 0; year < years_.size() && !measures_.empty(); ++year) {
    const Counts* const of_year = &counts_[year * measures_.size()];
    Counts all;
    for (std::size_t m = 0; m < measures_.size(); ++m) all.add(of_year[m]);
    for (const Row& row : rows_of(all, year)) visit(year, "all", row);
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      for (const Row& row : rows_of(of_year[m], year)) {
        visit(year, model_.measures[measures_[m]].id, row);
      }
    }
  }
}

void ActivationCosts::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "costs";
  table.dimensions = {"year", "measure", "version", "statistic"};
  for_each_row([&](std::size_t year, const std::string& measure, const Row& row) {
    table.keys.push_back({{years_.label(year), measure, row.version, row.statistic}, row.unit});
  });
  layout.tables.push_back(std::move(table));
}

void ActivationCosts::give(FigureValues& values) const {
  for_each_row([&](std::size_t /*year*/, const std::string& /*measure*/, const Row& row) {
    values.push_back(row.value);
  });
}

}  // namespace doorstroom

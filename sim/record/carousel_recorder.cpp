#include "record/carousel_recorder.hpp"

#include <limits>

#include <fmt/format.h>

namespace doorstroom {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr const char* all_versions = "all";
constexpr std::array<const char*, versions> names_of_versions{"main", "with_sec", "job_12_months",
                                                              "window_60_months"};
/// The versions that differ in what is paid work.
constexpr std::array<Version, works> version_of_work{Version::main, Version::with_sec};
constexpr std::array<Work, works> all_works{Work::nec, Work::nec_or_sec};
/// So long people are followed after their first episode.
constexpr std::int64_t followed_months = 60;

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

/// A figure that needs a time that was not simulated is none.
double if_known(bool known, double value) {
  return known ? value : no_figure;
}
double if_known(bool known, std::int64_t count) {
  return if_known(known, static_cast<double>(count));
}

Night night_of(const Model& model, std::size_t position) {
  const Status& status = model.statuses[position];
  if (status.paid_work == PaidWork::nec) return Night::job_nec;
  if (status.paid_work == PaidWork::sec) return Night::job_sec;
  if (status.registered) return Night::unemployed;
  return position == model.ocmw.position() ? Night::ocmw : Night::elsewhere;
}

template <class Numbers>
void add_each(Numbers& sum, const Numbers& more) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

}  // namespace

void CarouselRecorder::Counts::add(const Counts& other) {
  starts += other.starts;
  ended += other.ended;
  people += other.people;
  add_each(returned, other.returned);
  add_each(into_work, other.into_work);
  add_each(cycles, other.cycles);
  add_each(returner_starts, other.returner_starts);
  add_each(loops, other.loops);
  for (std::size_t w = 0; w < works; ++w) add_each(back[w], other.back[w]);
  for (std::size_t v = 0; v < versions; ++v) {
    add_each(people_by_cycles[v], other.people_by_cycles[v]);
  }
}

CarouselRecorder::CarouselRecorder(const Model& model, const CycleRules& rules)
    : model_(model), rules_(rules), years_(model.horizon), today_(model.horizon.start) {
  for (std::size_t s = 0; s < model.statuses.size(); ++s) {
    nights_.push_back(doorstroom::night_of(model, s));
  }
  for (std::size_t m = 0; m < model.measures.size(); ++m) {
    const bool counts = is_activation(model.measures[m]);
    columns_.push_back(counts ? measures_.size() : none);
    if (counts) measures_.push_back(m);
  }
  counts_.resize(years_.size() * measures_.size());
}

/// Whoever is at work in a measure has a job there (collective tailored employment), no trajectory.
bool CarouselRecorder::is_activation(const Measure& measure) const {
  if (measure.is_screening || measure.line < 2) return false;
  return !measure.status.exists() ||
         model_.statuses[measure.status.position()].paid_work == PaidWork::none;
}

ActivationHistory::Days CarouselRecorder::days(Day day) const {
  return static_cast<ActivationHistory::Days>(day - model_.horizon.start);
}

std::size_t CarouselRecorder::year_of(ActivationHistory::Days day) const {
  return years_.of(model_.horizon.start + day);
}

CarouselRecorder::Counts& CarouselRecorder::counts_of(std::size_t year, std::size_t measure) {
  return counts_[year * measures_.size() + columns_[measure]];
}

void CarouselRecorder::fold(const EventBlock& block) {
  if (measures_.empty()) return;
  if (block.day != today_) {
    end_day();
    today_ = block.day;
    year_ = years_.of(today_);
  }
  visit_people(block.events, courses_, [&](const Event& event) { fold(event, block); });
}

void CarouselRecorder::fold(const Event& event, const EventBlock& block) {
  switch (event.kind) {
    case EventKind::started:
      if (columns_[event.subject] != none) fold_start(event, block);
      break;
    case EventKind::ended:
      if (columns_[event.subject] != none) fold_end(event);
      break;
    case EventKind::status_changed:
    case EventKind::benefit_changed:
    case EventKind::left: {
      Course* course = courses_.find(event.slot);
      if (course == nullptr || !course->is_followed) break;
      if (event.kind == EventKind::left) course->is_gone = true;
      note_move(*course, event);
      break;
    }
    default:
      break;
  }
}

void CarouselRecorder::note_move(Course& course, const Event& event) {
  course.tonight = night_of(event);
  if (course.moved) return;
  course.moved = true;
  moved_today_.push_back(event.slot);
}

/// Of a model without benefits everybody who is unemployed is on benefit.
Night CarouselRecorder::night_of(const Event& event) const {
  const Night night = nights_[event.status];
  const BenefitModel& benefits = model_.benefits;
  const bool has_right =
      benefits.right == no_statute || event.profile.code(benefits.field) == benefits.right;
  return night == Night::unemployed && has_right ? Night::on_benefit : night;
}

/// The living wage is what the status of a client of an OCMW gives.
bool CarouselRecorder::is_on_living_wage(const Event& event) const {
  if (event.status == model_.ocmw.position()) return true;
  const StatuteCode living_wage = model_.statuses[model_.ocmw.position()].benefit;
  return living_wage != no_statute && event.profile.code(model_.benefits.field) == living_wage;
}

/// The event of a start tells what people had before it: status and benefit of the measure follow.
void CarouselRecorder::fold_start(const Event& event, const EventBlock& block) {
  Course& course = courses_[event.slot];
  if (!course.is_followed) {
    course.is_followed = true;
    course.has_arrived = block.id_of(event.slot).source() < model_.streams.size();
  }
  const auto rung = static_cast<unsigned>(model_.measures[event.subject].rung);
  const Return back = course.history.begin(days(today_), rung, is_on_living_wage(event), rules_);
  Counts& now = counts_of(year_, event.subject);
  if (event.reason != Reason::stock) ++now.starts;
  if (back.is_return) fold_return(course, back, now);
  note_move(course, event);
}

void CarouselRecorder::fold_return(Course& course, const Return& back, Counts& now) {
  const ActivationHistory& history = course.history;
  Counts& before = counts_of(year_of(history.ended()), history.measure());
  if (back.ends_work) count_back(history);
  for (std::size_t f = 0; f < follow_ups.size(); ++f) {
    if (back.days <= follow_ups[f]) ++before.returned[f];
  }
  for (std::size_t version = 0; version < versions; ++version) {
    if (back.returners.has(version)) ++now.returner_starts[version];
    if (back.loops.has(version) && course.history.add_loop(version)) ++now.loops[version];
    if (!back.cycles.has(version)) continue;
    ++before.cycles[version];
    if (course.has_arrived) count_cycle(course, version);
  }
}

/// Of people who were there at the start, nobody knows how many there were before.
void CarouselRecorder::count_cycle(Course& course, std::size_t version) {
  ActivationHistory& history = course.history;
  if (days(today_) - history.first_ended() > days_of_months(followed_months)) return;
  auto& people =
      counts_of(year_of(history.first_ended()), history.first_measure()).people_by_cycles[version];
  const unsigned cycles = history.add_cycle(version);
  if (cycles == most_cycles) return;
  --people[cycles];
  ++people[cycles + 1];
}

void CarouselRecorder::fold_end(const Event& event) {
  Course& course = courses_[event.slot];
  const auto rung = static_cast<unsigned>(model_.measures[event.subject].rung);
  const bool is_first = course.history.end(days(today_), event.subject, rung);
  Counts& now = counts_of(year_, event.subject);
  ++now.ended;
  if (is_first && course.has_arrived) {
    ++now.people;
    for (auto& people : now.people_by_cycles) ++people[0];
  }
  note_move(course, event);
}

/// After an episode that ended in paid work, somebody is a jobseeker again (in a measure or not) or
/// with the OCMW.
void CarouselRecorder::count_back(const ActivationHistory& history) {
  const DayCount since = days(today_) - history.ended();
  Counts& before = counts_of(year_of(history.ended()), history.measure());
  for (const Work work : all_works) {
    if (!history.went_to(work)) continue;
    auto& back = before.back[static_cast<std::size_t>(work)];
    for (std::size_t f = 0; f < follow_ups.size(); ++f) {
      if (since <= follow_ups[f]) ++back[f];
    }
  }
}

/// Slots of those who left today are used again from tomorrow.
void CarouselRecorder::end_day() {
  const auto itself = [](Slot slot) { return slot; };
  visit_people(moved_today_, courses_, itself, [this](Slot slot) {
    Course& course = courses_[slot];
    ActivationHistory& history = course.history;
    const Evening evening = history.spend(course.tonight, days(today_), rules_);
    if (evening.is_first) {
      Counts& before = counts_of(year_of(history.ended()), history.measure());
      for (const Work work : all_works) {
        if (history.went_to(work)) ++before.into_work[static_cast<std::size_t>(work)];
      }
    }
    if (evening.is_back) count_back(history);
    course.moved = false;
    if (course.is_gone) course = {};
  });
  moved_today_.clear();
}

void CarouselRecorder::close(const PeopleStore& /*people*/, const Accounts& /*accounts*/) {
  end_day();
}

/// Can everything that happens in a year be followed for so long?
bool CarouselRecorder::can_follow(std::size_t year, DayCount days) const {
  return years_.last_day(year) + days < model_.horizon.end;
}

/// Is everything known that happened so long before anything in the year?
bool CarouselRecorder::can_look_back(std::size_t year, DayCount days) const {
  return model_.horizon.start + days <= years_.first_day(year);
}

void CarouselRecorder::add_episodes(std::vector<Row>& rows, const Counts& c,
                                    std::size_t year) const {
  rows.push_back({all_versions, "starts", "episodes", static_cast<double>(c.starts)});
  rows.push_back({all_versions, "ended", "episodes", static_cast<double>(c.ended)});
  for (std::size_t f = 0; f < follow_ups.size(); ++f) {
    rows.push_back({all_versions, fmt::format("returned_within_{}", follow_ups[f]), "share",
                    if_known(can_follow(year, follow_ups[f]), ratio(c.returned[f], c.ended))});
  }
  rows.push_back({all_versions, "people", "people", static_cast<double>(c.people)});
}

void CarouselRecorder::add_reentries(std::vector<Row>& rows, const Counts& c,
                                     std::size_t year) const {
  for (std::size_t w = 0; w < works; ++w) {
    const char* version = names_of_versions[static_cast<std::size_t>(version_of_work[w])];
    rows.push_back({version, "ended_in_work", "episodes", static_cast<double>(c.into_work[w])});
    for (std::size_t f = 0; f < follow_ups.size(); ++f) {
      rows.push_back(
          {version, fmt::format("reentry_within_{}", follow_ups[f]), "share",
           if_known(can_follow(year, follow_ups[f]), ratio(c.back[w][f], c.into_work[w]))});
    }
  }
}

void CarouselRecorder::add_cycles(std::vector<Row>& rows, const Counts& c, std::size_t year) const {
  for (std::size_t v = 0; v < versions; ++v) {
    const auto add = [&](const char* statistic, const char* unit, double value) {
      rows.push_back({names_of_versions[v], statistic, unit, value});
    };
    const bool follows = can_follow(year, rules_[v].window);
    add("cycles", "cycles", if_known(follows, c.cycles[v]));
    add("cycles_per_100_episodes", "per 100", if_known(follows, ratio(100 * c.cycles[v], c.ended)));
    const bool looks_back = can_look_back(year, rules_[v].window);
    add("returner_starts", "episodes", if_known(looks_back, c.returner_starts[v]));
    add("returner_share", "share", if_known(looks_back, ratio(c.returner_starts[v], c.starts)));
    add("serv_loop", "people", if_known(looks_back, c.loops[v]));
  }
}

void CarouselRecorder::add_people(std::vector<Row>& rows, const Counts& c, std::size_t year) const {
  const bool follows = can_follow(year, days_of_months(followed_months));
  for (std::size_t v = 0; v < versions; ++v) {
    const auto& people = c.people_by_cycles[v];
    for (std::size_t cycles = 0; cycles <= most_cycles; ++cycles) {
      rows.push_back(
          {names_of_versions[v],
           fmt::format("people_{}_cycles{}", cycles, cycles == most_cycles ? "_or_more" : ""),
           "people", if_known(follows, people[cycles])});
    }
    const std::int64_t carousel = people[2] + people[3];
    rows.push_back(
        {names_of_versions[v], "carousel_people", "people", if_known(follows, carousel)});
    rows.push_back({names_of_versions[v], "carousel_rate", "share",
                    if_known(follows, ratio(carousel, c.people))});
  }
}

/// The same rows for every year and measure, whatever was counted.
std::vector<CarouselRecorder::Row> CarouselRecorder::rows_of(const Counts& counts,
                                                             std::size_t year) const {
  std::vector<Row> rows;
  add_episodes(rows, counts, year);
  add_reentries(rows, counts, year);
  add_cycles(rows, counts, year);
  add_people(rows, counts, year);
  return rows;
}

/// Calls visit(year, measure, rows): all measures of a year together, then each.
template <class Visit>
void CarouselRecorder::for_each_group(Visit visit) const {
  if (measures_.empty()) return;
  for (std::size_t year = 0; year < years_.size(); ++year) {
    const Counts* const of_year = &counts_[year * measures_.size()];
    Counts all;
    for (std::size_t m = 0; m < measures_.size(); ++m) all.add(of_year[m]);
    visit(year, "all", rows_of(all, year));
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      visit(year, model_.measures[measures_[m]].id, rows_of(of_year[m], year));
    }
  }
}

void CarouselRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "carousel";
  table.dimensions = {"year", "measure", "version", "statistic"};
  for_each_group([&](std::size_t year, const std::string& measure, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      table.keys.push_back({{years_.label(year), measure, row.version, row.statistic}, row.unit});
    }
  });
  layout.tables.push_back(std::move(table));
}

void CarouselRecorder::give(FigureValues& values) const {
  for_each_group(
      [&](std::size_t /*year*/, const std::string& /*measure*/, const std::vector<Row>& rows) {
        for (const Row& row : rows) values.push_back(row.value);
      });
}

}  // namespace doorstroom

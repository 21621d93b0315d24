#include "record/carousel_recorder.hpp"

#include <algorithm>
#include <limits>

namespace doorstroom {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr std::array<Work, works> all_works{Work::nec, Work::nec_or_sec};
constexpr auto main_version = static_cast<std::size_t>(Version::main);

Night night_in(const Model& model, std::size_t position) {
  const Status& status = model.statuses[position];
  if (status.paid_work == PaidWork::nec) return Night::job_nec;
  if (status.paid_work == PaidWork::sec) return Night::job_sec;
  if (status.registered) return Night::unemployed;
  return position == model.ocmw.position() ? Night::ocmw : Night::elsewhere;
}

/// The living wage is what the status of a client of an OCMW gives, the unemployment benefit that
/// to which work gives a right; other statutes are those of their payers.
std::vector<Payer> payers_of_statutes(const Model& model) {
  const BenefitModel& benefits = model.benefits;
  const StatuteCode living_wage = model.statuses[model.ocmw.position()].benefit;
  const auto is_paid_as = [&](std::size_t statute, StatuteCode other) {
    if (other == no_statute) return false;
    const std::string& payer = benefits.statutes[statute].payer;
    return !payer.empty() && payer == benefits.statutes[other].payer;
  };
  std::vector<Payer> payers;
  for (std::size_t s = 0; s < benefits.statutes.size(); ++s) {
    const bool unemployment =
        s == benefits.right || (s != living_wage && is_paid_as(s, benefits.right));
    const bool ocmw = s == living_wage || is_paid_as(s, living_wage);
    payers.push_back(unemployment ? Payer::unemployment : ocmw ? Payer::ocmw : Payer::other);
  }
  return payers;
}

/// Whoever is at work in a measure has a job there (collective tailored employment), no trajectory.
bool is_activation(const Model& model, const Measure& measure) {
  if (measure.is_screening || measure.line < 2) return false;
  return !measure.status.exists() ||
         model.statuses[measure.status.position()].paid_work == PaidWork::none;
}

std::vector<std::size_t> activation_measures(const Model& model) {
  std::vector<std::size_t> measures;
  for (std::size_t m = 0; m < model.measures.size(); ++m) {
    if (is_activation(model, model.measures[m])) measures.push_back(m);
  }
  return measures;
}

}  // namespace

CarouselRecorder::CarouselRecorder(const Model& model, const CycleRules& rules,
                                   std::vector<Breakdown> groups, const LedgerRecorder* benefits)
    : model_(model),
      rules_(rules),
      benefits_(benefits != nullptr && benefits->counts_benefits() ? benefits : nullptr),
      years_(model.horizon),
      payers_(payers_of_statutes(model)),
      measures_(activation_measures(model)),
      columns_(model.measures.size(), none),
      table_(model, rules, measures_, std::move(groups), benefits_ != nullptr),
      costs_(model, rules, measures_, benefits_),
      loops_(model, measures_),
      today_(model.horizon.start) {
  for (std::size_t s = 0; s < model.statuses.size(); ++s) nights_.push_back(night_in(model, s));
  for (std::size_t m = 0; m < measures_.size(); ++m) columns_[measures_[m]] = m;
}

CarouselRecorder::Days CarouselRecorder::days(Day day) const {
  return static_cast<Days>(day - model_.horizon.start);
}

std::size_t CarouselRecorder::year_of(Days day) const {
  return years_.of(model_.horizon.start + day);
}

std::uint32_t CarouselRecorder::meter(Slot slot) const {
  return benefits_ == nullptr ? 0 : benefits_->meter(slot, today_);
}

/// Counts something about the episode that ended last, where and when it did.
template <class Change>
void CarouselRecorder::count_before(const Course& course, Change change) {
  const ActivationHistory& history = course.history;
  table_.count(year_of(history.ended()), columns_[history.measure()], course.profile, change);
}

/// Counts something about a person, where and when their first episode ended.
template <class Change>
void CarouselRecorder::count_person(const Course& course, Change change) {
  const ActivationHistory& history = course.history;
  table_.count(year_of(history.first_ended()), columns_[history.first_measure()],
               course.first_profile, change);
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
    case EventKind::phase_started:
    case EventKind::phase_ended:
      if (columns_[event.subject] != none) fold_stage(event);
      break;
    case EventKind::aftercare_started:
    case EventKind::aftercare_ended:
      if (columns_[event.subject] != none) fold_aftercare(event);
      break;
    case EventKind::status_changed:
    case EventKind::benefit_changed:
    case EventKind::left: {
      Course* course = courses_.find(event.slot);
      if (course == nullptr) break;
      if (event.kind == EventKind::left) course->is_gone = true;
      note_move(*course, event);
      break;
    }
    default:
      break;
  }
}

void CarouselRecorder::note_move(Course& course, const Event& event) {
  course.tonight = living_of(event);
  if (course.moved) return;
  course.moved = true;
  moved_today_.push_back({event.slot, meter(event.slot)});
}

Living CarouselRecorder::living_of(const Event& event) const {
  return {night_of(event), payer_of(event)};
}

/// Of a model without benefits everybody who is unemployed is on benefit.
Night CarouselRecorder::night_of(const Event& event) const {
  const Night night = nights_[event.status];
  const BenefitModel& benefits = model_.benefits;
  const bool has_right =
      benefits.right == no_statute || event.profile.code(benefits.field) == benefits.right;
  return night == Night::unemployed && has_right ? Night::on_benefit : night;
}

Payer CarouselRecorder::payer_of(const Event& event) const {
  const Night night = nights_[event.status];
  if (night == Night::ocmw) return Payer::ocmw;
  if (model_.benefits.exist()) return payers_[event.profile.code(model_.benefits.field)];
  return night == Night::unemployed ? Payer::unemployment : Payer::other;
}

/// The event of a start tells what people had before it: status and benefit of the measure follow.
void CarouselRecorder::fold_start(const Event& event, const EventBlock& block) {
  Course& course = courses_.add(event.slot);
  if (!course.is_followed) {
    course.is_followed = true;
    course.has_arrived = block.id_of(event.slot).source() < model_.streams.size();
  }
  ActivationHistory& history = course.history;
  if (history.is_shifted()) course.shifted += meter(event.slot);
  const auto rung = static_cast<unsigned>(model_.measures[event.subject].rung);
  const Return back = history.begin(days(today_), rung, living_of(event), rules_);
  const std::size_t measure = columns_[event.subject];
  if (event.reason != Reason::stock) {
    table_.count(year_, measure, event.profile, [](Counts& counts) { ++counts.starts; });
  }
  if (back.is_next) fold_next(course, back, event);
  if (back.is_return && back.returners.has(main_version) &&
      table_.can_follow(year_of(history.ended()), rules_[main_version].window)) {
    const Loop loop{back.from, columns_[history.measure()], back.between, measure};
    loops_.add(block.id_of(event.slot), loop, back.days, back.cycles.has(main_version));
  }
  if (history.is_shifted()) course.shifted -= meter(event.slot);
  costs_.start(course, measure, event, today_, back);
  course.profile = event.profile;
  note_move(course, event);
}

/// What another episode says about the one before.
void CarouselRecorder::fold_next(Course& course, const Return& back, const Event& event) {
  count_exits(course, back.exits);
  if (back.step != 0 && back.steps.any()) {
    count_before(course, [&](Counts& counts) {
      auto& steps = back.step > 0 ? counts.steps_up : counts.steps_down;
      for (std::size_t v = 0; v < versions; ++v) steps[v] += back.steps.has(v) ? 1 : 0;
    });
  }
  if (!back.is_return) return;
  fold_return(course, back, event);
  course.shifted = 0;
}

void CarouselRecorder::fold_return(Course& course, const Return& back, const Event& event) {
  if (back.ends_work) count_back(course);
  count_before(course, [&](Counts& counts) {
    for (std::size_t f = 0; f < Counts::follow_ups; ++f) {
      if (back.days <= carousel_follow_ups[f]) ++counts.returned[f];
    }
  });
  if (back.returners.any()) fold_loops(course, back, event);
  if (back.cycles.any()) count_cycles(course, back);
  if (!is_followed(course)) return;
  for (std::size_t v = 0; v < versions; ++v) {
    if (back.soon_back.has(v) && course.history.add_soon_back(v)) {
      count_person(course, [v](Counts& counts) { ++counts.soon_back[v]; });
    }
    if (back.cycles.has(v)) count_cycle(course, v);
  }
}

void CarouselRecorder::fold_loops(Course& course, const Return& back, const Event& event) {
  Versions first_loops;
  for (std::size_t v = 0; v < versions; ++v) {
    if (back.loops.has(v) && course.history.add_loop(v)) first_loops.set(v);
  }
  const bool same = course.history.measure() == event.subject;
  table_.count(year_, columns_[event.subject], event.profile, [&](Counts& counts) {
    for (std::size_t v = 0; v < versions; ++v) {
      if (first_loops.has(v)) ++counts.loops[v];
      if (!back.returners.has(v)) continue;
      ++counts.returner_starts[v];
      if (same) ++counts.same_measure[v];
      if (back.step < 0) ++counts.lower_rung[v];
    }
  });
}

void CarouselRecorder::count_cycles(Course& course, const Return& back) {
  count_before(course, [&](Counts& counts) {
    for (std::size_t v = 0; v < versions; ++v) {
      if (!back.cycles.has(v)) continue;
      ++counts.cycles[v];
      if (!back.payer_went_round) continue;
      ++counts.payer_cycles[v];
      counts.shifted_cents[v] += course.shifted;
    }
  });
}

/// Of people who were there at the start, nobody knows how many there were before.
bool CarouselRecorder::is_followed(const Course& course) const {
  return course.has_arrived &&
         days(today_) - course.history.first_ended() <= days_of_months(months_followed);
}

void CarouselRecorder::count_cycle(Course& course, std::size_t version) {
  const unsigned cycles = course.history.add_cycle(version);
  if (cycles == Counts::most_cycles) return;
  if (cycles == 1) costs_.note_carousel(course, version);
  count_person(course, [&](Counts& counts) {
    --counts.people_by_cycles[version][cycles];
    ++counts.people_by_cycles[version][cycles + 1];
  });
}

void CarouselRecorder::fold_end(const Event& event) {
  Course& course = *courses_.find(event.slot);
  const std::size_t measure = columns_[event.subject];
  const auto rung = static_cast<unsigned>(model_.measures[event.subject].rung);
  costs_.end(course, measure, event, today_);
  const bool is_first = course.history.end(days(today_), event.subject, rung);
  course.dropped_out = event.reason == Reason::dropped_out || event.reason == Reason::no_place;
  count_before(course, [](Counts& counts) { ++counts.ended; });
  if (is_first) course.first_profile = course.profile;
  if (is_first && course.has_arrived) {
    costs_.begin_following(course);
    count_person(course, [](Counts& counts) {
      ++counts.people;
      for (auto& people : counts.people_by_cycles) ++people[0];
    });
  }
  note_move(course, event);
}

void CarouselRecorder::fold_stage(const Event& event) {
  const std::size_t measure = columns_[event.subject];
  if (!costs_.has_prices_of_phases(measure)) return;
  Course& course = *courses_.find(event.slot);
  if (event.kind == EventKind::phase_started) {
    costs_.begin_phase(course, measure, event, today_);
  } else {
    costs_.end_phase(course, measure, event, today_);
  }
}

void CarouselRecorder::fold_aftercare(const Event& event) {
  const std::size_t measure = columns_[event.subject];
  if (!costs_.has_aftercare_prices(measure)) return;
  Course& course = *courses_.find(event.slot);
  if (event.kind == EventKind::aftercare_started) {
    costs_.begin_aftercare(course, measure, event, today_);
  } else {
    costs_.end_aftercare(course, event, today_);
  }
}

/// After an episode that ended in paid work, somebody is a jobseeker again (in a measure or not) or
/// with the OCMW.
void CarouselRecorder::count_back(const Course& course) {
  const ActivationHistory& history = course.history;
  const DayCount since = days(today_) - history.ended();
  count_before(course, [&](Counts& counts) {
    for (const Work work : all_works) {
      if (!history.went_to(work)) continue;
      auto& back = counts.back[static_cast<std::size_t>(work)];
      for (std::size_t f = 0; f < Counts::follow_ups; ++f) {
        if (since <= carousel_follow_ups[f]) ++back[f];
      }
    }
  });
}

void CarouselRecorder::count_exits(const Course& course, const Versions& exits) {
  if (!exits.any()) return;
  count_before(course, [&](Counts& counts) {
    for (std::size_t v = 0; v < versions; ++v) counts.durable_exits[v] += exits.has(v) ? 1 : 0;
  });
  costs_.count_exits(course, exits);
}

void CarouselRecorder::end_evening(Course& course, std::uint32_t meter) {
  ActivationHistory& history = course.history;
  const bool was_shifted = history.is_shifted();
  const Evening evening = history.spend(course.tonight, days(today_), rules_);
  if (history.is_shifted() && !was_shifted) course.shifted -= meter;
  if (!history.is_shifted() && was_shifted) course.shifted += meter;
  count_exits(course, evening.exits);
  if (evening.is_first) {
    count_before(course, [&](Counts& counts) {
      for (const Work work : all_works) {
        if (history.went_to(work)) ++counts.into_work[static_cast<std::size_t>(work)];
      }
    });
  }
  if (evening.is_back) count_back(course);
  course.moved = false;
}

/// Slots of those who left today are used again from tomorrow. Nobody comes out of a final status,
/// so a job there lasts.
void CarouselRecorder::end_day() {
  const auto slot_of = [](const Moved& moved) { return moved.slot; };
  visit_people(moved_today_, courses_, slot_of, [this](const Moved& moved) {
    Course& course = *courses_.find(moved.slot);
    end_evening(course, moved.meter);
    if (!course.is_gone) return;
    count_exits(course, course.history.finish(days(model_.horizon.end), rules_));
    courses_.forget(moved.slot);
  });
  moved_today_.clear();
}

/// Benefits during a stay belong to the years in which they were paid.
void CarouselRecorder::month_end(const MonthView& view) {
  const bool ends_year = years_.last_day(years_.of(view.day)) == view.day;
  if (!ends_year || benefits_ == nullptr) return;
  for (Slot slot = 0; slot < view.people.slots(); ++slot) {
    Course* course = courses_.find(slot);
    if (course == nullptr || !course->history.is_in_episode()) continue;
    const std::size_t measure = columns_[view.people[slot].measure.position()];
    costs_.end_year(*course, measure, slot, view.day);
  }
}

void CarouselRecorder::close(const PeopleStore& people, const Accounts& /*accounts*/) {
  end_day();
  for (Slot slot = 0; slot < people.slots(); ++slot) {
    Course* course = courses_.find(slot);
    if (course == nullptr) continue;
    count_exits(*course, course->history.finish(days(model_.horizon.end), rules_));
    costs_.close(*course, people[slot], slot);
  }
  loops_.close();
}

void CarouselRecorder::describe(FigureLayout& layout) const {
  table_.describe(layout);
  costs_.describe(layout);
  loops_.describe(layout);
}

void CarouselRecorder::give(FigureValues& values) const {
  table_.give(values);
  costs_.give(values);
  loops_.give(values);
}

}  // namespace doorstroom

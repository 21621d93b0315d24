#include "record/outcome_recorder.hpp"

#include <array>
#include <numeric>
#include <span>

namespace doorstroom {

namespace {

enum Way : std::uint8_t { completed, dropped_out, other, never_started, ways };
static_assert(OutcomeRecorder::ways_to_leave.size() == never_started);

const char* name_of(std::size_t way) {
  return way == never_started ? "never_started" : OutcomeRecorder::ways_to_leave.at(way);
}

/// What becomes of a joiner who starts something.
constexpr std::uint8_t has_started = ways;

Way way_of(Reason reason) {
  switch (reason) {
    case Reason::completed:
    case Reason::maximum:
      return completed;
    case Reason::dropped_out:
    case Reason::no_place:
      return dropped_out;
    default:
      return other;
  }
}

double share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

OutcomeRecorder::OutcomeRecorder(const Model& model)
    : model_(model), places_(model), years_(model.horizon), today_(model.horizon.start) {
  const std::size_t groups = years_.size() * model.measures.size() * ways * follow_ups;
  people_.resize(groups * places_.size(), 0);
  served_.resize(groups, 0);
}

std::size_t OutcomeRecorder::cell(std::size_t year, std::size_t measure, std::size_t way,
                                  std::size_t term) const {
  return ((year * model_.measures.size() + measure) * ways + way) * follow_ups + term;
}

Place OutcomeRecorder::place_of(const Followed& followed) {
  return followed.ended_in == no_place_yet ? places_.of(courses_[followed.slot].now)
                                           : followed.ended_in;
}

/// Everybody stands where they stood at the end of the last day that had events.
void OutcomeRecorder::look_until(Day last) {
  const auto note = [&](const Followed& f, std::size_t term) {
    ++people_[cell(f.year, f.measure, f.way, term) * places_.size() + place_of(f)];
  };
  leavers_.look_until(last, courses_, note);
  joiners_.look_until(last, courses_, [&](const Followed& f, std::size_t term) {
    if (f.way == has_started)
      ++served_[cell(f.year, f.measure, never_started, term)];
    else
      note(f, term);
  });
}

void OutcomeRecorder::fold(const EventBlock& block) {
  if (block.day != today_) {
    look_until(block.day - 1);
    today_ = block.day;
    year_ = static_cast<std::uint8_t>(years_.of(today_));
  }
  visit_people(block.events, courses_, [this](const Event& event) { fold(event); });
}

Followed OutcomeRecorder::follow(Slot slot, std::size_t measure, std::uint8_t way) const {
  return {today_, slot, no_place_yet, static_cast<std::uint16_t>(measure), year_, way};
}

void OutcomeRecorder::fold(const Event& event) {
  switch (event.kind) {
    case EventKind::entered:
      courses_[event.slot] = {};
      courses_[event.slot].now.enter(event);
      break;
    case EventKind::status_changed:
      courses_[event.slot].now.status = event.subject;
      break;
    case EventKind::joined:
      fold_join(event);
      break;
    case EventKind::started:
      fold_start(event);
      break;
    case EventKind::ended: {
      Course& course = courses_[event.slot];
      course.now.measure = Whereabouts::no_measure;
      if (model_.measures[event.subject].is_screening) break;
      leavers_.add(follow(event.slot, event.subject, way_of(event.reason)), course.leaving);
      break;
    }
    case EventKind::left: {
      const auto end = [&](Followed& followed) { followed.ended_in = event.subject; };
      leavers_.for_each_of(courses_[event.slot].leaving, end);
      joiners_.for_each_of(courses_[event.slot].joining, end);
      break;
    }
    default:
      break;
  }
}

void OutcomeRecorder::fold_join(const Event& event) {
  const ListModel& list = model_.lists[event.subject];
  const bool advised = !list.phase.exists() && list.kind != ListKind::screening;
  if (!advised || event.reason == Reason::stock) return;
  joiners_.add(follow(event.slot, list.measure.position(), never_started),
               courses_[event.slot].joining);
}

void OutcomeRecorder::fold_start(const Event& event) {
  Course& course = courses_[event.slot];
  course.now.measure = event.subject;
  if (model_.measures[event.subject].is_screening) return;
  joiners_.for_each_of(course.joining, [](Followed& joiner) { joiner.way = has_started; });
  course.joining = FollowUps::none;
}

void OutcomeRecorder::close(const PeopleStore& /*people*/, const Accounts& /*accounts*/) {
  look_until(model_.horizon.end - 1);
}

/// Can everybody of a year be followed for so long? Those of the very last day have no next day;
/// they are left out of it.
bool OutcomeRecorder::can_follow(std::size_t year, std::size_t term) const {
  const DayCount days = follow_up_days[term];
  return days == 1 || years_.last_day(year) + days < model_.horizon.end;
}

template <class Visit>
void OutcomeRecorder::for_each_group(Visit visit) const {
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (std::size_t measure = 0; measure < model_.measures.size(); ++measure) {
      if (model_.measures[measure].is_screening) continue;
      for (std::size_t way = 0; way < ways; ++way) {
        for (std::size_t term = way == never_started ? 1 : 0; term < follow_ups; ++term) {
          if (can_follow(year, term)) visit(year, measure, way, term);
        }
      }
    }
  }
}

std::string OutcomeRecorder::state(std::size_t place) const {
  return (places_.is_measure(place) ? "in_measure:" : "") + places_.id(place);
}

void OutcomeRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "outcomes";
  table.dimensions = {"cohort", "measure", "way", "after", "state"};
  for_each_group([&](std::size_t year, std::size_t measure, std::size_t way, std::size_t term) {
    const auto add = [&](const std::string& state, const char* unit, Rows rows) {
      table.keys.push_back({{years_.label(year), model_.measures[measure].id, name_of(way),
                             std::to_string(follow_up_days.at(term)), state},
                            unit,
                            rows});
    };
    if (way == never_started) add("unserved", "share", Rows::all);
    for (std::size_t place = 0; place < places_.size(); ++place) {
      if (!places_.is_used(place)) continue;
      add(state(place), "share", Rows::that_happened);
      add(state(place), "people", Rows::that_happened);
    }
  });
  layout.tables.push_back(std::move(table));
}

void OutcomeRecorder::give(FigureValues& values) const {
  const std::size_t places = places_.size();
  for_each_group([&](std::size_t year, std::size_t measure, std::size_t way, std::size_t term) {
    const std::size_t group = cell(year, measure, way, term);
    const std::span<const std::int32_t> people = this->people(year, measure, way, term);
    const std::int64_t all = std::accumulate(people.begin(), people.end(), std::int64_t{0});
    if (way == never_started) values.push_back(share(all, all + served_[group]));
    for (std::size_t place = 0; place < places; ++place) {
      if (!places_.is_used(place)) continue;
      values.push_back(share(people[place], all));
      values.push_back(people[place]);
    }
  });
}

}  // namespace doorstroom

#include "record/flow_recorder.hpp"

namespace doorstroom {

FlowRecorder::FlowRecorder(const Model& model)
    : model_(model),
      places_(model),
      years_(model.horizon),
      from_start_(places_.size()),
      from_outside_(from_start_ + 1),
      moves_(years_.size() * (from_outside_ + 1) * places_.size(), 0),
      today_(model.horizon.start) {}

void FlowRecorder::count(Place from, std::size_t to) {
  const std::size_t origins = from_outside_ + 1;
  ++moves_[(year_ * origins + from) * places_.size() + to];
}

void FlowRecorder::note_move(Course& course, Slot slot) {
  if (course.moved) return;
  course.moved = true;
  moved_today_.push_back(slot);
}

/// Who was there at the start had spent the night before in the status they came with.
void FlowRecorder::admit_from_start(Course& course) {
  if (course.counted != from_start_) return;
  course.counted = places_.of(course.now);
  count(static_cast<Place>(from_start_), course.counted);
}

void FlowRecorder::end_day() {
  const auto itself = [](Slot slot) { return slot; };
  visit_people(moved_today_, courses_, itself, [this](Slot slot) {
    Course& course = courses_[slot];
    const Place now = places_.of(course.now);
    if (now != course.counted) count(course.counted, now);
    course.counted = now;
    course.moved = false;
  });
  moved_today_.clear();
}

void FlowRecorder::fold(const EventBlock& block) {
  if (block.day != today_) {
    end_day();
    today_ = block.day;
    year_ = years_.of(today_);
  }
  visit_people(block.events, courses_, [this](const Event& event) { fold(event); });
}

void FlowRecorder::fold(const Event& event) {
  switch (event.kind) {
    case EventKind::entered: {
      Course& course = courses_[event.slot];
      course.now.enter(event);
      const bool was_there = event.reason == Reason::stock;
      course.counted = static_cast<Place>(was_there ? from_start_ : from_outside_);
      return note_move(course, event.slot);
    }
    case EventKind::status_changed: {
      Course& course = courses_[event.slot];
      admit_from_start(course);
      course.now.status = event.subject;
      return note_move(course, event.slot);
    }
    case EventKind::started: {
      Course& course = courses_[event.slot];
      if (event.reason != Reason::stock) admit_from_start(course);
      const Place measure = places_.in_measure(event.subject);
      count(course.counted, measure);
      course.counted = measure;
      course.now.measure = event.subject;
      return note_move(course, event.slot);
    }
    case EventKind::ended: {
      Course& course = courses_[event.slot];
      course.now.measure = Whereabouts::no_measure;
      return note_move(course, event.slot);
    }
    default:
      return;
  }
}

void FlowRecorder::close(const PeopleStore& /*people*/, const Accounts& /*accounts*/) {
  end_day();
}

/// Nobody moves out of a final status, or to a status that nobody is ever in.
template <class Visit>
void FlowRecorder::for_each_row(Visit visit) const {
  const std::size_t places = places_.size();
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (std::size_t from = 0; from <= from_outside_; ++from) {
      const bool is_place = from < places;
      if (is_place && !places_.is_used(from)) continue;
      if (is_place && !places_.is_measure(from) && model_.statuses[from].is_final) continue;
      for (std::size_t to = 0; to < places; ++to) {
        if (!places_.is_used(to)) continue;
        if (from == to && !places_.is_measure(to)) continue;
        visit(year, from, to);
      }
    }
  }
}

void FlowRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "flows";
  table.dimensions = {"year", "from", "to"};
  for_each_row([&](std::size_t year, std::size_t from, std::size_t to) {
    const std::string origin = from == from_start_     ? "at_start"
                               : from == from_outside_ ? "entered"
                                                       : places_.id(from);
    table.keys.push_back(
        {{years_.label(year), origin, places_.id(to)}, "people", Rows::that_happened});
  });
  layout.tables.push_back(std::move(table));
}

void FlowRecorder::give(FigureValues& values) const {
  for_each_row([&](std::size_t year, std::size_t from, std::size_t to) {
    const std::size_t at = (year * (from_outside_ + 1) + from) * places_.size() + to;
    values.push_back(static_cast<double>(moves_[at]));
  });
}

}  // namespace doorstroom

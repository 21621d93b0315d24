#include "record/activation_courses.hpp"

namespace doorstroom {

namespace {

/// What people live on makes no cycle: nights of unemployment are all alike.
Night night_in(const Model& model, std::size_t position) {
  const Status& status = model.statuses[position];
  if (status.paid_work == PaidWork::nec) return Night::job_nec;
  if (status.paid_work == PaidWork::sec) return Night::job_sec;
  if (status.registered) return Night::unemployed;
  return position == model.ocmw.position() ? Night::ocmw : Night::elsewhere;
}

}  // namespace

bool is_activation(const Model& model, const Measure& measure) {
  if (measure.is_screening || measure.line < 2) return false;
  return !measure.status.exists() ||
         model.statuses[measure.status.position()].paid_work == PaidWork::none;
}

ActivationCourses::ActivationCourses(const Model& model, const CycleRules& rules)
    : model_(model), rules_(rules), today_(model.horizon.start) {
  for (std::size_t s = 0; s < model.statuses.size(); ++s) nights_.push_back(night_in(model, s));
  for (const Measure& measure : model.measures) {
    const bool counts = is_activation(model, measure);
    counts_.push_back(counts ? 1 : 0);
    has_measures_ = has_measures_ || counts;
  }
}

ActivationHistory::Days ActivationCourses::days(Day day) const {
  return static_cast<ActivationHistory::Days>(day - model_.horizon.start);
}

void ActivationCourses::fold(const EventBlock& block, ActivationListener& listener) {
  if (block.day != today_) {
    end_day();
    today_ = block.day;
  }
  visit_people(block.events, courses_, [&](const Event& event) { fold(event, listener); });
}

void ActivationCourses::fold(const Event& event, ActivationListener& listener) {
  switch (event.kind) {
    case EventKind::started:
      if (counts_[event.subject] != 0) begin(event, listener);
      break;
    case EventKind::ended:
      if (counts_[event.subject] != 0) end(event, listener);
      break;
    case EventKind::status_changed:
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

void ActivationCourses::begin(const Event& event, ActivationListener& listener) {
  Course& course = courses_[event.slot];
  course.is_followed = true;
  const auto rung = static_cast<unsigned>(model_.measures[event.subject].rung);
  constexpr bool on_living_wage = false;  // of no consequence to cycles
  const Return back = course.history.begin(days(today_), rung, on_living_wage, rules_);
  const bool is_cycle = back.cycles.has(static_cast<std::size_t>(Version::main));
  if (is_cycle) listener.closes_a_cycle(event.slot, course.history);
  note_move(course, event);
}

void ActivationCourses::end(const Event& event, ActivationListener& listener) {
  Course& course = courses_[event.slot];
  const auto rung = static_cast<unsigned>(model_.measures[event.subject].rung);
  const bool is_first = course.history.end(days(today_), event.subject, rung);
  if (is_first) listener.ends_the_first(event.slot);
  note_move(course, event);
}

void ActivationCourses::note_move(Course& course, const Event& event) {
  course.tonight = nights_[event.status];
  if (course.moved) return;
  course.moved = true;
  moved_today_.push_back(event.slot);
}

/// Slots of those who left today are used again from tomorrow.
void ActivationCourses::end_day() {
  const auto itself = [](Slot slot) { return slot; };
  visit_people(moved_today_, courses_, itself, [this](Slot slot) {
    Course& course = courses_[slot];
    course.history.spend(course.tonight, days(today_), rules_);
    course.moved = false;
    if (course.is_gone) course = {};
  });
  moved_today_.clear();
}

}  // namespace doorstroom

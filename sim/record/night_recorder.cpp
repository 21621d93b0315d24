#include "record/night_recorder.hpp"

#include <limits>
#include <utility>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

/// Events that change where somebody is, or what they may expect.
constexpr bool concerns_nights(EventKind kind) {
  switch (kind) {
    case EventKind::entered:
    case EventKind::status_changed:
    case EventKind::benefit_changed:
    case EventKind::left:
    case EventKind::joined:
    case EventKind::started:
    case EventKind::ended:
      return true;
    default:
      return false;
  }
}

constexpr std::uint32_t most_changes = (std::uint32_t{1} << 30U) - 1;  // as many as people

}  // namespace

NightRecorder::NightRecorder(const Model& model, std::vector<NightListener*> listeners)
    : model_(model), map_(model), listeners_(std::move(listeners)), today_(model.horizon.start) {
  EXPECTS(listeners_.size() <= std::numeric_limits<std::uint8_t>::digits);
}

void NightRecorder::fold(const EventBlock& block) {
  if (block.day != today_) {
    end_day();
    today_ = block.day;
  }
  const std::size_t count = block.events.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + people_ahead < count && concerns_nights(block.events[i + people_ahead].kind)) {
      courses_.prefetch(block.events[i + people_ahead].slot);
    }
    if (concerns_nights(block.events[i].kind)) fold(block.events[i]);
  }
}

void NightRecorder::fold(const Event& event) {
  switch (event.kind) {
    case EventKind::entered:
      courses_[event.slot] = {};
      courses_[event.slot].was_there = event.reason == Reason::stock ? 1 : 0;
      note(event).is_new = true;
      break;
    case EventKind::joined:
      fold_join(event);
      break;
    case EventKind::started:
      fold_start(event);
      break;
    case EventKind::ended:
      fold_end(event);
      break;
    case EventKind::left:
      note(event).is_gone = true;
      break;
    default:
      static_cast<void>(note(event));
  }
}

/// Who was on a list at the start had been advised before.
void NightRecorder::fold_join(const Event& event) {
  const ListModel& list = model_.lists[event.subject];
  if (list.phase.exists() || list.kind == ListKind::screening) return;
  const MeasureKinds kinds = map_.kinds(list.measure.position());
  NightChange& change = note(event);
  (event.reason == Reason::stock ? change.had_waited : change.advised).add(kinds);
}

void NightRecorder::fold_start(const Event& event) {
  if (model_.measures[event.subject].is_screening) return;
  courses_[event.slot].measure = event.subject;
  NightChange& change = note(event);
  if (event.reason == Reason::stock) return;
  const MeasureKinds kinds = map_.kinds(event.subject);
  if (kinds.has(MeasureKinds::advice)) change.started = event.subject;
  change.begun.add(kinds);
  change.advised.add(kinds);
}

void NightRecorder::fold_end(const Event& event) {
  if (model_.measures[event.subject].is_screening) return;
  courses_[event.slot].measure = NightChange::none;
  NightChange& change = note(event);
  change.ended = event.subject;
  change.ending = event.reason;
}

NightChange& NightRecorder::note(const Event& event) {
  Course& course = courses_[event.slot];
  if (course.changed == 0) {
    course.changed = 1;
    course.change = static_cast<std::uint32_t>(today_changes_.size()) & most_changes;
    today_changes_.emplace_back().slot = event.slot;
  }
  NightChange& change = today_changes_[course.change];
  change.profile = event.profile;
  change.status = event.status;
  return change;
}

/// Slots of those who left today are used again from tomorrow.
void NightRecorder::end_day() {
  const auto slot_of = [](const NightChange& change) { return change.slot; };
  visit_people(today_changes_, courses_, slot_of, [this](NightChange change) { tell(change); });
  today_changes_.clear();
}

void NightRecorder::tell(NightChange& change) {
  Course& course = courses_[change.slot];
  const bool in_episode = course.measure != NightChange::none && map_.is_activation(course.measure);
  change.measure = course.measure;
  change.was_there = course.was_there != 0;
  change.before = course.night;
  change.now = in_episode ? Night::in_measure : map_.of(change.status, change.profile);
  unsigned followed = 0;
  for (std::size_t i = 0; i < listeners_.size(); ++i) {
    change.is_followed = (course.followed_by >> i & 1U) != 0;
    if (listeners_[i]->spend(change, today_)) followed |= 1U << i;
  }
  course.night = change.now;
  course.changed = 0;
  course.followed_by = static_cast<std::uint8_t>(followed);
  if (change.is_gone) course = {};
}

void NightRecorder::close(const PeopleStore& /*people*/, const Accounts& /*accounts*/) {
  end_day();
  for (NightListener* listener : listeners_) listener->close();
}

void NightRecorder::keep_people_in(RowStore& rows) {
  courses_.keep_in(rows);
  for (NightListener* listener : listeners_) listener->keep_people_in(rows);
}

std::size_t NightRecorder::bytes_of_people() const {
  std::size_t bytes = courses_.bytes();
  for (const NightListener* listener : listeners_) bytes += listener->bytes_of_people();
  return bytes;
}

}  // namespace doorstroom

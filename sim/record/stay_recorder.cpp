#include "record/stay_recorder.hpp"

#include <algorithm>

namespace doorstroom {

StayRecorder::StayRecorder(const Model& model, std::uint64_t every, Sink sink)
    : model_(model), every_(std::max<std::uint64_t>(1, every)), sink_(std::move(sink)) {}

std::size_t StayRecorder::bytes_of_people() const {
  return place_of_.bytes() + lives_.capacity() * sizeof(Life);
}

Stay& StayRecorder::place(Life& life, StayKind kind) {
  static_assert(static_cast<std::size_t>(StayKind::waiting) == first_list - 1);
  const bool is_last = kind == StayKind::aftercare;
  return life.now.at(is_last ? first_list - 1 : static_cast<std::size_t>(kind));
}

Stay& StayRecorder::list_place(Life& life, std::size_t list) const {
  return life.now.at(first_list + static_cast<std::size_t>(model_.lists[list].kind));
}

void StayRecorder::begin(Stay& stay, StayKind kind, const Event& event, Day day) {
  stay.profile = event.profile;
  stay.start = day;
  stay.end = never;
  stay.begun = told_;
  stay.subject = event.subject;
  stay.other = no_subject;
  stay.kind = kind;
}

/// The event that ends a stay tells how long it has been, also of those that began before the
/// horizon.
void StayRecorder::end(Stay& stay, const Event& event, Day day) {
  stay.start = day - event.amount;
  stay.end = day;
  stay.ended = told_;
  stay.reason = event.reason;
}

void StayRecorder::hand_on(Stay& stay) {
  if (!stay.exists()) return;
  sink_(stay);
  stay.subject = no_subject;
  stay.reason = Reason::none;
}

void StayRecorder::hand_on_phase(Life& life, Reason reason) {
  life.last_phase.reason = reason;
  hand_on(life.last_phase);
}

void StayRecorder::fold(const EventBlock& block) {
  for (const Event& event : block.events) {
    if (event.kind == EventKind::entered) enter(event, block);
    const std::uint32_t* at = place_of_.find(event.slot);
    if (at == nullptr || *at == 0) continue;
    ++told_;
    fold(event, block.day, lives_[*at - 1]);
  }
}

void StayRecorder::enter(const Event& event, const EventBlock& block) {
  const PersonId id = block.id_of(event.slot);
  std::uint32_t& at = place_of_[event.slot];
  at = 0;
  if (every_ > 1 && model_.luck_key(id).value % every_ != 0) return;
  if (free_.empty()) {
    lives_.emplace_back();
    free_.push_back(static_cast<std::uint32_t>(lives_.size()));
  }
  at = free_.back();
  free_.pop_back();
  Life& life = lives_[at - 1];
  life = {};
  for (Stay& stay : life.now) {
    stay.person = id;
    stay.number = people_;
  }
  life.last_phase = life.now.front();
  ++people_;
}

void StayRecorder::fold(const Event& event, Day day, Life& life) {
  switch (event.kind) {
    case EventKind::entered:
      begin(place(life, StayKind::status), StayKind::status, event, day - event.amount);
      break;
    case EventKind::status_changed:
      change_status(event, day, life);
      break;
    case EventKind::benefit_changed:
      change_benefit(event, day, life);
      break;
    case EventKind::joined:
      begin(list_place(life, event.subject), StayKind::waiting, event, day - event.amount);
      break;
    case EventKind::left_list: {
      Stay& stay = list_place(life, event.subject);
      end(stay, event, day);
      hand_on(stay);
      break;
    }
    case EventKind::started:
      start_measure(event, day, life);
      break;
    case EventKind::ended:
      end_measure(event, day, life);
      break;
    case EventKind::phase_started:
      hand_on_phase(life, Reason::completed);
      if (model_.measures[event.subject].phases.size() < 2) break;
      begin(place(life, StayKind::phase), StayKind::phase, event, day);
      place(life, StayKind::phase).other = event.other;
      break;
    case EventKind::phase_ended:
      end_phase(event, day, life);
      break;
    case EventKind::aftercare_started:
      begin(place(life, StayKind::aftercare), StayKind::aftercare, event, day);
      break;
    case EventKind::aftercare_ended: {
      Stay& stay = place(life, StayKind::aftercare);
      stay.end = day;
      stay.ended = told_;
      hand_on(stay);
      break;
    }
    case EventKind::left:
      leave(event.slot, life);
      break;
    default:
      break;
  }
}

/// Someone of the stock who is in a measure with a status of its own comes in with another one, for
/// no time at all: that is how they are told, not what happened.
void StayRecorder::change_status(const Event& event, Day day, Life& life) {
  Stay& stay = place(life, StayKind::status);
  const bool only_told = day == model_.horizon.start && event.amount == 0 &&
                         event.reason == Reason::none && stay.start == day;
  if (!only_told) {
    end(stay, event, day);
    stay.other = event.subject;
    hand_on(stay);
  }
  begin(stay, StayKind::status, event, day);
}

/// Also told when only the clock of the benefit stops or goes on.
void StayRecorder::change_benefit(const Event& event, Day day, Life& life) {
  Stay& stay = place(life, StayKind::benefit);
  if (stay.subject == event.subject) return;
  stay.end = day;
  stay.ended = told_;
  stay.other = event.subject;
  hand_on(stay);
  begin(stay, StayKind::benefit, event, day);
}

void StayRecorder::start_measure(const Event& event, Day day, Life& life) {
  if (event.amount >= 0) {
    Stay& wait = list_place(life, model_.measures[event.subject].list);
    end(wait, event, day);
    hand_on(wait);
  }
  begin(place(life, StayKind::measure), StayKind::measure, event, day);
}

void StayRecorder::end_measure(const Event& event, Day day, Life& life) {
  const bool with_phase = life.last_phase.end == day;
  hand_on_phase(life, with_phase ? event.reason : Reason::completed);
  Stay& stay = place(life, StayKind::measure);
  end(stay, event, day);
  hand_on(stay);
}

void StayRecorder::end_phase(const Event& event, Day day, Life& life) {
  Stay& stay = place(life, StayKind::phase);
  if (!stay.exists()) return;
  end(stay, event, day);
  life.last_phase = stay;
  stay.subject = no_subject;
}

/// Nobody leaves a final status, so what goes on then goes on for good.
void StayRecorder::leave(Slot slot, Life& life) {
  hand_on_phase(life, Reason::completed);
  for (Stay& stay : life.now) hand_on(stay);
  free_.push_back(place_of_[slot]);
  place_of_[slot] = 0;
}

/// When the stays that are open began, before the horizon perhaps, the person knows.
void StayRecorder::close(const PeopleStore& people, const Accounts& /*accounts*/) {
  for (Slot slot = 0; slot < people.slots(); ++slot) {
    const std::uint32_t* at = place_of_.find(slot);
    if (at == nullptr || *at == 0) continue;
    Life& life = lives_[*at - 1];
    const Person& person = people[slot];
    place(life, StayKind::status).start = person.status_since;
    place(life, StayKind::measure).start = person.measure_since;
    place(life, StayKind::phase).start = person.stage_since;
    leave(slot, life);
  }
}

}  // namespace doorstroom

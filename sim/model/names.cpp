#include <fmt/format.h>

#include "model/event.hpp"
#include "model/model.hpp"

namespace doorstroom {

std::string to_text(const Model& model, PersonId id) {
  const bool arrived = id.source() < model.streams.size();
  if (!arrived) return fmt::format("{}:{}", model.source_name(id), id.ordinal());
  return fmt::format("{}:{}:{}", model.source_name(id), iso_date(id.day()), id.ordinal());
}

std::string_view name_of(EventKind kind) {
  switch (kind) {
    case EventKind::entered:
      return "entered";
    case EventKind::status_changed:
      return "status_changed";
    case EventKind::left:
      return "left";
    case EventKind::asked_referral:
      return "asked_referral";
    case EventKind::joined:
      return "joined";
    case EventKind::left_list:
      return "left_list";
    case EventKind::class_changed:
      return "class_changed";
    case EventKind::started:
      return "started";
    case EventKind::ended:
      return "ended";
    case EventKind::phase_started:
      return "phase_started";
    case EventKind::phase_ended:
      return "phase_ended";
    case EventKind::phase_skipped:
      return "phase_skipped";
    case EventKind::not_admitted:
      return "not_admitted";
    case EventKind::assessed:
      return "assessed";
    case EventKind::distance_changed:
      return "distance_changed";
    case EventKind::aftercare_started:
      return "aftercare_started";
    case EventKind::aftercare_ended:
      return "aftercare_ended";
    case EventKind::counsellor_changed:
      return "counsellor_changed";
    case EventKind::benefit_changed:
      return "benefit_changed";
    case EventKind::ideal_referral:
      return "ideal_referral";
  }
  return "?";
}

std::string_view name_of(Reason reason) {
  switch (reason) {
    case Reason::none:
      return "";
    case Reason::arrival:
      return "arrival";
    case Reason::stock:
      return "stock";
    case Reason::granted:
      return "granted";
    case Reason::completed:
      return "completed";
    case Reason::maximum:
      return "maximum";
    case Reason::dropped_out:
      return "dropped_out";
    case Reason::decided:
      return "decided";
    case Reason::status_exit:
      return "status_exit";
    case Reason::gave_up:
      return "gave_up";
    case Reason::refused:
      return "refused";
    case Reason::waited_too_long:
      return "waited_too_long";
    case Reason::closed:
      return "closed";
    case Reason::moved:
      return "moved";
    case Reason::referred:
      return "referred";
    case Reason::started_other:
      return "started_other";
    case Reason::full:
      return "full";
    case Reason::disapproved:
      return "disapproved";
    case Reason::not_engaged:
      return "not_engaged";
    case Reason::no_time_left:
      return "no_time_left";
    case Reason::no_place:
      return "no_place";
    case Reason::limit:
      return "limit";
  }
  return "?";
}

}  // namespace doorstroom

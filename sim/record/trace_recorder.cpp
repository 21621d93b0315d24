#include "record/trace_recorder.hpp"

#include <fmt/format.h>

#include "record/series_recorder.hpp"

namespace doorstroom {

namespace {

std::string days(std::int32_t count) {
  return fmt::format("{} day{}", count, count == 1 ? "" : "s");
}

/// A referral that is what it would be anyway.
bool says_nothing_new(const Event& event) {
  if (event.kind != EventKind::ideal_referral) return false;
  return event.amount == (event.other == no_subject ? -1 : event.other);
}

}  // namespace

void TraceRecorder::fold(const EventBlock& block) {
  for (const Event& event : block.events) {
    if (block.id_of(event.slot) != person_ || says_nothing_new(event)) continue;
    steps_.push_back({block.day, what(event), why(event)});
  }
}

std::string TraceRecorder::profile_of(Profile profile) const {
  std::string text;
  for (const Attribute& attribute : model_.attributes) {
    if (attribute.id.starts_with("assessed_")) continue;
    const unsigned code = profile.code(attribute.field);
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", attribute.id, attribute.values[code]);
  }
  return text;
}

std::string TraceRecorder::what(const Event& event) const {
  const auto status = [&](std::size_t s) { return model_.statuses[s].id; };
  const auto measure = [&](std::size_t m) { return model_.measures[m].id; };
  const auto phase = [&] { return model_.measures[event.subject].phases[event.other].id; };
  const auto distance = [&](std::size_t code) {
    for (const Attribute& a : model_.attributes) {
      if (a.id == "distance") return a.values[code];
    }
    return std::to_string(code);
  };
  switch (event.kind) {
    case EventKind::entered:
      return fmt::format("enters as {} ({})", status(event.subject), profile_of(event.profile));
    case EventKind::status_changed:
      return fmt::format("becomes {} after {} as {}", status(event.subject), days(event.amount),
                         status(event.other));
    case EventKind::left:
      return fmt::format("is no longer followed ({})", status(event.subject));
    case EventKind::asked_referral:
      if (event.subject == no_subject) return "matches no referral rule: basic services";
      return fmt::format("is referred to {} by rule {}",
                         event.other == no_subject ? "basic services" : measure(event.other),
                         model_.rules.referral[event.subject].id);
    case EventKind::joined: {
      const ListModel& list = model_.lists[event.subject];
      std::string text = "joins the list of " + name_of_list(model_, event.subject);
      if (list.classes > 1) text += ", class " + list.class_ids[event.other];
      return text;
    }
    case EventKind::left_list:
      return fmt::format("leaves the list of {} after {}", name_of_list(model_, event.subject),
                         days(event.amount));
    case EventKind::class_changed:
      return fmt::format("moves to class {} on the list of {}",
                         model_.lists[event.subject].class_ids[event.other],
                         name_of_list(model_, event.subject));
    case EventKind::started:
      return event.amount < 0 ? fmt::format("is in {}", measure(event.subject))
                              : fmt::format("starts {} after waiting {}", measure(event.subject),
                                            days(event.amount));
    case EventKind::ended:
      return fmt::format("ends {} after {}", measure(event.subject), days(event.amount));
    case EventKind::phase_started:
      return fmt::format("begins phase {}", phase());
    case EventKind::phase_ended:
      return fmt::format("ends phase {} after {}", phase(), days(event.amount));
    case EventKind::phase_skipped:
      return fmt::format("skips phase {}", phase());
    case EventKind::not_admitted:
      return fmt::format("is not admitted to {}", measure(event.subject));
    case EventKind::assessed: {
      const Attribute& latent = model_.attributes[event.subject];
      const Attribute& image = model_.attributes[latent.assessed.position()];
      return fmt::format("is assessed: {} {} (truly {})", latent.id, image.values[event.other],
                         latent.values[static_cast<std::size_t>(event.amount)]);
    }
    case EventKind::distance_changed:
      return fmt::format("distance becomes {} (was {})",
                         distance(static_cast<std::size_t>(event.amount)), distance(event.other));
    case EventKind::aftercare_started:
      return fmt::format("gets aftercare from {}", measure(event.subject));
    case EventKind::aftercare_ended:
      return fmt::format("aftercare from {} ends", measure(event.subject));
    case EventKind::counsellor_changed:
      return fmt::format("gets another counsellor in {}", measure(event.subject));
    case EventKind::benefit_changed:
      return fmt::format("lives on {}{} (day {} of it)", model_.benefits.statutes[event.subject].id,
                         event.other == 1 ? "" : ", which does not decline now", event.amount);
    case EventKind::ideal_referral:
      return fmt::format("would be referred to {} had screening seen the truth",
                         event.other == no_subject ? "basic services" : measure(event.other));
  }
  return std::string(name_of(event.kind));
}

std::string TraceRecorder::why(const Event& event) const {
  switch (event.reason) {
    case Reason::none:
      return {};
    case Reason::arrival:
      return "newly arrived";
    case Reason::stock:
      return "was there at the start";
    case Reason::granted:
      return "a place was granted";
    case Reason::completed:
      return "completed";
    case Reason::maximum:
      return "reached the maximum duration";
    case Reason::dropped_out:
      return "dropped out";
    case Reason::decided:
      return "decided at the end of a phase";
    case Reason::status_exit:
      if (event.kind == EventKind::status_changed) return {};
      return event.kind == EventKind::ended ? "left for another status" : "no longer a jobseeker";
    case Reason::gave_up:
      return "gave up waiting";
    case Reason::refused:
      return "refused the place";
    case Reason::waited_too_long:
      return "reached the maximum wait";
    case Reason::closed:
      return "the measure closed";
    case Reason::moved:
      return "moved because the measure closed";
    case Reason::referred:
      return "referred elsewhere";
    case Reason::started_other:
      return "started something else";
    case Reason::full:
      return "the list was full";
    case Reason::disapproved:
      return "no consent";
    case Reason::not_engaged:
      return "not engaged enough";
    case Reason::no_time_left:
      return "the cumulated limit is used up";
    case Reason::no_place:
      return "no place was found";
    case Reason::limit:
      return "the right lasted only so long";
  }
  return {};
}

}  // namespace doorstroom

#include "compare/divergence.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

/// Leaving one thing because another one starts: the start is the cause, although it is told later.
bool makes_way(const Event& event) {
  const bool leaves = event.kind == EventKind::ended || event.kind == EventKind::left_list;
  return leaves && event.reason == Reason::started_other;
}

/// The event that explains the first one: why a phase ended is told by the end of its measure.
const Event& cause_among(std::span<const Event> events) {
  const bool leaves_measure = events.size() > 1 && events[0].kind == EventKind::phase_ended &&
                              events[1].kind == EventKind::ended;
  return leaves_measure ? events[1] : events[0];
}

/// Order of the day (see model.md, time): what comes first was the cause.
int phase_of_day(const Event& event) {
  if (makes_way(event)) return 4;
  switch (event.kind) {
    case EventKind::entered:
      return 2;
    case EventKind::asked_referral:
    case EventKind::joined:
    case EventKind::not_admitted:
      return 3;
    case EventKind::started:
    case EventKind::phase_started:
    case EventKind::phase_skipped:
    case EventKind::aftercare_started:
      return 4;
    case EventKind::left_list:  // whoever joined today left after the first starts of today
      return event.reason == Reason::refused || event.amount == 0 ? 4 : 1;
    default:
      return 1;
  }
}

bool same_test(const Test& a, const Test& b) {
  return a.fact == b.fact && a.field.shift == b.field.shift && a.field.width == b.field.width &&
         a.codes == b.codes && a.min == b.min && a.below == b.below && a.measures == b.measures;
}

bool same_rule(const ReferralRule& a, const ReferralRule& b) {
  return a.id == b.id && std::ranges::equal(a.when, b.when, same_test) && a.choices == b.choices &&
         a.shares == b.shares && a.in_order == b.in_order &&
         a.months_of_starts == b.months_of_starts && a.then == b.then;
}

}  // namespace

const char* name_of(Reach reach) {
  switch (reach) {
    case Reach::direct:
      return "direct";
    case Reach::indirect:
      return "indirect";
    case Reach::base_only:
      return "base_only";
    case Reach::alternative_only:
      break;
  }
  return "alternative_only";
}

DivergenceJudge::DivergenceJudge(const Model& base, const Model& alternative)
    : base_(base),
      same_rules_(std::ranges::equal(base.rules.referral, alternative.rules.referral, same_rule)) {}

/// Until now the two lives were the same, so an event of one of them alone has its cause in the
/// world: in the places that others left free, or in what the policy says about this person.
Reach DivergenceJudge::of(const Event& event) const {
  const auto by = [](bool queue) { return queue ? Reach::indirect : Reach::direct; };
  if (makes_way(event)) return Reach::indirect;
  switch (event.kind) {
    case EventKind::started:
      return Reach::indirect;
    case EventKind::asked_referral:  // under the same rules, only the length of lists differs
      return by(same_rules_);
    case EventKind::not_admitted:
      return by(event.reason == Reason::full);
    case EventKind::left_list:
      return by(event.reason == Reason::refused || event.reason == Reason::full ||
                event.amount == 0);
    case EventKind::ended:
    case EventKind::phase_skipped:
      return by(event.reason == Reason::no_place);
    case EventKind::phase_started: {
      if (event.subject >= base_.measures.size()) return Reach::direct;
      const Measure& measure = base_.measures[event.subject];
      return by(event.other < measure.phases.size() &&
                measure.phases[event.other].list != Phase::no_list);
    }
    case EventKind::aftercare_started:
      return by(event.subject < base_.measures.size() &&
                !base_.measures[event.subject].aftercare.claims.empty());
    default:
      return Reach::direct;
  }
}

/// Was the place refused that the other one took?
bool DivergenceJudge::is_refusal_of(const Event& refusal, const Event& start) const {
  if (refusal.kind != EventKind::left_list || start.kind != EventKind::started) return false;
  return refusal.reason == Reason::refused && refusal.subject < base_.lists.size() &&
         base_.lists[refusal.subject].measure.position() == start.subject;
}

Reach DivergenceJudge::judge(std::span<const Event> base,
                             std::span<const Event> alternative) const {
  if (alternative.empty()) return of(cause_among(base));
  if (base.empty()) return of(cause_among(alternative));
  const Event& a = cause_among(base);
  const Event& b = cause_among(alternative);
  if (phase_of_day(a) < phase_of_day(b)) return of(a);
  if (phase_of_day(b) < phase_of_day(a)) return of(b);
  // Offered the same on the same day, but in another class or with another answer.
  const bool other_answer = is_refusal_of(a, b) || is_refusal_of(b, a);
  const bool other_class = a.kind == b.kind && a.kind != EventKind::asked_referral &&
                           a.subject == b.subject && a.other != b.other;
  const bool by_queue = of(a) == Reach::indirect && of(b) == Reach::indirect;
  return by_queue && !other_answer && !other_class ? Reach::indirect : Reach::direct;
}

}  // namespace doorstroom

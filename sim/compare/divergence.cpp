#include "compare/divergence.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

/// Order of the day (see model.md, time): what comes first was the cause.
int phase_of_day(const Event& event) {
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
    case EventKind::left_list:
      return event.reason == Reason::refused ? 4 : 1;
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
  switch (event.kind) {
    case EventKind::started:
      return Reach::indirect;
    case EventKind::asked_referral:  // under the same rules, only the length of lists differs
      return by(same_rules_);
    case EventKind::not_admitted:
      return by(event.reason == Reason::full);
    case EventKind::left_list:
      return by(event.reason == Reason::refused || event.reason == Reason::full);
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

Reach DivergenceJudge::judge(const Event* base, const Event* alternative) const {
  if (alternative == nullptr) return of(*base);
  if (base == nullptr) return of(*alternative);
  const int in_base = phase_of_day(*base);
  const int in_alternative = phase_of_day(*alternative);
  if (in_base < in_alternative) return of(*base);
  if (in_alternative < in_base) return of(*alternative);
  // Offered a place on the same day in both worlds, but in another class or with another answer.
  const bool other_answer = base->kind != alternative->kind;
  const bool other_class = base->kind != EventKind::asked_referral &&
                           base->subject == alternative->subject &&
                           base->other != alternative->other;
  const bool by_queue = of(*base) == Reach::indirect && of(*alternative) == Reach::indirect;
  return by_queue && !other_answer && !other_class ? Reach::indirect : Reach::direct;
}

}  // namespace doorstroom

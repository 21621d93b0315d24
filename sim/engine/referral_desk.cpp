#include "engine/referral_desk.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/contracts.hpp"
#include "engine/begun_stay.hpp"
#include "engine/employers.hpp"
#include "random/rounding.hpp"
#include "random/shares.hpp"

namespace doorstroom {

namespace {

/// Someone may be on lists of several kinds: which is looked at first must not follow the order of
/// the scenario.
std::vector<std::size_t> lists_in_order(const Model& model) {
  std::vector<std::size_t> lists(model.lists.size());
  std::iota(lists.begin(), lists.end(), std::size_t{0});
  std::ranges::sort(lists, {}, [&](std::size_t l) { return model.lists[l].lottery_lane.value; });
  return lists;
}

}  // namespace

ReferralDesk::ReferralDesk(World& world, Planner& planner, Labour& labour)
    : world_(world),
      planner_(planner),
      labour_(labour),
      lists_in_order_(lists_in_order(world.model)),
      starts_this_month_(world.model.measures.size(), 0),
      starts_by_month_(world.model.measures.size()),
      full_on_(world.model.measures.size(), always) {
  for (const Attribute& latent : world.model.attributes) {
    if (!latent.assessed.exists()) continue;
    const ProfileField image = world.model.attributes[latent.assessed.position()].field;
    if (look_at(world.model.rules.referral, image)) seen_.push_back({latent.field, image});
  }
}

bool ReferralDesk::is_open(MeasureIndex measure) const {
  const auto& periods = world_.model.measures[measure.position()].open;
  return periods.empty() || std::ranges::any_of(periods, [&](const OpenPeriod& period) {
           return period.from <= world_.today && world_.today < period.until;
         });
}

bool ReferralDesk::is_full(MeasureIndex measure) const {
  return full_on_[measure.position()] == world_.today;
}

void ReferralDesk::open_month() {
  for (std::size_t m = 0; m < starts_this_month_.size(); ++m) {
    starts_by_month_[m].push_back(starts_this_month_[m]);
    starts_this_month_[m] = 0;
  }
}

double ReferralDesk::months_of_starts(MeasureIndex measure) const {
  constexpr std::size_t year = 12;
  const auto& months = starts_by_month_[measure.position()];
  if (months.empty()) return 0;
  const std::size_t seen = std::min(year, months.size());
  const auto starts = std::accumulate(months.end() - static_cast<std::ptrdiff_t>(seen),
                                      months.end(), std::int64_t{0});
  const std::size_t list = world_.model.measures[measure.position()].list;
  const auto waiting = static_cast<double>(world_.lists.length(list));
  if (starts == 0) return waiting > 0 ? std::numeric_limits<double>::infinity() : 0;
  return waiting * static_cast<double>(seen) / static_cast<double>(starts);
}

KnownFacts ReferralDesk::facts(Slot slot, DayCount waiting) const {
  const Person& person = world_.people[slot];
  KnownFacts known;
  known.profile = person.profile;
  if (world_.people.has_age()) known.age = world_.today - world_.people.birth(slot);
  known.unemployed = person.days_unemployed(world_.today);
  known.waiting = waiting;
  known.coming_from = person.last_measure;
  known.starts = person.starts;
  known.visits = world_.people.visits(slot);
  return known;
}

unsigned ReferralDesk::class_for(Slot slot, std::size_t list, DayCount waiting) const {
  if (world_.model.lists[list].classes == 1) return 0;
  return world_.rules.priority(list, facts(slot, waiting));
}

void ReferralDesk::open() {
  while (!world_.to_refer.empty() || !world_.to_join.empty()) {
    std::vector<Slot> to_refer;
    to_refer.swap(world_.to_refer);
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < to_refer.size(); ++i) {
      if (i + ahead < to_refer.size()) world_.people.prefetch(to_refer[i + ahead]);
      world_.people[to_refer[i]].asks_rules = false;
      if (!world_.people[to_refer[i]].gone) refer(to_refer[i]);
    }
    std::vector<JoinRequest> to_join;
    to_join.swap(world_.to_join);
    for (const JoinRequest& wanted : to_join) {
      const Person& person = world_.people[wanted.slot];
      const bool stands = !person.gone && person.status == wanted.status;
      if (stands) request(wanted);  // and no job was found in the meantime
    }
  }
  world_.lists.line_up();
}

void ReferralDesk::refer(Slot slot) {
  const Person& person = world_.people[slot];
  if (!world_.model.statuses[person.status.position()].registered) return;
  if (person.errand == Errand::first_contact) return;  // nobody has seen them yet
  const bool inside = person.in_measure();
  if (inside && !world_.measure_of(slot).refers_on) return;  // when the measure ends
  if (!inside && world_.people.has_validity() && world_.people.validity(slot).until == always) {
    world_.ask_to_join(slot, world_.people.validity(slot).by);
    return;
  }
  const KnownFacts known = facts(slot, 0);
  const Referral referral = world_.rules.refer(known, world_.whose(slot), world_.luck, *this);
  world_.tell(EventKind::asked_referral, slot, referral.rule,
              referral.to.exists() ? referral.to.value : no_subject);
  if (!seen_.empty()) tell_ideal(slot, known, referral);
  if (!referral.to.exists() || referral.to == person.measure) return;
  if (inside && world_.model.measures[referral.to.position()].is_screening) return;
  constexpr bool by_rules = true;
  world_.ask_to_join(slot, referral.to, by_rules);
}

/// Where the same rules would send somebody, with the same luck, had screening seen the truth. What
/// nobody has looked at yet stays unknown.
void ReferralDesk::tell_ideal(Slot slot, KnownFacts known, const Referral& given) {
  bool assessed = false;
  for (const Seen& seen : seen_) {
    if (known.profile.code(seen.image) == 0) continue;
    assessed = true;
    known.profile.set(seen.image, known.profile.code(seen.truth) + 1);
  }
  if (!assessed) return;
  const Referral ideal = world_.rules.refer(known, world_.whose(slot), world_.luck, *this);
  world_.tell(EventKind::ideal_referral, slot, given.rule,
              ideal.to.exists() ? ideal.to.value : no_subject,
              given.to.exists() ? given.to.value : -1);
}

void ReferralDesk::refuse_admission(Slot slot, MeasureIndex measure, Reason reason) {
  world_.tell(EventKind::not_admitted, slot, measure.position(), no_subject, 0, reason);
}

bool ReferralDesk::has_time_left(Slot slot, const Measure& measure) const {
  const auto used_up = [&](std::uint8_t limit) {
    return world_.people.cumulated(slot)[limit] >= world_.model.cumulated[limit].at_most;
  };
  return std::ranges::any_of(measure.phases, [&](const Phase& phase) {
    return std::ranges::none_of(phase.counted_in, used_up);
  });
}

bool ReferralDesk::is_waiting_for(Slot slot, MeasureIndex measure) const {
  const std::size_t list = world_.model.measures[measure.position()].list;
  const Membership& membership = world_.people.membership(slot, world_.model.lists[list].kind);
  return membership.waits() && world_.lists.list_of(membership.lane) == list;
}

bool ReferralDesk::may_join(Slot slot, MeasureIndex measure) const {
  if (!world_.people[slot].in_measure()) return true;
  const Measure& in = world_.measure_of(slot);
  const Measure& wanted = world_.model.measures[measure.position()];
  return in.refers_on || world_.model.lists[in.list].kind != world_.model.lists[wanted.list].kind;
}

void ReferralDesk::request(const JoinRequest& wanted) {
  const Slot slot = wanted.slot;
  const Measure& measure = world_.model.measures[wanted.measure.position()];
  if (is_waiting_for(slot, wanted.measure)) return;
  if (!may_join(slot, wanted.measure)) return;  // started something in the meantime
  if (!is_open(wanted.measure)) return refuse_admission(slot, wanted.measure, Reason::closed);
  if (!has_time_left(slot, measure)) {
    return refuse_admission(slot, wanted.measure, Reason::no_time_left);
  }
  if (!wanted.approved) {
    world_.people.visits(slot)[wanted.measure.position()].add();
    if (!happens(measure.engagement, world_.luck, world_.whose(slot), measure.engagement_lane,
                 world_.visit(slot, wanted.measure))) {
      return refuse_admission(slot, wanted.measure, Reason::not_engaged);
    }
    if (!measure.approval_delay.empty()) {
      const Draw delay = world_.luck.draw(world_.whose(slot), measure.approval_delay_lane,
                                          world_.visit(slot, wanted.measure));
      const DayCount days = whole_days(
          measure.approval_delay.of(world_.distance(slot)).days(delay.first), delay.second);
      if (days > 0) {
        return set_errand(slot, Errand::approval, world_.today + days, wanted.measure);
      }
    }
  }
  if (!approve(wanted)) return refuse_admission(slot, wanted.measure, Reason::disapproved);
  join(slot, wanted.measure);
  const std::size_t list = measure.list;
  if (world_.model.lists[list].max_length >= 0) joined_today_.push_back(wanted);
}

bool ReferralDesk::approve(const JoinRequest& wanted) {
  const Measure& measure = world_.model.measures[wanted.measure.position()];
  return happens(measure.approval, world_.luck, world_.whose(wanted.slot), measure.approval_lane,
                 world_.visit(wanted.slot, wanted.measure));
}

std::uint32_t ReferralDesk::lottery(Slot slot, const ListModel& list) const {
  const Draw draw =
      world_.luck.draw(world_.whose(slot), list.lottery_lane, world_.visit(slot, list.measure));
  return static_cast<std::uint32_t>(draw.first >> 32U);
}

LaneEntry ReferralDesk::entry(Slot slot, const ListModel& list, Day joined) const {
  return {slot, lottery(slot, list), joined, liking(world_, list, slot)};
}

/// When patience or the maximum wait ends a wait that began on `joined`.
Day ReferralDesk::leaves_on(Slot slot, const ListModel& list, Day joined) const {
  Day until = list.max_wait > 0 ? joined + list.max_wait : never;
  if (list.patience.empty()) return until;
  const LuckKey whose = world_.whose(slot);
  const Occurrence visit = world_.visit(slot, list.measure);
  const DayCount elapsed = world_.today - joined;
  const StayTable& patience = list.patience.of(world_.distance(slot));
  if (elapsed > 0) {
    return std::min(until, joined + days_of_begun_stay(world_.luck, whose, list.patience_lane,
                                                       visit, patience, elapsed));
  }
  const Draw draw = world_.luck.draw(whose, list.patience_lane, visit);
  return std::min(until, joined + whole_days(patience.days(draw.first), draw.second));
}

void ReferralDesk::join(Slot slot, MeasureIndex measure) {
  const std::size_t list = world_.model.measures[measure.position()].list;
  const ListModel& model = world_.model.lists[list];
  if (world_.people.membership(slot, model.kind).waits()) {
    labour_.leave_list(slot, model.kind, Reason::referred);
  }
  labour_.forget_approval(slot, model.kind);  // of an earlier referral
  const unsigned priority = class_for(slot, list, 0);
  world_.lists.join(list, entry(slot, model, world_.today), priority,
                    leaves_on(slot, model, world_.today));
  world_.tell(EventKind::joined, slot, list, priority);
  planner_.plan(slot);
}

void ReferralDesk::join_from_stock(Slot slot, MeasureIndex measure, DayCount elapsed) {
  const std::size_t list = world_.model.measures[measure.position()].list;
  const ListModel& model = world_.model.lists[list];
  world_.people.visits(slot)[measure.position()].add();
  const Day joined = world_.today - elapsed;
  const unsigned priority = class_for(slot, list, elapsed);
  world_.lists.join(list, entry(slot, model, joined), priority, leaves_on(slot, model, joined));
  world_.tell(EventKind::joined, slot, list, priority, elapsed, Reason::stock);
}

void ReferralDesk::set_errand(Slot slot, Errand errand, Day end, MeasureIndex measure) {
  Person& person = world_.people[slot];
  person.errand = errand;
  person.errand_end = end;
  person.errand_measure = measure;
  planner_.plan(slot);
}

void ReferralDesk::receive(Slot slot, const Reception& reception) {
  if (!reception.first_contact.empty()) {
    const Draw draw = world_.luck.draw(world_.whose(slot), first_contact_lane);
    const DayCount days =
        whole_days(reception.first_contact.of(world_.distance(slot)).days(draw.first), draw.second);
    if (days > 0) {
      return set_errand(slot, Errand::first_contact, world_.today + days, reception.refer_to);
    }
  }
  if (reception.refer_to.exists()) {
    world_.ask_to_join(slot, reception.refer_to);
  } else if (reception.refer) {
    world_.ask_rules(slot);
  }
}

void ReferralDesk::end_errand(Slot slot) {
  Person& person = world_.people[slot];
  const Errand errand = person.errand;
  const MeasureIndex measure = person.errand_measure;
  person.errand = Errand::none;
  person.errand_end = never;
  person.errand_measure = {};
  if (errand == Errand::approval) {
    constexpr bool by_rules = false;
    constexpr bool approved = true;
    world_.ask_to_join(slot, measure, by_rules, approved);
  } else if (measure.exists()) {
    world_.ask_to_join(slot, measure);
  } else {
    world_.ask_rules(slot);
  }
}

/// Who awaits consent to something else goes on awaiting it.
void ReferralDesk::pause_after_refusal(Slot slot, std::size_t list) {
  const ListModel& model = world_.model.lists[list];
  if (model.refusal_pause.empty() || world_.people[slot].errand == Errand::approval) return;
  const Draw draw = world_.luck.draw(world_.whose(slot), model.refusal_pause_lane,
                                     world_.visit(slot, model.measure));
  const DayCount days =
      whole_days(model.refusal_pause.of(world_.distance(slot)).days(draw.first), draw.second);
  set_errand(slot, Errand::refusal_pause, world_.today + std::max(days, 1));
}

bool ReferralDesk::turn_away_overflow() {
  // Of those who joined today, the ones who would be served last go first.
  std::ranges::sort(joined_today_, [this](const JoinRequest& a, const JoinRequest& b) {
    const ListModel& list = world_.model.lists[world_.model.measures[a.measure.position()].list];
    if (a.measure != b.measure) {
      const auto& other = world_.model.lists[world_.model.measures[b.measure.position()].list];
      return list.lottery_lane.value < other.lottery_lane.value;
    }
    const Membership& of_a = world_.people.membership(a.slot, list.kind);
    const Membership& of_b = world_.people.membership(b.slot, list.kind);
    if (!of_a.waits() || !of_b.waits()) return of_a.waits() && !of_b.waits();
    const unsigned class_a = world_.lists.class_of(of_a.lane);
    const unsigned class_b = world_.lists.class_of(of_b.lane);
    if (class_a != class_b) return class_a > class_b;
    return world_.lists.comes_before({b.slot, lottery(b.slot, list), of_b.joined},
                                     {a.slot, lottery(a.slot, list), of_a.joined});
  });
  bool anybody = false;
  for (const JoinRequest& joiner : joined_today_) {
    const std::size_t list = world_.model.measures[joiner.measure.position()].list;
    const ListModel& model = world_.model.lists[list];
    if (world_.lists.length(list) <= model.max_length) continue;
    if (!is_waiting_for(joiner.slot, joiner.measure)) continue;
    labour_.leave_list(joiner.slot, model.kind, Reason::full);
    full_on_[joiner.measure.position()] = world_.today;
    if (joiner.by_rules) world_.ask_rules(joiner.slot);
    planner_.plan(joiner.slot);
    anybody = true;
  }
  joined_today_.clear();
  return anybody;
}

void ReferralDesk::review_classes() {
  for (const std::size_t list : lists_in_order_) {
    const ListModel& model = world_.model.lists[list];
    if (!model.reviews_classes) continue;
    const LaneIndex first = world_.lists.first_lane(list);
    for (LaneIndex lane = first; lane < first + world_.lists.lanes_of(list); ++lane) {
      const unsigned old_class = world_.lists.class_of(lane);
      for (const LaneEntry& entry : world_.lists.lane(lane).entries()) {
        if (entry.slot == no_slot) continue;
        const Slot slot = entry.slot;
        const unsigned now = class_for(slot, list, world_.today - entry.joined);
        if (now == old_class) continue;
        world_.lists.change_class(slot, model.kind, now);
        world_.tell(EventKind::class_changed, slot, list, now, old_class);
      }
    }
  }
  world_.lists.line_up();
}

}  // namespace doorstroom

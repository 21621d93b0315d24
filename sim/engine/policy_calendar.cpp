#include "engine/policy_calendar.hpp"

#include <algorithm>
#include <cmath>

namespace doorstroom {

PolicyCalendar::PolicyCalendar(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
                               Trajectories& trajectories, Allocator& allocator)
    : world_(world),
      planner_(planner),
      labour_(labour),
      desk_(desk),
      trajectories_(trajectories),
      allocator_(allocator) {
  for (std::size_t m = 0; m < world.model.measures.size(); ++m) {
    const MeasureIndex measure(m);
    was_open_.push_back(desk.is_open(measure));
    const auto names_it = [&](const ReferralRule& rule) {
      return std::ranges::find(rule.choices, measure) != rule.choices.end();
    };
    is_choice_.push_back(std::ranges::any_of(world.model.rules.referral, names_it));
  }
}

void PolicyCalendar::open_day() {
  world_.accounts.open_day(world_.today);
  count_stocks();
  world_.claims.open_day(world_.today);
  if (is_first_of_month(world_.today) && world_.today != world_.model.horizon.start) {
    desk_.open_month();
    desk_.review_classes();
  }
  bool opened = false;
  std::vector<MeasureIndex> closing;
  for (std::size_t m = 0; m < was_open_.size(); ++m) {
    const bool open = desk_.is_open(MeasureIndex(m));
    if (was_open_[m] && !open) closing.push_back(MeasureIndex(m));
    opened = opened || (!was_open_[m] && open && is_choice_[m]);
    was_open_[m] = open;
  }
  if (!closing.empty()) close(closing);
  if (opened) refer_the_idle();
}

/// Amounts that are a share of a stock of people follow it once a year.
void PolicyCalendar::count_stocks() {
  const CivilDate date = civil(world_.today);
  const bool new_year = date.month == 1 && date.day == 1;
  if (!new_year && world_.today != world_.model.horizon.start) return;
  for (std::size_t r = 0; r < world_.model.resources.size(); ++r) {
    const Resource& resource = world_.model.resources[r];
    if (!resource.share_of.exists()) continue;
    const std::int64_t people = people_of(resource.share_of);
    double share = 0;
    for (const auto& [from, value] : resource.share_of.share) {
      if (from <= world_.today) share = value;
    }
    const auto whole = static_cast<Amount>(std::floor(static_cast<double>(people) * share + 1e-9));
    world_.accounts.set_amount(ResourceIndex(r), whole * one_place);
  }
}

std::int64_t PolicyCalendar::people_of(const Resource::ShareOf& share_of) const {
  std::int64_t people = 0;
  for (Slot slot = 0; slot < world_.people.slots(); ++slot) {
    const Person& person = world_.people[slot];
    if (!person.exists() || person.gone) continue;
    const bool counts = share_of.of_statute
                            ? person.profile.code(world_.model.benefits.field) == share_of.statute
                            : person.status == share_of.status;
    people += counts ? 1 : 0;
  }
  return people;
}

void PolicyCalendar::close(const std::vector<MeasureIndex>& measures) {
  std::vector<MeasureIndex> ending;
  for (const MeasureIndex measure : measures) {
    const Measure& m = world_.model.measures[measure.position()];
    if (m.closing_waiting != WhenClosing::finish) end_waiting(measure);
    if (m.closing_running != WhenClosing::finish) ending.push_back(measure);
  }
  if (!ending.empty()) end_running(ending);
}

void PolicyCalendar::send_back(Slot slot) {
  trajectories_.abandon(slot, Reason::closed);
  Destination back;
  back.refer = true;
  trajectories_.go(slot, back, Reason::closed);
  if (!world_.people[slot].gone) planner_.plan(slot);
}

/// Those to be moved draw lots for the places together, from whichever measure they come.
void PolicyCalendar::end_running(const std::vector<MeasureIndex>& measures) {
  std::vector<Slot> back;
  std::vector<Slot> moving;
  for (Slot slot = 0; slot < world_.people.slots(); ++slot) {
    const Person& person = world_.people[slot];
    if (!person.exists() || person.gone) continue;
    if (std::ranges::find(measures, person.measure) == measures.end()) continue;
    const bool moves = world_.measure_of(slot).closing_running == WhenClosing::move;
    (moves ? moving : back).push_back(slot);
  }
  for (const Slot slot : back) send_back(slot);
  for (const Slot slot : allocator_.move(std::move(moving))) send_back(slot);
}

void PolicyCalendar::end_waiting(MeasureIndex measure) {
  const Measure& m = world_.model.measures[measure.position()];
  const ListKind kind = world_.model.lists[m.list].kind;
  std::vector<Slot> waiting;
  const LaneIndex first = world_.lists.first_lane(m.list);
  for (LaneIndex lane = first; lane < first + world_.lists.lanes_of(m.list); ++lane) {
    for (const LaneEntry& entry : world_.lists.lane(lane).entries()) {
      if (entry.slot != no_slot) waiting.push_back(entry.slot);
    }
  }
  const bool can_move = m.closing_waiting == WhenClosing::move && desk_.is_open(m.move_to);
  for (const Slot slot : waiting) {
    const bool moves = can_move && desk_.may_join(slot, m.move_to);
    labour_.leave_list(slot, kind, moves ? Reason::moved : Reason::closed);
    if (moves) {
      world_.ask_to_join(slot, m.move_to);
    } else {
      world_.ask_rules(slot);
    }
    planner_.plan(slot);
  }
}

/// A new measure may suit people who had nothing to go to.
void PolicyCalendar::refer_the_idle() {
  if (world_.model.rules.referral.empty()) return;
  for (Slot slot = 0; slot < world_.people.slots(); ++slot) {
    const Person& person = world_.people[slot];
    if (!person.exists() || person.gone) continue;
    if (person.in_measure() && !world_.measure_of(slot).refers_on) continue;
    if (!world_.model.statuses[person.status.position()].registered) continue;
    if (person.errand != Errand::none) continue;
    const bool waits = std::ranges::any_of(world_.people.memberships(slot),
                                           [](const Membership& m) { return m.waits(); });
    if (!waits) world_.ask_rules(slot);
  }
}

}  // namespace doorstroom

#include "engine/allocator.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "engine/life.hpp"
#include "random/shares.hpp"

namespace doorstroom {

namespace {

/// Lists in groups that share at least one binding resource, directly or through others.
std::vector<std::vector<std::size_t>> group_by_resource(const Model& model) {
  std::vector<std::size_t> leader(model.lists.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t list) {
    while (leader[list] != list) list = leader[list] = leader[leader[list]];
    return list;
  };
  std::vector<std::size_t> first_user(model.resources.size(), model.lists.size());
  for (std::size_t list = 0; list < model.lists.size(); ++list) {
    for (const Claim& claim : model.lists[list].claims) {
      const std::size_t resource = claim.resource.position();
      if (!model.resources[resource].binding) continue;
      if (first_user[resource] == model.lists.size()) first_user[resource] = list;
      const std::size_t a = find(list);
      const std::size_t b = find(first_user[resource]);
      leader[std::max(a, b)] = std::min(a, b);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t list = 0; list < model.lists.size(); ++list) groups[find(list)].push_back(list);
  std::vector<std::vector<std::size_t>> result;
  for (auto& [first, lists] : groups) result.push_back(std::move(lists));
  // Someone on lists of two groups may be called twice on one day: which comes first must not
  // follow the order of the scenario.
  const auto place = [&](std::size_t list) { return model.lists[list].lottery_lane.value; };
  std::ranges::sort(result, {}, [&](const std::vector<std::size_t>& group) {
    return place(*std::ranges::min_element(group, {}, place));
  });
  return result;
}

}  // namespace

Allocator::Allocator(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
                     Trajectories& trajectories, Life& life)
    : world_(world),
      planner_(planner),
      labour_(labour),
      desk_(desk),
      trajectories_(trajectories),
      life_(life),
      groups_(group_by_resource(world.model)),
      places_filled_(world.model.lists.size(), 0) {}

/// Whoever starts may come from another measure or stay no night, and so give back what serves
/// others on the same day, or join the list of a next phase.
void Allocator::open() {
  grant_aftercare();
  std::int64_t returns = 0;
  do {
    world_.lists.line_up();
    returns = world_.accounts.returns();
    for (const Group& group : groups_) serve(group);
  } while (returns != world_.accounts.returns() || world_.lists.has_joiners());
}

std::uint64_t Allocator::lottery(Slot slot) const {
  constexpr Lane general = lane(Purpose::lottery);
  return world_.luck.draw(world_.whose(slot), general, {world_.people[slot].spell}).first;
}

bool Allocator::draws_before(Slot a, Slot b) const {
  const std::uint64_t lot_a = lottery(a);
  const std::uint64_t lot_b = lottery(b);
  return lot_a != lot_b ? lot_a < lot_b : world_.whose(a).value < world_.whose(b).value;
}

void Allocator::grant_aftercare() {
  std::vector<CareRequest> asking;
  asking.swap(world_.to_care);
  std::erase_if(asking, [this](const CareRequest& c) { return world_.people[c.slot].gone; });
  std::ranges::sort(asking, [this](const CareRequest& a, const CareRequest& b) {
    return draws_before(a.slot, b.slot);
  });
  for (const auto& [slot, measure] : asking) {
    const Aftercare& care = world_.model.measures[measure.position()].aftercare;
    if (!world_.claims.have_room(care.claims, world_.people[slot].profile)) continue;
    trajectories_.begin_aftercare(slot, measure);
    planner_.plan(slot);
  }
}

std::vector<Slot> Allocator::move(std::vector<Slot> people) {
  std::vector<Slot> stay;
  std::ranges::sort(people, [this](Slot a, Slot b) { return draws_before(a, b); });
  for (const Slot slot : people) {
    const MeasureIndex to = world_.measure_of(slot).move_to;
    const std::size_t list = world_.model.measures[to.position()].list;
    if (!desk_.is_open(to) || !trajectories_.has_room(slot, world_.model.lists[list].claims)) {
      stay.push_back(slot);
      continue;
    }
    world_.people.visits(slot)[to.position()].add();
    desk_.count_start(to);
    trajectories_.move_on(slot, Reason::moved);
    trajectories_.start(slot, to, 0, -1);
    planner_.plan(slot);
  }
  return stay;
}

/// Starting one thing can take somebody off other lists of the same group.
bool Allocator::still_waits(const Candidate& candidate) const {
  const Slot slot = candidate.entry.slot;
  const ListKind kind = world_.model.lists[world_.lists.list_of(candidate.lane)].kind;
  const Membership& membership = world_.people.membership(slot, kind);
  return !world_.people[slot].gone && membership.lane == candidate.lane;
}

/// The place of a next phase is taken beside what the measure holds; another measure ends it.
bool Allocator::has_room(const ListModel& list, Slot slot) const {
  if (list.phase.exists()) return world_.claims.have_room(list.claims, world_.people[slot].profile);
  return trajectories_.has_room(slot, list.claims);
}

bool Allocator::later(const Candidate& a, const Candidate& b) const {
  if (a.rank != b.rank) return a.rank > b.rank;
  if (a.priority != b.priority) return a.priority > b.priority;
  return world_.lists.comes_before(b.entry, a.entry);
}

/// Those who wait have not been looked at for long, so they are far away in memory.
void Allocator::fetch_ahead(LaneIndex lane) const {
  constexpr std::size_t ahead = 8;
  const Slot slot = world_.lists.lane(lane).behind_front(ahead);
  if (slot != no_slot) world_.people.prefetch(slot);
}

/// Adds the first of a lane, if there is one and there is room for them.
bool Allocator::add_candidate(LaneIndex lane, std::vector<Candidate>& heap) {
  const LaneEntry* first = world_.lists.lane(lane).front();
  if (first == nullptr) return true;
  fetch_ahead(lane);
  const ListModel& list = world_.model.lists[world_.lists.list_of(lane)];
  if (!has_room(list, first->slot)) return false;
  heap.push_back({*first, lane, list.rank, world_.lists.class_of(lane)});
  std::ranges::push_heap(heap, [this](const auto& a, const auto& b) { return later(a, b); });
  return true;
}

void Allocator::serve(const Group& group) {
  std::vector<Candidate> heap;
  std::vector<LaneIndex> blocked;
  const auto add = [&](LaneIndex lane) {
    if (!add_candidate(lane, heap)) blocked.push_back(lane);
  };
  for (const std::size_t list : group) {
    if (world_.lists.length(list) == 0) continue;
    const LaneIndex first = world_.lists.first_lane(list);
    for (LaneIndex lane = first; lane < first + world_.lists.lanes_of(list); ++lane) add(lane);
  }
  while (!heap.empty()) {
    std::ranges::pop_heap(heap, [this](const auto& a, const auto& b) { return later(a, b); });
    const Candidate candidate = heap.back();
    heap.pop_back();
    if (!still_waits(candidate)) {
      add(candidate.lane);
      continue;
    }
    const ListModel& list = world_.model.lists[world_.lists.list_of(candidate.lane)];
    if (!has_room(list, candidate.entry.slot)) {
      blocked.push_back(candidate.lane);
      continue;
    }
    const std::int64_t returns = world_.accounts.returns();
    offer(chosen(candidate));
    add(candidate.lane);
    if (returns == world_.accounts.returns()) continue;
    std::vector<LaneIndex> retry;  // what was given back may serve others
    retry.swap(blocked);
    for (const LaneIndex lane : retry) add(lane);
  }
}

Allocator::Candidate Allocator::chosen(const Candidate& first) {
  const std::size_t number = world_.lists.list_of(first.lane);
  const ListModel& list = world_.model.lists[number];
  if (list.employer_share <= 0) return first;
  const LuckKey place{mix(list.employer_lane.value, places_filled_[number]++)};
  if (!happens(list.employer_share, world_.luck.draw(place, list.employer_lane).first))
    return first;
  Candidate best = first;
  float most = first.entry.liking;
  const LaneIndex lanes = world_.lists.first_lane(number);
  for (LaneIndex lane = lanes; lane < lanes + world_.lists.lanes_of(number); ++lane) {
    for (const LaneEntry& entry : world_.lists.lane(lane).entries()) {
      if (entry.liking <= most || entry.slot == no_slot) continue;
      if (!has_room(list, entry.slot)) continue;
      most = entry.liking;
      best = {entry, lane, list.rank, world_.lists.class_of(lane)};
    }
  }
  return best;
}

void Allocator::offer(const Candidate& candidate) {
  const Slot slot = candidate.entry.slot;
  const std::size_t list = world_.lists.list_of(candidate.lane);
  const ListModel& model = world_.model.lists[list];
  if (model.phase.exists()) {
    trajectories_.start_phase_granted(slot);
    life_.run_today(slot);
    return;
  }
  if (!model.acceptance.empty()) {
    const unsigned distance = world_.distance(slot);
    const double accepts =
        model.acceptance.size() == 1 ? model.acceptance.front() : model.acceptance[distance];
    if (!happens(accepts, world_.luck, world_.whose(slot), model.acceptance_lane,
                 world_.visit(slot, model.measure))) {
      return refuse(slot, list);
    }
  }
  world_.lists.leave(slot, model.kind);
  desk_.count_start(model.measure);
  trajectories_.start(slot, model.measure, candidate.priority,
                      world_.today - candidate.entry.joined);
  life_.run_today(slot);
}

void Allocator::refuse(Slot slot, std::size_t list) {
  labour_.leave_list(slot, world_.model.lists[list].kind, Reason::refused);
  planner_.plan(slot);
  desk_.pause_after_refusal(slot, list);
}

void Allocator::note_held_back(LaneIndex lane, std::vector<HeldBack>& all) {
  const std::size_t list = world_.lists.list_of(lane);
  const LaneEntry* first = world_.lists.lane(lane).front();
  if (first == nullptr) return;
  const Profile profile = world_.people[first->slot].profile;
  std::vector<HeldBack> mine;
  for (const Ask& ask : world_.claims.asks(world_.model.lists[list].claims, profile)) {
    if (world_.accounts.has_room(ask)) continue;
    const bool awaits = world_.accounts.only_awaits_release(ask);
    mine.push_back({list, ask.account, awaits ? HeldBy::release : HeldBy::resource, false,
                    static_cast<std::int64_t>(world_.lists.lane(lane).length())});
  }
  for (HeldBack& entry : mine) {
    entry.alone = mine.size() == 1;
    all.push_back(entry);
  }
}

std::vector<HeldBack> Allocator::held_back() {
  std::vector<HeldBack> all;
  for (LaneIndex lane = 0; lane < world_.lists.lanes(); ++lane) {
    if (world_.lists.lane(lane).length() > 0) note_held_back(lane, all);
  }
  const auto key = [](const HeldBack& h) { return std::tuple(h.list, h.account, h.by, h.alone); };
  std::ranges::sort(all, {}, key);
  std::vector<HeldBack> merged;
  for (const HeldBack& entry : all) {
    if (!merged.empty() && key(merged.back()) == key(entry)) {
      merged.back().people += entry.people;
    } else {
      merged.push_back(entry);
    }
  }
  return merged;
}

}  // namespace doorstroom

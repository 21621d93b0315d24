#include "engine/waiting_lists.hpp"

#include <algorithm>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {
constexpr std::uint32_t not_lined_up = ~std::uint32_t{0};
}

void WaitingLane::remove(std::uint32_t ticket) {
  const std::size_t at = ticket - first_ticket_;
  EXPECTS(at < entries_.size() && entries_[at].slot != no_slot);
  entries_[at].slot = no_slot;
  --waiting_;
}

const LaneEntry* WaitingLane::front() {
  while (head_ < entries_.size() && entries_[head_].slot == no_slot) ++head_;
  constexpr std::size_t worth_dropping = 64;
  if (head_ > worth_dropping && head_ > entries_.size() / 2) drop_front();
  return head_ < entries_.size() ? &entries_[head_] : nullptr;
}

void WaitingLane::drop_front() {
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(head_));
  first_ticket_ += static_cast<std::uint32_t>(head_);
  head_ = 0;
}

void WaitingLane::assign(std::vector<LaneEntry> entries) {
  entries_ = std::move(entries);
  waiting_ = entries_.size();
  head_ = 0;
  first_ticket_ = 0;
}

void WaitingLane::replace_tail(std::size_t from, const std::vector<LaneEntry>& tail) {
  const auto end = std::count_if(entries_.begin() + static_cast<std::ptrdiff_t>(from),
                                 entries_.end(), [](const auto& e) { return e.slot != no_slot; });
  waiting_ += tail.size() - static_cast<std::size_t>(end);
  entries_.resize(from);
  entries_.insert(entries_.end(), tail.begin(), tail.end());
  head_ = std::min(head_, from);
}

bool WaitingLane::wants_closing() const {
  constexpr std::size_t worth_closing = 64;
  return entries_.size() - head_ > worth_closing && entries_.size() - head_ > 2 * waiting_;
}

WaitingLists::WaitingLists(const Model& model, PeopleStore& people)
    : model_(model), lists_(model.lists), people_(people), length_(model.lists.size(), 0) {
  for (std::size_t list = 0; list < lists_.size(); ++list) {
    first_lane_.push_back(static_cast<LaneIndex>(lane_list_.size()));
    lane_list_.insert(lane_list_.end(), lists_[list].cells * lists_[list].classes, list);
  }
  lanes_.resize(lane_list_.size());
}

LaneIndex WaitingLists::lane_for(std::size_t list, Profile profile, unsigned priority) const {
  const ListModel& model = lists_[list];
  unsigned cell = 0;
  for (std::size_t i = 0; i < model.cell_fields.size(); ++i) {
    cell = cell * model.cell_sizes[i] + profile.code(model.cell_fields[i]);
  }
  return first_lane_[list] + cell * model.classes + priority;
}

void WaitingLists::join(std::size_t list, const LaneEntry& entry, unsigned priority, Day until) {
  const LaneIndex lane = lane_for(list, people_[entry.slot].profile, priority);
  Membership& membership = people_.membership(entry.slot, lists_[list].kind);
  EXPECTS(!membership.waits());
  membership = {lane, not_lined_up, entry.joined, until};
  joiners_.push_back({lane, entry});
  ++length_[list];
}

void WaitingLists::leave(Slot slot, ListKind kind) {
  Membership& membership = people_.membership(slot, kind);
  EXPECTS(membership.waits());
  --length_[lane_list_[membership.lane]];
  if (membership.ticket == not_lined_up) {
    std::erase_if(joiners_, [&](const Joiner& joiner) {
      return joiner.entry.slot == slot && joiner.lane == membership.lane;
    });
  } else {
    lanes_[membership.lane].remove(membership.ticket);
  }
  membership = {};
}

void WaitingLists::change_lane(Slot slot, ListKind kind, LaneIndex lane) {
  Membership& membership = people_.membership(slot, kind);
  EXPECTS(membership.waits());
  if (membership.lane == lane) return;
  if (membership.ticket == not_lined_up) {
    for (Joiner& joiner : joiners_) {
      if (joiner.entry.slot == slot && joiner.lane == membership.lane) joiner.lane = lane;
    }
  } else {
    WaitingLane& old_lane = lanes_[membership.lane];
    joiners_.push_back({lane, old_lane.at(membership.ticket)});
    old_lane.remove(membership.ticket);
    membership.ticket = not_lined_up;
  }
  membership.lane = lane;
}

void WaitingLists::change_class(Slot slot, ListKind kind, unsigned priority) {
  const std::size_t list = lane_list_[people_.membership(slot, kind).lane];
  change_lane(slot, kind, lane_for(list, people_[slot].profile, priority));
}

void WaitingLists::change_liking(Slot slot, ListKind kind, float liking) {
  const Membership& membership = people_.membership(slot, kind);
  EXPECTS(membership.waits());
  if (membership.ticket != not_lined_up) {
    lanes_[membership.lane].at(membership.ticket).liking = liking;
    return;
  }
  for (Joiner& joiner : joiners_) {
    if (joiner.entry.slot == slot && joiner.lane == membership.lane) joiner.entry.liking = liking;
  }
}

void WaitingLists::change_needs(Slot slot, ListKind kind) {
  const LaneIndex lane = people_.membership(slot, kind).lane;
  change_lane(slot, kind, lane_for(lane_list_[lane], people_[slot].profile, class_of(lane)));
}

bool WaitingLists::comes_before(const LaneEntry& a, const LaneEntry& b) const {
  if (a.joined != b.joined) return a.joined < b.joined;
  if (a.lottery != b.lottery) return a.lottery < b.lottery;
  return model_.luck_key(people_[a.slot].id).value < model_.luck_key(people_[b.slot].id).value;
}

void WaitingLists::line_up() {
  if (joiners_.empty()) return;
  std::ranges::sort(joiners_, [this](const Joiner& a, const Joiner& b) {
    return a.lane != b.lane ? a.lane < b.lane : comes_before(a.entry, b.entry);
  });
  std::size_t from = 0;
  while (from < joiners_.size()) {
    std::size_t to = from + 1;
    while (to < joiners_.size() && joiners_[to].lane == joiners_[from].lane) ++to;
    insert_sorted(joiners_[from].lane, joiners_, from, to);
    from = to;
  }
  joiners_.clear();
}

/// Nearly everybody who joins comes behind all who wait, or stands among those of the same day:
/// only the end of the lane, from the first who comes after a joiner, is merged with the joiners.
void WaitingLists::insert_sorted(LaneIndex lane, const std::vector<Joiner>& joiners,
                                 std::size_t from, std::size_t to) {
  WaitingLane& queue = lanes_[lane];
  if (queue.wants_closing()) close_gaps(lane);
  const auto order = [this](const LaneEntry& a, const LaneEntry& b) { return comes_before(a, b); };
  const auto waits = [](const LaneEntry& entry) { return entry.slot != no_slot; };
  const auto& entries = queue.entries();
  const auto before = std::find_if(entries.rbegin(), entries.rend(), [&](const LaneEntry& entry) {
    return waits(entry) && order(entry, joiners[from].entry);
  });
  tail_.clear();
  std::copy_if(before.base(), entries.end(), std::back_inserter(tail_), waits);
  const auto middle = static_cast<std::ptrdiff_t>(tail_.size());
  for (std::size_t i = from; i < to; ++i) tail_.push_back(joiners[i].entry);
  std::inplace_merge(tail_.begin(), tail_.begin() + middle, tail_.end(), order);
  const auto kept = static_cast<std::size_t>(before.base() - entries.begin());
  queue.replace_tail(kept, tail_);
  renumber(lane, kept);
}

void WaitingLists::close_gaps(LaneIndex lane) {
  std::vector<LaneEntry> waiting;
  std::ranges::copy_if(lanes_[lane].entries(), std::back_inserter(waiting),
                       [](const LaneEntry& e) { return e.slot != no_slot; });
  lanes_[lane].assign(std::move(waiting));
  renumber(lane, 0);
}

/// Tells those who stand from that position on the number of their ticket.
void WaitingLists::renumber(LaneIndex lane, std::size_t from) {
  const ListKind kind = lists_[lane_list_[lane]].kind;
  const WaitingLane& queue = lanes_[lane];
  for (std::size_t i = from; i < queue.entries().size(); ++i) {
    people_.membership(queue.entries()[i].slot, kind).ticket = queue.ticket_at(i);
  }
}

}  // namespace doorstroom

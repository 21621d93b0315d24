// Waiting lists, as lanes: one for each list, combination of regions or providers, and priority
// class. Within a lane people stand by day of joining, then by lottery, never by the order in which
// the program came across them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/people_store.hpp"
#include "model/model.hpp"

namespace doorstroom {

using LaneIndex = std::uint32_t;

/// Someone's place in the order of a lane.
struct LaneEntry {
  Slot slot = no_slot;  // no_slot: has left
  std::uint32_t lottery = 0;
  Day joined;
  float liking = 0;  // by employers, where they may choose
};

/// One queue. Tickets number its entries; an entry that leaves becomes a gap that is closed later.
class WaitingLane final {
 public:
  void remove(std::uint32_t ticket);
  [[nodiscard]] const LaneEntry& at(std::uint32_t ticket) const {
    return entries_[ticket - first_ticket_];
  }
  [[nodiscard]] LaneEntry& at(std::uint32_t ticket) { return entries_[ticket - first_ticket_]; }
  /// The first who still waits, or null.
  [[nodiscard]] const LaneEntry* front();
  /// Who stands so many entries behind the first; no_slot where nobody does.
  [[nodiscard]] Slot behind_front(std::size_t entries) const {
    return head_ + entries < entries_.size() ? entries_[head_ + entries].slot : no_slot;
  }
  [[nodiscard]] std::size_t length() const { return waiting_; }
  [[nodiscard]] std::vector<LaneEntry>& entries() { return entries_; }
  [[nodiscard]] const std::vector<LaneEntry>& entries() const { return entries_; }
  /// Replaces the entries from that position on; the caller keeps the order and renumbers.
  void replace_tail(std::size_t from, const std::vector<LaneEntry>& tail);
  [[nodiscard]] std::uint32_t ticket_at(std::size_t position) const {
    return first_ticket_ + static_cast<std::uint32_t>(position);
  }
  /// Replaces all entries; tickets start anew.
  void assign(std::vector<LaneEntry> entries);
  /// Are there so many gaps that closing them pays?
  [[nodiscard]] bool wants_closing() const;

 private:
  void drop_front();

  std::vector<LaneEntry> entries_;
  std::size_t head_ = 0;
  std::uint32_t first_ticket_ = 0;
  std::size_t waiting_ = 0;
};

/// All lists of a replication.
class WaitingLists final {
 public:
  WaitingLists(const Model& model, PeopleStore& people);

  /// Puts someone on a list; they take their place when the day's joiners are lined up.
  /// They joined in the past only if they are people of the stock.
  void join(std::size_t list, const LaneEntry& entry, unsigned priority, Day until);
  /// Lines up those who joined since the last call: by day, then lottery.
  void line_up();
  /// Is there anybody to be lined up?
  [[nodiscard]] bool has_joiners() const { return !joiners_.empty(); }
  /// Takes someone off the list of that kind.
  void leave(Slot slot, ListKind kind);
  /// Moves someone to another class of the same list; line_up puts them in their place.
  void change_class(Slot slot, ListKind kind, unsigned priority);
  /// Employers like someone more or less than before.
  void change_liking(Slot slot, ListKind kind, float liking);
  /// Moves someone to the lane for what they need now; line_up puts them in their place.
  void change_needs(Slot slot, ListKind kind);

  [[nodiscard]] std::size_t list_of(LaneIndex lane) const { return lane_list_[lane]; }
  [[nodiscard]] unsigned class_of(LaneIndex lane) const {
    const std::size_t list = lane_list_[lane];
    return (lane - first_lane_[list]) % lists_[list].classes;
  }
  [[nodiscard]] unsigned cell_of(LaneIndex lane) const {
    const std::size_t list = lane_list_[lane];
    return (lane - first_lane_[list]) / lists_[list].classes;
  }
  [[nodiscard]] LaneIndex first_lane(std::size_t list) const { return first_lane_[list]; }
  [[nodiscard]] LaneIndex lanes_of(std::size_t list) const {
    return lists_[list].cells * lists_[list].classes;
  }
  [[nodiscard]] WaitingLane& lane(LaneIndex index) { return lanes_[index]; }
  [[nodiscard]] const WaitingLane& lane(LaneIndex index) const { return lanes_[index]; }
  [[nodiscard]] std::size_t lanes() const { return lanes_.size(); }
  /// People on a list, those not yet lined up included.
  [[nodiscard]] std::int64_t length(std::size_t list) const { return length_[list]; }
  [[nodiscard]] bool comes_before(const LaneEntry& a, const LaneEntry& b) const;

 private:
  struct Joiner {
    LaneIndex lane;
    LaneEntry entry;
  };
  [[nodiscard]] LaneIndex lane_for(std::size_t list, Profile profile, unsigned priority) const;
  void change_lane(Slot slot, ListKind kind, LaneIndex lane);
  void close_gaps(LaneIndex lane);
  void insert_sorted(LaneIndex lane, const std::vector<Joiner>& joiners, std::size_t from,
                     std::size_t to);
  void renumber(LaneIndex lane, std::size_t from);

  const Model& model_;
  const std::vector<ListModel>& lists_;
  PeopleStore& people_;
  std::vector<LaneIndex> first_lane_;   // by list
  std::vector<std::size_t> lane_list_;  // by lane
  std::vector<WaitingLane> lanes_;
  std::vector<std::int64_t> length_;
  std::vector<Joiner> joiners_;
  std::vector<LaneEntry> tail_;  // for insert_sorted
};

}  // namespace doorstroom

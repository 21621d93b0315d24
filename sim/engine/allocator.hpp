// Phase 5: places are granted, here and nowhere else. Lists that share resources are served
// together, in the order of (rank of the list, priority class, day of joining, lottery); a start
// needs everything it claims at once, and whoever cannot be served holds nothing and lets others
// pass.
#pragma once

#include <vector>

#include "engine/labour.hpp"
#include "engine/planner.hpp"
#include "engine/referral_desk.hpp"
#include "engine/trajectories.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Life;

class Allocator final {
 public:
  Allocator(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
            Trajectories& trajectories, Life& life);

  /// Starts whoever can start today.
  void open();
  /// People of measures that close go on to where those move them while places last, by lottery;
  /// who finds none stays where they are. Returns those.
  std::vector<Slot> move(std::vector<Slot> people);
  /// What holds back the people who are waiting now.
  [[nodiscard]] std::vector<HeldBack> held_back();

 private:
  using Group = std::vector<std::size_t>;  // lists that share resources
  struct Candidate {
    LaneEntry entry;
    LaneIndex lane = 0;
    int rank = 0;
    unsigned priority = 0;
  };
  void serve(const Group& group);
  void fetch_ahead(LaneIndex lane) const;
  bool add_candidate(LaneIndex lane, std::vector<Candidate>& heap);
  [[nodiscard]] bool has_room(const ListModel& list, Slot slot) const;
  [[nodiscard]] bool later(const Candidate& a, const Candidate& b) const;
  /// Whom the place goes to: the first of all, or whom an employer prefers who may choose.
  [[nodiscard]] Candidate chosen(const Candidate& first);
  /// Offers the place, which the person may refuse.
  void offer(const Candidate& candidate);
  void refuse(Slot slot, std::size_t list);
  void grant_aftercare();
  [[nodiscard]] bool still_waits(const Candidate& candidate) const;
  [[nodiscard]] std::uint64_t lottery(Slot slot) const;
  [[nodiscard]] bool draws_before(Slot a, Slot b) const;
  void note_held_back(LaneIndex lane, std::vector<HeldBack>& all);

  World& world_;
  Planner& planner_;
  Labour& labour_;
  ReferralDesk& desk_;
  Trajectories& trajectories_;
  Life& life_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> places_filled_;  // by list: addresses the employers' draws
};

}  // namespace doorstroom

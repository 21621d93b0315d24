// People who are looked at again some time after something happened to them.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "record/per_person.hpp"
#include "record/whereabouts.hpp"

namespace doorstroom {

/// Days after which people are looked at.
inline constexpr std::array<DayCount, 4> follow_up_days{1, 183, 365, 730};
inline constexpr std::size_t follow_ups = follow_up_days.size();

/// Somebody to whom something happened; kept until they have been looked at for the last time.
struct Followed {
  Day since;
  Slot slot = no_slot;
  Place ended_in = no_place_yet;  // where someone is who is no longer simulated
  std::uint16_t measure = 0;
  std::uint8_t year = 0;
  std::uint8_t way = 0;
  std::uint32_t earlier = 0;  // of the same person
};

/// Whom to look at, in the order in which it happened: 20 bytes for everything that happened in the
/// last two years (twice that while the room of what is past is not yet given back).
class FollowUps final {
 public:
  /// The number of the last thing that happened to a person; `none` if nothing did.
  using Latest = std::uint32_t;
  static constexpr Latest none = std::numeric_limits<Latest>::max();

  void add(Followed followed, Latest& latest) {
    followed.earlier = latest;
    latest = first_ + static_cast<std::uint32_t>(all_.size());
    all_.push_back(followed);
  }
  /// Calls visit(followed) for all of a person who are still to be looked at.
  template <class Visit>
  void for_each_of(Latest latest, Visit visit) {
    for (; latest != none && latest >= first_; latest = all_[latest - first_].earlier) {
      visit(all_[latest - first_]);
    }
  }
  /// Calls look(followed, which of the follow_up_days) for all who are due up to that day; `states`
  /// is what will be looked at.
  template <class State, class Look>
  void look_until(Day last, const PerPerson<State>& states, Look look) {
    for (std::size_t term = 0; term < follow_ups; ++term) {
      const Day until = last - follow_up_days[term];
      std::size_t at = next_[term] - first_;
      for (; at < all_.size() && all_[at].since <= until; ++at) {
        if (at + people_ahead < all_.size()) states.prefetch(all_[at + people_ahead].slot);
        look(all_[at], term);
      }
      next_[term] = first_ + static_cast<std::uint32_t>(at);
    }
    drop_those_done();
  }

 private:
  /// Where half of them are done: moving the others then costs as much as adding them did.
  void drop_those_done() {
    const std::size_t done = next_.back() - first_;
    if (done < all_.size() - done || done == 0) return;
    all_.erase(all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(done));
    first_ = next_.back();
  }

  std::vector<Followed> all_;
  std::uint32_t first_ = 0;  // number of the front
  std::array<std::uint32_t, follow_ups> next_{};
};

}  // namespace doorstroom

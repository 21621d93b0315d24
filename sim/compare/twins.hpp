// Two worlds with the same people, day by day: whose life is different, since when and through
// what, and what it comes to in each.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/column.hpp"
#include "compare/day_log.hpp"
#include "compare/divergence.hpp"
#include "compare/life.hpp"
#include "compare/translation.hpp"

namespace doorstroom {

/// Which of two worlds.
enum class Side : std::uint8_t { base, alternative };

/// One life, or half of one: how it stands in a world and what it has come to there.
struct LifeHere {
  Standing standing;
  LifeSums sums;
};

/// Somebody whose life is different.
struct Twin {
  Reach reach = Reach::direct;
  /// What they were when their lives parted.
  Profile profile;
  DayCount unemployed = 0;
  DayCount age = 0;  // days; 0 where the model knows no ages
  std::uint16_t list = Standing::nothing;
  std::uint8_t priority = 0;
  std::array<LifeHere, 2> lives;  // by world; only one is followed of those who have no twin
};

/// Follows the people of two replications with the same luck. Both worlds must have the same
/// horizon.
class Twins final {
 public:
  /// All must outlive it. The logs hold the events of the day that is compared.
  Twins(const Model& base, const Model& alternative, const std::vector<std::string>& payers,
        const DayLog& base_log, const DayLog& alternative_log);

  /// After both worlds have lived a day.
  void compare_day(Day today);
  /// After the last day.
  void close(Day end);

  /// Everybody whose life is different, in the order in which lives parted.
  [[nodiscard]] const std::vector<Twin>& different() const { return twins_; }
  /// People who were in both worlds.
  [[nodiscard]] std::int64_t people_in_both() const { return people_in_both_; }
  /// Lives are in the numbering of their own world; this says what that is in the base.
  [[nodiscard]] const Translation& translation() const { return translation_; }

 private:
  static constexpr std::uint32_t no_twin = ~std::uint32_t{0};
  /// What is known of who is stored in a slot of one world.
  struct Here {
    Slot there = no_slot;          // where their twin is stored
    std::uint32_t twin = no_twin;  // their place in `twins_`, once their life is different
    Standing standing;             // while it is not
  };

  void match_arrivals(Day today);
  void compare_person(Slot base, Slot alternative, Day today);
  void live_on(Side side, Slot slot, Day today);
  void begin_alone(Side side, Slot slot, Day today);
  void part(Slot base, Slot alternative, std::size_t parted_at, Day today);
  [[nodiscard]] Twin twin_as_of(Side side, Slot slot, Day today) const;
  void read_on(Side side, std::uint32_t twin, const std::vector<Event>& events, std::size_t from,
               Day today);
  void lived_events(const DayLog& log, Slot slot, std::vector<Event>& into) const;
  [[nodiscard]] Here& at(Side side, Slot slot);
  [[nodiscard]] const LifeReader& reader(Side side) const {
    return side == Side::base ? base_reader_ : alternative_reader_;
  }
  [[nodiscard]] const DayLog& log(Side side) const {
    return side == Side::base ? base_log_ : alternative_log_;
  }

  Translation translation_;
  DivergenceJudge judge_;
  LifeReader base_reader_;
  LifeReader alternative_reader_;
  const DayLog& base_log_;
  const DayLog& alternative_log_;
  std::size_t payers_;
  std::array<Column<Here>, 2> here_;  // by world and slot
  std::vector<Twin> twins_;
  std::int64_t people_in_both_ = 0;
  std::vector<Event> base_events_;  // of one person today
  std::vector<Event> alternative_events_;
  std::unordered_map<std::uint64_t, Slot> arrived_;  // today in the alternative, by identity
};

}  // namespace doorstroom

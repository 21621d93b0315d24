// Phase 3: new people, and before the first day the people who are already there.
#pragma once

#include "engine/labour.hpp"
#include "engine/planner.hpp"
#include "engine/referral_desk.hpp"
#include "engine/trajectories.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class Intake final {
 public:
  Intake(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
         Trajectories& trajectories);

  void admit_stock();
  void admit_arrivals();

 private:
  [[nodiscard]] std::int64_t count_today(std::size_t stream);
  /// Somebody new, and the time they have been unemployed.
  struct Created {
    Slot slot;
    DayCount unemployed;
  };
  Created create(PersonId id, const Sampler& sampler);
  [[nodiscard]] DayCount sample_days(Slot slot, const Stays& stays, Lane lane) const;
  void admit(std::size_t stream, std::uint32_t ordinal);
  void admit_of_stock(const StockCell& cell, PersonId id);
  /// How far somebody of the stock is in what they wait for or are in, or in their status.
  struct Begun {
    std::size_t stage = 0;  // of a measure: phase 0, gap 0, phase 1, ...
    DayCount days_in_stage = 0;
    DayCount days = 0;
  };
  [[nodiscard]] Begun sample_begun(Slot slot, const StockCell& cell) const;

  World& world_;
  Planner& planner_;
  Labour& labour_;
  ReferralDesk& desk_;
  Trajectories& trajectories_;
  std::vector<std::size_t> rate_now_;    // by stream
  std::vector<double> expected_so_far_;  // by stream, for even arrivals
};

}  // namespace doorstroom

// Phase 1: what the calendar does today: resources are renewed and released, prices change,
// measures open and close, priority classes are judged anew.
#pragma once

#include "engine/allocator.hpp"
#include "engine/labour.hpp"
#include "engine/planner.hpp"
#include "engine/referral_desk.hpp"
#include "engine/trajectories.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class PolicyCalendar final {
 public:
  PolicyCalendar(World& world, Planner& planner, Labour& labour, ReferralDesk& desk,
                 Trajectories& trajectories, Allocator& allocator);

  void open_day();

 private:
  void count_stocks();
  [[nodiscard]] std::int64_t people_of(const Resource::ShareOf& share_of) const;
  void close(const std::vector<MeasureIndex>& measures);
  void end_running(const std::vector<MeasureIndex>& measures);
  void end_waiting(MeasureIndex measure);
  void send_back(Slot slot);
  void refer_the_idle();

  World& world_;
  Planner& planner_;
  Labour& labour_;
  ReferralDesk& desk_;
  Trajectories& trajectories_;
  Allocator& allocator_;
  std::vector<bool> was_open_;   // by measure
  std::vector<bool> is_choice_;  // by measure: may the rules refer to it?
};

}  // namespace doorstroom

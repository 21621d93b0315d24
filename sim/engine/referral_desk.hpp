// Phase 4: everyone who needs a referral today gets one, and everyone who is to join a list joins.
#pragma once

#include "engine/labour.hpp"
#include "engine/planner.hpp"
#include "engine/world.hpp"

namespace doorstroom {

class ReferralDesk final : public Lists {
 public:
  ReferralDesk(World& world, Planner& planner, Labour& labour);

  /// Works off who is to be referred and who is to join.
  void open();
  /// Whoever is in a measure that does not refer on joins no list of its kind.
  [[nodiscard]] bool may_join(Slot slot, MeasureIndex measure) const;
  /// A list may not be longer than its maximum once starts are over: today's last joiners go.
  /// True if anybody was turned away.
  bool turn_away_overflow();
  /// Someone who is on a list of the stock, having waited `elapsed` days.
  void join_from_stock(Slot slot, MeasureIndex measure, DayCount elapsed);
  /// The time of an errand (first contact, approval, pause) is over.
  void end_errand(Slot slot);
  /// Sends someone to the rules after a while; at once where there is no delay.
  void receive(Slot slot, const Reception& reception);
  /// Who refused is referred again after a pause, if at all.
  void pause_after_refusal(Slot slot, std::size_t list);
  /// First day of a month: priority classes are judged anew.
  void review_classes();
  /// A start, for the pace of a list.
  void count_start(MeasureIndex measure) { ++starts_this_month_[measure.position()]; }
  void open_month();

  [[nodiscard]] bool is_open(MeasureIndex measure) const override;
  [[nodiscard]] bool is_full(MeasureIndex measure) const override;
  [[nodiscard]] double months_of_starts(MeasureIndex measure) const override;

 private:
  /// A latent attribute and what screening saw of it, which some rule looks at.
  struct Seen {
    ProfileField truth;
    ProfileField image;
  };
  void refer(Slot slot);
  void tell_ideal(Slot slot, KnownFacts known, const Referral& given);
  void request(const JoinRequest& request);
  void join(Slot slot, MeasureIndex measure);
  bool approve(const JoinRequest& request);
  void refuse_admission(Slot slot, MeasureIndex measure, Reason reason);
  void set_errand(Slot slot, Errand errand, Day end, MeasureIndex measure = {});
  [[nodiscard]] bool has_time_left(Slot slot, const Measure& measure) const;
  [[nodiscard]] bool is_waiting_for(Slot slot, MeasureIndex measure) const;
  [[nodiscard]] KnownFacts facts(Slot slot, DayCount waiting) const;
  [[nodiscard]] unsigned class_for(Slot slot, std::size_t list, DayCount waiting) const;
  [[nodiscard]] std::uint32_t lottery(Slot slot, const ListModel& list) const;
  [[nodiscard]] LaneEntry entry(Slot slot, const ListModel& list, Day joined) const;
  [[nodiscard]] Day leaves_on(Slot slot, const ListModel& list, Day joined) const;

  World& world_;
  Planner& planner_;
  Labour& labour_;
  std::vector<std::size_t> lists_in_order_;                 // whatever order the file has
  std::vector<std::int64_t> starts_this_month_;             // by measure
  std::vector<std::vector<std::int64_t>> starts_by_month_;  // finished months, by measure
  std::vector<JoinRequest> joined_today_;                   // on lists with a maximum
  std::vector<Day> full_on_;                                // by measure: the last day
  std::vector<Seen> seen_;
};

}  // namespace doorstroom

// The audit of a replication: a second set of books, kept from the events alone and held against
// the people, lists and accounts themselves. All sums are whole numbers; all must agree exactly.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// Keeps the books and compares them at the end of every year and of the horizon. Throws
/// AuditFailure, naming the account and the day, when they do not balance.
class Audit final : public Recorder {
 public:
  explicit Audit(const Model& model);

  void fold(const EventBlock& block) override;
  void month_end(const MonthView& view) override;

  /// Number of comparisons that were made and held.
  [[nodiscard]] std::int64_t checks() const { return checks_; }

 private:
  void fold(const Event& event, Day day);
  void roll_periods(Day day);
  void charge(const std::vector<Claim>& claims, const Event& event, Day day);
  void change_length(std::size_t list, std::int64_t change, Day day);
  void leave_list(const Event& event, std::size_t list, Day day);
  void compare_people(const MonthView& view);
  void compare_lists(const MonthView& view);
  void compare_list_days(const MonthView& view);
  void compare_accounts(const MonthView& view);
  void hold(const Accounts& accounts, const std::vector<Claim>& claims, Profile profile, Day day,
            std::vector<Amount>& places, std::vector<Amount>& monthly) const;
  void require(std::int64_t expected, std::int64_t found, const std::string& account, Day day);

  const Model& model_;
  std::vector<std::int64_t> in_status_;
  std::vector<std::int64_t> in_measure_;
  std::vector<std::int64_t> length_;     // of lists
  std::vector<std::int64_t> list_days_;  // daily lengths, summed
  std::vector<Day> length_since_;
  std::vector<std::int64_t> days_waited_;  // by those who have left
  std::vector<Amount> used_;               // of contingents and budgets this period, by resource
  std::vector<bool> has_refunds_;
  Day period_day_;
  std::int64_t living_ = 0;
  std::int64_t checks_ = 0;
};

}  // namespace doorstroom

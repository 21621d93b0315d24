// What is left of every resource, to the thousandth and the cent: renewal, release within the
// period, carry-over, obligations. The allocator alone takes from it.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "model/resource.hpp"

namespace doorstroom {

/// Position of one part of one resource among all accounts of a model.
using AccountIndex = std::uint32_t;

/// What a start asks of one account: an amount at once, and money a month.
struct Ask {
  AccountIndex account = 0;
  Amount once = 0;
  Amount per_month = 0;
};

/// How one account stands. Amounts in thousandths or cents, over the present period.
struct AccountState {
  bool exists = false;      // before the first entry of its path a resource limits nothing
  Amount level = 0;         // places; or the amount of the period, what was carried over included
  Amount carried = 0;       // of which carried over from the period before
  Amount released = 0;      // may be used by now
  Amount used = 0;          // places held; starts used; money committed at starts
  Amount empty = 0;         // places that somebody has left and that are not yet offered again
  Amount running = 0;       // money a month, for those who are now in
  Amount paid_monthly = 0;  // of this period, by month
  Amount unfunded = 0;      // obligations of this period that found no money
  Amount late_returns = 0;  // given back after their own period: nobody can use it
  Day dry_since = never;    // first day of the period on which nothing was left
  Day accrued_until;
  std::int64_t accrual = 0;  // cents x days x 12 not yet paid
};

/// How a period ended, for the tables.
struct ClosedPeriod {
  AccountIndex account = 0;
  Day from;
  Day until;
  AccountState state;
  Amount carried_on = 0;
  Amount lapsed = 0;
};

/// All accounts of a replication.
class Accounts final {
 public:
  Accounts(const std::vector<Resource>& resources, Horizon horizon);

  /// Phase 1: what the calendar does to resources today. True if anything changed.
  bool open_day(Day today);
  /// After the last day: closes what is open.
  void close(Day end);

  [[nodiscard]] AccountIndex account(ResourceIndex resource, Profile profile) const {
    const Resource& r = resources_[resource.position()];
    return first_[resource.position()] + static_cast<AccountIndex>(profile.code(r.split_field));
  }
  [[nodiscard]] AccountIndex first_account(ResourceIndex resource) const {
    return first_[resource.position()];
  }
  [[nodiscard]] const Resource& resource_of(AccountIndex account) const {
    return resources_[owner_[account].position()];
  }
  [[nodiscard]] ResourceIndex owner(AccountIndex account) const { return owner_[account]; }
  [[nodiscard]] std::size_t size() const { return states_.size(); }
  [[nodiscard]] const AccountState& state(AccountIndex account) const { return states_[account]; }

  /// The amount of a resource that follows a stock of people, until it is counted again.
  void set_amount(ResourceIndex resource, Amount amount);

  /// Would all of it stay within what is released? Always true for what does not bind or does not
  /// exist yet.
  [[nodiscard]] bool has_room(const Ask& ask) const;
  /// Is it only the release that stands in the way: would the whole period's amount be enough?
  [[nodiscard]] bool only_awaits_release(const Ask& ask) const;
  void take(AccountIndex account, Amount amount, bool monthly);
  /// Places go back to use; monthly money stops.
  void give_back(AccountIndex account, Amount amount, bool monthly);
  /// The unused part of money committed on `committed_on`.
  void refund(AccountIndex account, Amount amount, Day committed_on);
  /// Someone of the stock holds this: counted, whatever is left.
  void hold(AccountIndex account, Amount amount, bool monthly);
  /// The price of what is running changed by so much a month.
  void reprice(AccountIndex account, Amount change_per_month);

  /// Committed in this period: at starts, paid by month, and reserved for those who are in.
  [[nodiscard]] Amount committed(AccountIndex account) const;
  /// Paid in this period, up to and including today.
  [[nodiscard]] Amount paid(AccountIndex account) const;
  [[nodiscard]] const std::vector<ClosedPeriod>& closed_periods() const { return closed_; }
  /// Number of grants that went beyond the level: always 0, or the audit fails.
  [[nodiscard]] std::int64_t overdrawn() const { return overdrawn_; }
  /// Number of times that something was given back.
  [[nodiscard]] std::int64_t returns() const { return returns_; }

 private:
  [[nodiscard]] Amount level_on(AccountIndex account, Day day) const;
  [[nodiscard]] Amount free(AccountIndex account) const;
  [[nodiscard]] Amount pooled_room(AccountIndex account) const;
  [[nodiscard]] bool is_pooled(const Resource& resource) const;
  [[nodiscard]] Amount reserve(Amount per_month) const;
  [[nodiscard]] Amount payable(AccountIndex account, Amount due) const;
  void renew(AccountIndex account, Day today);
  void release(AccountIndex account, Day today);
  void accrue(AccountIndex account, Day until);
  void settle(AccountIndex account);
  void close_period(AccountIndex account, Day until);
  Amount carry_over(AccountIndex account);
  void note_dry(AccountIndex account, Amount taken);
  void refill(Day today);

  const std::vector<Resource>& resources_;
  Horizon horizon_;
  Day today_;
  std::vector<AccountIndex> first_;      // by resource
  std::vector<ResourceIndex> owner_;     // by account
  std::vector<const Account*> account_;  // by account
  std::vector<AccountState> states_;
  std::vector<Day> period_start_;
  /// Places that become free again, in the order of their days; one queue for each account.
  struct Refill {
    Day on;
    Amount amount = 0;
  };
  std::vector<std::deque<Refill>> refills_;
  std::vector<Amount> counted_;  // by account: amounts that follow a stock
  std::vector<Day> changes_;     // days on which some path changes, ascending
  std::vector<ClosedPeriod> closed_;
  std::int64_t overdrawn_ = 0;
  std::int64_t returns_ = 0;
};

}  // namespace doorstroom

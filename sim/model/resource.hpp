// Resources: what limits starts. Amounts are whole numbers: thousandths of places and starts,
// cents of money.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/profile.hpp"

namespace doorstroom {

/// Thousandths (places, starts) or cents (money).
using Amount = std::int64_t;
inline constexpr Amount one_place = 1000;

enum class ResourceKind : std::uint8_t { places, contingent, budget };

/// A level that holds from a day until the next entry.
struct LevelFrom {
  Day from;
  Amount level = 0;
};

/// One part of a resource: of a region or provider, or the whole.
struct Account {
  std::vector<LevelFrom> path;  // by day; before the first entry the resource does not exist
  Amount used_at_start = 0;
};

struct Resource {
  std::string id;
  std::string payer;
  std::string item;  // what the money is for
  ResourceKind kind = ResourceKind::places;
  bool binding = true;
  bool given_back_on_early_end = false;
  bool unlimited = false;  // there is no amount: everything is counted, nothing is short
  /// Months between renewals (12, 3 or 1); 0 for places.
  int period_months = 0;
  /// Cumulative share released by the end of each month of the period, the last one 1.
  std::vector<double> released_by_month;
  double carry_over = 0;
  DayCount refill_after = 0;  // places: days for which one stays empty
  /// The amount is this share of the people of a status or statute, counted at the start of the
  /// horizon and of every year.
  struct ShareOf {
    StatusIndex status;
    bool of_statute = false;
    std::uint8_t statute = 0;
    std::vector<std::pair<Day, double>> share;  // by day
    [[nodiscard]] bool exists() const { return !share.empty(); }
  } share_of;
  /// The attribute it is split by; accounts stand in the order of its codes.
  AttributeIndex split_by;
  ProfileField split_field;  // width 0 where it is not split
  std::vector<Account> accounts;
  /// Month (1-12) and day from which unused amounts are open to all parts; month 0: never.
  unsigned pool_month = 0;
  unsigned pool_day = 0;
};

}  // namespace doorstroom

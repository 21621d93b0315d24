// Resources: the only thing that limits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

enum class ResourceKind : std::uint8_t { places, contingent, budget };
enum class Release : std::uint8_t { monthly, at_once };

/// What a resource leaves at the end of a period for the next one.
struct CarryOver {
  Quantity share;  // 0: none, 1: full

  friend bool operator==(const CarryOver&, const CarryOver&) = default;
};

/// An amount that follows a stock of people, counted at every renewal.
struct ShareOf {
  std::string of;  // a status or a statute
  Path share;
};

/// A resource divided over the values of an attribute (regions, providers).
struct Split {
  std::string by;
  std::map<std::string, Share> shares;
  /// Month and day ("10-01") from which unused amounts are open to everybody; empty: never.
  std::string pool_from;
};

struct Resource {
  std::string id;
  std::string key;
  Text label;
  ResourceKind kind = ResourceKind::places;
  /// Who pays (budgets).
  std::string payer;
  /// What the money is for, in the ledger (budgets).
  std::string item = "measures";
  /// There is no amount to stay within: what is spent is only counted (budgets).
  bool unlimited = false;
  // Exactly one of these; it says how often the resource is renewed.
  std::optional<Path> level;
  std::optional<Path> per_year;
  std::optional<Path> per_quarter;
  std::optional<Path> per_month;
  /// Instead of an amount: a share of the people counted at the start of each year.
  std::optional<ShareOf> share_of;
  /// Places only: how long one stays empty that somebody has left.
  std::optional<Span> refill_after;
  /// Does a shortage stop a start, or is it only counted?
  bool binding = true;
  /// How the amount of a period becomes available; nothing: monthly, or at once for money that is
  /// paid by the month.
  std::optional<Release> release;
  /// Shares of the year released each month, instead of `release`: twelve numbers.
  std::vector<Quantity> release_shares;
  CarryOver carry_over;
  /// Is the unused part of a commitment given back when someone leaves early?
  bool given_back_on_early_end = false;
  std::optional<Quantity> used_at_start;
  std::optional<Split> split;
  /// Measures in the order in which their lists are served where they share this resource.
  std::vector<std::string> serves_first;
};

}  // namespace doorstroom::scenario

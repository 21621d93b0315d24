// What people live on: statutes, the days worked that give a right to one of them, and how long
// that right lasts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doorstroom/scenario/labour_market.hpp"
#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

/// Something to live on: a benefit, a wage, or nothing.
struct Statute {
  std::string id;
  Text label;
  /// Who pays; empty: nobody whose money is counted here.
  std::string payer;
  /// Euro a month for each person; nothing: not counted.
  std::optional<Path> per_month;
  /// Factors on the amount by time on the statute.
  std::vector<DurationFactor> degressive;
};

/// Days worked that give the right, for people under an age.
struct DaysWorked {
  std::optional<Quantity> below_age;  // years; the last one has none
  Quantity days;
  Span within;
};

/// Work gives a right to a statute.
struct WorkRight {
  std::string to;
  std::vector<DaysWorked> needs;  // by age, ascending
  /// Days that count for a month worked: 26 in a week of six days.
  Quantity days_per_month{26, {}};
};

/// From a day on, the right ends after so long unemployed.
struct LimitStep {
  Day from;
  Span after;
};

/// Where someone goes whose right has ended: to a statute, or to a status.
struct AfterLimit {
  std::string to;
  Share p;
};

/// The right to the statute of `right` lasts only so long.
struct BenefitLimit {
  std::vector<LimitStep> steps;  // by day; each holds besides those before it
  std::optional<Condition> except;
  std::vector<AfterLimit> then;
};

struct Benefits {
  std::vector<Statute> statutes;
  std::optional<WorkRight> right;
  std::optional<BenefitLimit> limit;
};

}  // namespace doorstroom::scenario

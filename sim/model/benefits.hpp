// What people live on, as the engine runs it.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/hazard_model.hpp"
#include "model/profile.hpp"
#include "model/resource.hpp"
#include "random/address.hpp"
#include "random/shares.hpp"

namespace doorstroom {

/// The code of a statute: its position in BenefitModel::statutes and in the attribute `benefit`.
using StatuteCode = std::uint8_t;
inline constexpr StatuteCode no_statute = 0xFF;

struct Statute {
  std::string id;
  std::string payer;
  std::vector<LevelFrom> per_month;  // cents, by day; empty: not counted
  std::vector<Step> steps;           // factors by days on the statute; at least one
};

/// Days worked that give the right to people below an age.
struct DaysWorked {
  DayCount below_age = never.since_epoch;
  DayCount days = 0;  // calendar days of work
  DayCount within = 0;
};

/// From `from` on, the right ends after so many days unemployed.
struct LimitStep {
  Day from;
  DayCount after = 0;
};

struct BenefitModel {
  std::vector<Statute> statutes;  // empty: nobody lives on anything
  ProfileField field;
  StatuteCode right = no_statute;  // to which work gives a right
  StatuteCode none = 0;            // the first statute that pays nothing
  std::vector<DaysWorked> needs;
  std::vector<LimitStep> limit;
  std::vector<GroupFactor> except;  // whom the limit spares; the factor means nothing
  /// Where those go whose right ends: a statute, or else a status.
  struct After {
    StatuteCode statute = no_statute;
    StatusIndex status;
  };
  std::vector<After> after_limit;
  Shares after_limit_shares;
  Lane after_limit_lane;

  [[nodiscard]] bool exist() const { return !statutes.empty(); }
};

}  // namespace doorstroom

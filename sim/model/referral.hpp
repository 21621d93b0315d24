// Referral and priority as data: conditions on what is known of a person, and ordered rules.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/profile.hpp"
#include "random/address.hpp"
#include "random/shares.hpp"

namespace doorstroom {

/// What a test looks at.
enum class Fact : std::uint8_t {
  attribute,        // the code of a profile field is among `codes`
  age,              // days lived, in [min, below)
  time_unemployed,  // days
  time_waiting,     // days on the list in question
  coming_from,      // the measure just left is among `measures`
  has_been_in,      // one of `measures` was started before
};

struct Test {
  Fact fact = Fact::attribute;
  ProfileField field;
  std::uint64_t codes = 0;
  std::int32_t min = std::numeric_limits<std::int32_t>::min();
  std::int32_t below = std::numeric_limits<std::int32_t>::max();
  std::vector<MeasureIndex> measures;
};

/// All tests must hold.
using Condition = std::vector<Test>;

enum class LongList : std::uint8_t { wait, next, stay };

struct ReferralRule {
  std::string id;
  Condition when;
  std::vector<MeasureIndex> choices;
  Shares shares;                // over the choices, where they are drawn
  bool in_order = false;        // the first choice that can be taken, instead
  double months_of_starts = 0;  // 0: no look at the list
  LongList then = LongList::next;
  Lane lane;
};

/// The priority classes of a list: the first condition that holds gives the class.
struct PriorityRules {
  std::vector<Condition> classes;
};

struct RuleTable {
  std::vector<ReferralRule> referral;
  std::vector<PriorityRules> priority;  // by list
  /// Days of unemployment and of age at which the answer of a rule may change, ascending.
  std::vector<DayCount> unemployment_limits;
  std::vector<DayCount> age_limits;
};

/// Does some referral rule look at the attribute?
inline bool look_at(const std::vector<ReferralRule>& rules, ProfileField field) {
  return std::ranges::any_of(rules, [&](const ReferralRule& rule) {
    return std::ranges::any_of(rule.when, [&](const Test& test) {
      return test.fact == Fact::attribute && test.field.shift == field.shift &&
             test.field.width == field.width;
    });
  });
}

}  // namespace doorstroom

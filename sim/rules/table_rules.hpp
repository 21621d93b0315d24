// The rules of a scenario: ordered referral rules and priority classes, read from the model's
// tables.
#pragma once

#include "engine/rule_book.hpp"
#include "model/referral.hpp"

namespace doorstroom {

class TableRules final : public RuleBook {
 public:
  /// `table` must outlive the rules.
  explicit TableRules(const RuleTable& table) : table_(table) {}

  [[nodiscard]] Referral refer(const KnownFacts& person, LuckKey whose, const Luck& luck,
                               const Lists& lists) const override;
  [[nodiscard]] unsigned priority(std::size_t list, const KnownFacts& person) const override;

 private:
  [[nodiscard]] MeasureIndex choose(const ReferralRule& rule, std::size_t first,
                                    const Lists& lists) const;

  const RuleTable& table_;
};

}  // namespace doorstroom

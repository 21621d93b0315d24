#include "rules/table_rules.hpp"

#include "rules/conditions.hpp"

namespace doorstroom {

/// The first choice, or the next one in the rule's order that takes people and whose list is not
/// too long; nothing if the rule says to stay.
MeasureIndex TableRules::choose(const ReferralRule& rule, std::size_t first,
                                const Lists& lists) const {
  for (std::size_t i = 0; i < rule.choices.size(); ++i) {
    const MeasureIndex measure = rule.choices[(first + i) % rule.choices.size()];
    if (!measure.exists()) return {};  // the rule's share that stays in basic services
    if (!lists.is_open(measure)) continue;
    const bool full = lists.is_full(measure);  // then even those who would wait go on
    const bool too_long =
        rule.months_of_starts > 0 && lists.months_of_starts(measure) > rule.months_of_starts;
    if (!full && (!too_long || rule.then == LongList::wait)) return measure;
    if (rule.then == LongList::stay) return {};
  }
  return {};
}

Referral TableRules::refer(const KnownFacts& person, LuckKey whose, const Luck& luck,
                           const Lists& lists) const {
  for (std::size_t r = 0; r < table_.referral.size(); ++r) {
    const ReferralRule& rule = table_.referral[r];
    if (!holds(rule.when, person)) continue;
    Referral referral;
    referral.rule = static_cast<std::uint16_t>(r);
    if (rule.choices.empty()) return referral;
    const std::size_t first =
        rule.in_order ? 0 : rule.shares.pick(luck.draw(whose, rule.lane, {person.starts}).first);
    referral.to = choose(rule, first, lists);
    return referral;
  }
  return {};
}

unsigned TableRules::priority(std::size_t list, const KnownFacts& person) const {
  const auto& classes = table_.priority[list].classes;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (holds(classes[c], person)) return static_cast<unsigned>(c);
  }
  return static_cast<unsigned>(classes.size());
}

}  // namespace doorstroom

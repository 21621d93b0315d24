#include "record/limbo.hpp"

namespace doorstroom {

Fate Limbo::fate_of(const NightChange& change) const {
  if (change.measure != NightChange::none || change.ended != NightChange::none) {
    return Fate::happened;
  }
  switch (states_.of_status(change.status)) {
    case BroadState::unemployed:
    case BroadState::ocmw:
      return Fate::open;
    case BroadState::sick:
      return Fate::happened;
    default:
      return Fate::left;
  }
}

bool Limbo::spend(const NightChange& change, Day today) {
  const bool was_waiting = change.had_waited.has(MeasureKinds::last_resort);
  const bool is_advised = was_waiting || change.advised.has(MeasureKinds::last_resort);
  if (!change.is_followed && !is_advised) return false;
  const auto day = static_cast<LimboStay::Days>(today - model_.horizon.start);
  if (!change.is_followed) {
    numbers_[change.slot] = static_cast<std::uint32_t>(stays_.size());
    stays_.push_back({day, day, Fate::open, was_waiting});
  }
  LimboStay& stay = stays_[numbers_[change.slot]];
  stay.fate = fate_of(change);
  stay.until = day;
  return stay.fate == Fate::open;
}

}  // namespace doorstroom

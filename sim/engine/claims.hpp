// Claims on resources, in the amounts of the day and of the person.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/accounts.hpp"
#include "model/measure.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// Applies lists of claims to the accounts. Whoever holds a claim gives back what was taken: the
/// attributes that decide it (region, distance) do not change in between.
class Claims final {
 public:
  Claims(const Model& model, Accounts& accounts);

  /// Phase 1: prices that change today, for those who are in.
  void open_day(Day today);

  [[nodiscard]] bool have_room(const std::vector<Claim>& claims, Profile profile) const;
  /// The same for somebody who gives back at once what they hold now.
  [[nodiscard]] bool have_room(const std::vector<Claim>& claims, Profile profile,
                               const std::vector<Claim>& held) const;
  void take(const std::vector<Claim>& claims, Profile profile);
  /// Someone of the stock: holds places and costs monthly money, uses up nothing.
  void hold(const std::vector<Claim>& claims, Profile profile);
  /// At the end of a stay begun on `since`; `unused` is the share of it that was not needed.
  void give_back(const std::vector<Claim>& claims, Profile profile, Day since, double unused);

  /// What a list of claims asks of each account, all claims on it together.
  [[nodiscard]] std::vector<Ask> asks(const std::vector<Claim>& claims, Profile profile) const;
  [[nodiscard]] Amount amount(const Claim& claim, unsigned distance) const;
  [[nodiscard]] const Accounts& accounts() const { return accounts_; }
  [[nodiscard]] AccountIndex account(const Claim& claim, Profile profile) const {
    return accounts_.account(claim.resource, profile);
  }
  [[nodiscard]] unsigned distance(Profile profile) const {
    return profile.code(model_.fields.distance);
  }

 private:
  [[nodiscard]] static bool is_monthly(const Claim& claim) { return claim.charge == Charge::month; }
  [[nodiscard]] Amount amount_on(const Claim& claim, unsigned distance, Day day) const;
  void add(Ask& ask, const Claim& claim, Profile profile) const;
  void count(const Claim& claim, Profile profile, int people);

  const Model& model_;
  Accounts& accounts_;
  Day today_;
  std::vector<const Claim*> metered_;
  std::vector<Day> price_changes_;                 // of metered claims, ascending
  std::vector<std::vector<std::int64_t>> meters_;  // people, by claim; distance x account
};

}  // namespace doorstroom

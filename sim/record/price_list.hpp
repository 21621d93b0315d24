// What budgets owe for somebody, from the claims of a measure or phase.
#pragma once

#include <vector>

#include "model/model.hpp"

namespace doorstroom {

/// The money in a list of claims. Obligations: they count whether or not the budget has the money.
class PriceList final {
 public:
  PriceList() = default;
  PriceList(const Model& model, const std::vector<Claim>& claims);

  /// Cents at a start on that day, for somebody with that profile.
  [[nodiscard]] double at_start(Profile profile, Day day) const;
  /// Cents by the month, from a day of the horizon until the day before another.
  [[nodiscard]] double by_month(Profile profile, Day from, Day until) const;
  [[nodiscard]] bool is_empty() const { return prices_.empty(); }

 private:
  struct Price {
    const Claim* claim = nullptr;
    const Resource* budget = nullptr;
    /// Paid by the month: cents up to each day of the horizon, by distance or one for all.
    std::vector<std::vector<double>> paid;
  };
  void add(const Model& model, const Claim& claim);
  [[nodiscard]] Day exists_from(const Price& price, Profile profile) const;
  [[nodiscard]] std::size_t column(const Price& price, Profile profile) const;

  ProfileField distance_;
  Day start_;
  std::vector<Price> prices_;
};

}  // namespace doorstroom

// The resource that is sized, and scenarios with other levels of it.
#pragma once

#include <cstddef>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

/// A level for each of the years that are sized, at full size: places, starts or euro in a period.
using Levels = std::vector<double>;

/// More than anybody can use, in places, starts or euro; 256 of it are still exact cents.
inline constexpr double unlimited_level = 1e12;

class SizedResource final {
 public:
  /// `resource` is a position among those of the scenario; `years` ascend. The scenario must
  /// outlive it.
  SizedResource(const scenario::Scenario& scenario, std::size_t resource, std::vector<int> years);

  [[nodiscard]] const std::vector<int>& years() const { return years_; }
  /// The levels there are now, on 1 January of each year.
  [[nodiscard]] const Levels& present() const { return present_; }
  /// Levels are multiples of it: at a part of the people smaller steps would change nothing, and
  /// for money they would be lost in chance.
  [[nodiscard]] double step() const { return step_; }
  /// The path with these levels in the years that are sized and unchanged in all others, as steps.
  [[nodiscard]] scenario::Path path(const Levels& levels) const;
  /// The scenario with that path, simulated until `end` only.
  [[nodiscard]] scenario::Scenario with(const Levels& levels, Day end) const;

 private:
  const scenario::Scenario& scenario_;
  std::size_t resource_;
  std::vector<int> years_;
  Levels present_;
  double step_ = 1;
};

/// The path that says how much there is of a resource; null where there is no such path (an amount
/// that follows a stock of people, or none at all).
const scenario::Path* path_of(const scenario::Resource& resource);
scenario::Path* path_of(scenario::Resource& resource);

}  // namespace doorstroom

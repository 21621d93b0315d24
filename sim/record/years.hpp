// The calendar years that a horizon touches, for tables by year.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "doorstroom/calendar.hpp"

namespace doorstroom {

class Years final {
 public:
  explicit Years(Horizon horizon) : horizon_(horizon), first_(civil(horizon.start).year) {}

  [[nodiscard]] std::size_t size() const {
    return static_cast<std::size_t>(civil(horizon_.end - 1).year - first_) + 1;
  }
  /// Position of the year of a day within the horizon.
  [[nodiscard]] std::size_t of(Day day) const {
    return static_cast<std::size_t>(civil(day).year - first_);
  }
  [[nodiscard]] std::string label(std::size_t year) const {
    return std::to_string(first_ + static_cast<int>(year));
  }
  /// The first day of the year, simulated or not.
  [[nodiscard]] Day first_day(std::size_t year) const {
    return day_of(first_ + static_cast<int>(year), 1, 1);
  }
  /// The last day of the year that is simulated.
  [[nodiscard]] Day last_day(std::size_t year) const {
    return std::min(first_day(year + 1), horizon_.end) - 1;
  }

 private:
  Horizon horizon_;
  int first_;
};

}  // namespace doorstroom

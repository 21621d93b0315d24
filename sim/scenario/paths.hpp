// What a path over time says on a day.
#pragma once

#include <vector>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

/// The value of a path on a day: of its last entry, grown or interpolated; 0 before its first.
double value_on(const Path& path, Day day);

/// The days on which a path takes another value within a horizon, its start first. A linear path
/// goes in monthly steps.
std::vector<Day> change_days(const Path& path, Horizon horizon);

}  // namespace doorstroom::scenario

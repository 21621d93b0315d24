// What a path over time says on a day.
#pragma once

#include <vector>

#include "doorstroom/scenario/people.hpp"

namespace doorstroom::scenario {

/// The value of a path on a day: of its last entry, grown or interpolated; 0 before its first.
double value_on(const Path& path, Day day);

/// The days on which a path takes another value within a horizon, its start first. A linear path
/// goes in monthly steps.
std::vector<Day> change_days(const Path& path, Horizon horizon);

/// People a year of a stream on a day, without its seasonality.
double people_a_year(const Arrivals& arrivals, Day day);

/// The days on which that changes within a horizon, its start first, in order.
std::vector<Day> change_days(const Arrivals& arrivals, Horizon horizon);

}  // namespace doorstroom::scenario

// Whom an observer meets in a measure: longer stays more often, and everyone somewhere in between.
#pragma once

#include "model/measure.hpp"
#include "model/people.hpp"

namespace doorstroom {

/// How far people are in a measure at an arbitrary moment, if it has been running for long: the
/// chance of being met on a day of a stage is proportional to that of still being there, drop-out
/// counted, ways out of the labour market not.
StationaryAge stationary_age(const Measure& measure, unsigned distance);

}  // namespace doorstroom

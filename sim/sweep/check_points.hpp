// What is wrong with the points of a sweep, said once and of the number that is to blame.
#pragma once

#include "doorstroom/load.hpp"

#include "study/experiment.hpp"
#include "sweep/vary.hpp"

namespace doorstroom {

/// Throws PointsError where an option of the command is varied, ScenarioError with everything that
/// keeps any of the points from being simulated, RunStopped.
void check_points(const ScenarioFiles& files, const SweepPoints& points, int threads,
                  const KeepGoing& keep_going);

}  // namespace doorstroom

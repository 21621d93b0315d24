// A scenario compiled into the model that is simulated.
#pragma once

#include "doorstroom/scenario/scenario.hpp"

#include "model/model.hpp"

namespace doorstroom::scenario {

/// Compiles a scenario that has passed validation.
Model compile(const Scenario& scenario);

}  // namespace doorstroom::scenario

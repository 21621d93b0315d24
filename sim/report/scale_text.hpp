// What a run of a part of the people means, for readers.
#pragma once

#include <vector>

#include "doorstroom/scenario/values.hpp"

#include "model/model.hpp"

namespace doorstroom {

/// "Run at scale 0.1: one simulated person stands for 10 people. ..."
scenario::Text scale_notice(double scale);

/// Places of which the simulated part is noticeably more or less than it should be, because places
/// are whole.
struct RoundedPlaces {
  ResourceIndex resource;
  Day from;
  double places = 0;     // at full size
  double simulated = 0;  // places in the simulation
};

/// For each such resource where it is farthest off. `full` and `part` are the same model, the
/// second with `scale` of the people.
std::vector<RoundedPlaces> rounded_places(const Model& full, const Model& part, double scale);

}  // namespace doorstroom

// What a study is likely to take, found by simulating a few of its people.
#pragma once

#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "model/model.hpp"

namespace doorstroom {

struct Forecast {
  double seconds = 0;        // of one replication
  double bytes = 0;          // likewise: as often as there are threads
  double bytes_of_data = 0;  // of names of figures and tables, once
};

/// Everybody who is ever simulated in a replication, about.
double expected_people(const Model& model);

/// The scenario at a smaller scale, so that about so many people are simulated; never at a larger
/// one. `people` is how many there are at its own scale.
scenario::Scenario with_few_people(const scenario::Scenario& scenario, double people, double few);

/// Simulates one replication with some thousands of the scenario's people and extrapolates; a
/// second or two at most. Of several scenarios side by side: their sum.
Forecast forecast_of(const std::vector<scenario::Scenario>& scenarios);

}  // namespace doorstroom

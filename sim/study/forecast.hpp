// What a study is likely to take, found by simulating a few of its people.
#pragma once

#include <vector>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

struct Forecast {
  double seconds = 0;        // of one replication
  double bytes = 0;          // likewise: as often as there are threads
  double bytes_of_data = 0;  // of names of figures and tables, once
};

/// Simulates one replication with some thousands of the scenario's people and extrapolates; a
/// second or two at most. Of several scenarios side by side: their sum.
Forecast forecast_of(const std::vector<scenario::Scenario>& scenarios);

}  // namespace doorstroom

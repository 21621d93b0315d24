// The continuum check: is there a fitting measure for every profile? Which profiles match no rule
// that leads to a measure suited to them (gaps), which match several (overlaps), whom the rules
// leave in basic services although there is one, and how many people that is. Nothing is simulated;
// people are assessed without error.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace doorstroom {

/// A profile, by the attributes and durations that the rules look at.
struct ContinuumProfile {
  std::string description;         // "assessed_distance large, months_unemployed 12-24"
  double at_start = 0;             // people of the stock
  double a_year = 0;               // people arriving a year
  std::vector<std::string> rules;  // that hold, in order
  double staying_at_start = 0;  // of at_start: whom the first rule that holds leaves where they are
  double staying_a_year = 0;
};

struct Continuum {
  bool has_rules = false;
  double people_at_start = 0;
  double people_a_year = 0;
  std::vector<ContinuumProfile> gaps;      // the largest first
  std::vector<ContinuumProfile> overlaps;  // more than one measure
  std::vector<ContinuumProfile> staying;   // a measure, but not for all; most staying first
};

Continuum continuum_of(const Model& model);

}  // namespace doorstroom

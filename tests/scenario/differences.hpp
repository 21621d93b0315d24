// What a scenario that extends another one changes, and what its file says about it.
#pragma once

#include <string>
#include <vector>

#include "scenario/shape.hpp"

namespace doorstroom::scenario {

/// Places where two resolved scenarios differ although `said`, the file that makes one of the
/// other, says nothing there.
std::vector<std::string> unsaid_differences(const Json& base, const Json& with, const Json& said);

/// Numbers of `said` that are not what they claim to be of the scenario it extends: with the same
/// source as there but another value, or with a note such as "reference × 0.7" (× + -) that does
/// not come out within rounding (half a percent).
std::vector<std::string> untrue_to_base(const Json& base, const Json& said);

}  // namespace doorstroom::scenario

// A small study: tens of people, a list for some places, half a year; a fraction of a millisecond.
#pragma once

#include <string>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom::tests {

/// Some wait at the start and ten a month join; some find and lose jobs, and leave the list.
/// `more` are further members of the scenario, each with a comma behind it: R"("seed": 2,)".
scenario::Scenario queue_for_places(int places = 8, const std::string& more = {});

}  // namespace doorstroom::tests

// What every scenario has without saying so: the usual statuses, distance classes and facts.
#pragma once

#include <array>
#include <string_view>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom::scenario {

/// Attribute under which the distance to the labour market is known.
inline constexpr std::string_view distance_attribute = "distance";

/// What conditions may test besides attributes.
inline constexpr std::array<std::string_view, 5> usual_facts{
    "age", "months_unemployed", "months_waiting", "coming_from", "has_been_in"};

/// The months as seasonality names them.
inline constexpr std::array<std::string_view, 12> month_names{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

/// Adds the statuses that the scenario does not define itself, the five distance classes where it
/// names none, and the latent attribute `distance`; says how resources are released that do not say
/// it themselves, and that the lists of screening services are of that kind.
void add_the_usual(Scenario& scenario);

}  // namespace doorstroom::scenario

// Scenarios for tests, given as JSON text and read by the loader that users have.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doorstroom/load.hpp"

namespace doorstroom::tests {

/// The scenario of a JSON text, read and validated as a file would be. Throws ScenarioError.
LoadedScenario read(const std::string& json);

/// A scenario from its horizon and the members of its object: in("2025-01-01", "2025-02-01",
/// R"("measures": [...])").
std::string in(std::string_view start, std::string_view end, std::string_view members);

/// A stream that brings so many people on each of these days and nobody on others; `more` are
/// further members of it (R"("refer_to": "m")"). Days in order, none next to another.
std::string people_on(std::string_view id, const std::vector<std::pair<std::string, int>>& days,
                      std::string_view more = {});

/// The same text with every `what` replaced.
std::string with(std::string text, std::string_view what, std::string_view instead);

}  // namespace doorstroom::tests

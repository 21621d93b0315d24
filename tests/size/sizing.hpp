// Sizing for tests: small scenarios, few replications.
#pragma once

#include <string>
#include <vector>

#include "size/size.hpp"

namespace doorstroom::tests {

/// Sizes a resource of a scenario on two threads.
SizeResult size(const std::string& json, const std::string& resource,
                const std::vector<std::string>& targets, std::size_t replications = 10);

/// A measure with these needs ({"resource": ...}, ...), 2025 and 2026 ahead and some months to
/// follow people: five ask for it on 3 March 2025, seven on 2 June 2025 and four on 3 March 2026.
/// Stays are of 60 days. Nothing is left to chance. `more` are further members of the measure.
std::string sixteen_people(const std::string& resources, const std::string& needs,
                           const std::string& more = {});

}  // namespace doorstroom::tests

// Which figures of a comparison chance alone could explain.
#pragma once

#include <optional>
#include <string>

#include "doorstroom/compare.hpp"

#include "report/findings.hpp"

namespace doorstroom {

/// A warning that names the headline figures of a year, and those of the carousel of the last year
/// that is known, whose difference cannot be told from chance; nothing where there are none.
std::optional<Finding> inside_the_noise(const Comparison& comparison, double confidence,
                                        const std::string& year);

}  // namespace doorstroom

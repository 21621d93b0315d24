// How closely the figures of a study with automatic replications are known, in words.
#pragma once

#include <cstddef>

#include "doorstroom/run.hpp"
#include "doorstroom/scenario/values.hpp"

namespace doorstroom {

/// "23 replications were enough: ..." or "1,000 replications were not enough: ...".
scenario::Text precision_text(const PrecisionReached& reached, std::size_t replications);

}  // namespace doorstroom

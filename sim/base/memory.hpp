// How much memory the program has used.
#pragma once

#include <cstdint>

namespace doorstroom {

/// The most that has been in memory at once since the program began, in bytes.
std::int64_t peak_memory();

}  // namespace doorstroom

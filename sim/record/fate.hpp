// What became of somebody who was followed until something happened to them.
#pragma once

#include <cstdint>

namespace doorstroom {

enum class Fate : std::uint8_t {
  happened,
  left,  // something else happened first, after which it cannot
  open,  // nothing had happened when the follow-up ended
};

}  // namespace doorstroom

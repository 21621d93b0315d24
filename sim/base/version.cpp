#include "doorstroom/version.hpp"

#include "base/commit.hpp"

namespace doorstroom {

std::string_view version() {
  return DOORSTROOM_VERSION;
}

std::string_view commit() {
  return DOORSTROOM_COMMIT;
}

}  // namespace doorstroom

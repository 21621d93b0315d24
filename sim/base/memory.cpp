#include "base/memory.hpp"

#include <sys/resource.h>

namespace doorstroom {

std::int64_t peak_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  constexpr std::int64_t kibibyte = 1024;
  return usage.ru_maxrss * kibibyte;
}

}  // namespace doorstroom

// The CSV file of sweep --list.
#include "fuzz/target.hpp"
#include "sweep/vary.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace doorstroom;
  try {
    (void)list_of(fuzz::put("points.csv", fuzz::text_of(data, size)));
  } catch (const PointsError&) {
  }
  return 0;
}

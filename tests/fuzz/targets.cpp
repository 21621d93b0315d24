// The targets of size, a line each, for each kind of resource.
#include "doorstroom/load.hpp"

#include "fuzz/target.hpp"
#include "size/target.hpp"

namespace doorstroom::fuzz {

namespace {

void read(std::string_view line) {
  static const scenario::Scenario scenario = load_scenario(small_scenario()).scenario;
  const int year = civil(scenario.horizon.start).year;
  for (const scenario::Resource& resource : scenario.resources) {
    try {
      const Target target = parse_target(line, scenario, resource);
      (void)target.bound_in(year);
      (void)target.holds(target.bound, year);
    } catch (const SizeRequestError&) {
    }
  }
}

}  // namespace

}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = doorstroom::fuzz::text_of(data, size);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    doorstroom::fuzz::read(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return 0;
}

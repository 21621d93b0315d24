// A scenario file. What it extends and includes are the two files that stand beside it.
#include <algorithm>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/load.hpp"

#include "fuzz/target.hpp"
#include "scenario/compile.hpp"

namespace doorstroom::fuzz {

namespace {

/// The margins of a fuzzed scenario may be large on purpose; what is read is compiled only where
/// that is a matter of moments.
bool is_small(const scenario::Scenario& scenario) {
  constexpr DayCount decades = 36'525;
  constexpr std::size_t few = 50;
  return scenario.horizon.days() < decades && scenario.measures.size() < few &&
         scenario.arrivals.size() + scenario.stock.size() < few;
}

void read(std::string_view text) {
  (void)small_scenario();
  put("margin.csv", "region,share\nnorth,0.4\nsouth,0.6\n");
  try {
    const scenario::Scenario scenario = load_scenario(put("scenario.json", text)).scenario;
    if (is_small(scenario)) (void)scenario::compile(scenario);
    (void)read_again(scenario);  // what was accepted is accepted as it is written out
  } catch (const ScenarioError& error) {
    for (const Diagnostic& problem : error.diagnostics()) (void)to_text(problem);
  }
}

}  // namespace

}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::read(doorstroom::fuzz::text_of(data, size));
  return 0;
}

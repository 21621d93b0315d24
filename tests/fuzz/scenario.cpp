// A scenario file. What it extends and includes are the two files that stand beside it.
#include <optional>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/load.hpp"

#include "fuzz/target.hpp"
#include "scenario/compile.hpp"

namespace doorstroom::fuzz {

namespace {

/// Is it compiled in a moment? A scenario may be large on purpose.
bool is_small(const scenario::Scenario& scenario) {
  constexpr DayCount decades = 36'525;
  constexpr std::size_t few = 50;
  return scenario.horizon.days() < decades && scenario.measures.size() < few &&
         scenario.arrivals.size() + scenario.stock.size() < few;
}

std::optional<scenario::Scenario> accepted(std::string_view text) {
  try {
    return load_scenario(put("scenario.json", text)).scenario;
  } catch (const ScenarioError& error) {
    for (const Diagnostic& problem : error.diagnostics()) (void)to_text(problem);
    return std::nullopt;
  }
}

void read(std::string_view text) {
  (void)small_scenario();
  put("margin.csv", "region,share\nnorth,0.4\nsouth,0.6\n");
  const auto scenario = accepted(text);
  if (!scenario) return;
  if (is_small(*scenario)) (void)scenario::compile(*scenario);
  (void)read_again(*scenario);  // what was accepted is accepted as it is written out
}

}  // namespace

}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::read(doorstroom::fuzz::text_of(data, size));
  return 0;
}

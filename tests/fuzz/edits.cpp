// Pointers and values of --vary: a line each, "PATH=values", all together.
#include <string>
#include <vector>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/load.hpp"

#include "fuzz/target.hpp"
#include "sweep/vary.hpp"

namespace doorstroom::fuzz {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

void try_points(const ScenarioFiles& scenario, const SweepPoints& points) {
  constexpr std::size_t a_few = 3;
  for (std::size_t point = 0; point < points.size() && point < a_few; ++point) {
    try {
      (void)scenario.with(points.edits(point));
    } catch (const ScenarioError& error) {
      for (const Diagnostic& problem : error.diagnostics()) (void)to_text(problem);
    }
  }
}

void read(std::string_view text) {
  static const ScenarioFiles scenario(small_scenario());
  try {
    const std::vector<Variation> variations = variations_of(lines_of(text));
    try_points(scenario, grid_of(variations));
    try_points(scenario, together_of(variations));
  } catch (const PointsError&) {
  }
}

}  // namespace

}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::read(doorstroom::fuzz::text_of(data, size));
  return 0;
}

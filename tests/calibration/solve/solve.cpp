// calibrate [SCALE] [ROUNDS]
//
// Solves the yearly calibration factors of job finding in scenarios/flanders/labour-market.json, so
// that the jobseekers at the end of every year are the published ones, instruments running. Prints
// how far each round was off, and the path to put into the file.
//
// A factor of a year moves the stock of that year's end and, through those who stay, the next ones:
// each is changed by what is off at its own end beyond what was already off a year before.
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

#include <fmt/format.h>

#include "calibration/flanders.hpp"

namespace doorstroom::tests {
namespace {

/// About half of the stock of one year's end is still there at the next.
constexpr double carried_over = 0.5;
/// A percent more job finding leaves somewhat more than half a percent fewer jobseekers.
constexpr double response = 1.8;

scenario::Path& calibration(scenario::Scenario& scenario) {
  for (scenario::Exit& exit : scenario.labour_market.exits) {
    if (exit.id == "job_finding") return *exit.calibration;
  }
  throw std::runtime_error("no way out is called job_finding");
}

std::map<int, double> deviations(const scenario::Scenario& scenario, double scale) {
  const Flanders run(scenario, scale);
  std::map<int, double> ratios;
  for (const auto& [year, published] : published_jobseekers()) {
    ratios[year] = run.jobseekers(year) / published;
  }
  return ratios;
}

void correct(scenario::Path& factors, const std::map<int, double>& ratios) {
  double before = 1;
  for (const auto& [year, ratio] : ratios) {
    for (auto& step : factors.entries) {
      if (civil(step.from).year == year) {
        step.value.value *= std::pow(ratio / std::pow(before, carried_over), response);
      }
    }
    before = ratio;
  }
}

void solve(double scale, int rounds) {
  LoadedScenario loaded = load_scenario(DOORSTROOM_TOP "/scenarios/flanders-2017.json");
  scenario::Path& factors = calibration(loaded.scenario);
  for (int round = 0; round <= rounds; ++round) {
    const std::map<int, double> ratios = deviations(loaded.scenario, scale);
    fmt::print("round {}:", round);
    for (const auto& [year, ratio] : ratios) fmt::print("  {} {:+.2f} %", year, 100 * (ratio - 1));
    fmt::print("\n");
    if (round < rounds) correct(factors, ratios);
  }
  for (const auto& step : factors.entries) {
    fmt::print("\"{}\": {:.3f}\n", civil(step.from).year, step.value.value);
  }
}

}  // namespace
}  // namespace doorstroom::tests

int main(int count, char** arguments) {
  const double scale = count > 1 ? std::atof(arguments[1]) : 0.1;
  const int rounds = count > 2 ? std::atoi(arguments[2]) : 5;
  if (scale <= 0 || scale > 1 || rounds < 0) {
    fmt::print(stderr, "calibrate [SCALE, above 0 to 1] [ROUNDS]\n");
    return 2;
  }
  doorstroom::tests::solve(scale, rounds);
  return 0;
}

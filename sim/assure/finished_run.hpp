// A finished run as it lies on disk: what can be said of it without simulating anything.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/figures.hpp"
#include "doorstroom/scenario/scenario.hpp"

#include "report/language.hpp"

namespace doorstroom {

/// What manifest.json says of a run.
struct RunFacts {
  std::string version;
  std::string commit;
  std::string command;
  std::string compiler;
  std::string boost;
  std::uint64_t seed = 0;
  double scale = 1;
  std::size_t replications = 0;
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
  double seconds = 0;
  int threads = 0;
  /// File names with their SHA-256.
  std::vector<std::pair<std::string, std::string>> inputs;
  /// Result files that are missing or no longer what the run wrote.
  std::vector<std::string> damaged;
  /// Largest deviation from a margin over all sources that were made out of margins.
  std::optional<double> largest_margin_deviation;
};

/// A figure of tables/headline.csv.
struct HeadlineFigure {
  std::string year;
  std::string indicator;
  std::string subject;
  std::string unit;
  Summary summary;  // mean, sd and replications
};

struct FinishedRun {
  RunFacts facts;
  /// Of scenario.resolved.json: everything left out has its default.
  scenario::Scenario scenario;
  /// Every number that the scenario's own files gave: its status and its source.
  std::vector<scenario::Evidence> evidence;
  std::vector<HeadlineFigure> headline;
  /// Warnings of the report.
  std::vector<scenario::Text> warnings;
};

/// Reads the directory of a finished run. Throws FileError with what is wrong if it is none: no
/// manifest, another kind of result, another format.
FinishedRun read_finished_run(const std::filesystem::path& directory);

}  // namespace doorstroom

// manifest.json: what a result was made from, and how to make it again.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/load.hpp"
#include "doorstroom/run.hpp"

#include "report/event_log.hpp"
#include "sweep/vary.hpp"

namespace doorstroom {

/// How a run was asked for, and what its machine did. Nothing here changes a result.
struct RunRecord {
  std::string command;  // as it can be typed again
  int threads = 0;
  double seconds = 0;       // wall time
  std::string finished_at;  // UTC, "2026-11-21T10:00:00Z"
};

/// A file the scenario was read from.
struct InputFile {
  std::string name;    // without its folder
  std::string sha256;  // of its content
};

/// The files of a scenario with their digests, the named one first.
std::vector<InputFile> input_files(const LoadedScenario& loaded);

/// The manifest as JSON. `outputs` maps file names to their content's SHA-256. What depends on the
/// machine stands in "machine", apart from what does not. `events`: of the event log, if there is
/// one.
std::string manifest_text(const LoadedScenario& loaded, const RunResult& result,
                          const std::map<std::string, std::string>& outputs,
                          const RunRecord& record, const std::optional<EventLogFacts>& events);

/// What a study of several scenarios was made from; the first one gives the seed and the scale.
struct StudyFacts {
  std::string kind;  // "compare"
  std::vector<const LoadedScenario*> scenarios;
  std::size_t replications = 0;
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
  /// Of a sweep: the numbers that are varied, and their values at each point.
  SweepPoints points = {};
  /// Where replications were automatic.
  std::optional<PrecisionReached> precision = {};
};

/// The manifest of such a study as JSON, likewise.
std::string study_manifest_text(const StudyFacts& facts,
                                const std::map<std::string, std::string>& outputs,
                                const RunRecord& record);

}  // namespace doorstroom

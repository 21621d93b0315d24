// All files of a run.
#pragma once

#include <optional>

#include "doorstroom/load.hpp"
#include "doorstroom/run.hpp"

#include "base/files.hpp"
#include "report/event_log.hpp"
#include "report/language.hpp"
#include "report/manifest.hpp"

namespace doorstroom {

/// Writes tables/*.csv, scenario.resolved.json, report.json, report.html and manifest.json,
/// the last one last. `events`: of the event log that is there already, if one was asked for.
void write_run(const ResultDirectory& directory, const LoadedScenario& loaded,
               const RunResult& result, const RunRecord& record, Language language,
               const std::optional<EventLogFacts>& events = {});

}  // namespace doorstroom

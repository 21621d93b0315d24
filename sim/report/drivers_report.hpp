// All files of a study of what drives the carousel, and what the terminal says of it.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/load.hpp"

#include "base/files.hpp"
#include "drivers/drivers.hpp"
#include "report/findings.hpp"
#include "report/language.hpp"
#include "report/manifest.hpp"

namespace doorstroom {

/// A study that was done. All must outlive it.
struct DriversStudy {
  const LoadedScenario& base;
  const SwitchedWorlds& worlds;
  const DriversResult& result;
};

/// Writes tables/drivers.csv, tables/switched.csv, scenarios/*.json, report.json, report.html
/// and manifest.json, the last one last.
void write_drivers(const ResultDirectory& directory, const DriversStudy& study,
                   const RunRecord& record, Language language);

/// What the study says, for the terminal.
std::string drivers_text(const DriversStudy& study, Language language);

/// Sentences on what is found and when not to trust it, warnings first. `about` is "cause:<id>",
/// "all", "interaction", "noise", "cohorts", "people", "replications" or "scale".
std::vector<Finding> driver_findings(const DriversStudy& study);

/// report.json as one line; see docs/reference/report-data.md.
std::string drivers_data(const DriversStudy& study, const RunRecord& record, Language language);

/// What a cause is called, or what all of them are together ("all", "sum", "interaction").
scenario::Text label_of_driver(const std::string& id);

/// Why a cause cannot be switched off in a scenario.
scenario::Text why_not_applicable(Cause cause);

/// What a figure of the carousel is called.
scenario::Text label_of_figure(CarouselFigure figure);

/// Why there is nothing to study in a scenario, for the command line; empty if there is.
std::string why_no_drivers(const scenario::Scenario& scenario, const SwitchedWorlds& worlds);

}  // namespace doorstroom

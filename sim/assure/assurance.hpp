// assurance.md: the reporting checklists of simulation studies, filled from a finished run.
#pragma once

#include <string>
#include <vector>

#include "assure/checklist.hpp"
#include "assure/finished_run.hpp"

namespace doorstroom {

/// The sections of the checklist of Monks et al., "Strengthening the reporting of empirical
/// simulation studies: introducing the STRESS guidelines", Journal of Simulation 13 (2019), 55-67:
/// STRESS-DES, with what STRESS-ABS asks beside it.
Section objectives_section(const FinishedRun& run, const Tongue& say);
Section logic_section(const FinishedRun& run, const Tongue& say);
Section components_section(const FinishedRun& run, const Tongue& say);
Section data_section(const FinishedRun& run, const Tongue& say);
Section experiment_section(const FinishedRun& run, const Tongue& say);
Section implementation_section(const FinishedRun& run, const Tongue& say);

/// Where the run stops being a guide: horizon, spread, scale, assumptions, audit.
Section limits_section(const FinishedRun& run, const Tongue& say);

/// The whole page, in Markdown.
std::string assurance_text(const FinishedRun& run, Language language);

}  // namespace doorstroom

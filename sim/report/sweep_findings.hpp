// What a sweep says, in sentences.
#pragma once

#include <string>
#include <vector>

#include "report/findings.hpp"
#include "report/swept_figures.hpp"
#include "sweep/vary.hpp"

namespace doorstroom {

/// What was swept, and what came of it in one year.
struct SweptStudy {
  const LoadedScenario& base;
  const SweepPoints& points;
  std::vector<SweptFigure> figures;
  std::string year;
  std::size_t replications = 0;
  std::int64_t audit_checks = 0;
};

/// Sentences on what moves with the varied numbers and when not to trust it, warnings first.
/// `about` is "figure:<indicator>:<subject>", "noise", "points", "replications" or "scale".
std::vector<Finding> sweep_findings(const SweptStudy& study);

}  // namespace doorstroom

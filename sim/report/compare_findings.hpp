// What a comparison says, in sentences: written from the differences by rules, in both languages.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/compare_report.hpp"
#include "report/findings.hpp"

namespace doorstroom {

/// One sentence; `about`: "differing", "list:<measure>", "wait:<measure>", "starts:<measure>",
/// "work", "headline", "people", "displaced", "cost", "carousel", "who", "scale" or "replications".
struct CompareFinding {
  Finding finding;
  std::optional<std::size_t> alternative;  // none: about all of them
};

/// Those about all alternatives first, then by alternative; warnings before facts in each.
std::vector<CompareFinding> findings_of(const ComparedScenarios& scenarios,
                                        const CompareResult& result);

}  // namespace doorstroom

// What a run says, in sentences: written from the results by rules, in both languages.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

#include "report/overview.hpp"

namespace doorstroom {

enum class Weight : std::uint8_t { warning, fact };

/// Findings that open a report, and those that are there for whoever asks for more.
enum class Prominence : std::uint8_t { main, more };

/// One sentence, and what it is about, as docs/reference/report-data.md lists it:
/// "list:<measure>" (its length), "wait:<measure>", "resource:<resource>", "assumptions", ...
struct Finding {
  Weight weight = Weight::fact;
  std::string about;
  scenario::Text text;
  Prominence prominence = Prominence::main;
};

/// At most so many findings are main ones, warnings included.
inline constexpr std::size_t most_main_findings = 10;

/// The findings of a run: warnings first, then facts, each from the most important one on.
std::vector<Finding> findings_of(const LoadedScenario& loaded, const RunResult& result,
                                 const Overview& overview);

}  // namespace doorstroom

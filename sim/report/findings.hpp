// What a run says, in sentences: written from the results by rules, in both languages.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

#include "report/overview.hpp"

namespace doorstroom {

enum class Weight : std::uint8_t { warning, fact };

/// One sentence, and what it is about: "list:<measure>" (its length), "wait:<measure>",
/// "held_back:<measure>", "resource:<resource>", "scale" or "assumptions".
struct Finding {
  Weight weight = Weight::fact;
  std::string about;
  scenario::Text text;
};

/// The findings of a run, warnings first.
std::vector<Finding> findings_of(const LoadedScenario& loaded, const RunResult& result,
                                 const Overview& overview);

}  // namespace doorstroom

// What `doorstroom check` says.
#pragma once

#include <string>

#include "doorstroom/load.hpp"

#include "report/language.hpp"

namespace doorstroom {

enum class Detail { brief, with_assumptions };

/// Everything that can be said about a sound scenario without simulating: people, load on each
/// resource, what each list comes to, gaps and overlaps of the target groups, how well the numbers
/// are founded.
std::string check_text(const LoadedScenario& loaded, Language language, Detail detail);

}  // namespace doorstroom

// What sizing says on the terminal.
#pragma once

#include <string>

#include "doorstroom/load.hpp"

#include "report/language.hpp"
#include "size/size.hpp"

namespace doorstroom {

/// The outcome first, then the path, the margin, the precision and the prices.
std::string size_text(const LoadedScenario& loaded, const SizeResult& result, Language language);

/// "About 1,700 replications to simulate: likely 2 minutes on 2 threads, ...".
std::string estimate_text(const SizeEstimate& estimate, Language language);

}  // namespace doorstroom

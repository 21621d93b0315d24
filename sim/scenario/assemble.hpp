// Reads a scenario file with everything it extends and includes, into one located tree.
#pragma once

#include <filesystem>
#include <vector>

#include "doorstroom/diagnostics.hpp"

#include "scenario/source.hpp"

namespace doorstroom::scenario {

/// The whole scenario as one object. Problems of reading and merging are added to `problems`; the
/// result is null where there is nothing to go on with. `extends` and `include` are followed and
/// removed; paths in them are relative to the file that names them.
Node assemble(const std::filesystem::path& file, Sources& sources,
              std::vector<Diagnostic>& problems);

}  // namespace doorstroom::scenario

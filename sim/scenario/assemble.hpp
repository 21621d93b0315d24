// Reads a scenario file with everything it extends and includes, into one located tree.
#pragma once

#include <filesystem>
#include <vector>

#include "doorstroom/diagnostics.hpp"

#include "scenario/source.hpp"

namespace doorstroom::scenario {

/// A scenario put together from its files.
struct Assembled {
  /// One object; null where there is nothing to go on with.
  Node root;
  /// Could all files be read? If not, what seems to be missing may stand in the others.
  bool complete = true;
};

/// Problems of reading and merging are added to `problems`. `extends` and `include` are followed
/// and removed; paths in them are relative to the file that names them.
Assembled assemble(const std::filesystem::path& file, Sources& sources,
                   std::vector<Diagnostic>& problems);

}  // namespace doorstroom::scenario

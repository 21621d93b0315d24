// Running the real program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/directory.hpp"

namespace doorstroom {

/// What a run of the program gave.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// Runs `doorstroom <arguments>` with `directory` as the current one.
Outcome run_doorstroom(const std::vector<std::string>& arguments,
                       const std::filesystem::path& directory);

}  // namespace doorstroom

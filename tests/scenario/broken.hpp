// The broken scenarios in tests/scenario/broken, each with what is to be said about it.
//
// Beside <name>.json stands <name>.expected with a line for each problem, in order:
//   line:column  pointer  problem; suggestion
// and the file in front of the line where the problem is in another one. To write them anew from
// what the program says now, run the tests with DOORSTROOM_REFRESH=1 and look at the difference.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "doorstroom/diagnostics.hpp"

namespace doorstroom {

/// The folder with the broken scenarios, and the one with the sound ones they are made from.
std::filesystem::path broken_folder();
std::filesystem::path sound_folder();

/// The names of all broken scenarios, without ".json".
std::vector<std::string> broken_names();

/// A problem as a line of <name>.expected.
std::string as_line(const std::string& name, const Diagnostic& diagnostic);

/// The lines of <name>.expected.
std::vector<std::string> expected_lines(const std::string& name);

/// What the program prints for such a line.
std::string as_printed(const std::string& name, const std::string& line);

}  // namespace doorstroom

// A scenario file that extends another one and says only what is different.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

#include "scenario/source.hpp"

namespace doorstroom::scenario {

/// What an extending file says of itself.
struct ExtensionHeader {
  std::string name;
  Text title;  // none: that of the file it extends
  std::filesystem::path folder;
};

/// The text of a file in `header.folder` that extends the first file of `sources`, of which `root`
/// is the edited tree, and repeats the smallest parts around the pointers that can be said again: a
/// whole path over time for one of its years, a whole list without ids for one of its items.
std::string extension_text(const Node& root, const std::vector<std::string>& pointers,
                           const Sources& sources, const ExtensionHeader& header);

}  // namespace doorstroom::scenario

// A checkout as the rules of the architecture see it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace doorstroom {

/// A file by its path from the top of the checkout ("sim/base/money.cpp"), cut into lines.
struct SourceFile {
  std::string path;
  std::vector<std::string> lines;
};

using SourceTree = std::vector<SourceFile>;

/// All files of a checkout in the order of their paths, without what is ignored in version
/// control: builds, results, fetched packages, editors' files.
SourceTree read_tree(const std::filesystem::path& top);

}  // namespace doorstroom

#include "architecture/tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace doorstroom {

namespace {

constexpr std::array<std::string_view, 7> ignored_names = {
    ".git", ".cache", ".vscode", ".idea", "build", "node_modules", "compile_commands.json"};

/// Keep in step with .gitignore.
bool is_ignored(const std::string& path, const std::string& name) {
  if (path.starts_with("output/")) return path != "output/README.md";
  return name.starts_with("build-") || path == "sim/report/page/dist" ||
         std::find(ignored_names.begin(), ignored_names.end(), name) != ignored_names.end();
}

std::vector<std::string> read_lines(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

SourceTree read_tree(const std::filesystem::path& top) {
  SourceTree tree;
  std::filesystem::recursive_directory_iterator entry(top);
  for (; entry != std::filesystem::recursive_directory_iterator(); ++entry) {
    const std::string path = entry->path().lexically_relative(top).generic_string();
    if (is_ignored(path, entry->path().filename().string())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      tree.push_back({path, read_lines(entry->path())});
    }
  }
  std::sort(tree.begin(), tree.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return tree;
}

}  // namespace doorstroom

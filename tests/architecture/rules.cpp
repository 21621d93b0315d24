#include "architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <optional>
#include <string_view>

namespace doorstroom {

namespace {

using Text = std::string_view;

template <std::size_t size>
bool contains(const std::array<Text, size>& list, Text item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::string at(const SourceFile& file, std::size_t line, const std::string& problem) {
  return file.path + ":" + std::to_string(line + 1) + ": " + problem;
}

/// "base" of "base/money.hpp"; the whole path where it has no folder.
Text first_folder(Text path) {
  return path.substr(0, path.find('/'));
}

/// "base" of "sim/base/money.cpp"; empty for a file that is not in a folder of sim/.
Text folder_in_sim(Text path) {
  if (!path.starts_with("sim/")) return {};
  path.remove_prefix(4);
  return path.find('/') == Text::npos ? Text{} : first_folder(path);
}

bool is_cpp(Text path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".h");
}

/// What follows `#word` where the line is that directive, without leading blanks.
std::optional<Text> directive(Text line, Text word) {
  const auto skip_blanks = [&] {
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line[0]))) {
      line.remove_prefix(1);
    }
  };
  skip_blanks();
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with(word)) return std::nullopt;
  line.remove_prefix(word.size());
  skip_blanks();
  return line;
}

struct Include {
  Text path;
  bool quoted = false;
};

std::optional<Include> include_of(Text line) {
  const auto rest = directive(line, "include");
  if (!rest || rest->size() < 2) return std::nullopt;
  const bool quoted = rest->front() == '"';
  const auto end = rest->find(quoted ? '"' : '>', 1);
  if (end == Text::npos) return std::nullopt;
  return Include{rest->substr(1, end - 1), quoted};
}

using Check = std::function<std::optional<std::string>(const SourceFile&, Text line)>;

/// The lines of C++ under `folder` in which a check finds a problem.
Violations check_lines(const SourceTree& tree, Text folder, const Check& check) {
  Violations found;
  for (const SourceFile& file : tree) {
    if (!file.path.starts_with(folder) || !is_cpp(file.path)) continue;
    for (std::size_t line = 0; line < file.lines.size(); ++line) {
      if (const auto problem = check(file, file.lines[line])) {
        found.push_back(at(file, line, *problem));
      }
    }
  }
  return found;
}

constexpr std::array<Text, 14> flow = {"base",   "random",   "model",  "engine",  "rules",
                                       "record", "analysis", "study",  "compare", "sweep",
                                       "size",   "report",   "assure", "app"};
constexpr std::array<Text, 2> beside_the_flow = {"scenario", "population"};

std::size_t place(Text folder) {
  return static_cast<std::size_t>(std::find(flow.begin(), flow.end(), folder) - flow.begin());
}

bool is_known(Text folder) {
  return contains(flow, folder) || contains(beside_the_flow, folder);
}

bool may_use(Text user, Text used) {
  if (user == used) return true;
  if (user == "scenario" && used == "population") return true;  // how far people are in a measure
  if (contains(beside_the_flow, user)) return place(used) <= place("model");
  if (contains(beside_the_flow, used)) return place(user) >= place("analysis");
  return place(used) < place(user);
}

bool is_openmp(Text line) {
  const auto included = include_of(line);
  const auto pragma = directive(line, "pragma");
  return (included && included->path == "omp.h") || (pragma && pragma->starts_with("omp"));
}

/// Headers of the standard library have neither a folder nor an ending.
bool is_standard(const Include& included) {
  return !included.quoted && included.path.find_first_of("/.") == Text::npos;
}

constexpr std::size_t longest_file = 500;
constexpr std::array<Text, 11> source_endings = {".cpp", ".hpp", ".h",   ".cmake", ".sh", ".awk",
                                                 ".js",  ".mjs", ".css", ".html",  ".ts"};
constexpr std::array<Text, 3> source_names = {"CMakeLists.txt", "run", "doorstroom"};

bool is_source(Text path) {
  return contains(source_names, path.substr(path.rfind('/') + 1)) ||
         std::any_of(source_endings.begin(), source_endings.end(),
                     [&](Text ending) { return path.ends_with(ending); });
}

constexpr std::array<Text, 7> top_folders = {".ci",       "docs", "include", "output",
                                             "scenarios", "sim",  "tests"};
constexpr std::array<Text, 10> top_files = {
    ".clang-format",     ".clang-tidy",     ".gitignore", "CHANGELOG.md", "CMakeLists.txt",
    "CMakePresets.json", "CONTRIBUTING.md", "LICENSE",    "README.md",    "doorstroom"};

}  // namespace

Violations includes_against_the_flow(const SourceTree& tree) {
  return check_lines(tree, "sim/", [](const SourceFile& file, Text line) {
    const auto included = include_of(line);
    if (!included || !included->quoted) return std::optional<std::string>();
    const Text user = folder_in_sim(file.path);
    const Text used = first_folder(included->path);
    if (used == "doorstroom") return std::optional<std::string>();
    if (!is_known(user)) {
      return std::optional("the folder " + std::string(user) + " has no place in the flow");
    }
    if (!is_known(used)) {
      return std::optional(std::string(included->path) + " names no folder of sim/");
    }
    if (may_use(user, used)) return std::optional<std::string>();
    return std::optional(std::string(user) + " may not use " + std::string(used));
  });
}

Violations json_outside_its_folders(const SourceTree& tree) {
  constexpr std::array<Text, 4> allowed = {"scenario", "report", "assure", "app"};
  return check_lines(tree, "sim/", [&](const SourceFile& file, Text line) {
    const auto included = include_of(line);
    const bool json = included && included->path.starts_with("nlohmann/");
    return json && !contains(allowed, folder_in_sim(file.path))
               ? std::optional<std::string>("only scenario, report, assure and app know JSON")
               : std::nullopt;
  });
}

Violations openmp_outside_one_file(const SourceTree& tree) {
  std::string the_file;
  return check_lines(tree, "", [&](const SourceFile& file, Text line) {
    if (file.path.starts_with("tests/") || !is_openmp(line)) return std::optional<std::string>();
    if (folder_in_sim(file.path) != "study")
      return std::optional<std::string>("OpenMP outside study");
    if (the_file.empty()) the_file = file.path;
    return the_file == file.path ? std::optional<std::string>()
                                 : std::optional("OpenMP is already used in " + the_file);
  });
}

Violations public_headers_with_foreign_includes(const SourceTree& tree) {
  return check_lines(tree, "include/", [](const SourceFile&, Text line) {
    const auto included = include_of(line);
    const bool fits = !included || is_standard(*included) ||
                      (included->quoted && included->path.starts_with("doorstroom/"));
    return fits ? std::nullopt
                : std::optional("a public header may not include " + std::string(included->path));
  });
}

Violations files_too_long(const SourceTree& tree) {
  Violations found;
  for (const SourceFile& file : tree) {
    if (file.lines.size() <= longest_file || !is_source(file.path)) continue;
    found.push_back(at(file, longest_file, std::to_string(file.lines.size()) + " lines"));
  }
  return found;
}

Violations files_out_of_place(const SourceTree& tree) {
  Violations found;
  for (const SourceFile& file : tree) {
    const Text first = first_folder(file.path);
    const bool at_the_top = first == file.path;
    if (at_the_top ? contains(top_files, first) : contains(top_folders, first)) continue;
    found.push_back(file.path + ": not one of the fixed places at the top level");
  }
  return found;
}

}  // namespace doorstroom

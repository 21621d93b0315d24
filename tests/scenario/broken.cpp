#include "scenario/broken.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "base/printable.hpp"

namespace doorstroom {

namespace fs = std::filesystem;

namespace {

/// How the folder of the broken scenarios is written in what is expected.
constexpr std::string_view folder_sign = "<folder>";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

}  // namespace

fs::path broken_folder() {
  return fs::path(DOORSTROOM_TOP) / "tests/scenario/broken";
}
fs::path sound_folder() {
  return fs::path(DOORSTROOM_TOP) / "tests/scenario/sound";
}

std::vector<std::string> broken_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(broken_folder())) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string as_line(const std::string& name, const Diagnostic& d) {
  std::string file = fs::path(d.file).lexically_relative(broken_folder()).generic_string();
  file = file == name + ".json" ? "" : file + ":";
  std::string line = file + std::to_string(d.line) + ":" + std::to_string(d.column) + "  " +
                     (d.pointer.empty() ? "(top level)" : d.pointer) + "  " + d.problem;
  if (!d.suggestion.empty()) line += "; " + d.suggestion;
  return printable(replaced(line, broken_folder().string(), folder_sign));
}

std::vector<std::string> expected_lines(const std::string& name) {
  std::ifstream in(broken_folder() / (name + ".expected"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string as_printed(const std::string& name, const std::string& line) {
  const std::size_t place = line.find("  ");
  const std::size_t pointer = line.find("  ", place + 2);
  const bool here = std::isdigit(static_cast<unsigned char>(line.front())) != 0;
  const std::string file = here ? name + ".json:" : "";
  return (broken_folder() / (file + line.substr(0, place))).string() + ": " +
         line.substr(place + 2, pointer - place - 2) + ": " +
         replaced(line.substr(pointer + 2), folder_sign, broken_folder().string());
}

}  // namespace doorstroom

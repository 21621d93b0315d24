// From JSON text to located nodes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenario/source.hpp"

namespace doorstroom::scenario {

/// Something that is wrong with a text, at a byte of it.
struct ParseProblem {
  std::size_t offset = 0;
  std::string pointer;
  std::string problem;
  std::string suggestion;
};

struct ParsedText {
  /// Null where the text is not JSON.
  Node root;
  std::vector<ParseProblem> problems;
};

/// Parses the text of file number `file`. Of a key that stands twice in an object the first one
/// counts, and a problem says so.
ParsedText parse_nodes(const std::string& text, std::size_t file);

}  // namespace doorstroom::scenario

// Which system that the source documents name is found where in the scenarios, and tested how: the
// page docs/reference/coverage.md, made from systems.json and the scenarios themselves.
#pragma once

#include <string>
#include <vector>

namespace doorstroom::tests {

struct CoveragePage {
  std::string text;                   // Markdown
  std::vector<std::string> problems;  // what systems.json names and is not there
};

/// Reads systems.json, the scenarios and tests it names, below the top of the repository.
CoveragePage coverage_page(const std::string& top);

}  // namespace doorstroom::tests

// What is wrong with a scenario: every problem at once, each with its place.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom {

/// One problem in an input file. Lines and columns count from 1; a column is a character, not a
/// byte. The texts follow one grammar: problem (why) suggestion.
struct Diagnostic {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  /// JSON pointer (RFC 6901) of the value within its own file.
  std::string pointer;
  std::string problem;
  /// What is allowed, or the nearest valid name; may be empty.
  std::string suggestion;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// "file:line:column: /pointer: problem; suggestion", on one line whatever the file holds.
std::string to_text(const Diagnostic& diagnostic);

/// A scenario that cannot be used, with all that is wrong with it.
class ScenarioError final : public std::runtime_error {
 public:
  explicit ScenarioError(std::vector<Diagnostic> diagnostics);
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace doorstroom

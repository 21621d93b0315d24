#include "doorstroom/diagnostics.hpp"

#include <fmt/format.h>

#include "base/printable.hpp"

namespace doorstroom {

std::string to_text(const Diagnostic& d) {
  std::string text = fmt::format("{}:{}:{}: ", d.file, d.line, d.column);
  text += fmt::format("{}: {}", d.pointer.empty() ? "(top level)" : d.pointer, d.problem);
  if (!d.suggestion.empty()) text += "; " + d.suggestion;
  return printable(text);
}

namespace {

std::string summary(const std::vector<Diagnostic>& diagnostics) {
  std::string text = fmt::format("{} problem{} in the scenario", diagnostics.size(),
                                 diagnostics.size() == 1 ? "" : "s");
  for (const Diagnostic& diagnostic : diagnostics) text += "\n" + to_text(diagnostic);
  return text;
}

}  // namespace

ScenarioError::ScenarioError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(summary(diagnostics)), diagnostics_(std::move(diagnostics)) {}

}  // namespace doorstroom

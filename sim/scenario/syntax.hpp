// What is wrong with a text that is not JSON, in words for someone who has never heard of JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace doorstroom::scenario {

struct SyntaxProblem {
  std::string problem;
  std::string suggestion;
};

/// Explains why a parser stopped at the token that begins at `offset`; `parser` is what it says
/// itself, for what has no explanation here.
SyntaxProblem explain_syntax(std::string_view text, std::size_t offset, std::string_view parser);

/// Why a file is no text that can be parsed at all (another encoding, nothing in it); empty if it
/// may be.
SyntaxProblem explain_bytes(std::string_view text);

/// First byte that is not UTF-8; npos if all is well.
std::size_t first_not_utf8(std::string_view text);

}  // namespace doorstroom::scenario

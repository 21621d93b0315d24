// "Did you mean ...?": the known name that is nearest to one that is not.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace doorstroom {

/// Number of single-character insertions, deletions, replacements and swaps of neighbours between
/// two texts (restricted Damerau-Levenshtein distance, in bytes).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest of `names`, if it is near enough to be a slip of the pen; otherwise empty.
std::string nearest_name(std::string_view wrong, std::span<const std::string> names);

}  // namespace doorstroom

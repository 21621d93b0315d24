// "Did you mean ...?": the known name that is nearest to one that is not.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace doorstroom {

/// Number of single-character insertions, deletions, replacements and swaps of neighbours between
/// two texts (restricted Damerau-Levenshtein distance, in bytes).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// A name in small letters, with _ for blanks and hyphens: what a hasty reader sees.
std::string plain_name(std::string_view name);

/// The nearest of `names`, if it is near enough to be a slip of the pen; otherwise empty. Capitals,
/// blanks and hyphens count for little; of names equally near the first one is taken.
std::string nearest_name(std::string_view wrong, std::span<const std::string> names);

/// `did you mean "..."?`, or empty where no name is near.
std::string did_you_mean(std::string_view wrong, std::span<const std::string> names);

/// `did you mean "..."?`, or else the names there are: "known are a, b and c".
std::string did_you_mean_or(std::string_view wrong, std::span<const std::string> names,
                            std::string_view lead = "known are");

/// "a, b and c"; of many only the first ones.
std::string listed(std::span<const std::string> names);

}  // namespace doorstroom

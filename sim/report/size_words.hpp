// What a sizing says in words and numbers, for the terminal and for the page.
#pragma once

#include <string>
#include <vector>

#include "report/language.hpp"
#include "size/outcome.hpp"

namespace doorstroom {

/// "2019–2025", or "2019, 2021" where there are gaps.
std::string years_in_words(const std::vector<int>& years);

/// The years that do not meet the targets with the probability asked for, on the path that `after`
/// is about.
std::vector<int> years_that_fail(const SizeResult& result);

/// A figure that a target is about, in its unit; "not dry" for a day after the year.
std::string target_figure(Language l, const Target& target, int year, double value);

/// A number of places, starts or euro.
std::string amount_in_words(Language l, double value);

}  // namespace doorstroom

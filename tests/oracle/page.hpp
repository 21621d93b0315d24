// docs/background/validation.md, as the oracles and what came of them say it.
#pragma once

#include <string>
#include <vector>

#include "oracle/oracle.hpp"

namespace doorstroom::oracle {

/// The beginning of an oracle's row: what it is and what is expected.
std::string row_begins(const Oracle& oracle);

/// Positions of the oracles whose z is beyond 2: what is looked at again.
std::vector<std::size_t> beyond_two(const std::vector<Outcome>& outcomes);

/// The whole page; outcomes in the order of the catalogue, and those of what was looked at again.
std::string page(const std::vector<Outcome>& outcomes, const std::vector<Outcome>& again);

/// The page as it is in the repository, and its path.
std::string committed_page();
std::string path_of_page();

}  // namespace doorstroom::oracle

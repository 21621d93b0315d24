// From a joint distribution to one draw after the other.
#pragma once

#include <cstddef>
#include <vector>

#include "random/shares.hpp"

namespace doorstroom {

/// For each dimension of a table the shares of its values given those of all dimensions before it:
/// one entry for each combination of these, the last dimension running fastest. A combination that
/// cannot occur has the first value.
std::vector<std::vector<Shares>> chain_of(const std::vector<double>& cells,
                                          const std::vector<std::size_t>& sizes);

}  // namespace doorstroom

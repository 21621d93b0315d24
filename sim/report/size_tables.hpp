// The tables of a sizing, as CSV.
#pragma once

#include <string>
#include <string_view>

#include "size/outcome.hpp"

namespace doorstroom {

/// "already_met", "reachable", "other_resource_binds", "unreachable".
std::string_view name_of(SizeOutcome outcome);

/// tables/path.csv: the level now and found, by year.
std::string path_csv(const SizeResult& result);
/// tables/targets.csv: each target in each year, on the present path and on the one found.
std::string targets_csv(const SizeResult& result);
/// tables/prices.csv: what one unit more in a year saves and costs.
std::string prices_csv(const SizeResult& result);
/// tables/binding.csv: how much of the resources in the way is needed.
std::string binding_csv(const SizeResult& result);

/// tables/frontier.csv: each target in each year, on the path found made smaller and larger.
std::string frontier_csv(const SizeResult& result);

}  // namespace doorstroom

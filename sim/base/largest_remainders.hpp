// Rounding so that nothing gets lost: parts that were whole together are whole together again.
#pragma once

#include <cstdint>
#include <vector>

namespace doorstroom {

/// Whole numbers near to `exact` (each at least 0) that add up to `total`: each is rounded down,
/// and those with the largest remainders get one more until the sum is there. Of equal remainders
/// the one with the lowest rank comes first; without ranks, the first. Where rounding down gives
/// more than `total` already, it stays at that.
std::vector<std::int64_t> largest_remainders(const std::vector<double>& exact, std::int64_t total,
                                             const std::vector<std::uint64_t>& ranks = {});

/// The same with the whole number nearest to the sum of `exact` as total.
std::vector<std::int64_t> largest_remainders(const std::vector<double>& exact,
                                             const std::vector<std::uint64_t>& ranks = {});

}  // namespace doorstroom

#include "base/largest_remainders.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "base/contracts.hpp"

namespace doorstroom {

std::vector<std::int64_t> largest_remainders(const std::vector<double>& exact, std::int64_t total,
                                             const std::vector<std::uint64_t>& ranks) {
  EXPECTS(ranks.empty() || ranks.size() == exact.size());
  // (minus the remainder, rank, position)
  std::vector<std::tuple<double, std::uint64_t, std::size_t>> order;
  std::vector<std::int64_t> parts;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    constexpr double rounding = 1e-9;  // products of shares fall just short of whole numbers
    const double whole = std::max(0.0, std::floor(exact[i] + rounding));
    parts.push_back(static_cast<std::int64_t>(whole));
    given += parts.back();
    order.emplace_back(whole - exact[i], ranks.empty() ? 0 : ranks[i], i);
  }
  std::ranges::sort(order);
  for (std::size_t i = 0; given < total && i < order.size(); ++i, ++given) {
    ++parts[std::get<2>(order[i])];
  }
  return parts;
}

std::vector<std::int64_t> largest_remainders(const std::vector<double>& exact,
                                             const std::vector<std::uint64_t>& ranks) {
  const double sum = std::accumulate(exact.begin(), exact.end(), 0.0);
  return largest_remainders(exact, std::llround(sum), ranks);
}

}  // namespace doorstroom

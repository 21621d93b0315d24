#include "population/chain.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

/// Sums of so many neighbours each: the table without its last dimension.
std::vector<double> without_last(const std::vector<double>& cells, std::size_t size) {
  std::vector<double> sums(cells.size() / size, 0.0);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) sums[cell / size] += cells[cell];
  return sums;
}

std::vector<Shares> given_all_before(const std::vector<double>& cells, std::size_t size) {
  std::vector<Shares> shares;
  shares.reserve(cells.size() / size);
  for (auto first = cells.begin(); first != cells.end();
       first += static_cast<std::ptrdiff_t>(size)) {
    std::vector<double> of_one(first, first + static_cast<std::ptrdiff_t>(size));
    const bool occurs = std::ranges::any_of(of_one, [](double share) { return share > 0; });
    if (!occurs) of_one.front() = 1;
    shares.emplace_back(of_one);
  }
  return shares;
}

}  // namespace

std::vector<std::vector<Shares>> chain_of(const std::vector<double>& cells,
                                          const std::vector<std::size_t>& sizes) {
  std::vector<std::vector<Shares>> chain(sizes.size());
  std::vector<double> so_far = cells;
  for (std::size_t d = sizes.size(); d-- > 0;) {
    chain[d] = given_all_before(so_far, sizes[d]);
    so_far = without_last(so_far, sizes[d]);
  }
  return chain;
}

}  // namespace doorstroom

#include "population/fit.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "base/contracts.hpp"

namespace doorstroom {

double Fit::largest_deviation() const {
  return deviations.empty() ? 0 : *std::ranges::max_element(deviations);
}

std::size_t cells_of(const FitTask& task) {
  return std::accumulate(task.sizes.begin(), task.sizes.end(), std::size_t{1}, std::multiplies<>());
}

namespace {

/// For each cell of a table the cell of a margin it counts in.
std::vector<std::uint32_t> places_in_margin(const std::vector<std::size_t>& sizes,
                                            const std::vector<std::size_t>& dimensions) {
  std::vector<std::uint32_t> stride(sizes.size(), 0);
  std::uint32_t cells_of_margin = 1;
  for (std::size_t i = dimensions.size(); i-- > 0;) {
    stride[dimensions[i]] = cells_of_margin;
    cells_of_margin *= static_cast<std::uint32_t>(sizes[dimensions[i]]);
  }
  std::vector<std::uint32_t> places{0};
  for (std::size_t d = 0; d < sizes.size(); ++d) {
    std::vector<std::uint32_t> finer;
    finer.reserve(places.size() * sizes[d]);
    for (const std::uint32_t place : places) {
      for (std::uint32_t code = 0; code < sizes[d]; ++code) {
        finer.push_back(place + code * stride[d]);
      }
    }
    places = std::move(finer);
  }
  return places;
}

std::vector<double> sums_of(const std::vector<double>& cells,
                            const std::vector<std::uint32_t>& places, std::size_t size) {
  std::vector<double> sums(size, 0.0);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) sums[places[cell]] += cells[cell];
  return sums;
}

class Fitter final {
 public:
  explicit Fitter(const FitTask& task) : task_(task) {
    fit_.cells.assign(cells_of(task), 1.0 / static_cast<double>(cells_of(task)));
    for (const FitMargin& margin : task.margins) {
      places_.push_back(places_in_margin(task.sizes, margin.dimensions));
    }
  }

  Fit go() {
    double before = 1;
    while (fit_.rounds < most_rounds()) {
      for (std::size_t m = task_.margins.size(); m-- > 0;) meet(m);
      ++fit_.rounds;
      measure();
      const double now = fit_.largest_deviation();
      if (now <= exact) break;
      if (fit_.rounds % patience != 0) continue;
      if (now > before * hardly_better) break;
      before = now;
    }
    return std::move(fit_);
  }

 private:
  static constexpr double exact = 1e-13;  // what sums of doubles can be held to
  static constexpr std::size_t patience = 50;
  static constexpr double hardly_better = 0.999;

  [[nodiscard]] std::size_t most_rounds() const {
    constexpr std::size_t most = 5000;
    constexpr std::size_t most_work = 500'000'000;  // a few seconds
    const std::size_t work = fit_.cells.size() * std::max<std::size_t>(1, task_.margins.size());
    return std::clamp(most_work / work, patience, most);
  }

  /// Scales the cells so that they have this margin.
  void meet(std::size_t m) {
    const std::vector<double>& wanted = task_.margins[m].shares;
    std::vector<double> factor = sums_of(fit_.cells, places_[m], wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      factor[i] = factor[i] > 0 ? wanted[i] / factor[i] : 0;
    }
    for (std::size_t cell = 0; cell < fit_.cells.size(); ++cell) {
      fit_.cells[cell] *= factor[places_[m][cell]];
    }
  }

  void measure() {
    fit_.deviations.assign(task_.margins.size(), 0.0);
    for (std::size_t m = 0; m < task_.margins.size(); ++m) {
      const std::vector<double>& wanted = task_.margins[m].shares;
      const std::vector<double> found = sums_of(fit_.cells, places_[m], wanted.size());
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        fit_.deviations[m] = std::max(fit_.deviations[m], std::abs(found[i] - wanted[i]));
      }
    }
  }

  const FitTask& task_;
  std::vector<std::vector<std::uint32_t>> places_;  // by margin
  Fit fit_;
};

}  // namespace

Fit fit_margins(const FitTask& task) {
  for (const FitMargin& margin : task.margins) {
    std::size_t size = 1;
    for (const std::size_t dimension : margin.dimensions) size *= task.sizes[dimension];
    EXPECTS(margin.shares.size() == size);
  }
  return Fitter(task).go();
}

std::vector<double> margin_of(const std::vector<double>& cells,
                              const std::vector<std::size_t>& sizes,
                              const std::vector<std::size_t>& dimensions) {
  std::size_t size = 1;
  for (const std::size_t dimension : dimensions) size *= sizes[dimension];
  return sums_of(cells, places_in_margin(sizes, dimensions), size);
}

std::vector<std::vector<std::size_t>> connected(
    const std::vector<std::vector<std::size_t>>& dimensions_of_margins) {
  const auto share_one = [](const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return std::ranges::find_first_of(a, b) != a.end();
  };
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t m = 0; m < dimensions_of_margins.size(); ++m) {
    std::vector<std::size_t> joined{m};
    const auto touches = [&](const std::vector<std::size_t>& group) {
      return std::ranges::any_of(group, [&](std::size_t other) {
        return share_one(dimensions_of_margins[m], dimensions_of_margins[other]);
      });
    };
    for (const std::vector<std::size_t>& group : groups) {
      if (touches(group)) joined.insert(joined.end(), group.begin(), group.end());
    }
    std::erase_if(groups, touches);
    std::ranges::sort(joined);
    groups.push_back(std::move(joined));
  }
  std::ranges::sort(groups);
  return groups;
}

}  // namespace doorstroom

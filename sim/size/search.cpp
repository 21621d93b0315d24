#include "size/search.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

/// Levels as whole numbers of steps: sums of them are exact.
using Steps = std::int64_t;

Steps steps_up(double level, double step) {
  constexpr double rounding = 1e-9;
  return static_cast<Steps>(std::ceil(level / step - rounding));
}

/// First strides are this part of the level that is guessed.
constexpr double first_stride = 0.01;

/// Somewhere between `low`, which does not hold (or is one below the least allowed), and `high`,
/// which does, is the least that holds.
struct Bracket {
  Steps low;
  Steps high;
};

Bracket bracket_of(Bracket all, Steps guess, const std::function<bool(Steps)>& holds) {
  guess = std::clamp(guess, all.low + 1, all.high);
  Steps stride = std::max<Steps>(1, std::llround(static_cast<double>(guess) * first_stride));
  if (guess == all.high || holds(guess)) {
    all.high = guess;
    while (all.high - all.low > 1) {
      const Steps next = std::max(all.low + 1, all.high - stride);
      if (!holds(next)) return {next, all.high};
      all.high = next;
      stride *= 2;
    }
    return all;
  }
  all.low = guess;
  while (all.high - all.low > 1) {
    const Steps next = std::min(all.high, all.low + stride);
    if (next == all.high || holds(next)) return {all.low, next};
    all.low = next;
    stride *= 2;
  }
  return all;
}

Steps least_step(Bracket all, Steps guess, const std::function<bool(Steps)>& holds) {
  Bracket bracket = bracket_of(all, guess, holds);
  while (bracket.high - bracket.low > 1) {
    const Steps middle = bracket.low + (bracket.high - bracket.low) / 2;
    (holds(middle) ? bracket.high : bracket.low) = middle;
  }
  return bracket.high;
}

}  // namespace

double cost_of(const Levels& levels) {
  return std::accumulate(levels.begin(), levels.end(), 0.0);
}

double least_that_holds(double low, double high, double guess, double step,
                        const std::function<bool(double)>& holds) {
  EXPECTS(step > 0 && low <= high);
  const auto level = [&](Steps steps) { return static_cast<double>(steps) * step; };
  return level(least_step({steps_up(low, step) - 1, steps_up(high, step)}, steps_up(guess, step),
                          [&](Steps steps) { return holds(level(steps)); }));
}

std::optional<Levels> smallest_path(const SearchSpace& space, std::size_t years,
                                    const Suffices& suffices) {
  Levels levels(years, space.most);
  double guess = space.guess;
  for (std::size_t year = 0; year < years; ++year) {
    const auto held_from_now_on = [&](double level) {
      Levels tried = levels;
      std::fill(tried.begin() + static_cast<std::ptrdiff_t>(year), tried.end(), level);
      return tried;
    };
    guess = least_that_holds(0, space.most, guess, space.step,
                             [&](double level) { return suffices(held_from_now_on(level), year); });
    levels = held_from_now_on(guess);
    if (guess >= space.most && !suffices(levels, year)) return std::nullopt;
  }
  return levels;
}

Levels exchanged(const SearchSpace& space, Levels levels, const Suffices& suffices) {
  constexpr double share = 0.01;
  const std::size_t last = levels.size() - 1;
  for (std::size_t year = 0; year < last; ++year) {
    double more = std::max(space.step, std::round(levels[year] * share / space.step) * space.step);
    while (levels[year + 1] > more) {
      Levels tried = levels;
      tried[year] += more;
      // Cheaper only if the next year can do with less than what is added here.
      tried[year + 1] = levels[year + 1] - more - space.step;
      if (tried[year + 1] < 0 || !suffices(tried, last)) break;
      tried[year + 1] =
          least_that_holds(0, tried[year + 1], tried[year + 1], space.step, [&](double level) {
            Levels lower = tried;
            lower[year + 1] = level;
            return suffices(lower, last);
          });
      levels = tried;
      more *= 2;
    }
  }
  return levels;
}

}  // namespace doorstroom

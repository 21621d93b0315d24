// The figures of the carousel over all years of which they are known, out of tables/carousel.csv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "doorstroom/figures.hpp"

#include "record/figure_source.hpp"

namespace doorstroom {

/// The main version, all measures together. Figures of years that are not known (too short a
/// follow-up, too short a past) are left out, so the years differ between them.
enum class CarouselFigure : std::uint8_t {
  cycles_per_100_episodes,  // that ended
  cycles,
  carousel_rate,    // carousel_people of all the years, for each of `people`
  carousel_people,  // with two cycles or more within 60 months
  people,           // that ended a first episode
  returner_share,   // of the starts
  serv_loop,        // people who close the loop
};

struct CarouselFigureName {
  const char* name;
  const char* unit;
};
inline constexpr std::array<CarouselFigureName, 7> carousel_figures{
    {{"cycles_per_100_episodes", "per 100"},
     {"cycles", "cycles"},
     {"carousel_rate", "share"},
     {"carousel_people", "people"},
     {"people", "people"},
     {"returner_share", "share"},
     {"serv_loop", "people"}}};

/// The figure by which causes are put in order: every turn counts. People who turn twice within 60
/// months are so few that shares of them would be chance for most of the replications one can wait
/// for.
inline constexpr CarouselFigure deciding_figure = CarouselFigure::cycles_per_100_episodes;

using CarouselValues = std::array<double, carousel_figures.size()>;

/// Finds the figures in a layout once, and pools those of one replication.
class PooledCarousel final {
 public:
  explicit PooledCarousel(const FigureLayout& layout);
  /// Is there no measure from which anybody could come back?
  [[nodiscard]] bool is_empty() const { return pools_.front().top.empty(); }
  /// In the order of `carousel_figures`; no_figure where no year is known, or nobody is there.
  [[nodiscard]] CarouselValues of(const FigureValues& values) const;

 private:
  /// Positions of a statistic, year by year.
  using Positions = std::vector<std::size_t>;
  struct Pool {
    Positions top;
    Positions known;   // the statistic that says of which years the figure is known
    Positions bottom;  // what the sum is divided by; empty: nothing
    double factor = 1;
  };
  [[nodiscard]] static double sum(const Pool& pool, const FigureValues& values);

  std::array<Pool, carousel_figures.size()> pools_;
};

}  // namespace doorstroom

#include "drivers/pooled_carousel.hpp"

#include <cmath>
#include <string_view>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

/// The table of the carousel, and where its figures begin.
class CarouselTable final {
 public:
  explicit CarouselTable(const FigureLayout& layout) {
    for (const FigureTable& table : layout.tables) {
      if (table.name == "carousel") {
        table_ = &table;
        return;
      }
      first_ += table.keys.size();
    }
  }

  /// The figures of a statistic for all measures together, in the order of the years. Whatever
  /// else the table is divided by, "all" is meant.
  [[nodiscard]] std::vector<std::size_t> years_of(std::string_view version,
                                                  std::string_view statistic) const {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; table_ != nullptr && i < table_->keys.size(); ++i) {
      if (is_wanted(table_->keys[i], version, statistic)) positions.push_back(first_ + i);
    }
    return positions;
  }

 private:
  [[nodiscard]] bool is_wanted(const FigureKey& key, std::string_view version,
                               std::string_view statistic) const {
    for (std::size_t d = 0; d < table_->dimensions.size(); ++d) {
      const std::string& dimension = table_->dimensions[d];
      if (dimension == "year") continue;
      const std::string_view wanted = dimension == "version"     ? version
                                      : dimension == "statistic" ? statistic
                                                                 : "all";
      if (key.values[d] != wanted) return false;
    }
    return true;
  }

  const FigureTable* table_ = nullptr;
  std::size_t first_ = 0;
};

}  // namespace

PooledCarousel::PooledCarousel(const FigureLayout& layout) {
  const CarouselTable table(layout);
  const auto pool = [&](CarouselFigure figure) -> Pool& {
    return pools_[static_cast<std::size_t>(figure)];
  };
  const Positions people = table.years_of("all", "people");
  const Positions carousel = table.years_of("main", "carousel_people");
  const Positions cycles = table.years_of("main", "cycles");
  const Positions returners = table.years_of("main", "returner_starts");
  const Positions loops = table.years_of("main", "serv_loop");
  pool(CarouselFigure::carousel_rate) = {carousel, carousel, people};
  pool(CarouselFigure::carousel_people) = {carousel, carousel, {}};
  pool(CarouselFigure::people) = {people, carousel, {}};
  pool(CarouselFigure::cycles) = {cycles, cycles, {}};
  pool(CarouselFigure::cycles_per_100_episodes) = {cycles, cycles, table.years_of("all", "ended"),
                                                   100};
  pool(CarouselFigure::returner_share) = {returners, returners, table.years_of("all", "starts")};
  pool(CarouselFigure::serv_loop) = {loops, loops, {}};
  for (const Pool& one : pools_) {
    EXPECTS(one.known.size() == one.top.size());
    EXPECTS(one.bottom.empty() || one.bottom.size() == one.top.size());
  }
}

double PooledCarousel::sum(const Pool& pool, const FigureValues& values) {
  double top = 0;
  double bottom = 0;
  std::size_t years = 0;
  for (std::size_t y = 0; y < pool.top.size(); ++y) {
    if (std::isnan(values[pool.known[y]])) continue;
    ++years;
    top += values[pool.top[y]];
    if (!pool.bottom.empty()) bottom += values[pool.bottom[y]];
  }
  if (years == 0) return no_figure;
  if (pool.bottom.empty()) return top;
  return bottom > 0 ? pool.factor * top / bottom : no_figure;
}

CarouselValues PooledCarousel::of(const FigureValues& values) const {
  CarouselValues pooled;
  for (std::size_t f = 0; f < pools_.size(); ++f) pooled[f] = sum(pools_[f], values);
  return pooled;
}

}  // namespace doorstroom

#include "drivers/pooled_carousel.hpp"

#include <cmath>

#include <gmock/gmock.h>

namespace doorstroom::tests {
namespace {

/// A layout with the carousel behind another table, and the figures of one replication.
struct Written {
  FigureLayout layout;
  FigureValues values;

  Written() {
    layout.tables.push_back({"series", {"date"}, {{{"2017-01-31"}, "people"}}});
    values.push_back(99);
    layout.tables.push_back({"carousel", {"year", "measure", "version", "statistic"}, {}});
  }
  void add(const char* year, const char* version, const char* statistic, double value,
           const char* measure = "all") {
    layout.tables.back().keys.push_back({{year, measure, version, statistic}, "people"});
    values.push_back(value);
  }
  void add_year(const char* year, double people, double carousel, double ended, double cycles,
                double starts, double returners, double loops) {
    add(year, "all", "people", people);
    add(year, "main", "carousel_people", carousel);
    add(year, "main", "carousel_people", 1000, "guidance");
    add(year, "with_sec", "cycles", 1000);
    add(year, "all", "ended", ended);
    add(year, "main", "cycles", cycles);
    add(year, "all", "starts", starts);
    add(year, "main", "returner_starts", returners);
    add(year, "main", "serv_loop", loops);
  }
  [[nodiscard]] double of(CarouselFigure figure) const {
    return PooledCarousel(layout).of(values)[static_cast<std::size_t>(figure)];
  }
};

TEST(PooledCarousel, AddsUpTheYearsOfWhichAFigureIsKnown) {
  Written w;
  w.add_year("2017", 100, 4, 200, 20, 250, no_figure, no_figure);
  w.add_year("2018", 50, 2, 100, 25, 150, 30, 3);
  w.add_year("2019", 70, no_figure, 300, 15, 350, 70, 2);
  w.add_year("2020", 80, no_figure, 400, no_figure, 500, 100, 1);
  EXPECT_EQ(w.of(CarouselFigure::people), 150);
  EXPECT_EQ(w.of(CarouselFigure::carousel_people), 6);
  EXPECT_EQ(w.of(CarouselFigure::carousel_rate), 0.04);
  EXPECT_EQ(w.of(CarouselFigure::cycles), 60);
  EXPECT_EQ(w.of(CarouselFigure::cycles_per_100_episodes), 10);
  EXPECT_EQ(w.of(CarouselFigure::returner_share), 0.2);
  EXPECT_EQ(w.of(CarouselFigure::serv_loop), 6);
  EXPECT_FALSE(PooledCarousel(w.layout).is_empty());
}

TEST(PooledCarousel, HasNoRateOfNobody) {
  Written w;
  w.add_year("2017", 0, 0, 0, 0, 0, 0, 0);
  EXPECT_EQ(w.of(CarouselFigure::carousel_people), 0);
  EXPECT_TRUE(std::isnan(w.of(CarouselFigure::carousel_rate)));
  EXPECT_TRUE(std::isnan(w.of(CarouselFigure::cycles_per_100_episodes)));
}

TEST(PooledCarousel, IsUnknownWhereNoYearIs) {
  Written w;
  w.add_year("2017", 10, no_figure, 10, no_figure, 10, no_figure, no_figure);
  for (std::size_t f = 0; f < carousel_figures.size(); ++f) {
    EXPECT_TRUE(std::isnan(PooledCarousel(w.layout).of(w.values)[f])) << carousel_figures[f].name;
  }
}

TEST(PooledCarousel, IsEmptyWithoutMeasuresThatCount) {
  EXPECT_TRUE(PooledCarousel(Written().layout).is_empty());
  EXPECT_TRUE(PooledCarousel(FigureLayout()).is_empty());
}

}  // namespace
}  // namespace doorstroom::tests

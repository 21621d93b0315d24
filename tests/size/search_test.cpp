#include "size/search.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(LeastThatHolds, IsFoundWhereverItLiesAndWhereverTheSearchBegins) {
  for (const double step : {1.0, 7.0}) {
    for (int truth = 0; truth <= 40; ++truth) {
      for (const double guess : {0.0, 1.0, 20.0, 39.0, 40.0, 1000.0}) {
        int tried = 0;
        const double found = least_that_holds(0, 40 * step, guess * step, step, [&](double level) {
          ++tried;
          return level >= truth * step - step / 2;
        });
        EXPECT_DOUBLE_EQ(found, truth * step) << guess;
        EXPECT_LE(tried, 16);
      }
    }
  }
}

TEST(LeastThatHolds, IsFoundInFewTriesAmongVeryMany) {
  int tried = 0;
  const double found = least_that_holds(0, unlimited_level, 1200, 1, [&](double level) {
    ++tried;
    return level >= 1733;
  });
  EXPECT_DOUBLE_EQ(found, 1733);
  EXPECT_LE(tried, 20);
}

/// A list without chance: so many come in each year, and what is not served waits on.
class Backlog final {
 public:
  Backlog(std::vector<double> arrivals, double longest)
      : arrivals_(std::move(arrivals)), longest_(longest) {}

  bool operator()(const Levels& levels, std::size_t last) {
    ++tried;
    double waiting = 0;
    for (std::size_t year = 0; year <= last; ++year) {
      waiting = std::max(0.0, waiting + arrivals_[year] - levels[year]);
      if (waiting > longest_) return false;
    }
    return true;
  }
  int tried = 0;

 private:
  std::vector<double> arrivals_;
  double longest_;
};

TEST(SmallestPath, ServesEveryYearWhatItMust) {
  Backlog backlog({100, 150, 80, 120}, 20);
  const auto path = smallest_path({1, unlimited_level, 100}, 4, std::ref(backlog));
  ASSERT_TRUE(path);
  EXPECT_EQ(*path, (Levels{80, 150, 80, 120}));
  EXPECT_LE(backlog.tried, 60);
}

TEST(SmallestPath, IsNoneWhereNothingIsEnough) {
  const auto never = [](const Levels&, std::size_t last) { return last < 1; };
  EXPECT_FALSE(smallest_path({1, 1000, 100}, 3, never));
}

TEST(SmallestPath, KeepsToItsStep) {
  Backlog backlog({105, 142}, 0);
  EXPECT_EQ(*smallest_path({10, unlimited_level, 100}, 2, std::ref(backlog)), (Levels{110, 150}));
}

TEST(Exchanged, LeavesAPathAloneThatCannotBeCheaper) {
  Backlog backlog({100, 150, 80, 120}, 20);
  const Levels path{80, 150, 80, 120};
  EXPECT_EQ(exchanged({1, unlimited_level, 100}, path, std::ref(backlog)), path);
}

TEST(Exchanged, GivesMoreEarlyWhereThatSavesMoreLater) {
  // One more in the first year saves two in the second, down to 60.
  const auto suffices = [](const Levels& levels, std::size_t last) {
    if (levels[0] < 100) return false;
    const double needed = std::max(60.0, 200 - 2 * (levels[0] - 100));
    return last == 0 || levels[1] >= needed;
  };
  const Levels found = exchanged({1, unlimited_level, 100}, {100, 200}, suffices);
  EXPECT_TRUE(suffices(found, 1));
  EXPECT_LE(cost_of(found), 240);  // 170 + 60 is the least
}

}  // namespace
}  // namespace doorstroom

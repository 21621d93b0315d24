// Which figures of a comparison are named as lying inside the noise.
#include "report/compare_noise.hpp"

#include <gtest/gtest.h>

#include "analysis/intervals.hpp"

namespace doorstroom {
namespace {

Summary spread(double mean, double sd) {
  return {mean, sd, no_figure, no_figure, no_figure, 20};
}

/// A comparison of headline and carousel figures that a test gives one by one.
class Compared {
 public:
  Compared() {
    comparison_.layout.tables = {{"headline", {"year", "indicator", "subject"}, {}},
                                 {"carousel", {"year", "measure", "version", "statistic"}, {}}};
  }
  void headline(const char* year, const char* indicator, const char* subject,
                const Summary& difference) {
    comparison_.layout.tables[0].keys.push_back({{year, indicator, subject}, "people"});
    insert(comparison_.layout.tables[0].keys.size() - 1, difference);
  }
  void carousel(const char* year, const char* statistic, const Summary& difference) {
    comparison_.layout.tables[1].keys.push_back({{year, "all", "main", statistic}, "share"});
    insert(comparison_.difference.size(), difference);
  }
  [[nodiscard]] std::string said() const {
    const auto noise = inside_the_noise(comparison_, usual_confidence, "2027");
    return noise ? noise->text.en : std::string();
  }

 private:
  void insert(std::size_t at, const Summary& difference) {
    const auto place = static_cast<std::ptrdiff_t>(at);
    comparison_.difference.insert(comparison_.difference.begin() + place, difference);
    comparison_.base.insert(comparison_.base.begin() + place, spread(10, 1));
    comparison_.alternative.insert(comparison_.alternative.begin() + place, spread(10, 1));
  }
  Comparison comparison_;
};

// 20 replications know a mean to 2.093 / sqrt(20) = 0.468 of its sd.
TEST(CompareNoise, CountsByFigureTheMostNumerousFirst) {
  Compared compared;
  compared.headline("2026", "starts", "a", spread(1, 90));  // another year
  compared.headline("2027", "waiting", "a", spread(5, 1));
  compared.headline("2027", "waiting", "b", spread(0.4, 1));
  compared.headline("2027", "starts", "a", spread(1, 10));
  compared.headline("2027", "starts", "b", spread(-1, 10));
  compared.headline("2027", "starts", "c", spread(-20, 10));
  compared.headline("2027", "starts", "d", spread(0, 0));     // exactly the same
  compared.headline("2027", "refusals", "a", spread(1, 10));  // no headline that is told
  compared.carousel("2020", "carousel_rate", spread(0.2, 0.01));
  compared.carousel("2021", "carousel_rate", spread(0.001, 0.01));
  EXPECT_EQ(compared.said(),
            "Inside the noise: of the 6 headline figures of 2027 and the carousel that differ, 4 "
            "cannot be told from chance: starts (2 of 3); waiting, end of the year (1 of 2); share "
            "that goes round. More replications or a larger --scale may tell.");
}

TEST(CompareNoise, IsSilentWhereEverythingIsTold) {
  Compared compared;
  compared.headline("2027", "waiting", "a", spread(5, 1));
  compared.headline("2027", "starts", "a", spread(0, 0));
  EXPECT_EQ(compared.said(), "");
}

}  // namespace
}  // namespace doorstroom

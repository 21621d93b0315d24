// The fit against tables worked by hand, and what it does where no table has all margins.
#include "population/fit.hpp"

#include <cmath>

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pointwise;

constexpr double exact = 1e-12;

testing::Matcher<const std::vector<double>&> shares(std::vector<double> expected) {
  return Pointwise(DoubleNear(exact), std::move(expected));
}

TEST(Fit, OfOneMarginIsThatMargin) {
  const Fit fit = fit_margins({{3}, {{{0}, {0.2, 0.5, 0.3}}}});
  EXPECT_THAT(fit.cells, shares({0.2, 0.5, 0.3}));
  EXPECT_EQ(fit.rounds, 1U);
  EXPECT_LE(fit.largest_deviation(), exact);
}

TEST(Fit, OfTwoSinglesIsTheirProduct) {
  const Fit fit = fit_margins({{2, 2}, {{{0}, {0.3, 0.7}}, {{1}, {0.6, 0.4}}}});
  EXPECT_THAT(fit.cells, shares({0.18, 0.12, 0.42, 0.28}));
}

TEST(Fit, LetsPairsThatShareADimensionBeIndependentGivenIt) {
  // p(a, b, c) = p(a, b) p(b, c) / p(b) with p(b) = 0.4, 0.6.
  const Fit fit =
      fit_margins({{2, 2, 2}, {{{0, 1}, {0.1, 0.4, 0.3, 0.2}}, {{1, 2}, {0.3, 0.1, 0.15, 0.45}}}});
  EXPECT_THAT(fit.cells,
              shares({0.1 * 0.3 / 0.4, 0.1 * 0.1 / 0.4, 0.4 * 0.15 / 0.6, 0.4 * 0.45 / 0.6,
                      0.3 * 0.3 / 0.4, 0.3 * 0.1 / 0.4, 0.2 * 0.15 / 0.6, 0.2 * 0.45 / 0.6}));
  EXPECT_LE(fit.rounds, 2U);
}

TEST(Fit, FindsTheTableWithoutThreeWayInteractionThatThreePairsHave) {
  // Of p(a, b, c) = x_ab y_bc z_ac the three pairs; the fit finds p again, and nothing else:
  // the odds ratio of a and b is the same for both c.
  const double x[2][2] = {{1, 2}, {3, 1}};
  const double y[2][2] = {{2, 1}, {1, 1}};
  const double z[2][2] = {{1, 3}, {1, 1}};
  std::vector<double> p;
  double sum = 0;
  for (int a = 0; a < 2; ++a) {
    for (int b = 0; b < 2; ++b) {
      for (int c = 0; c < 2; ++c) {
        p.push_back(x[a][b] * y[b][c] * z[a][c]);
        sum += p.back();
      }
    }
  }
  for (double& cell : p) cell /= sum;
  const std::vector<std::size_t> sizes{2, 2, 2};
  const Fit fit = fit_margins({sizes,
                               {{{0, 1}, margin_of(p, sizes, {0, 1})},
                                {{1, 2}, margin_of(p, sizes, {1, 2})},
                                {{0, 2}, margin_of(p, sizes, {0, 2})}}});
  EXPECT_LE(fit.largest_deviation(), exact);
  constexpr double of_cells = 1e-9;  // the deviation of a cell is larger than that of a sum
  EXPECT_THAT(fit.cells, Pointwise(DoubleNear(of_cells), p));
}

TEST(Fit, KeepsCombinationsThatCannotOccurEmpty) {
  // Nobody has a = 1 and b = 0; the third pair spreads the others.
  const Fit fit = fit_margins({{2, 2, 2}, {{{0, 1}, {0.25, 0.25, 0.0, 0.5}}, {{2}, {0.5, 0.5}}}});
  EXPECT_THAT(fit.cells, shares({0.125, 0.125, 0.125, 0.125, 0, 0, 0.25, 0.25}));
}

TEST(Fit, TakesMarginsInAnyOrderOfTheirDimensions) {
  const Fit fit = fit_margins({{2, 3}, {{{1, 0}, {0.1, 0.2, 0.05, 0.15, 0.3, 0.2}}}});
  EXPECT_THAT(fit.cells, shares({0.1, 0.05, 0.3, 0.2, 0.15, 0.2}));
}

TEST(Fit, MeetsTheFirstOfMarginsThatContradictEachOther) {
  const Fit fit = fit_margins({{2, 2}, {{{0, 1}, {0.1, 0.2, 0.3, 0.4}}, {{0}, {0.301, 0.699}}}});
  EXPECT_THAT(fit.deviations, ElementsAre(DoubleNear(0, exact), DoubleNear(0.001, exact)));
  EXPECT_THAT(fit.cells, shares({0.1, 0.2, 0.3, 0.4}));
}

TEST(Fit, SaysHowFarItIsFromMarginsThatNoTableHas) {
  // a = b, b = c, and yet a != c.
  const std::vector<double> same{0.5, 0, 0, 0.5};
  const std::vector<double> other{0, 0.5, 0.5, 0};
  const Fit fit = fit_margins({{2, 2, 2}, {{{0, 1}, same}, {{1, 2}, same}, {{0, 2}, other}}});
  EXPECT_GE(fit.largest_deviation(), 0.25);
  EXPECT_LT(fit.rounds, 5000U);  // it gives up where nothing is gained
}

TEST(Fit, IsTheSameEveryTime) {
  const FitTask task{{3, 4}, {{{0}, {0.2, 0.3, 0.5}}, {{1}, {0.1, 0.2, 0.3, 0.4}}}};
  EXPECT_EQ(fit_margins(task).cells, fit_margins(task).cells);
}

TEST(Margins, HangTogetherThroughOthers) {
  EXPECT_THAT(connected({{0, 1}, {2}, {3, 4}, {1, 3}}),
              ElementsAre(ElementsAre(0, 2, 3), ElementsAre(1)));
  EXPECT_THAT(connected({}), IsEmpty());
}

}  // namespace
}  // namespace doorstroom

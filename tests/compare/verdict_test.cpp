#include "compare/verdict.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "analysis/summary.hpp"

namespace doorstroom {
namespace {

Verdict verdict(const std::vector<double>& differences, double confidence = 0.95) {
  return verdict_of(summarise(differences), confidence);
}

TEST(Verdict, IsThatOfTheIntervalOfTheDifference) {
  // Mean 3, half the 95 % interval 2.776 sqrt(2.5 / 5) = 1.963.
  EXPECT_EQ(verdict({1, 2, 3, 4, 5}), Verdict::more);
  EXPECT_EQ(verdict({-1, -2, -3, -4, -5}), Verdict::less);
  EXPECT_EQ(verdict({-1, 0, 1, 2, 3}), Verdict::noise);  // mean 1
  EXPECT_EQ(verdict({-3, -2, -1, 0, 1}), Verdict::noise);
  // At the edge: 1.963 from zero either way.
  EXPECT_EQ(verdict({-0.04, 0.96, 1.96, 2.96, 3.96}), Verdict::noise);
  EXPECT_EQ(verdict({-0.03, 0.97, 1.97, 2.97, 3.97}), Verdict::more);
}

TEST(Verdict, NeedsMoreForMoreConfidence) {
  // Half the 99 % interval is 4.604 sqrt(2.5 / 5) = 3.256.
  EXPECT_EQ(verdict({1, 2, 3, 4, 5}, 0.99), Verdict::noise);
  EXPECT_EQ(verdict({1.3, 2.3, 3.3, 4.3, 5.3}, 0.99), Verdict::more);
}

TEST(Verdict, IsSameOnlyIfEveryReplicationHasNoDifferenceAtAll) {
  EXPECT_EQ(verdict({0, 0, 0}), Verdict::same);
  EXPECT_EQ(verdict({0}), Verdict::same);
  EXPECT_EQ(verdict({0, -0.0, no_figure}), Verdict::same);
  EXPECT_EQ(verdict({0, 0, 1e-100}), Verdict::noise);
  EXPECT_EQ(verdict({-1, 1}), Verdict::noise);
}

TEST(Verdict, IsSureOfWhatIsTheSameInEveryReplication) {
  EXPECT_EQ(verdict({2, 2}), Verdict::more);
  EXPECT_EQ(verdict({-0.1, -0.1, -0.1}), Verdict::less);
}

TEST(Verdict, SaysNothingOfChanceFromOneReplication) {
  EXPECT_EQ(verdict({5}), Verdict::one_of_each);
  EXPECT_EQ(verdict({no_figure, 5, no_figure}), Verdict::one_of_each);
}

TEST(Verdict, IsNothingWithoutAFigure) {
  EXPECT_EQ(verdict({}), Verdict::nothing);
  EXPECT_EQ(verdict({no_figure, no_figure}), Verdict::nothing);
}

TEST(Verdict, HasANameThatTablesGive) {
  EXPECT_STREQ(name_of(Verdict::nothing), "");
  EXPECT_STREQ(name_of(Verdict::same), "same");
  EXPECT_STREQ(name_of(Verdict::noise), "noise");
  EXPECT_STREQ(name_of(Verdict::more), "more");
  EXPECT_STREQ(name_of(Verdict::less), "less");
  EXPECT_STREQ(name_of(Verdict::one_of_each), "unknown");
}

Summary varying(double sd) {
  Summary summary;
  summary.sd = sd;
  return summary;
}

TEST(VarianceRatio, IsHowManyTimesMoreReplicationsOtherPeopleWouldTake) {
  EXPECT_DOUBLE_EQ(variance_ratio(varying(3), varying(4), varying(1)), 25);
  EXPECT_DOUBLE_EQ(variance_ratio(varying(3), varying(4), varying(5)), 1);
  EXPECT_LT(variance_ratio(varying(1), varying(1), varying(2)), 1);
  EXPECT_DOUBLE_EQ(variance_ratio(varying(0), varying(2), varying(2)), 1);
}

TEST(VarianceRatio, IsUnknownWhereNothingVaries) {
  EXPECT_TRUE(std::isnan(variance_ratio(varying(0), varying(0), varying(0))));
  EXPECT_TRUE(std::isnan(variance_ratio(varying(2), varying(2), varying(0))));
  EXPECT_TRUE(std::isnan(variance_ratio({}, varying(2), varying(2))));
  EXPECT_TRUE(std::isnan(variance_ratio({}, {}, {})));
}

TEST(Median, IsTheMiddleOneOfThoseThereAre) {
  EXPECT_EQ(median_of({3, 1, 2}), 2);
  EXPECT_EQ(median_of({7}), 7);
  EXPECT_EQ(median_of({no_figure, 3, no_figure, 1, 2}), 2);
  EXPECT_EQ(median_of({4, 1, 3, 2}), 3);  // of an even number, the upper of the two
  EXPECT_TRUE(std::isnan(median_of({})));
  EXPECT_TRUE(std::isnan(median_of({no_figure})));
}

}  // namespace
}  // namespace doorstroom

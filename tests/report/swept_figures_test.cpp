// Headline figures over the points of a sweep, and what is said of them.
#include "report/swept_figures.hpp"

#include <gtest/gtest.h>

#include "report/sweep_findings.hpp"

namespace doorstroom {
namespace {

Summary spread(double mean, double sd, std::size_t replications = 20) {
  return {mean, sd, no_figure, no_figure, no_figure, replications};
}

const FigureTable headline{"headline",
                           {"year", "indicator", "subject"},
                           {{{"2026", "waiting", "training"}, "people"},
                            {{"2027", "waiting", "training"}, "people"},
                            {{"2027", "starts", "training"}, "people"},
                            {{"2027", "refusals", "training"}, "people"}}};

SweptFigures figures_of(const std::vector<std::vector<Summary>>& points) {
  SweptFigures figures;
  for (const auto& point : points) figures.add(headline, point, "2027");
  return figures;
}

TEST(SweptFigures, KeepTheYearAndWhatReadersHaveWordsFor) {
  const std::vector<Summary> point{spread(1, 0), spread(2, 0), spread(0, 0), spread(4, 0)};
  const auto told = figures_of({point, point}).told();
  ASSERT_EQ(told.size(), 1U);  // nobody starts, and refusals are no headline that is told
  EXPECT_EQ(told[0].indicator, "waiting");
  ASSERT_EQ(told[0].at.size(), 2U);
  EXPECT_EQ(told[0].at[0].mean, 2);
}

TEST(SweptFigures, LeaveGapsWhereAPointHasNoSuchFigure) {
  SweptFigures figures;
  figures.add({"headline", headline.dimensions, {}}, {}, "2027");
  const std::vector<Summary> point{spread(1, 0), spread(2, 0), spread(3, 0), spread(4, 0)};
  figures.add(headline, point, "2027");
  const auto told = figures.told();
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].at[0].replications, 0U);
  EXPECT_EQ(told[0].at[1].mean, 2);
}

// Three points are three pairs: t at 1 - 0.05 / 3 with 19 degrees of freedom is 2.6251. An sd of at
// most 5 + 5 makes the interval 2.6251 * 10 / sqrt(20) = 5.87 either way.
TEST(SweptFigures, TellAMoveFromChance) {
  SweptFigure figure{
      "waiting", "training", "people", {spread(100, 5), spread(90, 5), spread(95, 5)}};
  SweptSpan span = span_of(figure, usual_confidence);
  EXPECT_EQ(span.least, 1U);
  EXPECT_EQ(span.most, 0U);
  EXPECT_EQ(span.verdict, Verdict::more);
  figure.at[0].mean = 95.8;
  span = span_of(figure, usual_confidence);
  EXPECT_EQ(span.verdict, Verdict::noise);
  figure.at = {spread(7, 1), spread(7, 1), spread(7, 1)};
  EXPECT_EQ(span_of(figure, usual_confidence).verdict, Verdict::same);
}

class Study {
 public:
  explicit Study(std::vector<SweptFigure> figures) {
    base_.scenario.measures.push_back({});
    base_.scenario.measures.back().id = "training";
    study_.emplace(SweptStudy{base_, points_, std::move(figures), "2027", 20, 0});
  }
  [[nodiscard]] std::vector<std::string> about(const std::string& place) const {
    std::vector<std::string> texts;
    for (const Finding& one : sweep_findings(*study_)) {
      if (one.about == place) texts.push_back(one.text.en);
    }
    return texts;
  }

 private:
  LoadedScenario base_;
  SweepPoints points_{{"/resources/places/level"}, {{"10"}, {"20"}}};
  std::optional<SweptStudy> study_;
};

using Texts = std::vector<std::string>;

// An interval of a mean of 20 with an sd of 10: 2.093 * 10 / sqrt(20) = 4.68.
TEST(SweepFindings, SayWhereAFigureIsLeastAndMost) {
  const Study study({{"waiting", "training", "people", {spread(900, 10), spread(700, 10)}},
                     {"starts", "training", "people", {spread(50, 30), spread(52, 30)}}});
  EXPECT_EQ(study.about("figure:waiting:training"),
            (Texts{"training: waiting, end of the year in 2027 lies between 700 (695–705) at "
                   "resources/places/level = 20 and 900 (895–905) at resources/places/level = "
                   "10."}));
  EXPECT_TRUE(study.about("figure:starts:training").empty());
  EXPECT_EQ(study.about("noise"),
            (Texts{"Inside the noise: of the 2 headline figures of 2027 that differ between the "
                   "points, 1 cannot be told from chance. More replications may tell."}));
}

TEST(SweepFindings, SayThatNothingMoves) {
  const Study study({{"waiting", "training", "people", {spread(9, 1), spread(9, 1)}}});
  EXPECT_EQ(study.about("points").size(), 2U);
  EXPECT_EQ(study.about("points").front(),
            "All points give the same headline figures: what is varied changes nothing here.");
}

}  // namespace
}  // namespace doorstroom

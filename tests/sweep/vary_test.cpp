#include "sweep/vary.hpp"

#include <functional>

#include <gmock/gmock.h>

#include "support/directory.hpp"
#include "sweep/steps.hpp"

namespace doorstroom::tests {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> values_of(const std::string& text) {
  return variations_of({text}).front().values;
}

/// What a PointsError says; empty where there is none.
std::string problem_of(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const PointsError& error) {
    return error.what();
  }
}

std::string problem_of_vary(const std::vector<std::string>& texts) {
  return problem_of([&] { (void)variations_of(texts); });
}

TEST(Vary, TakesValuesAsTheyAreWritten) {
  const Variation variation = variations_of({"/a/b=1100, 0.50,-3"}).front();
  EXPECT_EQ(variation.pointer, "/a/b");
  EXPECT_THAT(variation.values, ElementsAre("1100", "0.50", "-3"));
  EXPECT_THAT(values_of("/a=3 months,6 months"), ElementsAre("3 months", "6 months"));
  EXPECT_EQ(variations_of({"/shares/sex=woman=0.4"}).front().pointer, "/shares/sex=woman");
}

TEST(Vary, CountsRangesInDecimals) {
  EXPECT_THAT(values_of("/a=1000..1400:100"), ElementsAre("1000", "1100", "1200", "1300", "1400"));
  EXPECT_THAT(values_of("/a=0.1..0.7:0.1"),
              ElementsAre("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"));
  EXPECT_THAT(values_of("/a=-1..1:0.5"), ElementsAre("-1", "-0.5", "0", "0.5", "1"));
  EXPECT_THAT(values_of("/a=3..1:-1"), ElementsAre("3", "2", "1"));
  EXPECT_THAT(values_of("/a=5..5:1"), ElementsAre("5"));
  EXPECT_THAT(values_of("/a=1,10..20:5,100"), ElementsAre("1", "10", "15", "20", "100"));
  EXPECT_THAT(values_of("/a=0.05..0.1:0.025"), ElementsAre("0.05", "0.075", "0.1"));
}

TEST(Vary, RefusesRangesThatCannotBeCounted) {
  EXPECT_THAT(problem_of_vary({"/a=1..10:4"}), HasSubstr("the last one before it is 9"));
  for (const char* endless : {"/a=1..10:0", "/a=1..10:-1", "/a=10..1:1"}) {
    EXPECT_THAT(problem_of_vary({endless}), HasSubstr("never come to its end")) << endless;
  }
  EXPECT_THAT(problem_of_vary({"/a=1..10"}), HasSubstr("has no step"));
  EXPECT_THAT(problem_of_vary({"/a=1..x:1"}), HasSubstr("\"x\" in \"1..x:1\" is not a number"));
  EXPECT_THAT(problem_of_vary({"/a=1 month..3 months:1 month"}), HasSubstr("is not a number"));
  EXPECT_THAT(problem_of_vary({"/a=0..1000000:1"}), HasSubstr("more than 10000 values"));
  EXPECT_THAT(problem_of_vary({"/a=1.100..1.300:0.100"}),
              AllOf(HasSubstr("may be read in two ways"), HasSubstr("write 1100 or 1.1")));
  EXPECT_THAT(problem_of_vary({"/a=1..99999999999999999999:1"}), HasSubstr("is not a number"));
  EXPECT_THAT(problem_of_vary({"/a=0..999999999999999:0.0000000000001"}),
              HasSubstr("more digits than can be counted"));
}

TEST(Vary, SaysAllThatIsWrongAtOnce) {
  const std::string problems = problem_of_vary({"/a", "=5", "/b=1,,2", "/c=1,1", "/d=5"});
  EXPECT_EQ(std::ranges::count(problems, '\n'), 3);
  EXPECT_THAT(problems, AllOf(HasSubstr("--vary \"/a\" is not PATH=values"),
                              HasSubstr("--vary \"/b=1,,2\" has an empty value"),
                              HasSubstr("has the value 1 twice")));
}

TEST(Grid, HasEveryCombinationAndTheLastNumberFastest) {
  const SweepPoints points = grid_of(variations_of({"/a=1,2", "/b=x,y,z"}));
  EXPECT_THAT(points.pointers, ElementsAre("/a", "/b"));
  EXPECT_THAT(points.values,
              ElementsAre(ElementsAre("1", "x"), ElementsAre("1", "y"), ElementsAre("1", "z"),
                          ElementsAre("2", "x"), ElementsAre("2", "y"), ElementsAre("2", "z")));
  EXPECT_THAT(points.edits(4), ElementsAre(Edit{"/a", "2"}, Edit{"/b", "y"}));
}

TEST(Grid, IsNeitherEmptyNorTooLarge) {
  EXPECT_THAT(problem_of([] { (void)grid_of({}); }), HasSubstr("nothing is varied"));
  const std::vector<std::string> hundred_each{"/a=1..100:1", "/b=1..100:1"};
  EXPECT_EQ(grid_of(variations_of(hundred_each)).size(), most_points);
  EXPECT_THAT(problem_of([] {
                (void)grid_of(variations_of({"/a=1..101:1", "/b=1..100:1"}));
              }),
              HasSubstr("more than 10000 points"));
  EXPECT_THAT(problem_of([] {
                (void)grid_of(variations_of({"/a=1", "/a=2"}));
              }),
              HasSubstr("\"/a\" is varied twice"));
}

TEST(Together, PutsValuesSideBySide) {
  const SweepPoints points = together_of(variations_of({"/a=1,2", "/b=x,y"}));
  EXPECT_THAT(points.values, ElementsAre(ElementsAre("1", "x"), ElementsAre("2", "y")));
  EXPECT_THAT(problem_of([] {
                (void)together_of(variations_of({"/a=1,2", "/b=1,2,3"}));
              }),
              HasSubstr("\"/b\" has 3 values where \"/a\" has 2"));
}

class PointListTest : public testing::Test {
 protected:
  [[nodiscard]] SweepPoints read(const std::string& content) const {
    return list_of(directory_.write("points.csv", content));
  }
  [[nodiscard]] std::string problem(const std::string& content) const {
    return problem_of([&] { (void)read(content); });
  }

  TemporaryDirectory directory_;
};

TEST_F(PointListTest, HasAPointOnEveryLine) {
  const SweepPoints points = read("/a,/b\n1100,3 months\n1200,\"6 months\"\r\n\n");
  EXPECT_THAT(points.pointers, ElementsAre("/a", "/b"));
  EXPECT_THAT(points.values,
              ElementsAre(ElementsAre("1100", "3 months"), ElementsAre("1200", "6 months")));
}

TEST_F(PointListTest, SaysAllThatIsWrongWithItsLine) {
  const std::string problems = problem("a,/b,/b\n1,2\n,2,3\n4,5,6\n4,5,6\n");
  EXPECT_THAT(problems, AllOf(HasSubstr("points.csv:1:1: /a: \"a\" is not a path"),
                              HasSubstr("points.csv:1:6: "), HasSubstr("stands here twice"),
                              HasSubstr("points.csv:2:1: "), HasSubstr("2 cells where"),
                              HasSubstr("points.csv:3:1: "), HasSubstr("this value is empty"),
                              HasSubstr("points.csv:5:1: "), HasSubstr("in the list already")));
  EXPECT_EQ(std::ranges::count(problems, '\n'), 4) << problems;
}

TEST_F(PointListTest, HasPoints) {
  EXPECT_THAT(problem(""), HasSubstr("points.csv:1:1"));
  EXPECT_THAT(problem("/a,/b\n"), HasSubstr("this list has no points"));
  EXPECT_THAT(problem("/a;/b\n1;2\n"), HasSubstr("separated by semicolons"));
  std::string many = "/a\n";
  for (std::size_t i = 0; i <= most_points; ++i) many += std::to_string(i) + "\n";
  EXPECT_THAT(problem(many), AllOf(HasSubstr("10001 points"), HasSubstr("at most 10000")));
}

TEST_F(PointListTest, IsAFile) {
  (void)read("/a\n1\n");
  const std::string problems = problem_of([&] { (void)list_of(directory_.path() / "pionts.csv"); });
  EXPECT_THAT(problems,
              AllOf(HasSubstr("there is no such file"), HasSubstr("did you mean \"points.csv\"?")));
  EXPECT_THAT(problem_of([&] { (void)list_of(directory_.path()); }), HasSubstr("it is not a file"));
}

TEST(Steps, AreToldFromValues) {
  EXPECT_TRUE(is_range("1..3:1"));
  EXPECT_FALSE(is_range("1.3"));
  EXPECT_THAT(steps_of("1..3:1", 3).values, ElementsAre("1", "2", "3"));
  EXPECT_THAT(steps_of("1..3:1", 2).values, IsEmpty());
}

}  // namespace
}  // namespace doorstroom::tests

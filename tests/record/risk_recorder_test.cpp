#include "record/risk_recorder.hpp"

#include <cmath>
#include <memory>

#include <gmock/gmock.h>

#include "record/carousel_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/random_scenario.hpp"
#include "support/scenario_text.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

/// People are a woman or a man, near or far; "guidance" is of the second line.
std::string by_sex_and_distance(const std::string& end = "2028-01-01") {
  return in("2017-01-01", end, R"(
    "distance_classes": ["near", "far"],
    "attributes": [{"id": "sex", "values": ["woman", "man"],
                    "shares": {"woman": 0.5, "man": "rest"}}],
    "labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1},
      {"id": "quit", "to": "inactive", "per_month": 0.1}]},
    "arrivals": [{"id": "p", "per_year": 100, "people": {"attributes": {
      "distance": {"near": 0.5, "far": "rest"}}}}],
    "measures": [{"id": "guidance", "line": 2, "phases": [{"id": "only", "duration": "30 days"}]}])");
}

class Told final {
 public:
  explicit Told(const std::vector<std::string>& profile,
                const std::string& json = by_sex_and_distance())
      : story(json), risk(story.model(), cycle_rules(6, 36), profile) {
    story.tell(risk);
  }
  [[nodiscard]] FiguresOf figures() {
    story.end();
    return FiguresOf(risk);
  }
  /// An episode from the first of a month to that of another one.
  void episode(Slot slot, const std::string& from, const std::string& to) {
    story.on(from).start(slot, "guidance");
    story.on(to).end_measure(slot, Reason::completed);
  }

  Story story;
  RiskRecorder risk;
};

TEST(RiskRecorder, TellsWhoGoesRoundByWhatTheyWereAtEntry) {
  Told t({"sex", "distance"});
  t.story.with("sex", "woman").with("distance", "near").enter("unemployed");
  t.story.with("sex", "man").with("distance", "near").enter("unemployed");
  t.story.with("sex", "man").with("distance", "near").enter("unemployed");
  t.story.with("sex", "man").with("distance", "far").enter("unemployed");  // never in a measure
  t.episode(0, "2017-02-01", "2017-03-01");
  t.episode(1, "2017-03-02", "2017-04-01");
  t.episode(2, "2017-04-02", "2017-05-01");
  t.story.change(0, "distance", "far");  // later on
  t.episode(0, "2018-02-01", "2018-03-01");
  t.episode(1, "2018-03-02", "2018-04-01");
  t.episode(0, "2019-02-01", "2019-03-01");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/all/people people"], 3);
  EXPECT_EQ(figures["2017/all/carousel_people people"], 1);
  EXPECT_DOUBLE_EQ(figures["2017/all/carousel_rate share"], 1.0 / 3);
  EXPECT_EQ(figures["2017/all/entered people"], 4);
  EXPECT_EQ(figures["2017/all/entered_carousel_rate share"], 0.25);
  EXPECT_EQ(figures["2017/sex=woman/carousel_rate share"], 1);
  EXPECT_EQ(figures["2017/sex=man/carousel_rate share"], 0);
  EXPECT_EQ(figures["2017/sex=man/entered people"], 3);
  EXPECT_EQ(figures["2017/distance=near/carousel_rate share"], 1.0 / 3);
  EXPECT_EQ(figures["2017/distance=far/entered people"], 1);
  EXPECT_EQ(figures["2017/distance=far/people people"], 0);
  EXPECT_TRUE(std::isnan(figures["2017/distance=far/carousel_rate share"])) << "of nobody";
  EXPECT_EQ(figures["2017/sex=woman & distance=near/carousel_people people"], 1);
  EXPECT_EQ(figures["2017/sex=man & distance=near/people people"], 2);
  EXPECT_EQ(figures["2017/sex=man & distance=far/entered_carousel_rate share"], 0);
  EXPECT_EQ(figures["all/sex=woman/carousel_rate share"], 1);
}

TEST(RiskRecorder, FollowsForSixtyMonthsFromEachBeginning) {
  Told t({"sex"});
  t.story.with("sex", "woman").enter("unemployed").with("sex", "man").enter("unemployed");
  // The first one ends an episode a year after she came in, and begins the second cycle five years
  // and some months after that, but within five years of the end of her first episode.
  t.episode(1, "2017-02-01", "2017-03-01");
  t.episode(0, "2017-12-01", "2018-01-01");
  t.episode(0, "2020-06-01", "2020-07-01");
  t.story.on("2022-06-01").start(0, "guidance");
  t.story.on("2022-07-01").end_measure(0, Reason::completed);
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/sex=woman/carousel_people people"], 1);
  EXPECT_EQ(figures["2018/sex=woman/people people"], 1);
  EXPECT_EQ(figures["2017/sex=woman/entered people"], 1);
  EXPECT_EQ(figures["2017/sex=woman/entered_carousel_people people"], 0)
      << "1,977 days after entry";
}

TEST(RiskRecorder, CountsSomebodyOnce) {
  Told t({"sex"});
  t.story.with("sex", "woman").enter("unemployed");
  for (const char* year : {"2017", "2018", "2019", "2020", "2021"}) {
    t.episode(0, std::string(year) + "-02-01", std::string(year) + "-03-01");
  }
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/all/carousel_people people"], 1);
  EXPECT_EQ(figures["2017/all/entered_carousel_people people"], 1);
  EXPECT_EQ(figures["all/all/carousel_people people"], 1);
}

TEST(RiskRecorder, LeavesOutWhoWasThereAtTheStart) {
  Told t({"sex"});
  t.story.with("sex", "woman").enter("unemployed", Reason::stock);
  for (const char* year : {"2017", "2018", "2019"}) {
    t.episode(0, std::string(year) + "-02-01", std::string(year) + "-03-01");
  }
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/all/people people"], 0);
  EXPECT_EQ(figures["2017/all/carousel_people people"], 0);
  EXPECT_EQ(figures["2017/all/entered people"], 0);
}

TEST(RiskRecorder, IsStrictAboutFollowUp) {
  Told t({"sex"}, by_sex_and_distance("2024-01-01"));
  t.story.with("sex", "woman").enter("unemployed");
  t.episode(0, "2017-02-01", "2017-03-01");
  t.story.on("2019-05-01").with("sex", "woman").enter("unemployed");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2018/all/carousel_people people"], 0) << "the last year that can be followed";
  EXPECT_TRUE(std::isnan(figures["2019/all/carousel_people people"]));
  EXPECT_TRUE(std::isnan(figures["2019/all/entered_carousel_rate share"]));
  EXPECT_EQ(figures["2019/all/entered people"], 1);
  EXPECT_EQ(figures["all/all/entered people"], 1) << "of the years that can be followed";
}

TEST(RiskRecorder, KnowsNobodyWhereNoYearCanBeFollowed) {
  Told t({"sex"}, by_sex_and_distance("2022-12-31"));
  t.story.with("sex", "woman").enter("unemployed");
  t.episode(0, "2017-02-01", "2017-03-01");
  const FiguresOf figures = t.figures();
  EXPECT_TRUE(std::isnan(figures["2017/all/carousel_rate share"]));
  EXPECT_TRUE(std::isnan(figures["all/all/people people"]));
  EXPECT_EQ(figures["2017/all/people people"], 1);
}

TEST(RiskRecorder, TellsPeopleApartWhoAreStoredInOnePlace) {
  Told t({"sex"});
  t.story.with("sex", "woman").enter("unemployed");
  t.episode(0, "2017-02-01", "2017-03-01");
  t.episode(0, "2017-04-01", "2017-05-01");
  t.story.leave(0, "inactive");
  t.story.on("2017-05-02").with("sex", "man").enter("unemployed");
  ASSERT_EQ(t.story.people.slots(), 1U);
  t.episode(0, "2017-06-01", "2017-07-01");
  t.episode(0, "2017-08-01", "2017-09-01");
  const FiguresOf figures = t.figures();
  EXPECT_EQ(figures["2017/all/people people"], 2);
  EXPECT_EQ(figures["2017/all/carousel_people people"], 0) << "one cycle each";
}

TEST(RiskRecorder, IsEmptyWhereNoProfileIsAskedFor) {
  Told t({});
  t.story.with("sex", "woman").enter("unemployed");
  t.episode(0, "2017-02-01", "2017-03-01");
  FigureLayout layout;
  t.story.end();
  t.risk.describe(layout);
  EXPECT_EQ(layout.figures(), 0U);
  EXPECT_EQ(t.risk.bytes_of_people(), 0U);
  EXPECT_EQ(layout.tables.at(0).name, "risk");
}

TEST(RiskProfiles, AreTheCombinationsAndEachAttributeByItself) {
  const Story story(by_sex_and_distance());
  const auto labels = [&](const std::vector<std::string>& attributes) {
    std::vector<std::string> all;
    for (const auto& group : RiskProfiles(story.model(), attributes).groups()) {
      all.push_back(group.label);
    }
    return all;
  };
  EXPECT_THAT(labels({}), ElementsAre());
  EXPECT_THAT(labels({"sex"}), ElementsAre("all", "sex=woman", "sex=man"));
  EXPECT_THAT(labels({"sex", "distance"}),
              ElementsAre("all", "sex=woman", "sex=man", "distance=near", "distance=far",
                          "sex=woman & distance=near", "sex=man & distance=near",
                          "sex=woman & distance=far", "sex=man & distance=far"));
}

/// Both tables count the people in the carousel, each in its own way.
class TheRisk : public testing::TestWithParam<std::uint32_t> {};

TEST_P(TheRisk, AddsUpToTheCarousel) {
  const std::string json = with(with(by_sex_and_distance("2026-01-01"), R"("per_year": 100)",
                                     R"("per_year": 400, "refer_to": "guidance")"),
                                R"("phases": [{"id": "only", "duration": "30 days"}])",
                                R"("afterwards": [{"to": "unemployed", "p": 1}],
         "phases": [{"id": "only", "duration": {"exponential": {"mean": "2 months"}}}])");
  const std::string again =
      with(json, R"("per_month": 0.1},
      {"id": "quit")",
           R"("per_month": 0.1}, {"id": "again", "to": "guidance", "per_month": 0.05},
      {"id": "quit")");
  const auto model = std::make_shared<const Model>(scenario::compile(read(again).scenario));
  CarouselRecorder carousel(*model, cycle_rules(6, 36));
  RiskRecorder risk(*model, cycle_rules(6, 36), {"sex", "distance"});
  simulate(model, GetParam(), {&carousel, &risk});
  const FiguresOf of_carousel(carousel);
  const FiguresOf of_risk(risk);
  double people = 0;
  for (const std::string year : {"2017", "2018", "2019", "2020"}) {
    const double all = of_risk[year + "/all/people people"];
    EXPECT_EQ(all, of_carousel[year + "/all/all/all/people people"]);
    EXPECT_EQ(of_risk[year + "/all/carousel_people people"],
              of_carousel[year + "/all/all/main/carousel_people people"]);
    for (const std::string statistic : {"people", "carousel_people", "entered"}) {
      const auto of = [&](const std::string& group) {
        return of_risk[year + "/" + group + "/" + statistic + " people"];
      };
      EXPECT_EQ(of("sex=woman") + of("sex=man"), of("all"));
      EXPECT_EQ(of("sex=man & distance=near") + of("sex=man & distance=far"), of("sex=man"));
    }
    people += of_risk[year + "/all/carousel_people people"];
  }
  EXPECT_GT(people, 50) << "nobody goes round: the test says nothing";
  EXPECT_EQ(people, of_risk["all/all/carousel_people people"]);
}

INSTANTIATE_TEST_SUITE_P(Replications, TheRisk, testing::Range(0U, 3U));

}  // namespace
}  // namespace doorstroom::tests

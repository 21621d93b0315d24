// What a scenario becomes in the model: days, prices by date, shares, limits.
#include "scenario/compile.hpp"

#include <gmock/gmock.h>

#include "scenario/scenario_text.hpp"

namespace doorstroom::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Model compiled(const ScenarioText& text) {
  return compile(text.read());
}

std::vector<std::pair<std::string, Amount>> by_date(const std::vector<LevelFrom>& levels) {
  std::vector<std::pair<std::string, Amount>> dated;
  for (const LevelFrom& level : levels) {
    dated.emplace_back(level.from == always ? "always" : iso_date(level.from), level.level);
  }
  return dated;
}

TEST(Compiled, SpansAreDays) {
  const Model model = compiled(ScenarioText().set("/measures/0/max_duration", R"("6 months")"));
  EXPECT_EQ(model.measures[0].max_duration, 183);  // 182.625 days
  EXPECT_EQ(model.measures[0].phases[0].stay.of(0).mean(), 3 * days_per_month);
}

TEST(Compiled, PricesAreCentsFromTheirDay) {
  const Model model = compiled(ScenarioText().set(
      "/measures/0/needs/-",
      R"({"resource": "money", "amount": {"2024": 100.25, "2026-07": 120, "growth": 0.1}})"));
  EXPECT_THAT(by_date(model.measures[0].claims[2].amounts[0]),
              ElementsAre(std::pair("always", 10025), std::pair("2026-01-01", 10025),
                          std::pair("2026-07-01", 12000)));
}

TEST(Compiled, PlacesAndStartsAreThousandths) {
  const Model model = compiled(ScenarioText().set("/resources/0/level", "60.5"));
  EXPECT_THAT(by_date(model.resources[0].accounts[0].path),
              ElementsAre(std::pair("2025-01-01", 60500)));
  EXPECT_THAT(by_date(model.resources[1].accounts[0].path),
              ElementsAre(std::pair("2025-01-01", 200000), std::pair("2026-01-01", 220000)));
}

TEST(Compiled, SplitsAddUpByLargestRemainders) {
  ScenarioText text;
  text.set("/attributes/0/values", R"(["north", "south", "west"])")
      .set("/resources/1/per_year", "100")
      .set("/resources/1/split",
           R"({"by": "region", "shares": {"north": 0.335, "south": 0.335, "west": "rest"}})");
  const Model model = compiled(text);
  const auto& accounts = model.resources[1].accounts;
  ASSERT_THAT(accounts, SizeIs(3));
  EXPECT_EQ(accounts[0].path[0].level, 34000);
  EXPECT_EQ(accounts[1].path[0].level, 33000);
  EXPECT_EQ(accounts[2].path[0].level, 33000);
}

TEST(Compiled, HazardsAreByTheDay) {
  const Model model = compiled(ScenarioText().set(
      "/labour_market", R"({"exits": [{"id": "e", "to": "job_nec", "per_month": 0.304375}]})"));
  for (const StatusExit& exit : model.statuses[model.unemployed.position()].exits) {
    EXPECT_THAT(exit.per_day, ElementsAre(testing::DoubleEq(0.01)));
  }
  EXPECT_THAT(model.statuses[model.unemployed.position()].exits, SizeIs(1));
}

TEST(Compiled, AttributesOfOneValueTakeNoRoomAlsoInAFullProfile) {
  ScenarioText text;
  text.set("/distance_classes", R"(["all"])");  // its assessment takes a bit
  for (int i = 0; i < 61; ++i) {                // with region and mmpp 64 bits
    text.set("/attributes/-", R"({"id": "a)" + std::to_string(i) + R"(", "values": ["x", "y"]})");
  }
  text.set("/attributes/-", R"({"id": "single", "values": ["x"]})");
  ASSERT_THAT(text.problems(), IsEmpty());
  const Model model = compiled(text);
  for (const auto& attribute : model.attributes) {
    EXPECT_LT(attribute.field.shift, 64) << attribute.id;
    EXPECT_LE(attribute.field.shift + attribute.field.width, 64) << attribute.id;
  }
  text.set("/attributes/-", R"({"id": "more", "values": ["x", "y"]})");
  EXPECT_THAT(text.problems(), ElementsAre(HasSubstr("(65 bits); there is room for 64")));
}

TEST(People, AreNotMoreThanAComputerHolds) {
  EXPECT_THAT(ScenarioText().set("/arrivals/0/per_year", "49000000").problems(), IsEmpty());
  EXPECT_THAT(ScenarioText().set("/arrivals/0/per_year", "51000000").problems(),
              ElementsAre(HasSubstr("people would be simulated")));
  EXPECT_THAT(ScenarioText().set("/stock", R"([{"id": "s", "people": 200000000}])").problems(),
              ElementsAre(HasSubstr("/stock: there are 2e+08 people at the start")));
  ScenarioText one_day;
  one_day.set("/horizon", R"({"start": "2025-01-01", "end": "2025-01-03"})")
      .set("/arrivals/0/per_year", "1000000000")
      .set("/arrivals/0/seasonality", R"({"jan": 12, "feb": 0, "mar": 0, "apr": 0, "may": 0,
           "jun": 0, "jul": 0, "aug": 0, "sep": 0, "oct": 0, "nov": 0, "dec": 0})");
  EXPECT_THAT(one_day.problems(), ElementsAre(HasSubstr("on some days more than 9000000 people")));
}

}  // namespace
}  // namespace doorstroom::scenario

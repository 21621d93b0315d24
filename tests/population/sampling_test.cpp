// People drawn from margins: they have the margins, and a changed margin changes only whom it must.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "model/sample_profile.hpp"
#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"
#include "support/statistics.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::Each;
using testing::Ge;
using testing::HasSubstr;

constexpr std::size_t many = 100'000;

/// A stock with these margins, and what else its profile says.
std::string with_margins(std::string_view margins, std::string_view more = {}) {
  return in("2025-01-01", "2026-01-01",
            fmt::format(R"(
      "attributes": [{{"id": "sex", "values": ["man", "woman"]}},
                     {{"id": "schooling", "values": ["low", "middle", "high"]}},
                     {{"id": "region", "values": ["north", "south"]}}],
      "stock": [{{"id": "all", "people": 1000, "profile": {{"margins": [{}]{}}}}}])",
                        margins, more));
}

constexpr std::string_view sex_and_schooling =
    R"({"columns": ["sex", "schooling", "share"], "rows": [
    ["man", "low", 0.2], ["man", "middle", 0.25], ["man", "high", 0.05],
    ["woman", "low", 0.1], ["woman", "middle", 0.1], ["woman", "high", 0.3]]})";
constexpr std::string_view schooling_and_region =
    R"({"columns": ["schooling", "region", "people"], "rows": [
    ["low", "north", 60], ["middle", "north", 35], ["middle", "south", 35],
    ["high", "south", 70]]})";
constexpr std::string_view age_and_duration =
    R"({"columns": ["age", "unemployed_for", "share"], "rows": [
    ["18-25 years", "0-12 months", 0.2], ["25-55 years", "0-12 months", 0.4],
    ["25-55 years", "12-60 months", 0.3], ["55-65 years", "12-60 months", 0.1]]})";

/// The same people in each model: those of the group "all", in its only stock.
std::vector<SampledPerson> people_of(const Model& model, std::size_t number = many) {
  const Luck luck(1, 0);
  std::vector<SampledPerson> people;
  for (std::size_t i = 0; i < number; ++i) {
    people.push_back(sample_person(model.stock[0].profile, luck, {mix(5, i)}));
  }
  return people;
}

Model model_of(const std::string& json) {
  return scenario::compile(read(json).scenario);
}

unsigned code(const Model& model, const SampledPerson& person, std::string_view attribute) {
  const auto at = std::ranges::find(model.attributes, attribute, &Attribute::id);
  return person.profile.code(at->field);
}

TEST(Sampling, DrawsTheJointDistributionOfMarginsThatShareAnAttribute) {
  const Model model =
      model_of(with_margins(fmt::format("{}, {}", sex_and_schooling, schooling_and_region)));
  // p(sex, schooling) p(region | schooling): sex by schooling by region.
  const std::vector<double> joint{0.2, 0, 0.125, 0.125, 0, 0.05,  //
                                  0.1, 0, 0.05,  0.05,  0, 0.3};
  std::vector<double> observed(joint.size(), 0.0);
  for (const SampledPerson& person : people_of(model)) {
    ++observed[(code(model, person, "sex") * 3 + code(model, person, "schooling")) * 2 +
               code(model, person, "region")];
  }
  std::vector<double> expected;
  for (const double share : joint) expected.push_back(share * many);
  EXPECT_TRUE(statistics::plausible(statistics::chi_square_p(observed, expected)));
}

TEST(Sampling, SpreadsAgesAndDurationsEvenlyOverTheirBands) {
  const Model model = model_of(with_margins(age_and_duration));
  const double from = std::round(25 * days_per_year);
  const double until = std::round(55 * days_per_year);
  std::vector<double> ages;
  std::map<std::pair<int, int>, double> cells;
  for (const SampledPerson& person : people_of(model)) {
    // Limits fall on the days on which rules have them.
    const int band = person.age < from ? 0 : person.age < until ? 1 : 2;
    if (band == 1) ages.push_back(person.age);
    ++cells[{band, person.unemployed < 365 ? 0 : 1}];
  }
  const std::vector<double> observed{cells[{0, 0}], cells[{0, 1}], cells[{1, 0}],
                                     cells[{1, 1}], cells[{2, 0}], cells[{2, 1}]};
  const std::vector<double> expected{0.2 * many, 0, 0.4 * many, 0.3 * many, 0, 0.1 * many};
  EXPECT_TRUE(statistics::plausible(statistics::chi_square_p(observed, expected)));
  EXPECT_THAT(ages, Each(testing::AllOf(Ge(from), testing::Lt(until))));
  const auto uniform = [&](double day) { return (day + 0.5 - from) / (until - from); };
  EXPECT_TRUE(statistics::plausible(statistics::kolmogorov_p(ages, uniform)));
}

TEST(Sampling, ChangesOnlyThoseWhomAChangedMarginMustChange) {
  const std::string before = with_margins(
      fmt::format("{}, {}, {}", sex_and_schooling, schooling_and_region, age_and_duration));
  // Three of a hundred more women of low schooling, three fewer of high: men stay as they are.
  const std::string after = with(with(with(with(before, R"("low", 0.1])", R"("low", 0.13])"),
                                           R"("high", 0.3])", R"("high", 0.27])"),
                                      R"("north", 60])", R"("north", 66])"),
                                 R"("south", 70])", R"("south", 64])");
  const Model first = model_of(before);
  const Model second = model_of(after);
  const auto old_people = people_of(first);
  const auto new_people = people_of(second);
  double women = 0;
  double changed = 0;
  for (std::size_t i = 0; i < many; ++i) {
    const SampledPerson& was = old_people[i];
    const SampledPerson& is = new_people[i];
    ASSERT_EQ(was.age, is.age);
    ASSERT_EQ(was.unemployed, is.unemployed);
    ASSERT_EQ(code(first, was, "sex"), code(second, is, "sex"));
    const bool woman = code(first, was, "sex") == 1;
    const bool other = code(first, was, "schooling") != code(second, is, "schooling");
    if (!woman || !other) {
      ASSERT_EQ(was.profile, is.profile);
    }
    women += woman ? 1 : 0;
    changed += other ? 1 : 0;
  }
  // low rises from 0.2 to 0.26 of the women, low and middle together from 0.4 to 0.46: who lies
  // between moves up by a class.
  const double expected = 0.12;
  EXPECT_TRUE(statistics::plausible_deviation((changed / women - expected) /
                                              std::sqrt(expected * (1 - expected) / women)));
}

TEST(Sampling, KeepsThePeopleOfAnAttributeThatMovesIntoAMargin) {
  // The same shares, given by themselves and as a margin: the same draw at the same address.
  const Model by_itself = model_of(with_margins(
      sex_and_schooling, R"(, "attributes": {"region": {"north": 0.4, "south": 0.6}})"));
  const Model as_margin = model_of(with_margins(fmt::format(
      R"({}, {{"columns": ["region", "share"], "rows": [["north", 0.4], ["south", 0.6]]}})",
      sex_and_schooling)));
  const auto some = people_of(by_itself, 2000);
  const auto others = people_of(as_margin, 2000);
  for (std::size_t i = 0; i < some.size(); ++i) ASSERT_EQ(some[i].profile, others[i].profile);
}

TEST(Sampling, LetsOtherSharesDependOnWhatMarginsGive) {
  const Model model = model_of(with_margins(sex_and_schooling, R"(, "attributes": {"region":
      {"by": "schooling", "low": {"north": 1}, "middle": {"north": 1}, "high": {"south": 1}}})"));
  for (const SampledPerson& person : people_of(model, 2000)) {
    ASSERT_EQ(code(model, person, "region"), code(model, person, "schooling") == 2 ? 1U : 0U);
  }
}

TEST(Sampling, NotesHowThePeopleWereMade) {
  const Model model = model_of(with_margins(
      fmt::format("{}, {}, {}", sex_and_schooling, schooling_and_region, age_and_duration)));
  const Synthesis& made = model.stock[0].profile.synthesis;
  EXPECT_EQ(made.margins, 3U);
  EXPECT_EQ(made.tables, 2U);
  EXPECT_EQ(made.cells, 2 * 3 * 2 + 3 * 2U);
  EXPECT_LE(made.rounds, 2U);
  EXPECT_LT(made.largest_deviation, 1e-12);
}

TEST(Sampling, OfTheResolvedScenarioIsTheSame) {
  const LoadedScenario loaded =
      read(with_margins(fmt::format("{}, {}", sex_and_schooling, age_and_duration)));
  const std::string resolved = resolved_text(loaded.scenario);
  const LoadedScenario again = read(resolved);
  EXPECT_EQ(resolved_text(again.scenario), resolved);
  const auto some = people_of(scenario::compile(loaded.scenario), 2000);
  const auto others = people_of(scenario::compile(again.scenario), 2000);
  for (std::size_t i = 0; i < some.size(); ++i) {
    ASSERT_EQ(some[i].profile, others[i].profile);
    ASSERT_EQ(some[i].age, others[i].age);
    ASSERT_EQ(some[i].unemployed, others[i].unemployed);
  }
}

}  // namespace
}  // namespace doorstroom::tests

// The data of the page of a comparison, on a case that can be worked out by hand.
#include "report/compare_page.hpp"

#include <map>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "report/compare_findings.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

using Json = nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A course of ten days with so many places, which somebody joins on each of five days. With one
/// place they start on days 0, 10, 20, 30 and 40; with two on 0, 2, 10, 12 and 20.
std::string course(int places, const std::string& name = "course") {
  return with(in("2025-01-01", "2025-12-31",
                 R"("arrivals": [)" +
                     people_on("p",
                               {{"2025-01-01", 1},
                                {"2025-01-03", 1},
                                {"2025-01-05", 1},
                                {"2025-01-07", 1},
                                {"2025-01-09", 1}},
                               R"("refer_to": "course")") +
                     R"(], "resources": [{"id": "places", "kind": "places", "level": )" +
                     std::to_string(places) +
                     R"(}, {"id": "money", "kind": "budget", "payer": "work", "binding": false,
                            "release": "at_once", "per_year": 1000}],
      "measures": [{"id": "course",
                    "needs": [{"resource": "places"}, {"resource": "money", "amount": 10}],
                    "phases": [{"id": "only", "duration": "10 days"}]}])"),
              R"("name": "test")", R"("name": ")" + name + R"(")");
}

struct Compared {
  ComparedScenarios scenarios;
  CompareResult result;
  Json data;
};

Compared compared(const std::string& base, const std::vector<std::string>& alternatives,
                  std::size_t replications = 3) {
  Compared all;
  all.scenarios.base = read(base);
  std::vector<scenario::Scenario> others;
  for (const std::string& text : alternatives) {
    all.scenarios.alternatives.push_back(read(text));
    others.push_back(all.scenarios.alternatives.back().scenario);
  }
  RunOptions options;
  options.replications = replications;
  options.threads = 1;
  all.result = compare_scenarios(all.scenarios.base.scenario, others, options);
  all.data = Json::parse(compare_page_data(all.scenarios, all.result, {}, Language::en));
  return all;
}

/// A column of a table, whose value may be one for all rows.
Json at(const Json& column, std::size_t row) {
  return column.is_array() ? column[row] : column;
}

/// Rows of a table of the page by the values of their dimensions: "waiting/course".
std::map<std::string, Json> rows_of(const Json& table, const std::vector<std::string>& by) {
  std::map<std::string, Json> rows;
  for (std::size_t row = 0; row < table["rows"].get<std::size_t>(); ++row) {
    std::string name;
    for (const std::string& dimension : by) {
      const Json& one = table["dimensions"][dimension];
      name += (name.empty() ? "" : "/") +
              one["values"][at(one["codes"], row).get<std::size_t>()].get<std::string>();
    }
    Json figures;
    for (const auto& [key, column] : table.items()) {
      if (key != "rows" && key != "dimensions") figures[key] = at(column, row);
    }
    if (table["dimensions"].contains("verdict")) {
      const Json& verdict = table["dimensions"]["verdict"];
      figures["verdict"] = verdict["values"][at(verdict["codes"], row).get<std::size_t>()];
    }
    EXPECT_TRUE(rows.emplace(name, figures).second) << name << " twice";
  }
  return rows;
}

std::vector<std::string> sentences(const Json& data, const char* language) {
  std::vector<std::string> all;
  for (const Json& one : data["findings"]) all.push_back(one[language].get<std::string>());
  return all;
}

TEST(ComparePage, HasTheDifferencesThatItDraws) {
  const Compared c = compared(course(1), {course(2)});
  const Json& tables = c.data["tables"];
  const auto headline = rows_of(tables["headline"], {"year", "indicator", "subject"});
  const Json wait{{"base", 16}, {"alternative", 6}, {"difference", -10},
                  {"low", -10}, {"high", -10},      {"verdict", "less"}};
  EXPECT_EQ(headline.at("2025/wait_of_starters_p50/course"), wait);
  EXPECT_EQ(headline.at("2025/paid/work")["base"], 50);
  EXPECT_EQ(headline.at("2025/paid/work")["verdict"], "same");
  const auto series = rows_of(tables["series"], {"date", "indicator", "subject"});
  const Json list{{"base", 1}, {"alternative", 0}, {"difference", -1},
                  {"low", -1}, {"high", -1},       {"verdict", "less"}};
  EXPECT_EQ(series.at("2025-01-31/waiting/course"), list);
  EXPECT_FALSE(series.contains("2025-02-28/waiting/course")) << "nought in both";
  const auto people = rows_of(tables["people"], {"reach", "breakdown", "indicator", "subject"});
  EXPECT_EQ(people.at("indirect/all/starts_earlier/course")["mean"], 4);
  EXPECT_EQ(people.at("indirect/all/days_earlier/course")["mean"], 8 + 10 + 18 + 20);
  EXPECT_EQ(people.at("same/all/people/all")["mean"], 1);
  EXPECT_FALSE(people.contains("direct/all/people/all"));
}

TEST(ComparePage, SaysInWhatTheScenariosDiffer) {
  const Compared c = compared(course(1), {course(2)});
  ASSERT_EQ(c.data["alternatives"].size(), 1U);
  const Json& differing = c.data["alternatives"][0]["differing"];
  ASSERT_EQ(differing.size(), 1U);
  EXPECT_EQ(differing[0]["path"], "/resources/places/level");
  EXPECT_EQ(differing[0]["base"], "1");
  EXPECT_EQ(differing[0]["alternative"], "2");
}

TEST(ComparePage, SaysItInBothLanguages) {
  const Compared c = compared(course(1), {course(2)});
  EXPECT_THAT(sentences(c.data, "en"),
              Contains("Those who start course in 2025 have typically waited 10 (in every "
                       "replication) days less: 6 rather than 16."));
  EXPECT_THAT(
      sentences(c.data, "nl"),
      Contains("Wie in 2025 met course start, heeft doorgaans 10 (in elke replicatie) dagen "
               "minder lang gewacht: 6 in plaats van 16."));
  EXPECT_THAT(sentences(c.data, "en"),
              Contains("The lives of 4 people are different, all through the queue: somebody else "
                       "got a place, or left one free. For 1 others nothing changes."));
  EXPECT_THAT(sentences(c.data, "en"),
              Contains("4 starts come earlier and 0 later; 0 are new and 0 no longer happen."));
  EXPECT_THAT(sentences(c.data, "en"), Contains(HasSubstr("Only 3 replications")));
  for (const Json& one : c.data["findings"]) {
    EXPECT_FALSE(one["nl"].get<std::string>().empty());
    EXPECT_NE(one["nl"], one["en"]);
  }
}

TEST(ComparePage, PutsWarningsBeforeFactsOfEachAlternative) {
  const Compared c = compared(course(1), {course(2, "two"), course(3, "three")});
  std::map<std::string, bool> facts_began;
  for (const Json& one : c.data["findings"]) {
    bool& began = facts_began[one.value("alternative", "")];
    if (one["weight"] == "fact") began = true;
    EXPECT_EQ(one["weight"] == "fact", began) << one["en"];
  }
  EXPECT_TRUE(facts_began.contains("two") && facts_began.contains("three"));
  EXPECT_THAT(sentences(c.data, "en"), Contains(HasSubstr("97.5 %")));
}

TEST(ComparePage, SaysThatNothingDiffers) {
  const Compared c = compared(course(1), {course(1, "again")});
  EXPECT_THAT(sentences(c.data, "en"), Contains("The two scenarios differ in no value at all."));
  EXPECT_THAT(sentences(c.data, "en"), Contains("Nobody's life is different: nothing changes."));
  EXPECT_THAT(sentences(c.data, "en"), Not(Contains(HasSubstr("rather than"))));
}

TEST(ComparePage, TellsNothingFromOneReplication) {
  const Compared c = compared(course(1), {course(2)}, 1);
  EXPECT_THAT(sentences(c.data, "en"),
              Contains("One replication: of no difference can be said whether it is chance."));
  EXPECT_THAT(sentences(c.data, "en"), Not(Contains(HasSubstr("rather than"))));
  const auto headline = rows_of(c.data["tables"]["headline"], {"year", "indicator", "subject"});
  const Json& wait = headline.at("2025/wait_of_starters_p50/course");
  EXPECT_EQ(wait["verdict"], "unknown");
  EXPECT_TRUE(wait["low"].is_null());
}

}  // namespace
}  // namespace doorstroom::tests

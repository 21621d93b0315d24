// The library of policy questions: complete, sound, explained, and small: each file changes nothing
// but what it says.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "scenario/differences.hpp"
#include "scenario/program.hpp"
#include "scenario/scenario_text.hpp"

namespace doorstroom::scenario {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const fs::path top = DOORSTROOM_TOP;
const fs::path folder = top / "scenarios/questions";

std::set<std::string> files() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

std::set<std::string> files_on_the_page() {
  const std::string page = content_of(top / "docs/guides/questions.md");
  const std::regex name("q[0-9]{2}-[a-z0-9-]+\\.json");
  std::set<std::string> names;
  for (std::sregex_iterator at(page.begin(), page.end(), name), end; at != end; ++at) {
    names.insert(at->str());
  }
  return names;
}

Json json_of(const fs::path& file) {
  return Json::parse(content_of(file));
}

/// A file of the library, as written and as read, with what it extends.
struct Question {
  Json said;
  Json resolved;
  Json base;
  std::vector<Parameter> parameters;
};

const Json& resolved_base(const fs::path& file) {
  static std::map<fs::path, Json> known;
  const auto at = known.find(file);
  if (at != known.end()) return at->second;
  return known[file] = Json::parse(resolved_text(load_scenario(file).scenario));
}

Question question(const std::string& name) {
  Question q;
  q.said = json_of(folder / name);
  const LoadedScenario loaded = load_scenario(folder / name);
  q.resolved = Json::parse(resolved_text(loaded.scenario));
  q.parameters = loaded.parameters;
  q.base = resolved_base((folder / q.said.at("extends").get<std::string>()).lexically_normal());
  return q;
}

/// The numbers that stand in this file itself, without a source or a status.
std::vector<std::string> unfounded(const Question& q, const std::string& name) {
  std::vector<std::string> paths;
  for (const Parameter& p : q.parameters) {
    const bool own = p.where.find(name) != std::string::npos;
    if (own && p.evidence.status == Standing::unstated) paths.push_back(p.path);
  }
  return paths;
}

TEST(Questions, AllHaveAFile) {
  const std::set<std::string> names = files();
  constexpr int questions = 36;
  for (int n = 1; n <= questions; ++n) {
    const std::string begin = fmt::format("q{:02}-", n);
    EXPECT_TRUE(std::ranges::any_of(names, [&](const auto& f) { return f.starts_with(begin); }))
        << "no file for question " << n;
  }
}

TEST(Questions, AreAllOnThePageThatExplainsThem) {
  EXPECT_EQ(files(), files_on_the_page());
}

TEST(Questions, ExtendTheReferenceOrTheHistory) {
  for (const std::string& name : files()) {
    const Json said = json_of(folder / name);
    const std::string base = said.value("extends", "");
    EXPECT_TRUE(base == "../flanders-2017.json" || base == "../history-2015.json") << name;
    EXPECT_EQ(said.value("name", "") + ".json", name);
  }
}

TEST(Questions, SayWhatTheyAskInBothLanguages) {
  for (const std::string& name : files()) {
    const Json said = json_of(folder / name);
    for (const char* key : {"title", "description"}) {
      for (const char* language : {"nl", "en"}) {
        const std::string text = said.value(key, Json::object()).value(language, "");
        EXPECT_FALSE(text.empty()) << name << ": " << key << ", " << language;
        if (key != std::string("description")) continue;
        EXPECT_NE(text.substr(0, text.find(". ")).find('?'), std::string::npos)
            << name << ": the description begins with the question, in " << language;
      }
    }
  }
}

// One test for all, because reading the reference takes longer than everything else.
TEST(Questions, AreSoundAndChangeOnlyWhatTheySay) {
  for (const std::string& name : files()) {
    SCOPED_TRACE(name);
    try {
      const Question q = question(name);
      EXPECT_THAT(unsaid_differences(q.base, q.resolved, q.said), IsEmpty());
      EXPECT_THAT(untrue_to_base(q.base, q.said), IsEmpty());
      EXPECT_THAT(unfounded(q, name), IsEmpty());
      EXPECT_FALSE(q.resolved == q.base);
    } catch (const ScenarioError& error) {
      for (const Diagnostic& problem : error.diagnostics()) ADD_FAILURE() << to_text(problem);
    }
  }
}

// The tests above would pass for any file if these did not find anything.

Json small() {
  return Json::parse(resolved_text(ScenarioText().read()));
}

TEST(Differences, FindWhatAFileDoesNotSay) {
  const Json base = small();
  Json with = base;
  with["measures"][0]["line"] = 3;
  with["resources"][0]["binding"] = false;
  const Json said = Json::parse(
      R"({"measures": [{"id": "training", "line": 3}], "resources": [{"id": "contingent"}]})");
  const std::string id = base["resources"][0]["id"];
  EXPECT_THAT(unsaid_differences(base, with, said), testing::ElementsAre("/resources/" + id));
}

TEST(Differences, FindNumbersThatAreNotWhatTheyClaim) {
  const Json base = Json::parse(R"({"level": {"2017": {"value": 100, "source": "a"}},
      "to": [{"to": "x", "p": {"value": 0.2, "source": "b"}}]})");
  const auto untrue = [&](const char* said) {
    return untrue_to_base(base, Json::parse(said)).size();
  };
  EXPECT_EQ(untrue(R"({"level": {"2017": {"value": 100, "source": "a"}}})"), 0U);
  EXPECT_EQ(untrue(R"({"level": {"2017": {"value": 101, "source": "a"}}})"), 1U);
  EXPECT_EQ(untrue(R"({"level": {"2019": {"value": 70, "note": "reference × 0.7"}}})"), 0U);
  EXPECT_EQ(untrue(R"({"level": {"2019": {"value": 71, "note": "reference × 0.7"}}})"), 1U);
  EXPECT_EQ(untrue(R"({"level": {"note": "reference + 5", "2017": 105, "2018": 106}})"), 1U);
  EXPECT_EQ(
      untrue(R"({"to": [{"to": "y", "p": 1}, {"to": "x", "p": {"value": 0.3, "source": "b"}}]})"),
      1U);
}

}  // namespace
}  // namespace doorstroom::scenario

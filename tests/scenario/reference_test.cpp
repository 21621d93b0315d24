// The reference page says what the program says, links to what is there, and shows what is valid.
#include "scenario/reference.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include <gmock/gmock.h>

#include "doorstroom/load.hpp"

#include "scenario/describe_measures.hpp"
#include "scenario/program.hpp"
#include "scenario/reference_kinds.hpp"
#include "scenario/scenario_text.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string committed(const char* file) {
  return content_of(std::filesystem::path(DOORSTROOM_TOP) / file);
}

std::string printed(const std::vector<std::string>& arguments) {
  const TemporaryDirectory directory;
  const Outcome outcome = run_doorstroom(arguments, directory.path());
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  return outcome.out;
}

TEST(ReferencePage, IsWhatTheProgramPrints) {
  EXPECT_TRUE(committed("docs/reference/scenario.md") == printed({"schema", "--reference"}))
      << "doorstroom schema --reference > docs/reference/scenario.md";
}

TEST(ScenarioSchema, IsWhatTheProgramPrints) {
  EXPECT_TRUE(committed("scenarios/scenario.schema.json") == printed({"schema"}))
      << "doorstroom schema > scenarios/scenario.schema.json";
}

/// A block of JSON on the page, with what its fence says about it.
struct Example {
  std::string at;    // a pointer into the first example
  std::string file;  // or the name of a file
  std::string json;
};

std::vector<Example> examples() {
  const std::string page = reference_page();
  const std::regex fence("```json( at=(\\S+)| file=(\\S+))?\\n([^`]*)```");
  std::vector<Example> all;
  for (std::sregex_iterator at(page.begin(), page.end(), fence), end; at != end; ++at) {
    all.push_back({(*at)[2], (*at)[3], (*at)[4]});
  }
  return all;
}

TEST(ReferencePage, HasExamplesThatAllSayWhereTheyStand) {
  const std::vector<Example> all = examples();
  EXPECT_GE(all.size(), 45U);
  for (const Example& example : all) {
    EXPECT_NE(example.at.empty(), example.file.empty()) << example.json;
  }
  EXPECT_EQ(all.front().file, "example.json");
}

TEST(ReferencePage, ShowsOnlyWhatIsValid) {
  const std::vector<Example> all = examples();
  for (const Example& example : all) {
    if (example.at.empty()) continue;
    ScenarioText scenario(all.front().json);
    EXPECT_THAT(scenario.set(example.at, example.json).problems(), IsEmpty()) << example.at << '\n'
                                                                              << example.json;
  }
}

TEST(ReferencePage, ShowsFilesThatAreValidTogether) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const Example& example : examples()) {
    if (!example.file.empty()) files.emplace_back(example.file, example.json);
  }
  EXPECT_GE(files.size(), 4U);
  for (std::size_t first = 0; first < files.size(); ++first) {
    if (files[first].first.find("-part") != std::string::npos) continue;  // no whole scenario
    auto these = files;
    std::swap(these[0], these[first]);
    EXPECT_THAT(problems_of_files(these), IsEmpty()) << these[0].first;
  }
}

TEST(ReferencePage, LinksToSectionsAndFilesThatAreThere) {
  const std::string page = reference_page();
  std::set<std::string> anchors;
  for (const ReferenceSection& section : reference_sections()) {
    EXPECT_TRUE(anchors.insert(anchor_of(section.title)).second) << section.title;
  }
  const std::regex link("\\]\\(([^)]*)\\)");
  for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at) {
    const std::string to = (*at)[1];
    if (to.starts_with('#')) {
      EXPECT_TRUE(anchors.contains(to.substr(1))) << to;
    } else {
      const auto file = std::filesystem::path(DOORSTROOM_TOP) / "docs/reference" / to;
      EXPECT_TRUE(std::filesystem::exists(file)) << to;
    }
  }
}

TEST(ReferencePage, HasASectionForEveryTypeAndAWordOnEveryFact) {
  std::multiset<std::string_view> types;
  for (const ReferenceSection& section : reference_sections()) types.insert(section.type);
  DescribedTypes::for_each([&]<class T>(std::type_identity<T>) {
    EXPECT_EQ(types.count(type_name<T>), 1U) << type_name<T>;
  });
  for (const std::string_view fact : usual_facts) {
    EXPECT_THAT(reference_page(), HasSubstr("| `" + std::string(fact) + "` |"));
  }
}

/// Checks that every member of every type has a description that stands on its own.
struct DescriptionCheck {
  std::string_view type;
  template <class T>
  void operator()(const char* key, T& /*member*/, const Field& field) const {
    const std::string_view doc = field.doc;
    EXPECT_TRUE(doc.ends_with('.') || doc.ends_with('?') || doc.ends_with(')'))
        << type << '/' << key << ": " << doc;
    EXPECT_EQ(doc.find('|'), std::string_view::npos) << type << '/' << key;
    EXPECT_EQ(doc.find('\n'), std::string_view::npos) << type << '/' << key;
    EXPECT_EQ(std::ranges::count(doc, '`') % 2, 0) << type << '/' << key;
  }
};

TEST(Descriptions, AreSentences) {
  DescribedTypes::for_each([&]<class T>(std::type_identity<T>) {
    T example{};
    DescriptionCheck check{type_name<T>};
    describe(check, example);
  });
}

TEST(ReferencePage, HasNoAngleBracketsThatAMarkdownReaderWouldSwallow) {
  std::string page = reference_page();
  page = page.substr(page.find("-->") + 3);
  const std::regex code("```[^`]*```|`[^`\n]*`");
  EXPECT_EQ(std::regex_replace(page, code, "").find('<'), std::string::npos);
}

}  // namespace
}  // namespace doorstroom::scenario

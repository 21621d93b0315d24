#include "coverage/coverage.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "doorstroom/load.hpp"

namespace doorstroom::tests {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string content_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// All test sources in one text: a test "Suite.Name" stands there as TEST(Suite, Name) or TEST_F.
std::string test_sources(const fs::path& tests) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(tests)) {
    if (entry.path().string().ends_with("_test.cpp")) all += content_of(entry.path());
  }
  return all;
}

/// The item of a resolved scenario at "measures/twe_vdab": lists are entered by id.
const Json* find(const Json& scenario, const std::string& path) {
  const Json* at = &scenario;
  std::istringstream parts(path);
  for (std::string part; std::getline(parts, part, '/');) {
    if (at->is_object()) {
      if (!at->contains(part)) return nullptr;
      at = &at->at(part);
      continue;
    }
    const auto item = std::ranges::find_if(
        *at, [&](const Json& candidate) { return candidate.value("id", "") == part; });
    if (item == at->end()) return nullptr;
    at = &*item;
  }
  return at;
}

class Page final {
 public:
  explicit Page(fs::path top) : top_(std::move(top)), tests_(test_sources(top_ / "tests")) {}

  CoveragePage go() {
    page_.text = introduction;
    std::ifstream file(top_ / "tests/coverage/systems.json");
    for (const Json& system : Json::parse(file)) add(system);
    return page_;
  }

 private:
  static constexpr const char* introduction =
      "<!-- Made by the test of tests/coverage from systems.json beside it and the scenarios, when "
      "it\n"
      "     is run with DOORSTROOM_REFRESH=1. -->\n\n"
      "# What of the documents is in the scenarios\n\n"
      "Every instrument, actor, gate and rule that the [five source "
      "documents](../background/sources.md) name, where it stands in the scenarios, and a test "
      "that "
      "would fail if it did not work.\n\n"
      "| system | named in | there as | scenario | test |\n|---|---|---|---|---|\n";

  void add(const Json& system) {
    const std::string name = system.at("system");
    const std::string scenario = system.at("scenario");
    std::vector<std::string> places;
    for (const std::string id : system.at("ids")) places.push_back(place(name, scenario, id));
    const std::string test = system.at("test");
    if (!has_test(test)) page_.problems.push_back(fmt::format("{}: no test {}", name, test));
    if (places.empty()) page_.problems.push_back(name + ": not in any scenario");
    const std::vector<std::string> named = system.at("named_in");
    page_.text +=
        fmt::format("| {} | {} | {} | [{}](../../{}) | `{}` |\n", name, fmt::join(named, ", "),
                    fmt::join(places, "<br>"), fs::path(scenario).stem().string(), scenario, test);
  }

  std::string place(const std::string& system, const std::string& scenario, const std::string& id) {
    const Json* item = find(resolved(scenario), id);
    if (item == nullptr) {
      page_.problems.push_back(fmt::format("{}: {} has no {}", system, scenario, id));
      return id;
    }
    if (!item->is_object() || !item->contains("label")) return fmt::format("`{}`", id);
    const Json& label = item->at("label");
    return fmt::format("{} (`{}`)", label.value("en", label.value("nl", "")), id);
  }

  const Json& resolved(const std::string& scenario) {
    auto found = resolved_.find(scenario);
    if (found == resolved_.end()) {
      const LoadedScenario loaded = load_scenario(top_ / scenario);
      found = resolved_.emplace(scenario, Json::parse(resolved_text(loaded.scenario))).first;
    }
    return found->second;
  }

  bool has_test(const std::string& test) const {
    const std::size_t dot = test.find('.');
    const std::string inside = fmt::format("({}, {})", test.substr(0, dot), test.substr(dot + 1));
    return tests_.find("TEST" + inside) != std::string::npos ||
           tests_.find("TEST_F" + inside) != std::string::npos;
  }

  fs::path top_;
  std::string tests_;
  std::map<std::string, Json> resolved_;
  CoveragePage page_;
};

}  // namespace

CoveragePage coverage_page(const std::string& top) {
  return Page(top).go();
}

}  // namespace doorstroom::tests

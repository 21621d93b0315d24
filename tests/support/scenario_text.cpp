#include "support/scenario_text.hpp"

#include <fmt/format.h>

#include "scenario/reader.hpp"
#include "scenario/source.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::tests {

LoadedScenario read(const std::string& json) {
  scenario::Sources sources;
  std::vector<Diagnostic> problems;
  const scenario::Node root = sources.parse("test.json", json, problems);
  LoadedScenario loaded;
  if (problems.empty()) {
    scenario::Reading reading(sources, problems);
    loaded.scenario = scenario::read_scenario(root, reading);
    if (problems.empty()) scenario::validate(loaded.scenario, reading);
    loaded.parameters = reading.take_parameters();
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  return loaded;
}

std::string in(std::string_view start, std::string_view end, std::string_view members) {
  return fmt::format(R"({{"name": "test", "horizon": {{"start": "{}", "end": "{}"}}, {}}})", start,
                     end, members);
}

std::string people_on(std::string_view id, const std::vector<std::pair<std::string, int>>& days,
                      std::string_view more) {
  std::string path = R"("1970-01-01": 0)";
  for (const auto& [date, people] : days) {
    const Day day = *parse_date(date);
    path += fmt::format(R"(, "{}": {}, "{}": 0)", date, people * days_in_year(civil(day).year),
                        iso_date(day + 1));
  }
  return fmt::format(R"({{"id": "{}", "variation": "even", "per_year": {{{}}}{}{}}})", id, path,
                     more.empty() ? "" : ", ", more);
}

std::string with(std::string text, std::string_view what, std::string_view instead) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + instead.size())) {
    text.replace(at, what.size(), instead);
  }
  return text;
}

}  // namespace doorstroom::tests

#include <fmt/format.h>

#include "doorstroom/compare.hpp"

#include "app/commands.hpp"
#include "app/study_frame.hpp"
#include "app/terminal.hpp"
#include "report/compare_report.hpp"

namespace doorstroom {

namespace {

ComparedScenarios load_all(const CompareCommand& command) {
  // The problems of all files at once.
  std::vector<Diagnostic> problems;
  const auto load = [&](const std::filesystem::path& file) {
    try {
      LoadedScenario loaded = load_scenario(file);
      apply(command.study, loaded.scenario);
      return loaded;
    } catch (const ScenarioError& error) {
      problems.insert(problems.end(), error.diagnostics().begin(), error.diagnostics().end());
      return LoadedScenario();
    }
  };
  ComparedScenarios scenarios{load(command.base), {}};
  for (const std::filesystem::path& file : command.alternatives) {
    scenarios.alternatives.push_back(load(file));
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  return scenarios;
}

std::string usual_name(const ComparedScenarios& scenarios) {
  std::string name =
      scenarios.base.scenario.name + "-vs-" + scenarios.alternatives.front().scenario.name;
  const std::size_t more = scenarios.alternatives.size() - 1;
  return more == 0 ? name : fmt::format("{}-and-{}-more", name, more);
}

}  // namespace

ExitCode compare_command(const CompareCommand& command, const CommonOptions& common) {
  const ComparedScenarios scenarios = load_all(command);
  const scenario::Scenario& base = scenarios.base.scenario;
  std::vector<scenario::Scenario> all{base};
  for (const LoadedScenario& alternative : scenarios.alternatives) {
    const std::string problem = why_not_comparable(base, alternative.scenario);
    if (!problem.empty()) {
      print(stderr, fmt::format("doorstroom: {}\n", problem));
      return ExitCode::usage;
    }
    all.push_back(alternative.scenario);
  }
  StudyFrame frame(command.study, common, std::filesystem::path("output") / usual_name(scenarios),
                   study_key("compare", all));
  frame.announce(all, base.replications);
  CompareResult result;
  frame.simulate([&](RunOptions options) {
    options.replications = static_cast<std::size_t>(base.replications);
    if (command.automatic.asked) options.automatic = command.automatic.wanted;
    result = compare_scenarios(base, {all.begin() + 1, all.end()}, options);
  });
  write_comparison(frame.directory(), scenarios, result, frame.record(), common.language);
  frame.publish();
  if (!command.study.quiet) {
    print_summary(comparison_text(scenarios, result, common.language));
    print(stdout, fmt::format("\n{}: {}\n", common.language == Language::nl ? "Tabellen" : "Tables",
                              (frame.directory().final_name() / "tables").string()) +
                      where_the_workbook_is(frame.directory(), command.study, common.language));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

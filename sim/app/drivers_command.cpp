#include <algorithm>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/study_frame.hpp"
#include "app/terminal.hpp"
#include "base/nearest_name.hpp"
#include "drivers/drivers.hpp"
#include "report/drivers_report.hpp"

namespace doorstroom {

namespace {

std::vector<std::string> known_causes() {
  std::vector<std::string> names;
  for (const Cause cause : all_causes) names.emplace_back(name_of(cause));
  return names;
}

/// What is wrong with the causes asked for, a line each; those that are right go to `causes`.
std::string read_causes(const std::vector<std::string>& asked, std::vector<Cause>& causes) {
  std::string problems;
  for (const std::string& name : asked) {
    const auto cause = cause_named(name);
    if (!cause) {
      problems += fmt::format("--causes: \"{}\" is no cause; {}\n", name,
                              did_you_mean_or(name, known_causes()));
    } else if (std::ranges::find(causes, *cause) == causes.end()) {
      causes.push_back(*cause);
    }
  }
  if (asked.empty()) causes.assign(all_causes.begin(), all_causes.end());
  return problems;
}

ExitCode refused(const std::string& why) {
  print(stderr, fmt::format("doorstroom: {}{}", why, why.ends_with('\n') ? "" : "\n"));
  return ExitCode::usage;
}

std::vector<scenario::Scenario> all_of(const scenario::Scenario& base,
                                       const SwitchedWorlds& switched) {
  std::vector<scenario::Scenario> all{base};
  for (const SwitchedWorld& world : switched.worlds) all.push_back(world.scenario);
  return all;
}

}  // namespace

ExitCode drivers_command(const DriversCommand& command, const CommonOptions& common) {
  std::vector<Cause> causes;
  const std::string problems = read_causes(command.causes, causes);
  if (!problems.empty()) return refused(problems);
  LoadedScenario loaded = load_scenario(command.scenario);
  scenario::Scenario& base = loaded.scenario;
  apply(command.study, base);
  const SwitchedWorlds switched = switched_worlds(base, causes);
  const std::string why_not = why_no_drivers(base, switched);
  if (!why_not.empty()) return refused(why_not);
  const std::vector<scenario::Scenario> all = all_of(base, switched);
  StudyFrame frame(command.study, common,
                   std::filesystem::path("output") / (base.name + "-drivers"),
                   study_key("drivers", all));
  frame.announce({base}, base.replications * static_cast<std::int64_t>(all.size()));
  DriversResult result;
  frame.simulate([&](RunOptions options) {
    options.replications = static_cast<std::size_t>(base.replications);
    if (command.automatic.asked) options.automatic = command.automatic.wanted;
    result = find_drivers(base, switched, options);
  });
  const DriversStudy study{loaded, switched, result};
  write_drivers(frame.directory(), study, frame.record(), common.language);
  frame.publish();
  if (!command.study.quiet) {
    print(stdout, drivers_text(study, common.language));
    const bool nl = common.language == Language::nl;
    print(stdout, fmt::format("\n{}: {}\n{}: {}\n", nl ? "Rapport" : "Report",
                              (frame.directory().final_name() / "report.html").string(),
                              nl ? "Tabellen" : "Tables",
                              (frame.directory().final_name() / "tables").string()));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

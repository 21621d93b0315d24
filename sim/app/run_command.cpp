#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "app/commands.hpp"
#include "app/study_frame.hpp"
#include "app/terminal.hpp"
#include "report/run_report.hpp"
#include "report/summary_text.hpp"

namespace doorstroom {

namespace {

std::string where_to_look(const ResultDirectory& directory, Language language) {
  const std::string page = (directory.final_name() / "report.html").string();
  return language == Language::nl ? fmt::format("\nRapport: {}\nTabellen: {}\n", page,
                                                (directory.final_name() / "tables").string())
                                  : fmt::format("\nReport: {}\nTables: {}\n", page,
                                                (directory.final_name() / "tables").string());
}

}  // namespace

ExitCode run_command(const RunCommand& command, const CommonOptions& common) {
  LoadedScenario loaded = load_scenario(command.scenario);
  apply(command.study, loaded.scenario);
  StudyFrame frame(command.study, common, std::filesystem::path("output") / loaded.scenario.name,
                   study_key("run", {loaded.scenario}));
  frame.announce({loaded.scenario}, loaded.scenario.replications);
  RunResult result;
  frame.simulate([&](RunOptions options) {
    options.replications = static_cast<std::size_t>(loaded.scenario.replications);
    if (command.automatic.asked) options.automatic = command.automatic.wanted;
    result = run_scenario(loaded.scenario, options);
  });
  write_run(frame.directory(), loaded, result, frame.record(), common.language);
  frame.publish();
  if (!command.study.quiet) {
    print_summary(summary_text(loaded, result, common.language));
    print(stdout, where_to_look(frame.directory(), common.language) +
                      where_the_workbook_is(frame.directory(), command.study, common.language));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

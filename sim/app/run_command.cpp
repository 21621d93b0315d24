#include <chrono>

#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/terminal.hpp"
#include "report/run_report.hpp"
#include "report/summary_text.hpp"
#include "study/parallel.hpp"

namespace doorstroom {

namespace {

ProgressBar::Style style_of(const RunCommand& command) {
  if (command.quiet) return ProgressBar::Style::none;
  return is_terminal(stderr) ? ProgressBar::Style::bar : ProgressBar::Style::lines;
}

RunResult simulate(const scenario::Scenario& scenario, const RunCommand& command,
                   Language language) {
  ProgressBar bar(style_of(command), language);
  RunOptions options;
  options.replications = static_cast<std::size_t>(scenario.replications);
  options.threads = command.threads;
  options.on_progress = [&](const Progress& progress) {
    bar.show(progress);
    return !stop_is_wanted();
  };
  return run_scenario(scenario, options);
}

std::string where_to_look(const ResultDirectory& directory, Language language) {
  const std::string page = (directory.final_name() / "report.html").string();
  return language == Language::nl ? fmt::format("\nRapport: {}\nTabellen: {}\n", page,
                                                (directory.final_name() / "tables").string())
                                  : fmt::format("\nReport: {}\nTables: {}\n", page,
                                                (directory.final_name() / "tables").string());
}

}  // namespace

ExitCode run_command(const RunCommand& command, const CommonOptions& common) {
  const auto start = std::chrono::steady_clock::now();
  LoadedScenario loaded = load_scenario(command.scenario);
  if (command.seed) loaded.scenario.seed = *command.seed;
  if (command.scale) loaded.scenario.scale = *command.scale;
  if (command.replications) loaded.scenario.replications = *command.replications;
  const std::filesystem::path output =
      command.output.value_or(std::filesystem::path("output") / loaded.scenario.name);
  // Before the work rather than after it: is there room for the result?
  const ResultDirectory::Existing existing =
      command.force ? ResultDirectory::Existing::replace : ResultDirectory::Existing::keep;
  ResultDirectory directory(output, existing);
  const RunResult result = simulate(loaded.scenario, command, common.language);
  RunRecord record;
  record.command = common.command_line;
  record.threads = threads_for(command.threads);
  record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  record.finished_at = utc_now();
  write_run(directory, loaded, result, record, common.language);
  if (stop_is_wanted()) throw RunStopped();
  directory.publish();
  if (!command.quiet) {
    print(stdout, summary_text(loaded, result, common.language));
    print(stdout, where_to_look(directory, common.language));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

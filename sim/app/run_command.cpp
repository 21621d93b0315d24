#include <optional>

#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "app/commands.hpp"
#include "app/study_frame.hpp"
#include "app/terminal.hpp"
#include "report/event_log.hpp"
#include "report/run_report.hpp"
#include "report/summary_text.hpp"
#include "study/listener.hpp"

namespace doorstroom {

namespace {

std::string where_to_look(const ResultDirectory& directory, Language language) {
  const std::string page = (directory.final_name() / "report.html").string();
  return language == Language::nl ? fmt::format("\nRapport: {}\nTabellen: {}\n", page,
                                                (directory.final_name() / "tables").string())
                                  : fmt::format("\nReport: {}\nTables: {}\n", page,
                                                (directory.final_name() / "tables").string());
}

EventLogWish wish_of(const EventLogOption& option) {
  const EventLogFormat format = option.format == "both"  ? EventLogFormat::both
                                : option.format == "xes" ? EventLogFormat::xes
                                                         : EventLogFormat::csv;
  return {format, option.people, option.replication};
}

/// Why there can be no such event log; empty if there can.
std::string problem_of(const RunCommand& command, std::int64_t replications) {
  const std::int64_t sure = command.automatic.asked
                                ? static_cast<std::int64_t>(command.automatic.wanted.fewest)
                                : replications;
  if (command.event_log.replication < sure) return {};
  return fmt::format("--event-log-replication: \"{}\" is not allowed; allowed is 0 to {}{}",
                     command.event_log.replication, sure - 1,
                     command.automatic.asked ? " with -r auto" : "");
}

ExitCode refuse(const std::string& problem) {
  print(stderr, fmt::format("doorstroom: {}\n", problem));
  return ExitCode::usage;
}

}  // namespace

ExitCode run_command(const RunCommand& command, const CommonOptions& common) {
  LoadedScenario loaded = load_scenario(command.scenario);
  apply(command.study, loaded.scenario);
  std::optional<EventLogPlan> plan;
  if (!command.event_log.format.empty()) {
    const std::string problem = problem_of(command, loaded.scenario.replications);
    if (!problem.empty()) return refuse(problem);
    plan = plan_event_log(loaded.scenario, wish_of(command.event_log));
    const std::string announcement = event_log_announcement(*plan, common.language);
    if (plan->bytes > largest_event_log) return refuse(announcement);
    if (!command.study.quiet) print(stderr, announcement + "\n");
  }
  StudyFrame frame(command.study, common, std::filesystem::path("output") / loaded.scenario.name,
                   study_key("run", {loaded.scenario}));
  frame.announce({loaded.scenario}, loaded.scenario.replications);
  std::optional<EventLogFiles> log;
  if (plan) log.emplace(loaded.scenario, *plan, frame.directory(), common.language);
  RunResult result;
  frame.simulate([&](RunOptions options) {
    options.replications = static_cast<std::size_t>(loaded.scenario.replications);
    if (command.automatic.asked) options.automatic = command.automatic.wanted;
    const Listener listener{command.event_log.replication, log ? &log->recorder() : nullptr};
    result = run_scenario(loaded.scenario, options, listener);
  });
  std::optional<EventLogFacts> events;
  if (log) events = log->finish();
  write_run(frame.directory(), loaded, result, frame.record(), common.language, events);
  frame.publish();
  if (!command.study.quiet) {
    print_summary(summary_text(loaded, result, common.language));
    print(stdout, where_to_look(frame.directory(), common.language) +
                      where_the_workbook_is(frame.directory(), command.study, common.language));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

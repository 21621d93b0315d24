
#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/terminal.hpp"
#include "report/scale_text.hpp"
#include "study/trace.hpp"

namespace doorstroom {

ExitCode trace_command(const TraceCommand& command, const CommonOptions& common) {
  LoadedScenario loaded = load_scenario(command.scenario);
  if (command.seed) loaded.scenario.seed = *command.seed;
  if (command.scale) loaded.scenario.scale = *command.scale;
  const TracedLife life = trace_person(loaded.scenario, command.person, command.replication,
                                       [] { return !stop_is_wanted(); });
  if (!life.problem.empty()) {
    print(stderr, fmt::format("doorstroom: {}\n", life.problem));
    return ExitCode::usage;
  }
  const char* word = common.language == Language::nl ? "replicatie" : "replication";
  std::string text = fmt::format("{} in {}, {} {}\n", command.person, loaded.scenario.name, word,
                                 command.replication);
  const double scale = loaded.scenario.scale;
  if (scale < 1) text += in(common.language, scale_notice(scale)) + "\n";
  for (const TracedStep& step : life.steps) {
    text += fmt::format("{}  {}{}\n", iso_date(step.day), step.what,
                        step.why.empty() ? "" : " (" + step.why + ")");
  }
  print(stdout, text);
  return ExitCode::ok;
}

}  // namespace doorstroom

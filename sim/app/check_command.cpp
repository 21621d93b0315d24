#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "report/check_text.hpp"

namespace doorstroom {

ExitCode check_command(const CheckCommand& command, const CommonOptions& common) {
  LoadedScenario loaded = load_scenario(command.scenario);
  if (command.scale) loaded.scenario.scale = *command.scale;
  const Detail detail = command.brief ? Detail::brief : Detail::with_assumptions;
  print(stdout, check_text(loaded, common.language, detail));
  return ExitCode::ok;
}

}  // namespace doorstroom

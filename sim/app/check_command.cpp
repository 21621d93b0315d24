#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "doorstroom/load.hpp"

namespace doorstroom {

ExitCode check_command(const CheckCommand& command, const CommonOptions&) {
  const LoadedScenario loaded = load_scenario(command.scenario);
  print(stdout, loaded.scenario.name + "\n");
  return ExitCode::ok;
}

}  // namespace doorstroom

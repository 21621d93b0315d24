#include "doorstroom/load.hpp"

#include "app/commands.hpp"
#include "app/terminal.hpp"

namespace doorstroom {

ExitCode schema_command() {
  print(stdout, scenario_schema_text());
  return ExitCode::ok;
}

}  // namespace doorstroom

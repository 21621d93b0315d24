#include "doorstroom/load.hpp"

#include "app/commands.hpp"
#include "app/terminal.hpp"

namespace doorstroom {

ExitCode schema_command(const SchemaCommand& command) {
  print(stdout, command.reference ? scenario_reference_text() : scenario_schema_text());
  return ExitCode::ok;
}

}  // namespace doorstroom

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "assure/assurance.hpp"
#include "base/files.hpp"

namespace doorstroom {

ExitCode assure_command(const AssureCommand& command, const CommonOptions& common) {
  const FinishedRun run = read_finished_run(command.directory);
  const std::filesystem::path file = command.output.value_or(command.directory / "assurance.md");
  // What a reader has filled in must not be lost.
  if (!command.force && std::filesystem::exists(file)) {
    throw FileError(fmt::format("{} exists already; --force replaces it", file.string()));
  }
  write_whole(file, assurance_text(run, common.language));
  print(stdout, file.string() + "\n");
  return ExitCode::ok;
}

}  // namespace doorstroom

#include <system_error>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "base/files.hpp"
#include "base/nearest_name.hpp"
#include "workbook/parameter_file.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;

void refuse_to_replace(const fs::path& file, bool force) {
  std::error_code error;
  if (force || !fs::exists(fs::symlink_status(file, error))) return;
  throw FileError(file.string() + " exists already (use --force to replace it)");
}

std::string ending_of(const fs::path& file) {
  return plain_name(file.extension().string());
}

/// A name of a scenario made of that of its file.
std::string name_of_file(const fs::path& file) {
  return file.stem().string();
}

}  // namespace

ExitCode export_command(const ExportCommand& command, const CommonOptions& common) {
  const std::string ending = ending_of(command.output);
  if (ending != ".xlsx" && ending != ".csv") {
    print(stderr, fmt::format("doorstroom: {} ends neither in .xlsx nor in .csv\n",
                              command.output.string()));
    return ExitCode::usage;
  }
  refuse_to_replace(command.output, command.force);
  const ScenarioFiles scenario(command.scenario);
  if (ending == ".csv") {
    write_whole(command.output, parameter_csv(scenario, common.language));
  } else {
    make_whole(command.output, [&](const fs::path& temporary) {
      write_parameter_workbook(temporary, scenario, common.language);
    });
  }
  const std::size_t count = scenario.as_written().parameters.size();
  print(stdout, common.language == Language::nl
                    ? fmt::format("{} getallen: {}\n", count, command.output.string())
                    : fmt::format("{} numbers: {}\n", count, command.output.string()));
  return ExitCode::ok;
}

ExitCode import_command(const ImportCommand& command, const CommonOptions& common) {
  refuse_to_replace(command.output, command.force);
  const ScenarioFiles scenario(command.scenario);
  const std::vector<Edit> edits = edits_of(command.parameters, scenario);
  const fs::path folder = command.output.has_parent_path() ? command.output.parent_path() : ".";
  const std::string text =
      edited_scenario_text(scenario, edits, name_of_file(command.output), folder);
  make_whole(command.output, [&](const fs::path& temporary) {
    write_file(temporary, text);
    (void)load_scenario(temporary);  // it is a scenario like any other, or it does not appear
  });
  const bool nl = common.language == Language::nl;
  std::string said = fmt::format("{}: {}\n", "Scenario", command.output.string());
  if (edits.empty()) said += nl ? "Er is niets gewijzigd.\n" : "Nothing has changed.\n";
  for (const Edit& edit : edits) said += fmt::format("  {} = {}\n", edit.pointer, edit.value);
  print(stdout, said);
  return ExitCode::ok;
}

}  // namespace doorstroom

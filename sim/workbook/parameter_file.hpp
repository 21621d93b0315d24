// The numbers of a scenario in a spreadsheet: out to be changed, and back in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "doorstroom/edit.hpp"
#include "doorstroom/load.hpp"

#include "report/language.hpp"

namespace doorstroom {

/// What is wrong with a file of parameters; the message has a line for every problem, with its
/// cell.
class ParameterFileError final : public std::runtime_error {
 public:
  explicit ParameterFileError(const std::vector<std::string>& problems);
};

/// The name of the sheet, in every language, so that a cell is called alike by everybody.
inline constexpr std::string_view parameter_sheet_name = "Parameters";

/// Writes a workbook with every number of a scenario, to be changed and imported again. Throws
/// FileError.
void write_parameter_workbook(const std::filesystem::path& file, const ScenarioFiles& scenario,
                              Language language);

/// The same as CSV text, with English headings.
std::string parameter_csv(const ScenarioFiles& scenario, Language language);

/// The numbers in which a file of parameters (.xlsx or .csv) differs from a scenario, as edits that
/// the scenario accepts. A number that has no row stays as it is. Throws ParameterFileError with
/// everything that is wrong, SheetError, FileError.
std::vector<Edit> edits_of(const std::filesystem::path& file, const ScenarioFiles& scenario);

/// The text of a scenario file in `folder` with those edits, called `name`: it extends the
/// scenario. Without edits it is the same scenario, with the same name.
std::string edited_scenario_text(const ScenarioFiles& scenario, const std::vector<Edit>& edits,
                                 const std::string& name, const std::filesystem::path& folder);

}  // namespace doorstroom

// A file of parameters. The first byte says which kind it is: 'c' a CSV file, 'z' an archive as it
// is, 'x' the parts of a workbook (names and contents in turn, between zero bytes), which become an
// archive here, because no change at random keeps the checksums of one.
#include <optional>
#include <string>
#include <vector>

#include <minizip/zip.h>

#include "doorstroom/diagnostics.hpp"

#include "fuzz/target.hpp"
#include "workbook/parameter_file.hpp"
#include "workbook/read_sheet.hpp"

namespace doorstroom::fuzz {

namespace {

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = text.find('\0');
    pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return pieces;
}

/// Stored, not compressed: fuzzing is faster so.
std::filesystem::path archive_of(std::string_view text) {
  const std::filesystem::path file = workplace().path() / "parameters.xlsx";
  const zipFile archive = zipOpen64(file.c_str(), APPEND_STATUS_CREATE);
  const std::vector<std::string> pieces = pieces_of(text);
  for (std::size_t i = 0; i + 1 < pieces.size(); i += 2) {
    const zip_fileinfo info{};
    constexpr std::size_t longest = 60'000;  // of names, in this format
    const std::string name = pieces[i].substr(0, longest);
    if (zipOpenNewFileInZip64(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, 0, 0,
                              0) != ZIP_OK) {
      continue;
    }
    zipWriteInFileInZip(archive, pieces[i + 1].data(), static_cast<unsigned>(pieces[i + 1].size()));
    zipCloseFileInZip(archive);
  }
  zipClose(archive, nullptr);
  return file;
}

std::filesystem::path file_of(char kind, std::string_view content) {
  if (kind == 'c') return put("parameters.csv", content);
  if (kind == 'z') return put("parameters.xlsx", content);
  return archive_of(content);
}

std::optional<std::vector<Edit>> accepted(std::string_view text, const ScenarioFiles& scenario) {
  try {
    return edits_of(file_of(text.front(), text.substr(1)), scenario);
  } catch (const ParameterFileError&) {
  } catch (const SheetError&) {
  }
  return std::nullopt;
}

void read(std::string_view text) {
  static const ScenarioFiles scenario(small_scenario());
  if (text.empty()) return;
  const auto edits = accepted(text, scenario);
  if (!edits) return;
  // What was accepted makes a scenario that can be read.
  const std::string made = edited_scenario_text(scenario, *edits, "edited", workplace().path());
  (void)load_scenario(put("edited.json", made));
}

}  // namespace

}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::read(doorstroom::fuzz::text_of(data, size));
  return 0;
}

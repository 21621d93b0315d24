#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "base/files.hpp"
#include "report/page.hpp"
#include "workbook/results_workbook.hpp"

namespace doorstroom {

namespace {

/// The language asked for; else that of the report there was; else that of the environment.
Language language_of(const FinishedResult& result, const CommonOptions& common) {
  if (common.language_is_asked || !result.report.is_object()) return common.language;
  return result.report.value("language", std::string("en")) == "nl" ? Language::nl : Language::en;
}

/// The page, opening in a language; the data as they stand where that is theirs.
std::string page_of(const FinishedResult& result, Language language) {
  FinishedResult::Json data = result.report;
  data["language"] = language == Language::nl ? "nl" : "en";
  // Of several scenarios the title names them all.
  const FinishedResult::Json scenario = data.value("scenario", FinishedResult::Json::object());
  const std::string title =
      FinishedResult::in_language(scenario.value("title", FinishedResult::Json()), language);
  return page_with(data.dump(), title.empty() ? in(language, result.title) : title);
}

}  // namespace

ExitCode report_command(const ReportCommand& command, const CommonOptions& common) {
  const FinishedResult result = read_result(command.directory);
  check_result(result);
  const Language language = language_of(result, common);
  const std::filesystem::path page = command.directory / "report.html";
  const std::filesystem::path workbook = command.directory / results_workbook_name;
  make_whole(workbook, [&](const std::filesystem::path& temporary) {
    write_results_workbook(result, temporary, {language});
  });
  const bool nl = language == Language::nl;
  std::string said;
  if (result.report.is_object()) {
    write_whole(page, page_of(result, language));
    said = fmt::format("{}: {}\n", nl ? "Rapport" : "Report", page.string());
  }
  said += fmt::format("{}: {}\n", nl ? "Werkmap" : "Workbook", workbook.string());
  print(stdout, said);
  return ExitCode::ok;
}

}  // namespace doorstroom

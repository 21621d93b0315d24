#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/study_frame.hpp"
#include "app/terminal.hpp"
#include "report/size_report.hpp"
#include "report/size_text.hpp"

namespace doorstroom {

namespace {

int year_of(std::string_view text, std::string_view all) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  constexpr std::size_t digits = 4;
  if (error != std::errc() || end != text.data() + text.size() || text.size() != digits) {
    throw SizeRequestError(fmt::format(
        "--years \"{}\": \"{}\" is no year (write 2019, 2019-2025 or 2019,2021)", all, text));
  }
  return year;
}

/// "2019", "2019-2025", "2019,2021-2023".
std::vector<int> years_of(const std::string& text) {
  std::vector<int> years;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view part = rest.substr(0, comma);
    const std::size_t dash = part.find('-');
    const int first = year_of(part.substr(0, dash), text);
    const int last = dash == std::string_view::npos ? first : year_of(part.substr(dash + 1), text);
    if (last < first) {
      throw SizeRequestError(fmt::format("--years \"{}\": {} runs backwards", text, part));
    }
    for (int year = first; year <= last; ++year) years.push_back(year);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  return years;
}

SizeResult search(const scenario::Scenario& scenario, const SizeRequest& request,
                  const SizeCommand& command, Language language) {
  ProgressBar bar(style_of(command.study), language);
  SizeOptions options;
  options.threads = command.study.threads;
  options.on_estimate = [&](const SizeEstimate& estimate) {
    if (!command.study.quiet) print(stderr, estimate_text(estimate, language));
  };
  options.on_progress = [&](const Progress& progress) {
    bar.show(progress);
    return !stop_is_wanted();
  };
  return size_resource(scenario, request, options);
}

SizeRequest request_of(const SizeCommand& command) {
  SizeRequest request;
  request.resource = command.resource;
  request.targets = command.targets;
  request.years = years_of(command.years);
  request.probability = command.probability;
  constexpr std::int64_t usual_replications = 40;
  request.replications =
      static_cast<std::size_t>(command.study.replications.value_or(usual_replications));
  request.budgets = command.under_budget ? Budgets::all_bind : Budgets::as_written;
  return request;
}

std::string where_to_look(const std::filesystem::path& directory, const LoadedScenario& loaded,
                          const SizeResult& result, Language language) {
  std::string text = "\n";
  if (result.path) {
    text += fmt::format("Scenario: {}\n", (directory / sized_file_name(loaded.scenario)).string());
  }
  const char* word = language == Language::nl ? "Tabellen" : "Tables";
  return text + fmt::format("{}: {}\n", word, (directory / "tables").string());
}

ExitCode size(const SizeCommand& command, const CommonOptions& common) {
  const auto start = std::chrono::steady_clock::now();
  LoadedScenario loaded = load_scenario(command.scenario);
  apply(command.study, loaded.scenario);
  const SizeRequest request = request_of(command);
  (void)question_of(loaded.scenario, request);  // before anything is made on disk
  ResultDirectory directory(
      command.study.output.value_or(std::filesystem::path("output") /
                                    (loaded.scenario.name + "-size")),
      command.study.force ? ResultDirectory::Existing::replace : ResultDirectory::Existing::keep);
  const SizeResult result = search(loaded.scenario, request, command, common.language);
  write_size(directory, loaded, request, result, record_of(command.study, common, start),
             common.language);
  if (!stop_is_wanted()) add_workbook(directory, command.study, common.language);
  if (stop_is_wanted()) throw RunStopped();
  directory.publish();
  directory.remove_leftovers();
  if (!command.study.quiet) {
    print_summary(size_text(loaded, result, common.language));
    print(stdout, where_to_look(directory.final_name(), loaded, result, common.language) +
                      where_the_workbook_is(directory, command.study, common.language));
  }
  const bool fails = result.outcome == SizeOutcome::other_resource_binds ||
                     result.outcome == SizeOutcome::unreachable;
  return fails ? ExitCode::unreachable : ExitCode::ok;
}

}  // namespace

ExitCode size_command(const SizeCommand& command, const CommonOptions& common) {
  try {
    return size(command, common);
  } catch (const SizeRequestError& error) {
    print(stderr, fmt::format("doorstroom: {}\n", error.what()));
    return ExitCode::usage;
  }
}

}  // namespace doorstroom

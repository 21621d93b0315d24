#include <charconv>
#include <chrono>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/terminal.hpp"
#include "report/size_report.hpp"
#include "report/size_text.hpp"
#include "study/parallel.hpp"

namespace doorstroom {

namespace {

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

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

ProgressBar::Style style_of(const SizeCommand& command) {
  if (command.quiet) return ProgressBar::Style::none;
  return is_terminal(stderr) ? ProgressBar::Style::bar : ProgressBar::Style::lines;
}

SizeResult search(const scenario::Scenario& scenario, const SizeRequest& request,
                  const SizeCommand& command, Language language) {
  ProgressBar bar(style_of(command), language);
  SizeOptions options;
  options.threads = command.threads;
  options.on_estimate = [&](const SizeEstimate& estimate) {
    if (!command.quiet) print(stderr, estimate_text(estimate, language));
  };
  options.on_progress = [&](const Progress& progress) {
    bar.show(progress);
    return !stop_is_wanted();
  };
  return size_resource(scenario, request, options);
}

ExitCode size(const SizeCommand& command, const CommonOptions& common) {
  const auto start = std::chrono::steady_clock::now();
  LoadedScenario loaded = load_scenario(command.scenario);
  if (command.seed) loaded.scenario.seed = *command.seed;
  if (command.scale) loaded.scenario.scale = *command.scale;
  SizeRequest request;
  request.resource = command.resource;
  request.targets = command.targets;
  request.years = years_of(command.years);
  request.probability = command.probability;
  request.replications = static_cast<std::size_t>(command.replications);
  request.budgets = command.under_budget ? Budgets::all_bind : Budgets::as_written;
  (void)question_of(loaded.scenario, request);  // before anything is made on disk
  ResultDirectory directory(
      command.output.value_or(std::filesystem::path("output") / (loaded.scenario.name + "-size")),
      command.force ? ResultDirectory::Existing::replace : ResultDirectory::Existing::keep);
  const SizeResult result = search(loaded.scenario, request, command, common.language);
  RunRecord record;
  record.command = common.command_line;
  record.threads = threads_for(command.threads);
  record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  record.finished_at = utc_now();
  write_size(directory, loaded, request, result, record);
  if (stop_is_wanted()) throw RunStopped();
  directory.publish();
  if (!command.quiet) {
    print(stdout, size_text(loaded, result, common.language));
    const std::filesystem::path& where = directory.final_name();
    const bool nl = common.language == Language::nl;
    if (result.path) {
      print(stdout, fmt::format("\n{}: {}\n", nl ? "Scenario" : "Scenario",
                                (where / sized_file_name(loaded.scenario)).string()));
    }
    print(stdout, fmt::format("{}: {}\n", nl ? "Tabellen" : "Tables", (where / "tables").string()));
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

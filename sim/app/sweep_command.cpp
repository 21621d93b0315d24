#include <chrono>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/terminal.hpp"
#include "report/sweep_report.hpp"
#include "study/parallel.hpp"
#include "sweep/sweep.hpp"

namespace doorstroom {

namespace {

SweepPoints points_of(const SweepCommand& command) {
  if (!command.list.empty()) return list_of(command.list);
  const std::vector<Variation> variations = variations_of(command.vary);
  return command.together ? together_of(variations) : grid_of(variations);
}

ProgressBar::Style style_of(const SweepCommand& command) {
  if (command.quiet) return ProgressBar::Style::none;
  return is_terminal(stderr) ? ProgressBar::Style::bar : ProgressBar::Style::lines;
}

/// Goes through the points; each is written as soon as it is ready.
void simulate(const Sweep& sweep, const SweepCommand& command, SweepReport& report,
              Language language) {
  ProgressBar bar(style_of(command), language);
  SweepOptions options;
  options.threads = command.threads;
  options.tables = command.tables;
  options.on_progress = [&](const Progress& progress) {
    bar.show(progress);
    return !stop_is_wanted();
  };
  constexpr double long_enough_to_say = 10;
  if (!command.quiet) {
    options.on_forecast = [&](const SweepForecast& forecast) {
      if (forecast.seconds < long_enough_to_say) return;
      const char* over_the_bar = is_terminal(stderr) ? "\r\033[K" : "";
      print(stderr, over_the_bar + forecast_text(sweep, forecast, language));
    };
  }
  sweep.run(options, [&](const SweepPoint& point) { report.add(point); });
}

}  // namespace

ExitCode sweep_command(const SweepCommand& command, const CommonOptions& common) {
  const auto start = std::chrono::steady_clock::now();
  const Sweep sweep(command.scenario, points_of(command),
                    {command.seed, command.scale, command.replications}, command.threads,
                    [] { return !stop_is_wanted(); });
  const std::filesystem::path output = command.output.value_or(
      std::filesystem::path("output") / (sweep.base().scenario.name + "-sweep"));
  const ResultDirectory::Existing existing =
      command.force ? ResultDirectory::Existing::replace : ResultDirectory::Existing::keep;
  ResultDirectory directory(output, existing);
  SweepReport report(directory, sweep);
  simulate(sweep, command, report, common.language);
  RunRecord record;
  record.command = common.command_line;
  record.threads = threads_for(command.threads);
  record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  record.finished_at = utc_now();
  report.finish(record);
  if (stop_is_wanted()) throw RunStopped();
  directory.publish();
  if (!command.quiet) {
    print(stdout, report.summary(common.language));
    const std::string table = (directory.final_name() / "tables" / "sweep.csv").string();
    print(stdout,
          fmt::format("\n{}: {}\n", common.language == Language::nl ? "Tabel" : "Table", table));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

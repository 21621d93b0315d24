#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/study_frame.hpp"
#include "app/terminal.hpp"
#include "report/sweep_report.hpp"
#include "sweep/sweep.hpp"

namespace doorstroom {

namespace {

SweepPoints points_of(const SweepCommand& command) {
  if (!command.list.empty()) return list_of(command.list);
  const std::vector<Variation> variations = variations_of(command.vary);
  return command.together ? together_of(variations) : grid_of(variations);
}

/// Goes through the points; each is written as soon as it is ready.
void simulate(const Sweep& sweep, const SweepCommand& command, const RunOptions& study,
              SweepReport& report, Language language) {
  SweepOptions options;
  options.threads = study.threads;
  options.tables = command.tables;
  options.keep_in = study.keep_in;
  options.on_progress = study.on_progress;
  constexpr double long_enough_to_say = 10;
  if (!command.study.quiet) {
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
  const StudyOptions& study = command.study;
  const Sweep sweep(command.scenario, points_of(command),
                    {study.seed, study.scale, study.replications}, study.threads,
                    [] { return !stop_is_wanted(); });
  sweep.check_tables(command.tables);
  StudyFrame frame(study, common,
                   std::filesystem::path("output") / (sweep.base().scenario.name + "-sweep"),
                   sweep.key(command.tables));
  SweepReport report(frame.directory(), sweep);
  frame.simulate([&](const RunOptions& options) {
    simulate(sweep, command, options, report, common.language);
  });
  report.finish(frame.record());
  frame.publish();
  if (!study.quiet) {
    print(stdout, report.summary(common.language));
    const auto table = frame.directory().final_name() / "tables" / "sweep.csv";
    const char* word = common.language == Language::nl ? "Tabel" : "Table";
    print(stdout, fmt::format("\n{}: {}\n", word, table.string()));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

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
  frame.announce({sweep.base().scenario},
                 static_cast<std::int64_t>(sweep.points().size() * sweep.replications()));
  frame.simulate([&](const RunOptions& options) {
    sweep.run({options.threads, command.tables, options.keep_in, options.on_progress},
              [&](const SweepPoint& point) { report.add(point); });
  });
  report.finish(frame.record(), common.language);
  frame.publish();
  if (!study.quiet) {
    print_summary(report.summary(common.language));
    const auto table = frame.directory().final_name() / "tables" / "sweep.csv";
    const bool nl = common.language == Language::nl;
    print(stdout, fmt::format("\n{}: {}\n{}: {}\n", nl ? "Rapport" : "Report",
                              (frame.directory().final_name() / "report.html").string(),
                              nl ? "Tabel" : "Table", table.string()) +
                      where_the_workbook_is(frame.directory(), study, common.language));
  }
  return ExitCode::ok;
}

}  // namespace doorstroom

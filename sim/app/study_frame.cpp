#include "app/study_frame.hpp"

#include <algorithm>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "app/interrupt.hpp"
#include "study/forecast.hpp"
#include "study/parallel.hpp"
#include "workbook/results_workbook.hpp"

namespace doorstroom {

namespace {

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

std::string what_is_kept(const UnfinishedStudy& unfinished) {
  const std::size_t kept = unfinished.finished();
  if (kept == 0) return "stopped; nothing was written";
  return fmt::format("stopped; {} finished {} kept in {} (the same command with --resume goes on)",
                     kept, kept == 1 ? "replication is" : "replications are",
                     unfinished.directory().string());
}

}  // namespace

ProgressBar::Style style_of(const StudyOptions& options) {
  if (options.quiet) return ProgressBar::Style::none;
  return is_terminal(stderr) ? ProgressBar::Style::bar : ProgressBar::Style::lines;
}

RunRecord record_of(const StudyOptions& options, const CommonOptions& common,
                    std::chrono::steady_clock::time_point start) {
  RunRecord record;
  record.command = common.command_line;
  record.threads = threads_for(options.threads);
  record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  record.finished_at = utc_now();
  return record;
}

void apply(const StudyOptions& options, scenario::Scenario& scenario) {
  if (options.seed) scenario.seed = *options.seed;
  if (options.scale) scenario.scale = *options.scale;
  if (options.replications) scenario.replications = *options.replications;
}

void add_workbook(const ResultDirectory& directory, const StudyOptions& options,
                  Language language) {
  if (options.no_workbook) return;
  const std::filesystem::path& result = directory.under_construction();
  write_results_workbook(read_result(result), result / results_workbook_name, {language});
}

std::string where_the_workbook_is(const ResultDirectory& directory, const StudyOptions& options,
                                  Language language) {
  if (options.no_workbook) return {};
  return fmt::format("{}: {}\n", language == Language::nl ? "Werkmap" : "Workbook",
                     (directory.final_name() / results_workbook_name).string());
}

StudyFrame::StudyFrame(const StudyOptions& options, const CommonOptions& common,
                       std::filesystem::path usual_output, const std::string& key)
    : options_(options),
      common_(common),
      directory_(
          options.output.value_or(std::move(usual_output)),
          options.force ? ResultDirectory::Existing::replace : ResultDirectory::Existing::keep),
      unfinished_(directory_.final_name(), key,
                  options.resume ? UnfinishedStudy::Begin::again : UnfinishedStudy::Begin::anew) {}

void StudyFrame::announce(const std::vector<scenario::Scenario>& scenarios,
                          std::int64_t replications) const {
  if (options_.quiet) return;
  const Forecast forecast = forecast_of(scenarios);
  const auto threads =
      static_cast<double>(std::min<std::int64_t>(threads_for(options_.threads), replications));
  const double seconds = forecast.seconds * static_cast<double>(replications) / threads;
  constexpr double long_run = 30;
  if (seconds < long_run) return;
  constexpr double mebibyte = 1024.0 * 1024.0;
  const Language l = common_.language;
  const std::string minutes = number(l, std::max(seconds / 60, 1.0));
  const std::string memory =
      number(l, (forecast.bytes * threads + forecast.bytes_of_data) / mebibyte);
  print(stderr, l == Language::nl
                    ? fmt::format("Ongeveer {} min rekenen en {} MB geheugen voor {} replicaties "
                                  "op {} threads.\n",
                                  minutes, memory, replications, threads)
                    : fmt::format("About {} min of computing and {} MB of memory for {} "
                                  "replications on {} threads.\n",
                                  minutes, memory, replications, threads));
}

void StudyFrame::simulate(const std::function<void(const RunOptions&)>& work) {
  ProgressBar bar(style_of(options_), common_.language);
  RunOptions options;
  options.threads = options_.threads;
  options.keep_in = unfinished_.cells_of(0);
  options.on_progress = [&](const Progress& progress) {
    bar.show(progress);
    return !stop_is_wanted();
  };
  try {
    work(options);
  } catch (const RunStopped&) {
    throw RunStopped(what_is_kept(unfinished_));
  }
}

RunRecord StudyFrame::record() const {
  return record_of(options_, common_, start_);
}

void StudyFrame::publish() {
  if (!stop_is_wanted()) add_workbook(directory_, options_, common_.language);
  if (stop_is_wanted()) throw RunStopped(what_is_kept(unfinished_));
  directory_.publish();
  directory_.remove_leftovers();  // the lock of the unfinished study is still held
  unfinished_.remove();
}

}  // namespace doorstroom

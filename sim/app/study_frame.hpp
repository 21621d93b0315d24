// What the commands share that simulate a scenario many times: the seed and scale asked for, the
// progress bar, the directory of results and what a stopped study leaves.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "doorstroom/load.hpp"
#include "doorstroom/run.hpp"

#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "base/files.hpp"
#include "report/manifest.hpp"
#include "study/unfinished.hpp"

namespace doorstroom {

/// Applies what the command line says instead of the scenario.
void apply(const StudyOptions& options, scenario::Scenario& scenario);

/// A bar where there is somebody to see it.
ProgressBar::Style style_of(const StudyOptions& options);

/// How a study that began then was asked for and what it took.
RunRecord record_of(const StudyOptions& options, const CommonOptions& common,
                    std::chrono::steady_clock::time_point start);

/// Adds results.xlsx to a result that is otherwise complete, unless it is not wanted. Throws
/// FileError.
void add_workbook(const ResultDirectory& directory, const StudyOptions& options, Language language);

/// The line that says where the workbook is; empty where there is none.
std::string where_the_workbook_is(const ResultDirectory& directory, const StudyOptions& options,
                                  Language language);

/// One study from its begin to its published results.
class StudyFrame final {
 public:
  /// Before the work rather than after it: there is room for the result. `key`: see study_key.
  /// Throws FileError.
  StudyFrame(const StudyOptions& options, const CommonOptions& common,
             std::filesystem::path usual_output, const std::string& key);

  /// Says what the study is likely to take, where that is more than a moment; `scenarios` are
  /// simulated side by side.
  void announce(const std::vector<scenario::Scenario>& scenarios, std::int64_t replications) const;

  /// Does the work with a progress bar; `work` is given the options of an ensemble that keeps its
  /// cells. Throws RunStopped that says what was kept.
  void simulate(const std::function<void(const RunOptions&)>& work);
  [[nodiscard]] const ResultDirectory& directory() const { return directory_; }
  /// How it was asked for and what it took.
  [[nodiscard]] RunRecord record() const;
  /// Adds the workbook and gives the results their name. Throws RunStopped, FileError.
  void publish();

 private:
  const StudyOptions& options_;
  const CommonOptions& common_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  ResultDirectory directory_;
  UnfinishedStudy unfinished_;
};

}  // namespace doorstroom

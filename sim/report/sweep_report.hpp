// The files of a sweep, written while it goes on, and what the terminal says of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "report/language.hpp"
#include "report/manifest.hpp"
#include "report/swept_figures.hpp"
#include "report/text_table.hpp"
#include "sweep/sweep.hpp"

namespace doorstroom {

/// What the summary says of a measure at a point: means of the last whole year.
struct SweptMeasure {
  double waiting = no_figure;
  double waiting_sd = no_figure;
  double starts = no_figure;
  double wait_of_starters = no_figure;  // median, in days
};

/// Takes up the points in their order. What is written does not depend on the machine, but for the
/// part "machine" of the manifest.
class SweepReport final {
 public:
  /// Both must outlive it.
  SweepReport(const ResultDirectory& directory, const Sweep& sweep);

  /// Appends a point to tables/sweep.csv and to the other tables that it has. Throws FileError.
  void add(const SweepPoint& point);
  /// Writes scenario.resolved.json (of the scenario without the sweep), report.json, report.html
  /// and manifest.json.
  void finish(const RunRecord& record, Language language);
  /// A line for each point: the measure whose list differs most between them.
  [[nodiscard]] std::string summary(Language language) const;

 private:
  [[nodiscard]] std::string columns(const FigureTable& table) const;
  [[nodiscard]] std::string lead(std::size_t point) const;
  [[nodiscard]] std::string liveliest_measure() const;
  [[nodiscard]] std::size_t shown_pointers() const;
  [[nodiscard]] std::vector<TextRow> rows(Language language, const std::string& measure,
                                          std::size_t count) const;
  void note_last_year(const FigureTable& headline, std::span<const Summary> summaries);

  const ResultDirectory& directory_;
  const Sweep& sweep_;
  std::string last_year_;
  std::map<std::string, ResultFile> tables_;
  std::map<std::string, std::string> digests_;                 // by file
  std::vector<std::map<std::string, SweptMeasure>> measures_;  // by point
  SweptFigures figures_;
  std::int64_t audit_checks_ = 0;
  std::uint64_t events_ = 0;
  std::string first_figures_;  // digest of the figures of the first point
  bool all_are_the_same_ = true;
};

}  // namespace doorstroom

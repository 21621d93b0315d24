#include "report/sweep_report.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "record/years.hpp"
#include "report/csv.hpp"
#include "report/presentation.hpp"
#include "report/scale_text.hpp"
#include "report/sweep_page.hpp"

namespace doorstroom {

namespace {

/// The last year that is simulated from its first day to its last; else the last one.
std::string last_whole_year(const Horizon& horizon) {
  const Years years(horizon);
  for (std::size_t year = years.size(); year-- > 0;) {
    const bool is_whole =
        years.first_day(year) >= horizon.start && years.first_day(year + 1) <= horizon.end;
    if (is_whole) return years.label(year);
  }
  return years.label(years.size() - 1);
}

/// A value for a CSV file: numbers as they are written, so that "-5" is no formula.
std::string value_field(const std::string& value) {
  const bool is_number = value.find_first_not_of("+-.0123456789eE") == std::string::npos;
  return is_number ? value : csv_field(value);
}

/// The headline is what a sweep is about.
std::string file_of(const FigureTable& table) {
  return fmt::format("tables/{}.csv", table.name == "headline" ? "sweep" : table.name);
}

/// What the summary calls a varied number.
std::string letter(std::size_t pointer) {
  return std::string(1, static_cast<char>('A' + pointer));
}

}  // namespace

SweepReport::SweepReport(const ResultDirectory& directory, const Sweep& sweep)
    : directory_(directory),
      sweep_(sweep),
      last_year_(last_whole_year(sweep.base().scenario.horizon)) {}

std::string SweepReport::columns(const FigureTable& table) const {
  std::string text = "point,";
  for (const std::string& pointer : sweep_.points().pointers) text += csv_field(pointer) + ",";
  return text + csv_columns_of(table) + "\n";
}

std::string SweepReport::lead(std::size_t point) const {
  std::string text = fmt::format("{},", point + 1);
  for (const std::string& value : sweep_.points().values[point]) text += value_field(value) + ",";
  return text;
}

void SweepReport::add(const SweepPoint& point) {
  std::size_t first = 0;
  for (const FigureTable& table : point.layout.tables) {
    const std::span<const Summary> summaries(point.summaries.data() + first, table.keys.size());
    first += table.keys.size();
    const std::string name = file_of(table);
    auto file = tables_.find(name);
    if (file == tables_.end()) {
      file = tables_.emplace(name, directory_.begin(name)).first;
      file->second.append(columns(table));
    }
    file->second.append(csv_lines_of(table, summaries, lead(point.point)));
    if (table.name != "headline") continue;
    note_last_year(table, summaries);
    figures_.add(table, summaries, last_year_);
  }
  audit_checks_ += point.audit_checks;
  events_ += point.events;
  std::string figures;
  for (const Summary& s : point.summaries) figures += number_text(s.mean) + ' ';
  const std::string digest = sha256(figures);
  if (point.point == 0) first_figures_ = digest;
  all_are_the_same_ = all_are_the_same_ && digest == first_figures_;
}

void SweepReport::note_last_year(const FigureTable& headline, std::span<const Summary> summaries) {
  std::map<std::string, SweptMeasure>& measures = measures_.emplace_back();
  for (std::size_t i = 0; i < headline.keys.size(); ++i) {
    const std::vector<std::string>& values = headline.keys[i].values;
    if (values[0] != last_year_) continue;
    if (values[1] == "waiting") {
      measures[values[2]].waiting = summaries[i].mean;
      measures[values[2]].waiting_sd = summaries[i].sd;
    }
    if (values[1] == "starts") measures[values[2]].starts = summaries[i].mean;
    if (values[1] == "wait_of_starters_p50") {
      measures[values[2]].wait_of_starters = summaries[i].mean;
    }
  }
}

void SweepReport::finish(const RunRecord& record, Language language) {
  for (auto& [name, file] : tables_) {
    file.close();
    digests_[name] = sha256_of(file.file());
  }
  const std::string resolved = resolved_text(sweep_.base().scenario);
  directory_.write("scenario.resolved.json", resolved);
  digests_["scenario.resolved.json"] = sha256(resolved);
  const scenario::Scenario& base = sweep_.base().scenario;
  const SweptStudy study{sweep_.base(), sweep_.points(),       figures_.told(),
                         last_year_,    sweep_.replications(), audit_checks_};
  write_presentation(directory_, sweep_page_data(study, record, language),
                     label_or(language, base.title, base.name));
  const StudyFacts facts{"sweep",       {&sweep_.base()}, sweep_.replications(),
                         audit_checks_, events_,          sweep_.points()};
  directory_.write(std::string(mark_of_results), study_manifest_text(facts, digests_, record));
}

/// The measure whose list differs most between the points, against the play of chance; empty where
/// nobody waits.
std::string SweepReport::liveliest_measure() const {
  struct Lengths {
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    double chance = 0;
  };
  std::map<std::string, Lengths> lengths;
  for (const auto& point : measures_) {
    for (const auto& [id, measure] : point) {
      if (std::isnan(measure.waiting)) continue;
      Lengths& length = lengths[id];
      length.least = std::min(length.least, measure.waiting);
      length.most = std::max(length.most, measure.waiting);
      if (!std::isnan(measure.waiting_sd)) length.chance += measure.waiting_sd;
    }
  }
  std::string liveliest;
  double most_told = -1;
  for (const auto& [id, length] : lengths) {
    if (length.most == 0) continue;
    const double chance = 1 + length.chance / static_cast<double>(measures_.size());
    const double told = (length.most - length.least) / chance;
    if (told <= most_told) continue;
    most_told = told;
    liveliest = id;
  }
  return liveliest;
}

std::string SweepReport::summary(Language language) const {
  const bool nl = language == Language::nl;
  const scenario::Scenario& scenario = sweep_.base().scenario;
  std::string text = fmt::format(
      "{}\n{} {} × {} {}, {} {}\n\n", label_or(language, scenario.title, scenario.name),
      number(language, static_cast<double>(measures_.size())), nl ? "punten" : "points",
      number(language, static_cast<double>(sweep_.replications())),
      nl ? "replicaties" : "replications", number(language, static_cast<double>(audit_checks_)),
      nl ? "controles van de boekhouding geslaagd" : "checks of the books passed");
  if (scenario.scale < 1) text += in(language, scale_notice(scenario.scale)) + "\n\n";
  for (std::size_t i = 0; i < shown_pointers(); ++i) {
    text += fmt::format("  {}: {}\n", letter(i), sweep_.points().pointers[i]);
  }
  const std::string id = liveliest_measure();
  if (!id.empty()) {
    const auto measure = std::ranges::find(scenario.measures, id, &scenario::Measure::id);
    text += fmt::format("\n  {}, {}\n", label_or(language, measure->label, id), last_year_);
  }
  constexpr std::size_t most_rows = 50;
  text += aligned(rows(language, id, std::min(most_rows, measures_.size())));
  if (measures_.size() > most_rows) {
    text += fmt::format("  ... {} {} {} tables/sweep.csv\n", nl ? "en nog" : "and",
                        measures_.size() - most_rows, nl ? "in" : "more in");
  }
  if (all_are_the_same_ && measures_.size() > 1) {
    text += nl ? "\n  ! Alle punten geven dezelfde cijfers: wat varieert, verandert hier niets.\n"
               : "\n  ! All points give the same figures: what is varied changes nothing here.\n";
  }
  return text;
}

/// How many of the varied numbers the summary has columns for.
std::size_t SweepReport::shown_pointers() const {
  constexpr std::size_t most = 6;
  return std::min(most, sweep_.points().pointers.size());
}

/// Of the first `count` points, after a line of titles.
std::vector<TextRow> SweepReport::rows(Language l, const std::string& measure,
                                       std::size_t count) const {
  const bool nl = l == Language::nl;
  std::vector<TextRow> rows{{nl ? "punt" : "point"}};
  for (std::size_t i = 0; i < shown_pointers(); ++i) rows[0].push_back(letter(i));
  if (!measure.empty()) {
    rows[0].insert(rows[0].end(),
                   {nl ? "wacht op het einde" : "waiting at the end", nl ? "starten" : "starts",
                    nl ? "wacht van starters: mediaan" : "wait of starters: median"});
  }
  for (std::size_t point = 0; point < count; ++point) {
    TextRow& row = rows.emplace_back();
    row.push_back(std::to_string(point + 1));
    const std::vector<std::string>& values = sweep_.points().values[point];
    row.insert(row.end(), values.begin(),
               values.begin() + static_cast<std::ptrdiff_t>(shown_pointers()));
    const auto at = measures_[point].find(measure);
    if (at == measures_[point].end()) continue;
    row.push_back(number(l, at->second.waiting));
    row.push_back(number(l, at->second.starts));
    row.push_back(number(l, at->second.wait_of_starters) + (nl ? " dagen" : " days"));
  }
  return rows;
}

}  // namespace doorstroom

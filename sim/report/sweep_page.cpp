#include "report/sweep_page.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "analysis/intervals.hpp"
#include "report/page_names.hpp"
#include "report/page_parts.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

/// A figure and what its points say of it.
struct Row {
  const SweptFigure* figure = nullptr;
  SweptSpan span;

  /// How far its ends lie apart against the play of chance.
  [[nodiscard]] double clearness() const {
    if (span.verdict == Verdict::same || span.verdict == Verdict::nothing) return 0;
    if (span.difference.sd > 0) return span.difference.mean / span.difference.sd;
    return std::numeric_limits<double>::max();
  }
};

/// As many as a page of a few megabytes can hold, in the order of the table.
std::vector<Row> rows_of(const SweptStudy& study) {
  constexpr std::size_t most_figures = 60'000;  // over all points
  std::vector<Row> rows;
  for (const SweptFigure& figure : study.figures) {
    rows.push_back({&figure, span_of(figure, usual_confidence)});
  }
  const std::size_t room =
      std::max<std::size_t>(1, most_figures / std::max<std::size_t>(1, study.points.size()));
  if (rows.size() <= room) return rows;
  std::ranges::stable_sort(rows, std::ranges::greater(), &Row::clearness);
  rows.resize(room);
  return rows;
}

/// The figures at every point; `low` and `high` are the 95 % interval of the mean.
Json figures_of(const std::vector<Row>& rows) {
  PageTable table({"point", "indicator", "subject", "unit"},
                  {"mean", "p05", "p50", "p95", "low", "high"});
  for (const Row& row : rows) {
    const SweptFigure& figure = *row.figure;
    for (std::size_t point = 0; point < figure.at.size(); ++point) {
      const Summary& s = figure.at[point];
      if (s.replications == 0) continue;
      const Interval interval = interval_of_mean(s);
      table.add(
          std::array{std::to_string(point + 1), figure.indicator, figure.subject, figure.unit},
          std::array{s.mean, s.p05, s.p50, s.p95, interval.low, interval.high});
    }
  }
  return table.json();
}

/// What can be chosen, the clearest first.
Json list_of(std::vector<Row> rows) {
  std::ranges::stable_sort(rows, std::ranges::greater(), &Row::clearness);
  Json list = Json::array();
  for (const Row& row : rows) {
    list.push_back({{"indicator", row.figure->indicator},
                    {"subject", row.figure->subject},
                    {"unit", row.figure->unit},
                    {"verdict", name_of(row.span.verdict)}});
  }
  return list;
}

Json findings_json(const SweptStudy& study) {
  Json list = Json::array();
  for (const Finding& finding : sweep_findings(study)) list.push_back(finding_json(finding));
  return list;
}

}  // namespace

std::string sweep_page_data(const SweptStudy& study, const RunRecord& record, Language language) {
  const scenario::Scenario& s = study.base.scenario;
  const std::vector<Row> rows = rows_of(study);
  Json data{{"format", 1},
            {"kind", "sweep"},
            {"language", language == Language::nl ? "nl" : "en"},
            {"scenario",
             {{"name", s.name},
              {"title", label_in_both(s.title, s.name)},
              {"description", text_in_both(s.description)},
              {"start", iso_date(s.horizon.start)},
              {"end", iso_date(s.horizon.end)}}},
            {"run",
             {{"version", std::string(version())},
              {"commit", std::string(commit())},
              {"seed", s.seed},
              {"scale", figure_json(s.scale)},
              {"replications", study.replications},
              {"command", record.command},
              {"audit_checks", study.audit_checks},
              {"inputs", inputs_json(study.base)}}},
            {"findings", findings_json(study)},
            {"names", names_of(s)},
            {"year", study.year},
            {"pointers", study.points.pointers},
            {"values", study.points.values},
            {"figures", list_of(rows)}};
  data["tables"]["sweep"] = figures_of(rows);
  data["observed"] = Json::array();
  data["parameters"] = parameters_json(study.base.parameters);
  return data.dump();
}

}  // namespace doorstroom

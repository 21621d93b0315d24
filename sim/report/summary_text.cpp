#include "report/summary_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/findings.hpp"
#include "report/precision_text.hpp"
#include "report/scale_text.hpp"
#include "report/text_table.hpp"

namespace doorstroom {

namespace {

using Row = TextRow;

std::string with_band(Language l, const Summary& s) {
  if (std::isnan(s.p05)) return number(l, s.mean);
  return fmt::format("{} ({}–{})", number(l, s.mean), number(l, s.p05), number(l, s.p95));
}

std::string lists(const Overview& overview, const std::vector<ResourceOverview>& resources,
                  Language l) {
  const bool nl = l == Language::nl;
  std::vector<Row> rows{nl ? Row{"Wachtlijsten", "nu", "per jaar", "op het einde", "wacht: mediaan",
                                 "90 %", "tegengehouden door"}
                           : Row{"Waiting lists", "now", "by year", "at the end", "wait: median",
                                 "90 %", "held back by"}};
  for (const MeasureOverview& m : overview.measures) {
    if (!m.has_list) continue;
    std::string brake = "–";
    if (!m.brakes.empty()) {
      const auto r = std::ranges::find(resources, m.brakes.front().resource, &ResourceOverview::id);
      brake = fmt::format("{} ({})", label_or(l, r->label, r->id),
                          percent(l, std::min(1.0, m.brakes.front().share)));
    }
    const bool started = m.wait_p50.replications > 0;
    const auto days = [&](const Summary& s) {
      return started ? number(l, s.mean) + (nl ? " dagen" : " days") : std::string("–");
    };
    rows.push_back({label_or(l, m.label, m.id), number(l, m.waiting_now),
                    sparkline(m.waiting_by_year), with_band(l, m.waiting_end), days(m.wait_p50),
                    days(m.wait_p90), brake});
  }
  if (rows.size() == 1) return nl ? "  Niemand wacht.\n" : "  Nobody waits.\n";
  return aligned(rows);
}

std::string periods(const Overview& overview, Language l) {
  const bool nl = l == Language::nl;
  std::vector<Row> rows{
      nl ? Row{"Contingenten en budgetten", "jaar", "beschikbaar", "gebruikt", "op rond"}
         : Row{"Contingents and budgets", "year", "available", "used", "dry around"}};
  for (const ResourceOverview& r : overview.resources) {
    if (r.periods.empty()) continue;
    const PeriodOverview& last = r.periods.back();
    std::string dry = nl ? "niet op" : "not dry";
    if (!std::isnan(last.dry_after)) {
      const Day day = last.start + static_cast<DayCount>(std::lround(last.dry_after));
      dry = fmt::format("{} ({})", date_text(l, day), percent(l, last.ran_dry));
    }
    std::string label = label_or(l, r.label, r.id);
    if (!r.binding) label += nl ? " (geen grens)" : " (no limit)";
    rows.push_back(
        {label, last.period, number(l, last.amount.mean), number(l, last.used.mean), dry});
  }
  return rows.size() == 1 ? std::string() : "\n" + aligned(rows);
}

}  // namespace

std::string summary_text(const LoadedScenario& loaded, const RunResult& result, Language language) {
  const Overview overview = overview_of(loaded.scenario, result);
  const bool nl = language == Language::nl;
  const scenario::Scenario& s = loaded.scenario;
  std::string text =
      fmt::format("{}\n{} – {}, {} {}, {} {}\n\n", label_or(language, s.title, s.name),
                  iso_date(s.horizon.start), iso_date(s.horizon.end - 1),
                  number(language, static_cast<double>(result.replications)),
                  nl ? "replicaties" : "replications",
                  number(language, static_cast<double>(result.audit_checks)),
                  nl ? "controles van de boekhouding geslaagd" : "checks of the books passed");
  if (s.scale < 1) text += in(language, scale_notice(s.scale)) + "\n\n";
  if (result.precision) {
    text += in(language, precision_text(*result.precision, result.replications)) + "\n\n";
  }
  text += lists(overview, overview.resources, language);
  text += periods(overview, language);
  std::string warnings;
  for (const Finding& finding : findings_of(loaded, result, overview)) {
    if (finding.about == "scale") continue;  // stands on top
    if (finding.weight == Weight::warning) warnings += "  ! " + in(language, finding.text) + "\n";
  }
  if (!warnings.empty()) text += "\n" + warnings;
  return text;
}

}  // namespace doorstroom

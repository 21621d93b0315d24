#include <cmath>

#include <fmt/format.h>

#include "compare/verdict.hpp"
#include "report/drivers_report.hpp"
#include "report/scale_text.hpp"
#include "report/text_table.hpp"

namespace doorstroom {

namespace {

std::string say(Language l, const char* nl, const char* en) {
  return l == Language::nl ? nl : en;
}

/// A percentage with a sign.
std::string signed_percent(Language l, double share, int decimals = 0) {
  return (share > 0 ? "+" : "") + percent(l, share, decimals);
}

std::string interval_text(Language l, const Interval& interval) {
  if (std::isnan(interval.low)) return "–";
  return fmt::format("{} … {}", percent(l, interval.low), percent(l, interval.high));
}

std::string figure_text(Language l, CarouselFigure figure, double value) {
  constexpr int decimals = 2;
  const std::string unit = carousel_figures[static_cast<std::size_t>(figure)].unit;
  if (unit == "share") {
    return std::isnan(value) ? number(l, value) : percent(l, value, decimals);
  }
  return number(l, value, unit == "per 100" ? decimals : 0);
}

std::string chance_text(Language l, Verdict verdict) {
  if (verdict == Verdict::noise) return say(l, "kan toeval zijn", "may be chance");
  if (verdict == Verdict::same) return say(l, "geen verschil", "no difference");
  return {};
}

/// Causes in order of effect, by the share of the cycles that goes with them.
std::string main_table(const DriversStudy& study, Language l) {
  std::vector<TextRow> rows{{say(l, "Zonder", "Without"), in(l, label_of_figure(deciding_figure)),
                             say(l, "verschil", "difference"),
                             say(l, "daarvan verdwijnt", "share that goes"),
                             say(l, "95 %-interval", "95 % interval"), ""}};
  const DriverEffect& first = study.result.drivers.front().of(deciding_figure);
  rows.push_back(
      {say(l, "(zoals het is)", "(as it is)"), figure_text(l, deciding_figure, first.base.mean)});
  for (const Driver& driver : study.result.drivers) {
    const DriverEffect& effect = driver.of(deciding_figure);
    const bool is_world = driver.kind == Driver::Kind::cause || driver.kind == Driver::Kind::all;
    rows.push_back({in(l, label_of_driver(driver.id)),
                    is_world ? figure_text(l, deciding_figure, effect.value.mean) : std::string(),
                    number(l, effect.difference.mean, 2),
                    std::isnan(effect.share) ? "–" : percent(l, effect.share),
                    interval_text(l, effect.share_interval),
                    chance_text(l, verdict_of(effect.difference, study.result.confidence))});
  }
  return aligned(rows);
}

/// The other figures beside it: how much more or less of each there is.
std::string other_figures(const DriversStudy& study, Language l) {
  std::vector<TextRow> rows{{say(l, "Andere cijfers", "Other figures")}};
  rows.push_back({say(l, "(zoals het is)", "(as it is)")});
  for (std::size_t f = 1; f < carousel_figures.size(); ++f) {
    const auto figure = static_cast<CarouselFigure>(f);
    rows[0].push_back(in(l, label_of_figure(figure)));
    rows[1].push_back(figure_text(l, figure, study.result.drivers.front().of(figure).base.mean));
  }
  for (const Driver& driver : study.result.drivers) {
    if (driver.kind != Driver::Kind::cause && driver.kind != Driver::Kind::all) continue;
    TextRow row{in(l, label_of_driver(driver.id))};
    for (std::size_t f = 1; f < carousel_figures.size(); ++f) {
      const DriverEffect& effect = driver.effects[f];
      const Verdict verdict = verdict_of(effect.difference, study.result.confidence);
      const std::string change = std::isnan(effect.share) ? "–" : signed_percent(l, -effect.share);
      row.push_back(verdict == Verdict::noise ? "(" + change + ")" : change);
    }
    rows.push_back(std::move(row));
  }
  return aligned(rows) + say(l, "  ( ): niet van toeval te onderscheiden.\n",
                             "  ( ): not to be told from chance.\n");
}

std::string precision_in_words(const PrecisionReached& reached, std::size_t replications,
                               Language l) {
  const char* nl = reached.is_met
                       ? "{} replicaties volstaan om elk aandeel dat verdwijnt op {} van de "
                         "rondes te kennen (het ruimste op {}: {})."
                       : "{} replicaties volstaan niet om elk aandeel dat verdwijnt op {} "
                         "van de rondes te kennen (het ruimste op {}: {}).";
  const char* en = reached.is_met
                       ? "{} replications are enough to know each share that goes to {} of the "
                         "cycles (the widest to {}: {})."
                       : "{} replications are not enough to know each share that goes to {} of the "
                         "cycles (the widest to {}: {}).";
  constexpr int decimals = 1;
  return fmt::format(fmt::runtime(l == Language::nl ? nl : en),
                     number(l, static_cast<double>(replications)),
                     percent(l, reached.wanted, decimals), percent(l, reached.widest, decimals),
                     in(l, label_of_driver(reached.figure)));
}

std::string heading(const DriversStudy& study, Language l) {
  const scenario::Scenario& s = study.base.scenario;
  const std::vector<int> years = followed_years(s);
  const std::string cohorts = years.size() == 1 ? fmt::format("{}", years.front())
                                                : fmt::format("{}–{}", years.front(), years.back());
  const std::string title = label_or(l, s.title, s.name);
  return l == Language::nl
             ? fmt::format(
                   "Wat drijft de carrousel: {}\n{} replicaties; mensen die in {} een eerste "
                   "traject beëindigden, 60 maanden gevolgd\n",
                   title, study.result.replications, cohorts)
             : fmt::format(
                   "What drives the carousel: {}\n{} replications; people who ended a first "
                   "trajectory in {}, followed for 60 months\n",
                   title, study.result.replications, cohorts);
}

}  // namespace

std::string drivers_text(const DriversStudy& study, Language l) {
  std::string text = heading(study, l);
  const DriversResult& result = study.result;
  const double scale = study.base.scenario.scale;
  if (scale < 1) text += in(l, scale_notice(scale)) + "\n";
  if (result.precision) {
    text += precision_in_words(*result.precision, result.replications, l) + "\n";
  }
  text += "\n" + main_table(study, l) + "\n" + other_figures(study, l) + "\n";
  for (const Finding& finding : driver_findings(study)) {
    if (finding.about == "scale") continue;  // stands on top
    text += (finding.weight == Weight::warning ? "  ! " : "  ") + in(l, finding.text) + "\n";
  }
  constexpr int decimals = 1;
  text += l == Language::nl
              ? fmt::format("  Elk interval is {} breed genomen, zodat ze samen met 95 % gelden.\n",
                            percent(l, result.confidence, decimals))
              : fmt::format("  Each interval is one of {}, so that they hold together with 95 %.\n",
                            percent(l, result.confidence, decimals));
  return text;
}

}  // namespace doorstroom

#include "report/findings.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/figure_finder.hpp"
#include "report/language.hpp"
#include "report/scale_text.hpp"

namespace doorstroom {

namespace {

/// The same sentence in both languages: `say` is called with each.
template <class Say>
Finding finding(Weight weight, std::string about, Say say) {
  return {weight, std::move(about), {say(Language::nl), say(Language::en)}};
}

std::string band(Language l, const Summary& s) {
  if (std::isnan(s.p05)) return {};
  return fmt::format(" ({}–{})", number(l, s.p05), number(l, s.p95));
}

Finding list_moves(const MeasureOverview& m) {
  return finding(Weight::fact, "list:" + m.id, [&](Language l) {
    const std::string label = label_or(l, m.label, m.id);
    const double end = m.waiting_end.mean;
    const std::string now = number(l, m.waiting_now);
    const std::string then = number(l, end) + band(l, m.waiting_end);
    const bool same = std::abs(end - m.waiting_now) < 0.5;
    if (l == Language::nl) {
      if (same)
        return fmt::format("De lijst voor {} telt op het einde {} wachtenden, evenveel als nu.",
                           label, then);
      return fmt::format("De lijst voor {} {} van {} naar {} wachtenden.", label,
                         end > m.waiting_now ? "groeit" : "daalt", now, then);
    }
    if (same)
      return fmt::format("The list for {} has {} people waiting at the end, as many as now.", label,
                         then);
    return fmt::format("The list for {} {} from {} to {} people waiting.", label,
                       end > m.waiting_now ? "grows" : "shrinks", now, then);
  });
}

Finding waits(const MeasureOverview& m) {
  return finding(Weight::fact, "wait:" + m.id, [&](Language l) {
    const std::string label = label_or(l, m.label, m.id);
    const std::string p50 = number(l, m.wait_p50.mean);
    const std::string p90 = number(l, m.wait_p90.mean);
    const std::string month = month_text(l, m.wait_month);
    if (l == Language::nl) {
      return fmt::format(
          "Wie in {} met {} start, heeft doorgaans {} dagen gewacht; één op tien wacht langer dan "
          "{} dagen.",
          month, label, p50, p90);
    }
    return fmt::format(
        "Those who start {} in {} have typically waited {} days; one in ten waits longer than {} "
        "days.",
        label, month, p50, p90);
  });
}

Finding holds_back(const MeasureOverview& m, const scenario::Text& resource_label) {
  const Brake& brake = m.brakes.front();
  return finding(Weight::fact, "held_back:" + m.id, [&](Language l) {
    const std::string label = label_or(l, m.label, m.id);
    const std::string by = label_or(l, resource_label, brake.resource);
    const std::string share = percent(l, std::min(brake.share, 1.0));
    if (l == Language::nl) {
      return fmt::format(
          "Wat de lijst voor {} tegenhoudt: {} ({} van de wachtenden in het laatste jaar).", label,
          by, share);
    }
    return fmt::format(
        "What holds the list for {} back: {} ({} of those waiting in the last year).", label, by,
        share);
  });
}

Finding runs_dry(const ResourceOverview& r) {
  const auto dry = std::ranges::count_if(r.periods, [](const auto& p) { return p.ran_dry >= 0.5; });
  const PeriodOverview& last = r.periods.back();
  return finding(Weight::fact, "resource:" + r.id, [&](Language l) {
    const std::string label = label_or(l, r.label, r.id);
    if (dry == 0) {
      return l == Language::nl ? fmt::format("{}: in geen enkel jaar opgebruikt.", label)
                               : fmt::format("{}: not used up in any year.", label);
    }
    std::string when;
    if (!std::isnan(last.dry_after)) {
      const Day day = last.start + static_cast<DayCount>(std::lround(last.dry_after));
      when = l == Language::nl
                 ? fmt::format("; in {} op rond {} (in {} van de replicaties)", last.period,
                               date_text(l, day), percent(l, last.ran_dry))
                 : fmt::format("; in {} around {} (in {} of the replications)", last.period,
                               date_text(l, day), percent(l, last.ran_dry));
    }
    return l == Language::nl ? fmt::format("{}: in {} van de {} jaren opgebruikt{}.", label, dry,
                                           r.periods.size(), when)
                             : fmt::format("{}: used up in {} of {} years{}.", label, dry,
                                           r.periods.size(), when);
  });
}

/// Money that is left over, or short where it does not bind, added up over the horizon.
Finding balance(const ResourceOverview& r) {
  double surplus = 0;
  double short_by = 0;
  std::string first_short;
  for (const PeriodOverview& p : r.periods) {
    const double left = p.amount.mean - p.used.mean;
    if (left >= 0)
      surplus += left;
    else {
      short_by -= left;
      if (first_short.empty()) first_short = p.period;
    }
  }
  return finding(Weight::fact, "resource:" + r.id, [&](Language l) {
    const std::string label = label_or(l, r.label, r.id);
    const std::string left = number(l, surplus);
    const bool is_short = short_by >= 1;
    if (l == Language::nl) {
      std::string text =
          fmt::format("{}: over de hele periode blijft {} euro ongebruikt", label, left);
      if (is_short)
        text +=
            fmt::format(", en vanaf {} komt er {} euro te kort", first_short, number(l, short_by));
      return text + ".";
    }
    std::string text = fmt::format("{}: {} euro is left unused over the whole period", label, left);
    if (is_short)
      text += fmt::format(", and from {} on {} euro is missing", first_short, number(l, short_by));
    return text + ".";
  });
}

/// A list that is longer at the end of every year than at the end of the year before.
void warn_of_growth(const scenario::Scenario& s, const FigureFinder& figures,
                    const MeasureOverview& m, std::vector<Finding>& all) {
  std::vector<double> ends;
  for (int year = civil(s.horizon.start).year; day_of(year, 12, 31) < s.horizon.end; ++year) {
    ends.push_back(
        figures.find("series", {iso_date(day_of(year, 12, 31)), "waiting", m.id, "all"}).mean);
  }
  constexpr std::size_t enough = 3;
  constexpr double noticeable = 1.02;
  if (ends.size() < enough) return;
  const auto last = ends.end() - enough;
  for (auto at = last + 1; at != ends.end(); ++at) {
    if (!(*at > *std::prev(at) * noticeable)) return;
  }
  all.push_back(finding(Weight::warning, "list:" + m.id, [&](Language l) {
    const std::string label = label_or(l, m.label, m.id);
    return l == Language::nl ? fmt::format(
                                   "De lijst voor {} groeit op het einde van de horizon nog: wat "
                                   "daarna komt is niet te zien.",
                                   label)
                             : fmt::format(
                                   "The list for {} is still growing at the end of the horizon: "
                                   "what comes after cannot be seen.",
                                   label);
  }));
}

/// Sum over the last twelve whole months of the horizon.
double in_last_year(const scenario::Scenario& s, const FigureFinder& figures,
                    const std::string& indicator, const std::string& measure) {
  double sum = 0;
  for (int back = 0; back < 12; ++back) {
    const Day last = first_of_month(month_number(s.horizon.end) - back) - 1;
    sum += figures.find("series", {iso_date(last), indicator, measure, "all"}).mean;
  }
  return sum;
}

/// A list of over a year of starts that many more join than start: only those who give up keep it
/// from growing, and its starts never clear it.
void warn_of_never(const scenario::Scenario& s, const FigureFinder& figures,
                   const MeasureOverview& m, std::vector<Finding>& all) {
  const double joins = in_last_year(s, figures, "joins", m.id);
  const double starts = in_last_year(s, figures, "starts", m.id);
  constexpr double many_more = 1.5;
  const bool never = joins > many_more * starts && m.waiting_end.mean > std::max(starts, 1.0);
  if (!never) return;  // also where a figure is missing
  all.push_back(finding(Weight::warning, "list:" + m.id, [&](Language l) {
    const std::string label = label_or(l, m.label, m.id);
    return l == Language::nl
               ? fmt::format(
                     "De lijst voor {} raakt nooit weggewerkt: in het laatste jaar kwamen er {} "
                     "mensen bij en startten er {}. Wie niet start, weigert of haakt af.",
                     label, number(l, joins), number(l, starts))
               : fmt::format(
                     "The list for {} is never cleared: in the last year {} people joined and {} "
                     "started. Who does not start refuses or gives up.",
                     label, number(l, joins), number(l, starts));
  }));
}

Finding rests_on(const std::vector<Parameter>& parameters) {
  const Standings n = count_standings(parameters);
  const std::size_t all = parameters.size();
  return finding(Weight::warning, "assumptions", [&](Language l) {
    if (l == Language::nl) {
      return fmt::format(
          "Van de {} getallen in dit scenario zijn er {} een aanname en {} zonder bron; {} staan "
          "in de brondocumenten, {} zijn openbaar, {} afgeleid.",
          all, n.assumption, n.unstated, n.cited, n.published, n.derived);
    }
    return fmt::format(
        "Of the {} numbers in this scenario {} are assumptions and {} have no source; {} stand in "
        "the source documents, {} are public, {} derived.",
        all, n.assumption, n.unstated, n.cited, n.published, n.derived);
  });
}

}  // namespace

std::vector<Finding> findings_of(const LoadedScenario& loaded, const RunResult& result,
                                 const Overview& overview) {
  std::vector<Finding> all;
  const FigureFinder figures(result.layout, result.summaries);
  const double scale = loaded.scenario.scale;
  if (scale < 1) all.push_back({Weight::warning, "scale", scale_notice(scale)});
  for (const MeasureOverview& m : overview.measures) {
    if (!m.has_list) continue;
    warn_of_growth(loaded.scenario, figures, m, all);
    warn_of_never(loaded.scenario, figures, m, all);
  }
  const Standings standings = count_standings(loaded.parameters);
  if (standings.assumption + standings.unstated > 0) all.push_back(rests_on(loaded.parameters));
  for (const MeasureOverview& m : overview.measures) {
    if (!m.has_list) continue;
    all.push_back(list_moves(m));
    if (m.wait_p50.replications > 0) all.push_back(waits(m));
    if (m.brakes.empty()) continue;
    const auto resource =
        std::ranges::find(overview.resources, m.brakes.front().resource, &ResourceOverview::id);
    all.push_back(holds_back(m, resource->label));
  }
  for (const ResourceOverview& r : overview.resources) {
    if (r.periods.empty()) continue;
    if (r.kind == scenario::ResourceKind::budget)
      all.push_back(balance(r));
    else
      all.push_back(runs_dry(r));
  }
  return all;
}

}  // namespace doorstroom

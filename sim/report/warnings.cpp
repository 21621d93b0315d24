#include "report/warnings.hpp"

#include <algorithm>
#include <cmath>

#include "report/finding_words.hpp"
#include "report/scale_text.hpp"

namespace doorstroom {

namespace {

using Measures = std::vector<const MeasureOverview*>;

std::string names(Language l, const Measures& measures) {
  std::vector<scenario::Text> labels;
  std::vector<std::string> ids;
  for (const MeasureOverview* m : measures) {
    labels.push_back(m->label);
    ids.push_back(m->id);
  }
  return enumerated(l, labels, ids);
}

std::string about(const Measures& lists) {
  return lists.size() == 1 ? "list:" + lists.front()->id : "lists";
}

/// The longest lists are named first.
void by_length(Measures& lists) {
  std::ranges::stable_sort(lists, std::ranges::greater{},
                           [](const auto* m) { return m->waiting_end.mean; });
}

/// Is the list longer at the end of each of the last years than a year before?
bool is_growing(const scenario::Scenario& s, const FigureFinder& figures,
                const MeasureOverview& m) {
  std::vector<double> ends;
  for (int year = civil(s.horizon.start).year; day_of(year, 12, 31) < s.horizon.end; ++year) {
    ends.push_back(
        figures.find("series", {iso_date(day_of(year, 12, 31)), "waiting", m.id, "all"}).mean);
  }
  constexpr std::size_t enough = 3;
  constexpr double noticeable = 1.02;
  if (ends.size() < enough) return false;
  const auto last = ends.end() - enough;
  return std::ranges::adjacent_find(last, ends.end(), [](double before, double after) {
           return !(after > before * noticeable);
         }) == ends.end();
}

Finding still_growing(const Measures& lists) {
  return finding(Weight::warning, about(lists), [&](Language l) {
    if (lists.size() == 1) {
      return say(l,
                 "De lijst voor {} groeit op het einde van de horizon "
                 "nog: wat daarna komt is niet te zien.",
                 "The list for {} is still growing at the end of the "
                 "horizon: what comes after cannot be seen.",
                 names(l, lists));
    }
    return say(l,
               "De lijsten voor {} groeien op het einde van de horizon "
               "nog: wat daarna komt is niet te zien.",
               "The lists for {} are still growing at the end of the "
               "horizon: what comes after cannot be seen.",
               names(l, lists));
  });
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

struct Balance {
  double joins = 0;
  double starts = 0;
};

/// A list of over a year of starts that many more join than start: only those who give up keep it
/// from growing, and its starts never clear it. False also where a figure is missing.
bool is_never_cleared(const MeasureOverview& m, const Balance& last_year) {
  constexpr double many_more = 1.5;
  return last_year.joins > many_more * last_year.starts &&
         m.waiting_end.mean > std::max(last_year.starts, 1.0);
}

Finding never_cleared(const Measures& lists, const Balance& last_year) {
  return finding(Weight::warning, about(lists), [&](Language l) {
    const char* one = either(l,
                             "De lijst voor {} raakt nooit weggewerkt: in het laatste jaar kwamen "
                             "er {} mensen bij en startten er {}. Wie niet start, weigert of haakt "
                             "af.",
                             "The list for {} is never cleared: in the last year {} people joined "
                             "and {} started. Who does not start refuses or gives up.");
    const char* several = either(l,
                                 "De lijsten voor {} raken nooit weggewerkt: in het laatste jaar "
                                 "kwamen er samen {} mensen bij en startten er {}. Wie niet start, "
                                 "weigert of haakt af.",
                                 "The lists for {} are never cleared: in the last year {} people "
                                 "joined them and {} started. Who does not start refuses or gives "
                                 "up.");
    return fmt::format(fmt::runtime(lists.size() == 1 ? one : several), names(l, lists),
                       number(l, last_year.joins), number(l, last_year.starts));
  });
}

Finding within_noise(const Measures& lists) {
  return finding(Weight::warning, about(lists), [&](Language l) {
    if (lists.size() > 1) {
      return say(l,
                 "Of de lijsten voor {} groeien of dalen, is niet van toeval te "
                 "onderscheiden.",
                 "Whether the lists for {} grow or shrink cannot be told from "
                 "chance.",
                 names(l, lists));
    }
    const MeasureOverview& m = *lists.front();
    return say(l,
               "Of de lijst voor {} groeit of daalt, is niet van toeval "
               "te onderscheiden: {} wachtenden nu, {}{} op het einde.",
               "Whether the list for {} grows or shrinks cannot be told "
               "from chance: {} people waiting now, {}{} at the end.",
               names(l, lists), number(l, m.waiting_now), number(l, m.waiting_end.mean),
               band(l, m.waiting_end));
  });
}

/// Lists of which something must be said, the longest first.
struct Lists {
  Measures growing;
  Measures never;
  Measures unclear;
  Balance last_year;  // of those that are never cleared
};

Lists lists_of(const scenario::Scenario& s, const Overview& overview, const FigureFinder& figures) {
  Lists lists;
  for (const MeasureOverview& m : overview.measures) {
    if (!m.has_list) continue;
    if (is_growing(s, figures, m)) lists.growing.push_back(&m);
    if (is_within_noise(m)) lists.unclear.push_back(&m);
    const Balance balance{in_last_year(s, figures, "joins", m.id),
                          in_last_year(s, figures, "starts", m.id)};
    if (!is_never_cleared(m, balance)) continue;
    lists.never.push_back(&m);
    lists.last_year.joins += balance.joins;
    lists.last_year.starts += balance.starts;
  }
  for (Measures* of : {&lists.growing, &lists.never, &lists.unclear}) by_length(*of);
  return lists;
}

/// The largest part of a contingent or budget that was used in any period.
double most_used(const ResourceOverview& r) {
  double most = 0;
  for (const PeriodOverview& p : r.periods) {
    if (p.amount.mean > 0) most = std::max(most, p.used.mean / p.amount.mean);
  }
  return most;
}

/// Binds in the scenario, and yet nothing was ever nearly used up.
bool never_binds(const ResourceOverview& r) {
  constexpr double nearly = 0.98;
  return r.binding && !r.periods.empty() && most_used(r) < nearly &&
         std::ranges::all_of(r.periods, [](const auto& p) { return p.ran_dry == 0; });
}

void warn_of_idle_caps(const Overview& overview, std::vector<Finding>& all) {
  std::vector<scenario::Text> labels;
  std::vector<std::string> ids;
  double most = 0;
  for (const ResourceOverview& r : overview.resources) {
    if (!never_binds(r)) continue;
    labels.push_back(r.label);
    ids.push_back(r.id);
    most = std::max(most, most_used(r));
  }
  if (ids.empty()) return;
  const std::string place = ids.size() == 1 ? "resource:" + ids.front() : "resources";
  all.push_back(finding(Weight::warning, place, [&](Language l) {
    return say(l,
               "Nooit een rem: {}. Daarvan wordt in geen enkel jaar meer dan {} "
               "gebruikt.",
               "Never a limit: {}. In no year is more than {} of it used.",
               enumerated(l, labels, ids), percent(l, most));
  }));
}

Finding without_bands(std::size_t replications) {
  return finding(Weight::warning, "replications", [&](Language l) {
    if (replications == 1) {
      return std::string(either(l,
                                "E\u00e9n replicatie: toeval is niet van beleid te onderscheiden, "
                                "en marges zijn er niet.",
                                "One replication: chance cannot be told from policy, and there "
                                "are no ranges."));
    }
    return say(l, "Slechts {} replicaties: marges zijn er pas vanaf {}.",
               "Only {} replications: there are ranges from {} on.", replications,
               fewest_for_percentiles);
  });
}

/// Somebody ended an activation measure, but nobody can be followed for five years.
bool is_too_short(const scenario::Scenario& s, const FigureFinder& figures) {
  bool anything = false;
  for (int year = civil(s.horizon.start).year; year <= civil(s.horizon.end - 1).year; ++year) {
    const std::string period = std::to_string(year);
    const auto figure = [&](const char* version, const char* statistic) -> const Summary& {
      return figures.find_where("carousel",
                                {{"year", period}, {"version", version}, {"statistic", statistic}});
    };
    if (figure("main", "carousel_rate").replications > 0) return false;
    anything = anything || figure("all", "ended").mean > 0;
  }
  return anything;
}

Finding too_short(const scenario::Scenario& s) {
  const int years = s.horizon.months() / 12;
  return finding(Weight::warning, "horizon", [&](Language l) {
    return say(l,
               "De horizon van {} jaar is te kort om mensen vijf jaar te volgen: "
               "hoeveel er ronddraaien, is niet te zeggen.",
               "The horizon of {} years is too short to follow people for five: how "
               "many go round cannot be said.",
               years);
  });
}

Finding rests_on(const std::vector<Parameter>& parameters) {
  const Standings n = count_standings(parameters);
  const std::size_t all = parameters.size();
  return finding(Weight::warning, "assumptions", [&](Language l) {
    return say(l,
               "Van de {} getallen in dit scenario zijn er {} een aanname en {} "
               "zonder bron; {} staan in de brondocumenten, {} zijn openbaar, {} "
               "afgeleid.",
               "Of the {} numbers in this scenario {} are assumptions and {} have no "
               "source; {} stand in the source documents, {} are public, {} "
               "derived.",
               all, n.assumption, n.unstated, n.cited, n.published, n.derived);
  });
}

}  // namespace

bool is_within_noise(const MeasureOverview& m) {
  return m.waiting_now > 0 && std::abs(m.waiting_end.mean - m.waiting_now) >= 0.5 &&
         m.waiting_end.p05 <= m.waiting_now && m.waiting_now <= m.waiting_end.p95;
}

std::vector<Finding> warnings_of(const LoadedScenario& loaded, const RunResult& result,
                                 const Overview& overview, const FigureFinder& figures) {
  const scenario::Scenario& s = loaded.scenario;
  std::vector<Finding> all;
  if (s.scale < 1) all.push_back({Weight::warning, "scale", scale_notice(s.scale)});
  const Lists lists = lists_of(s, overview, figures);
  if (!lists.growing.empty()) all.push_back(still_growing(lists.growing));
  if (!lists.never.empty()) all.push_back(never_cleared(lists.never, lists.last_year));
  const Standings standings = count_standings(loaded.parameters);
  if (standings.assumption + standings.unstated > 0) all.push_back(rests_on(loaded.parameters));
  if (result.replications < fewest_for_percentiles) {
    all.push_back(without_bands(result.replications));
  }
  if (!lists.unclear.empty()) all.push_back(within_noise(lists.unclear));
  warn_of_idle_caps(overview, all);
  if (is_too_short(s, figures)) all.push_back(too_short(s));
  return all;
}

}  // namespace doorstroom

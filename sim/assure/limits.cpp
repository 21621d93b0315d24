#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "analysis/intervals.hpp"
#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

Item horizon(const scenario::Scenario& s, const Tongue& say) {
  std::set<std::string> days;
  for (const scenario::Observed& observed : s.output.observed) {
    for (const auto& [date, value] : observed.values) days.insert(date);
  }
  Item item{"7.1", say("IJkbereik en horizon", "Calibrated range and horizon"), Answerer::both, {}};
  if (days.empty()) {
    item.answer =
        say("Het scenario noemt geen waargenomen cijfers: niets in dit resultaat is naast "
            "de werkelijkheid gelegd. Lees het als vergelijking, niet als voorspelling.",
            "The scenario names no observed figures: nothing in this result was held "
            "against reality. Read it as a comparison, not as a forecast.");
  } else {
    item.answer =
        fmt::format(fmt::runtime(say(
                        "Waargenomen cijfers van {} tot {}; de horizon loopt tot en met {}. Wat na "
                        "de laatste waarneming komt, rust op de veronderstelling dat kansen en "
                        "gedrag blijven zoals ze zijn.",
                        "Observed figures from {} to {}; the horizon runs up to and including {}. "
                        "What comes after the last observation rests on the assumption that "
                        "chances and behaviour stay as they are.")),
                    *days.begin(), *days.rbegin(), date_text(say.language(), s.horizon.end - 1));
  }
  item.answer +=
      say("\n\n*Aan u:* of waargenomen en gesimuleerde lijnen in het rapport dicht genoeg "
          "bij elkaar liggen voor uw vraag.",
          "\n\n*For you:* whether observed and simulated lines in the report are close "
          "enough for your question.");
  return item;
}

/// A headline figure and half its interval as a share of it.
struct Spread {
  const HeadlineFigure* figure;
  double relative;
};

/// Of the last year, widest first; figures of fewer than `fewest` people say little about a run.
std::vector<Spread> spreads_of_last_year(const FinishedRun& run) {
  constexpr double fewest = 100;
  std::vector<Spread> spreads;
  if (run.headline.empty()) return spreads;
  const std::string last = run.headline.back().year;
  for (const HeadlineFigure& figure : run.headline) {
    const bool is_counted = figure.year == last && figure.unit == "people" &&
                            figure.summary.mean >= fewest && figure.summary.replications > 1;
    if (!is_counted) continue;
    const double half = half_width(figure.summary.sd, figure.summary.replications);
    spreads.push_back({&figure, half / figure.summary.mean});
  }
  std::ranges::stable_sort(spreads, std::ranges::greater{}, &Spread::relative);
  return spreads;
}

Item replications(const FinishedRun& run, const Tongue& say) {
  Item item{
      "7.2", say("Replicaties en spreiding", "Replications and spread"), Answerer::program, {}};
  const std::vector<Spread> spreads = spreads_of_last_year(run);
  if (spreads.empty()) {
    item.answer = fmt::format(
        fmt::runtime(say("Met {} replicatie(s) is over de spreiding niets te zeggen.",
                         "With {} replication(s) nothing can be said about the spread.")),
        run.facts.replications);
    return item;
  }
  item.answer = fmt::format(
      fmt::runtime(say("Halve breedte van het 95 %-interval van gemiddelden in {}, de minst zekere "
                       "eerst (alleen cijfers van minstens 100 mensen); de mediaan is {}.\n\n"
                       "| cijfer | van | gemiddelde | ± |\n|---|---|--:|--:|",
                       "Half the 95 % interval of means in {}, the least sure first (figures of at "
                       "least 100 people only); the median is {}.\n\n"
                       "| figure | of | mean | ± |\n|---|---|--:|--:|")),
      spreads.front().figure->year,
      percent(say.language(), spreads[spreads.size() / 2].relative, 1));
  constexpr std::size_t most = 5;
  for (std::size_t i = 0; i < std::min(most, spreads.size()); ++i) {
    const HeadlineFigure& figure = *spreads[i].figure;
    item.answer += fmt::format("\n| `{}` | `{}` | {} | {} |", figure.indicator, figure.subject,
                               number(say.language(), figure.summary.mean),
                               percent(say.language(), spreads[i].relative, 1));
  }
  return item;
}

Item scale(const RunFacts& facts, const Tongue& say) {
  Item item{"7.3", say("Schaal", "Scale"), Answerer::program, {}};
  item.answer =
      facts.scale < 1
          ? fmt::format(
                fmt::runtime(say("Een deel van de mensen is gesimuleerd ({}); cijfers staan "
                                 "op ware grootte. De spreiding is daardoor groter, en kleine "
                                 "contingenten zijn afgerond: gebruik ze niet voor een "
                                 "besluit.",
                                 "A part of the people was simulated ({}); figures are at "
                                 "full size. The spread is larger for it, and small "
                                 "contingents are rounded: do not decide on it.")),
                number(say.language(), facts.scale, 4))
          : say("Iedereen is gesimuleerd.", "Everybody was simulated.");
  return item;
}

Item audit(const RunFacts& facts, const Tongue& say) {
  Item item{"7.4", say("Audit en gaafheid", "Audit and integrity"), Answerer::program, {}};
  item.answer = fmt::format(
      fmt::runtime(say("Mensen, plaatsen, starts en euro zijn in elke replicatie nageteld: {} "
                       "vergelijkingen, alle klopten.",
                       "People, places, starts and euro were counted again in every replication: "
                       "{} comparisons, all of which held.")),
      number(say.language(), static_cast<double>(facts.audit_checks)));
  if (facts.damaged.empty()) {
    item.answer += say(" Alle bestanden zijn nog zoals de run ze schreef.",
                       " All files still are as the run wrote them.");
    return item;
  }
  item.answer +=
      say("\n\n**Niet meer zoals de run ze schreef:**", "\n\n**No longer as the run wrote them:**");
  for (const std::string& file : facts.damaged) item.answer += fmt::format("\n- `{}`", file);
  return item;
}

Item warnings(const FinishedRun& run, const Tongue& say) {
  Item item{"7.5", say("Waarschuwingen", "Warnings"), Answerer::program, {}};
  if (run.warnings.empty()) {
    item.answer = say("Geen.", "None.");
    return item;
  }
  item.answer = say("Het rapport waarschuwt:\n", "The report warns:\n");
  for (const scenario::Text& warning : run.warnings) {
    item.answer += "\n- " + in(say.language(), warning);
  }
  return item;
}

Item beyond(const Tongue& say) {
  return {
      "7.6", say("Wat het model niet weet", "What the model does not know"), Answerer::both,
      say("Geen reactie van werkgevers of van de arbeidsmarkt op meer of minder zoekenden, geen "
          "gezinnen, geen gedrag dat verandert omdat regels veranderen, geen fraude, geen "
          "personeelstekort buiten wat plaatsen en vertragingen zeggen. Een verschil tussen wie "
          "een maatregel kreeg en wie niet is geen effect van die maatregel.\n\n*Aan u:* welke "
          "van deze grenzen voor uw vraag telt.",
          "No response of employers or of the labour market to more or fewer jobseekers, no "
          "households, no behaviour that changes because rules change, no fraud, no want of "
          "staff beyond what places and delays say. A difference between who got a measure and "
          "who did not is no effect of that measure.\n\n*For you:* which of these limits "
          "matters for your question.")};
}

}  // namespace

Section limits_section(const FinishedRun& run, const Tongue& say) {
  return {say("7. Grenzen van het gebruik", "7. Limits of use"),
          {horizon(run.scenario, say), replications(run, say), scale(run.facts, say),
           audit(run.facts, say), warnings(run, say), beyond(say)}};
}

}  // namespace doorstroom

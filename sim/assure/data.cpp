#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "doorstroom/parameters.hpp"

#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

std::string count(const Tongue& say, std::size_t number_of) {
  return number(say.language(), static_cast<double>(number_of));
}

Standings standings(const FinishedRun& run) {
  std::vector<Parameter> parameters(run.evidence.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i].evidence = run.evidence[i];
  return count_standings(parameters);
}

/// The sources named most often, as a list; what an assumption says of itself is no source.
std::string sources(const FinishedRun& run, const Tongue& say) {
  std::map<std::string, std::size_t> by_source;
  for (const scenario::Evidence& evidence : run.evidence) {
    const bool is_founded = evidence.status != scenario::Standing::assumption;
    if (is_founded && !evidence.source.empty()) ++by_source[evidence.source];
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(by_source.begin(), by_source.end());
  std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& s) { return s.second; });
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) {
    text += fmt::format("\n- {} ({})", sorted[i].first, count(say, sorted[i].second));
  }
  if (sorted.size() > most) {
    text += fmt::format(fmt::runtime(say("\n- en nog {} bronnen, in `tables/parameters.csv`",
                                         "\n- and {} more sources, in `tables/parameters.csv`")),
                        count(say, sorted.size() - most));
  }
  return text;
}

Item data_sources(const FinishedRun& run, const Tongue& say) {
  const Standings s = standings(run);
  const std::string listed = sources(run, say);
  return {"3.1", say("Gegevensbronnen", "Data sources"), Answerer::program,
          fmt::format(fmt::runtime(say("Van de {} getallen staan er {} in de brondocumenten, zijn "
                                       "er {} openbaar en {} afgeleid. Bronnen, met het aantal "
                                       "getallen:\n{}",
                                       "Of the {} numbers, {} stand in the source documents, {} "
                                       "are public and {} derived. Sources, with the number of "
                                       "figures from each:\n{}")),
                      count(say, run.evidence.size()), count(say, s.cited), count(say, s.published),
                      count(say, s.derived),
                      listed.empty() ? say("\ngeen genoemd", "\nnone named") : listed)};
}

Item preparation(const FinishedRun& run, const Tongue& say) {
  const Item item{"3.2", say("Voorbewerking", "Pre-processing"), Answerer::both, {}};
  Item answered = item;
  if (run.facts.largest_margin_deviation) {
    answered.answer = fmt::format(
        fmt::runtime(say("Mensen zijn gemaakt uit marginale tabellen; de grootste afwijking van "
                         "een marge is {:.2g} procentpunt.",
                         "People were made out of marginal tables; the largest deviation from a "
                         "margin is {:.2g} percentage points.")),
        *run.facts.largest_margin_deviation * 100);
  } else {
    answered.answer = say("Geen: alle getallen staan in het scenario zoals ze gebruikt worden.",
                          "None: all numbers stand in the scenario as they are used.");
  }
  answered.answer += say("\n\n*Aan u:* hoe afgeleide getallen uit de bronnen zijn gerekend.",
                         "\n\n*For you:* how derived numbers were worked out from the sources.");
  return answered;
}

Item parameters(const FinishedRun& run, const Tongue& say) {
  const auto with_range = std::ranges::count_if(
      run.evidence, [](const scenario::Evidence& evidence) { return evidence.range.has_value(); });
  return {"3.3", say("Parameters", "Input parameters"), Answerer::program,
          fmt::format(fmt::runtime(say("Alle {} staan in `tables/parameters.csv`, met waarde, "
                                       "eenheid, bron en status; {} hebben een bereik (90 %).",
                                       "All {} stand in `tables/parameters.csv`, with value, unit, "
                                       "source and status; {} have a range (90 %).")),
                      count(say, run.evidence.size()),
                      count(say, static_cast<std::size_t>(with_range)))};
}

Item assumptions(const FinishedRun& run, const Tongue& say) {
  const Standings s = standings(run);
  const double share = run.evidence.empty() ? 0
                                            : static_cast<double>(s.assumption + s.unstated) /
                                                  static_cast<double>(run.evidence.size());
  return {
      "3.4", say("Aannamen", "Assumptions"), Answerer::both,
      fmt::format(
          fmt::runtime(say(
              "{} getallen zijn aannamen en van {} zegt het scenario niet waar ze vandaan "
              "komen: samen {} van alle getallen. Hoe zwaar een getal doorweegt, zegt dat "
              "niet.\n\n*Aan u:* welke aannamen het besluit dragen, en wat `doorstroom sweep` "
              "over hun bereik geeft.",
              "{} numbers are assumptions, and of {} the scenario does not say where they are "
              "from: together {} of all numbers. That does not say how much each of them "
              "weighs.\n\n*For you:* which assumptions carry the decision, and what `doorstroom "
              "sweep` gives over their ranges.")),
          count(say, s.assumption), count(say, s.unstated), percent(say.language(), share))};
}

}  // namespace

Section data_section(const FinishedRun& run, const Tongue& say) {
  return {
      say("3. Gegevens", "3. Data"),
      {data_sources(run, say), preparation(run, say), parameters(run, say), assumptions(run, say)}};
}

}  // namespace doorstroom

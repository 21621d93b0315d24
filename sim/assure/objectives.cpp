#include <fmt/format.h>

#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

Item purpose(const scenario::Scenario& s, const Tongue& say) {
  const std::string& description = in(say.language(), s.description);
  std::string answer = fmt::format("**{}**", label_or(say.language(), s.title, s.name));
  if (!description.empty()) answer += ". " + description;
  answer += say(
      "\n\n*Aan u:* welke beslissing deze projectie moet dragen, voor wie, en wat er gebeurt als "
      "ze ernaast zit.",
      "\n\n*For you:* which decision this projection is to carry, for whom, and what happens if "
      "it is wrong.");
  return {"1.1", say("Doel van het model", "Purpose of the model"), Answerer::both, answer};
}

Item outputs(const FinishedRun& run, const Tongue& say) {
  const std::size_t figures = run.headline.size();
  return {"1.2", say("Uitkomsten", "Model outputs"), Answerer::program,
          fmt::format(
              fmt::runtime(say(
                  "{} kerncijfers per jaar in `tables/headline.csv`: stocks op het einde van het "
                  "jaar, stromen tijdens het jaar, wachttijden, gebruik van contingenten en "
                  "budgetten. De overige tabellen en wat elke kolom betekent staan beschreven in "
                  "de data dictionary van Doorstroom. Elk cijfer is een gemiddelde over "
                  "replicaties, met spreiding en (vanaf 20 replicaties) percentielen.",
                  "{} headline figures by year in `tables/headline.csv`: stocks at the end of the "
                  "year, flows during it, waits, and use of contingents and budgets. The other "
                  "tables, and what each column means, are described in the data dictionary of "
                  "Doorstroom. Every figure is a mean over replications, with its spread and (from "
                  "20 replications on) percentiles.")),
              number(say.language(), static_cast<double>(figures)))};
}

Item aims(const FinishedRun& run, const Tongue& say) {
  return {"1.3", say("Opzet van de experimenten", "Experimentation aims"), Answerer::both,
          fmt::format(
              fmt::runtime(say(
                  "Eén scenario (`{}`), {} replicaties; andere seeds of scenario's horen niet bij "
                  "dit resultaat.\n\n*Aan u:* met welke scenario's dit vergeleken wordt "
                  "(`doorstroom compare`) en waarom precies die.",
                  "One scenario (`{}`), {} replications; other seeds or scenarios are not in this "
                  "result.\n\n*For you:* with which scenarios this is compared (`doorstroom "
                  "compare`), and why those.")),
              run.scenario.name, run.facts.replications)};
}

}  // namespace

Section objectives_section(const FinishedRun& run, const Tongue& say) {
  return {say("1. Doelstellingen", "1. Objectives"),
          {purpose(run.scenario, say), outputs(run, say), aims(run, say)}};
}

}  // namespace doorstroom

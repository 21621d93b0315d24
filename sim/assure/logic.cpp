#include <algorithm>

#include <fmt/format.h>

#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

Item diagram(const scenario::Scenario& s, const Tongue& say) {
  return {"2.1", say("Overzicht", "Base model overview diagram"), Answerer::program,
          fmt::format(
              fmt::runtime(say(
                  "{} instroombronnen → {} screeningsdiensten → {} verwijsregels → {} maatregelen "
                  "met elk een wachtlijst → {} statussen daarna, met terugkeer naar screening en "
                  "verwijzing. Het rapport (`report.html`, deel Stromen) tekent de aantallen.",
                  "{} sources of people → {} screening services → {} referral rules → {} measures, "
                  "each with a waiting list → {} statuses afterwards, with returns to screening "
                  "and referral. The report (`report.html`, Flows) draws the numbers.")),
              s.arrivals.size() + s.stock.size(), s.screening.size(), s.referral.size(),
              s.measures.size(), s.statuses.size())};
}

Item base_logic(const Tongue& say) {
  return {"2.2", say("Logica van het basismodel", "Base model logic"), Answerer::program,
          say("Dag per dag, in vaste volgorde: beleid dat die dag verandert, wat eindigt, wie "
              "instroomt, verwijzingen, starts. Starts vragen alle middelen tegelijk (plaats, "
              "contingent, budget) en gaan per prioriteitsklasse op volgorde van aanmelding. De "
              "volledige beschrijving volgens ODD staat in de achtergronddocumentatie van "
              "Doorstroom.",
              "Day by day, in a fixed order: policy that changes on that day, what ends, who "
              "arrives, referrals, starts. A start needs all its resources at once (place, "
              "contingent, budget), and goes by priority class in order of joining. The complete "
              "ODD description is in the background documentation of Doorstroom.")};
}

std::size_t changes_over_time(const scenario::Scenario& s) {
  std::size_t changes = 0;
  for (const scenario::Resource& resource : s.resources) {
    for (const auto* path :
         {&resource.level, &resource.per_year, &resource.per_quarter, &resource.per_month}) {
      if (*path) changes += (*path)->entries.size() - 1;
    }
  }
  return changes;
}

Item scenario_logic(const scenario::Scenario& s, const Tongue& say) {
  const auto limited =
      std::ranges::count_if(s.measures, [](const scenario::Measure& m) { return !m.open.empty(); });
  return {
      "2.3", say("Logica van het scenario", "Scenario logic"), Answerer::both,
      fmt::format(
          fmt::runtime(say(
              "Het beleid in dit scenario: {} wijzigingen in de tijd van plaatsen, contingenten "
              "en budgetten; {} maatregelen die openen of sluiten. Alles staat in "
              "`scenario.resolved.json`.\n\n*Aan u:* welk beleid bewust niet is opgenomen.",
              "The policy of this scenario: {} changes over time of places, contingents and "
              "budgets; {} measures that open or close. All of it stands in "
              "`scenario.resolved.json`.\n\n*For you:* which policy was left out on purpose.")),
          changes_over_time(s), limited)};
}

Item algorithms(const Tongue& say) {
  return {"2.4", say("Algoritmen", "Algorithms"), Answerer::program,
          say("Verblijven worden getrokken uit hun verdeling via kwantieltabellen; wegen uit een "
              "status zijn concurrerende risico's waarvan de drempel bij aanvang wordt getrokken. "
              "Marges worden op elkaar afgestemd door iteratieve proportionele aanpassing. "
              "Verwijsregels gelden in hun volgorde; de eerste die past beslist.",
              "Stays are drawn from their distribution through quantile tables; the ways out of a "
              "status are competing risks whose thresholds are drawn on entry. Margins are fitted "
              "to each other by iterative proportional fitting. Referral rules hold in their "
              "order; the first that fits decides.")};
}

}  // namespace

Section logic_section(const FinishedRun& run, const Tongue& say) {
  const scenario::Scenario& s = run.scenario;
  return {say("2. Logica", "2. Logic"),
          {diagram(s, say), base_logic(say), scenario_logic(s, say), algorithms(say)}};
}

}  // namespace doorstroom

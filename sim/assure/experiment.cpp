#include <fmt/format.h>

#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

Item initialisation(const scenario::Scenario& s, const Tongue& say) {
  double people = 0;
  for (const scenario::Stock& stock : s.stock) people += stock.people.value;
  const std::string answer =
      people > 0
          ? fmt::format(fmt::runtime(say("Op {} zijn er {} mensen, in {} groepen: hun "
                                         "plaats, hun wachttijd en hun verblijf tot dan staan in "
                                         "het scenario. Er is geen aanloopperiode.",
                                         "On {} there are {} people, in {} groups: where they "
                                         "are, and how long they have waited or stayed, "
                                         "stands in the scenario. There is no warm-up.")),
                        date_text(say.language(), s.horizon.start), number(say.language(), people),
                        s.stock.size())
          : fmt::format(fmt::runtime(say("Op {} is alles leeg: lijsten en maatregelen lopen "
                                         "vol. Er is geen aanloopperiode, dus de eerste tijd "
                                         "lijkt niet op de werkelijkheid.",
                                         "On {} all is empty: lists and measures fill up. "
                                         "There is no warm-up, so the first stretch does not "
                                         "look like reality.")),
                        date_text(say.language(), s.horizon.start));
  return {"4.1", say("Begintoestand", "Initialisation"), Answerer::program, answer};
}

Item run_length(const scenario::Scenario& s, const Tongue& say) {
  return {"4.2", say("Looptijd", "Run length"), Answerer::program,
          fmt::format(fmt::runtime(say("{} dagen, van {} tot en met {}, in stappen van een dag.",
                                       "{} days, from {} up to and including {}, in steps of a "
                                       "day.")),
                      number(say.language(), static_cast<double>(s.horizon.days())),
                      date_text(say.language(), s.horizon.start),
                      date_text(say.language(), s.horizon.end - 1))};
}

Item estimation(const FinishedRun& run, const Tongue& say) {
  return {"4.3", say("Schatting", "Estimation approach"), Answerer::program,
          fmt::format(
              fmt::runtime(say(
                  "{} onafhankelijke replicaties; gemiddelden met Student-t-intervallen, "
                  "percentielen tussen ordestatistieken. De breedte van de intervallen staat onder "
                  "7.2. Vergelijkingen tussen scenario's horen op dezelfde mensen te gebeuren "
                  "(`doorstroom compare`), niet door twee resultaten van elkaar af te trekken.",
                  "{} independent replications; means with Student's t intervals, percentiles "
                  "between order statistics. The width of the intervals is under 7.2. Compare "
                  "scenarios on the same people (`doorstroom compare`), not by subtracting two "
                  "results.")),
              run.facts.replications)};
}

}  // namespace

Section experiment_section(const FinishedRun& run, const Tongue& say) {
  const scenario::Scenario& s = run.scenario;
  return {say("4. Experimenten", "4. Experimentation"),
          {initialisation(s, say), run_length(s, say), estimation(run, say)}};
}

}  // namespace doorstroom

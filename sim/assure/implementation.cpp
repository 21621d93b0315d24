#include <fmt/format.h>

#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

Item software(const RunFacts& facts, const Tongue& say) {
  return {"5.1", say("Software", "Software or programming language"), Answerer::program,
          fmt::format(fmt::runtime(say("Doorstroom {} (commit {}), C++20, compiler {}, Boost {}.",
                                       "Doorstroom {} (commit {}), C++20, compiler {}, Boost "
                                       "{}.")),
                      facts.version, facts.commit, facts.compiler, facts.boost)};
}

Item sampling(const RunFacts& facts, const Tongue& say) {
  return {"5.2", say("Toevalsgetallen", "Random sampling"), Answerer::program,
          fmt::format(
              fmt::runtime(say(
                  "Philox4x32-10, een generator op tellers. Elke trekking heeft een adres (seed "
                  "{}, replicatie, persoon, doel, hoeveelste keer), zodat dezelfde mensen in elk "
                  "scenario hetzelfde lot trekken en de uitkomst niet van het aantal threads "
                  "afhangt.",
                  "Philox4x32-10, a counter-based generator. Every draw has an address (seed {}, "
                  "replication, person, purpose, which time), so that the same people have "
                  "the same luck in every scenario and the result does not depend on the number of "
                  "threads.")),
              facts.seed)};
}

Item execution(const RunFacts& facts, const Tongue& say) {
  return {"5.3", say("Uitvoering", "Model execution"), Answerer::program,
          fmt::format(
              fmt::runtime(say("`{}`\n\n{} gebeurtenissen in {:.1f} s op {} thread(s). De dag is "
                               "de tijdstap; wat op één dag samenvalt, gebeurt in een vaste "
                               "volgorde.",
                               "`{}`\n\n{} events in {:.1f} s on {} thread(s). The day is the "
                               "step of time; what falls on one day happens in a fixed "
                               "order.")),
              facts.command, number(say.language(), static_cast<double>(facts.events)),
              facts.seconds, facts.threads)};
}

Item files(const RunFacts& facts, const Tongue& say) {
  std::string list;
  for (const auto& [file, digest] : facts.inputs) {
    list += fmt::format("\n- `{}` `{}`", file, digest);
  }
  return {"6.1", say("Beschikbaarheid", "Computer model sharing statement"), Answerer::both,
          say("Doorstroom is open source; de licentie en de broncode horen bij het programma. Dit "
              "resultaat is gemaakt van deze bestanden (SHA-256):\n",
              "Doorstroom is open source; its licence and source code come with the program. This "
              "result was made from these files (SHA-256):\n") +
              list +
              say("\n\n*Aan u:* waar deze scenariobestanden voor anderen te vinden zijn.",
                  "\n\n*For you:* where others can find these scenario files.")};
}

}  // namespace

Section implementation_section(const FinishedRun& run, const Tongue& say) {
  Item machine{"5.4", say("Systeem", "System specification"), Answerer::reader,
               say("*Aan u:* processor en geheugen, als de rekentijd van belang is. Op de uitkomst "
                   "hebben ze geen invloed.",
                   "*For you:* processor and memory, where the time it took matters. They do not "
                   "change the result.")};
  return {say("5. en 6. Uitvoering en toegang", "5 and 6. Implementation and code access"),
          {software(run.facts, say), sampling(run.facts, say), execution(run.facts, say),
           std::move(machine), files(run.facts, say)}};
}

}  // namespace doorstroom

#include "assure/assurance.hpp"

#include <fmt/format.h>

namespace doorstroom {

namespace {

std::string name_of(Answerer by, const Tongue& say) {
  switch (by) {
    case Answerer::program:
      return say("ingevuld", "answered");
    case Answerer::both:
      return say("ten dele ingevuld, vul aan", "answered in part, complete it");
    case Answerer::reader:
      return say("aan u", "for you to answer");
  }
  return {};
}

std::size_t count_for_reader(const std::vector<Section>& sections) {
  std::size_t count = 0;
  for (const Section& section : sections) {
    for (const Item& item : section.items) {
      if (item.by != Answerer::program) ++count;
    }
  }
  return count;
}

std::string heading(const FinishedRun& run, const std::vector<Section>& sections,
                    const Tongue& say) {
  std::size_t items = 0;
  for (const Section& section : sections) items += section.items.size();
  const scenario::Scenario& s = run.scenario;
  return fmt::format(
      fmt::runtime(say(
          "# Verantwoording: {}\n\nDe vragen van de STRESS-richtlijnen voor simulatiestudies "
          "(Monks "
          "e.a., *Journal of Simulation* 13, 2019) over één run, ingevuld uit het scenario en het "
          "resultaat. {} van de {} vragen heeft u zelf nog (mee) te beantwoorden; daar staat *Aan "
          "u*. Waar een run van een ander scenario of een andere versie komt, geldt deze pagina "
          "niet.\n",
          "# Assurance: {}\n\nThe questions of the STRESS guidelines for simulation studies (Monks "
          "et al., *Journal of Simulation* 13, 2019) about one run, answered from the scenario and "
          "the result. {} of the {} are still yours to answer or complete; they say *For you*. "
          "This page holds for no run of another scenario or version.\n")),
      label_or(say.language(), s.title, s.name), count_for_reader(sections), items);
}

}  // namespace

std::string assurance_text(const FinishedRun& run, Language language) {
  const Tongue say(language);
  const std::vector<Section> sections{
      objectives_section(run, say), logic_section(run, say),      components_section(run, say),
      data_section(run, say),       experiment_section(run, say), implementation_section(run, say),
      limits_section(run, say)};
  std::string text = heading(run, sections, say);
  for (const Section& section : sections) {
    text += fmt::format("\n## {}\n", section.title);
    for (const Item& item : section.items) {
      text += fmt::format("\n### {} {} ({})\n\n{}\n", item.number, item.title,
                          name_of(item.by, say), item.answer);
    }
  }
  return text;
}

}  // namespace doorstroom

#include <algorithm>

#include <fmt/format.h>

#include "assure/assurance.hpp"

namespace doorstroom {

namespace {

/// "a, b and 3 others", at most so many by name.
template <class List>
std::string named(const List& list, const Tongue& say) {
  constexpr std::size_t most = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, list.size()); ++i) {
    if (i > 0) text += ", ";
    text += label_or(say.language(), list[i].label, list[i].id);
  }
  if (list.size() > most) {
    text += fmt::format(fmt::runtime(say(" en nog {}", " and {} more")), list.size() - most);
  }
  return text.empty() ? say("geen", "none") : text;
}

Item people(const scenario::Scenario& s, const Tongue& say) {
  return {"2.5.1", say("Entiteiten (agenten)", "Entities (agents)"), Answerer::program,
          fmt::format(
              fmt::runtime(say(
                  "Werkzoekenden, elk met een afstand tot de arbeidsmarkt ({} klassen), een status "
                  "en deze kenmerken: {}. Werkgevers, begeleiders en diensten zijn geen agenten: "
                  "zij verschijnen als plaatsen, kansen en vertragingen.",
                  "Jobseekers, each with a distance to the labour market ({} classes), a status "
                  "and these attributes: {}. Employers, counsellors and services are no agents: "
                  "they appear as places, chances and delays.")),
              s.distance_classes.size(), named(s.attributes, say))};
}

Item activities(const scenario::Scenario& s, const Tongue& say) {
  return {"2.5.2", say("Activiteiten", "Activities"), Answerer::program,
          fmt::format(
              fmt::runtime(say("Screening: {}. Maatregelen: {}.", "Screening: {}. Measures: {}.")),
              named(s.screening, say), named(s.measures, say))};
}

Item resources(const scenario::Scenario& s, const Tongue& say) {
  const auto binding = std::ranges::count_if(s.resources, &scenario::Resource::binding);
  return {"2.5.3", say("Middelen", "Resources"), Answerer::program,
          fmt::format(fmt::runtime(say("{} middelen, waarvan {} een start tegenhouden als ze op "
                                       "zijn: {}.",
                                       "{} resources, of which {} stop a start when they are used "
                                       "up: {}.")),
                      s.resources.size(), binding, named(s.resources, say))};
}

Item queues(const scenario::Scenario& s, const Tongue& say) {
  const auto patient = std::ranges::count_if(
      s.measures, [](const scenario::Measure& m) { return !m.waiting_list.leave_after; });
  const auto priority = std::ranges::count_if(
      s.measures, [](const scenario::Measure& m) { return !m.waiting_list.priority.empty(); });
  return {"2.5.4", say("Wachtrijen", "Queues"), Answerer::program,
          fmt::format(
              fmt::runtime(say(
                  "Elke maatregel en screeningsdienst heeft één lijst, op volgorde van aanmelding "
                  "binnen een prioriteitsklasse. {} van de {} maatregelen kennen "
                  "prioriteitsklassen; bij {} gaat niemand uit zichzelf van de lijst.",
                  "Every measure and screening service has one list, in order of joining within a "
                  "priority class. {} of the {} measures have priority classes; from {} nobody "
                  "leaves the list by themselves.")),
              priority, s.measures.size(), patient)};
}

Item ways(const scenario::Scenario& s, const Tongue& say) {
  return {
      "2.5.5", say("In- en uitgangen", "Entry and exit points"), Answerer::program,
      fmt::format(fmt::runtime(say("Instroom: {}. Aanwezig bij de start: {} groepen. Statussen: "
                                   "{}. Uit een status zonder uitgang komt niemand terug.",
                                   "Arrivals: {}. There at the start: {} groups. Statuses: {}. "
                                   "From a status without ways out nobody comes back.")),
                  named(s.arrivals, say), s.stock.size(), named(s.statuses, say))};
}

Item environment(const Tongue& say) {
  return {"2.5.6",
          say("Omgeving en interactie (STRESS-ABS)",
              "Environment and interaction "
              "(STRESS-ABS)"),
          Answerer::program,
          say("Mensen beïnvloeden elkaar alleen door gedeelde middelen: wie een plaats, een start "
              "of geld gebruikt, laat een ander wachten. Er is geen ruimtelijk netwerk; regio is "
              "een kenmerk. De arbeidsmarkt is gegeven (kansen per maand) en reageert niet op "
              "hoeveel mensen werk zoeken.",
              "People influence each other only through shared resources: who uses a place, a "
              "start or money makes another wait. There is no network in space; region is an "
              "attribute. The labour market is given (chances a month) and does not respond to "
              "how many people look for work.")};
}

}  // namespace

Section components_section(const FinishedRun& run, const Tongue& say) {
  const scenario::Scenario& s = run.scenario;
  return {say("2.5 Onderdelen", "2.5 Components"),
          {people(s, say), activities(s, say), resources(s, say), queues(s, say), ways(s, say),
           environment(say)}};
}

}  // namespace doorstroom

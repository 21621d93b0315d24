#include <map>

#include <fmt/format.h>

#include "report/drivers_report.hpp"

namespace doorstroom {

scenario::Text label_of_driver(const std::string& id) {
  static const std::map<std::string, scenario::Text> labels{
      {"screening", {"Fouten in de screening", "Errors in screening"}},
      {"gaps", {"Tijd tussen fasen", "Gaps between phases"}},
      {"places", {"Schaarse plaatsen en middelen", "Short places and means"}},
      {"rights", {"Recht door werk in een maatregel", "Rights from work in a measure"}},
      {"aftercare", {"Nazorg zo kort als nu", "Aftercare as short as it is"}},
      {"all", {"Alles samen", "All of these at once"}},
      {"sum", {"Som van elk apart", "Sum of each by itself"}},
      {"interaction", {"Wisselwerking: alles min som", "Interaction: all less sum"}}};
  const auto at = labels.find(id);
  return at == labels.end() ? scenario::Text{id, id} : at->second;
}

scenario::Text why_not_applicable(Cause cause) {
  switch (cause) {
    case Cause::screening:
      return {"geen screening in dit scenario vergist zich", "no screening in this scenario errs"};
    case Cause::gaps:
      return {"geen fase in dit scenario wordt door tussentijd gevolgd",
              "no phase in this scenario is followed by a gap"};
    case Cause::places:
      return {"geen plaatsen, contingent of budget begrenzen iets in dit scenario",
              "no places, contingent or budget limit anything in this scenario"};
    case Cause::rights:
      return {"werk in een maatregel telt in dit scenario niet mee voor een uitkering",
              "work in a measure counts for no benefit in this scenario"};
    case Cause::aftercare:
      return {"geen maatregel in dit scenario heeft nazorg die iets doet",
              "no measure in this scenario has aftercare that does anything"};
  }
  return {};
}

scenario::Text label_of_figure(CarouselFigure figure) {
  switch (figure) {
    case CarouselFigure::carousel_rate:
      return {"in de carrousel", "in the carousel"};
    case CarouselFigure::carousel_people:
      return {"mensen erin", "people in it"};
    case CarouselFigure::people:
      return {"eerste trajecten", "first trajectories"};
    case CarouselFigure::cycles:
      return {"rondes", "cycles"};
    case CarouselFigure::cycles_per_100_episodes:
      return {"rondes per 100 trajecten", "cycles per 100 trajectories"};
    case CarouselFigure::returner_share:
      return {"starts: terugkeer", "starts: returners"};
    case CarouselFigure::serv_loop:
      return {"lus (SERV)", "loop (SERV)"};
  }
  return {};
}

std::string why_no_drivers(const scenario::Scenario& scenario, const SwitchedWorlds& worlds) {
  if (!has_carousel(scenario)) {
    return fmt::format(
        "{} has no carousel: no measure of line 2 or 3 from which people could come back",
        scenario.name);
  }
  if (const auto needed = end_needed(scenario)) {
    return fmt::format(
        "the horizon of {} ends on {}, before anybody's carousel is known: people are followed for "
        "60 months after their first measure, so it must go on until {} at least (\"end\": \"{}\")",
        scenario.name, iso_date(scenario.horizon.end - 1), iso_date(*needed - 1),
        iso_date(*needed));
  }
  if (!worlds.worlds.empty()) return {};
  std::string text = fmt::format("nothing can be switched off in {}:", scenario.name);
  for (const Cause cause : worlds.not_applicable) {
    text += fmt::format("\n  {}: {}", name_of(cause), why_not_applicable(cause).en);
  }
  return text;
}

}  // namespace doorstroom

#include "report/check_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/continuum.hpp"
#include "analysis/load.hpp"
#include "report/scale_text.hpp"
#include "report/text_table.hpp"
#include "scenario/compile.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

class Checker final {
 public:
  Checker(const LoadedScenario& loaded, Language language)
      : loaded_(loaded), in_(loaded.scenario), l_(language), model_(at_full_size(in_)) {}

  std::string go(Detail detail) const {
    std::string text =
        fmt::format("{}\n{}\n", label_or(l_, in_.title, in_.name),
                    say("Het scenario is in orde ({} bestand(en) gelezen).",
                        "The scenario is sound ({} file(s) read).", loaded_.files.size()));
    text += scale();
    text += "\n" + people() + "\n" + synthesis() + loads() + "\n" + continuum() + "\n";
    if (detail == Detail::with_assumptions) text += assumptions() + "\n";
    return text + numbers();
  }

 private:
  /// What is said before a simulation is about everybody.
  static Model at_full_size(scenario::Scenario scenario) {
    scenario.scale = 1;
    return scenario::compile(scenario);
  }

  /// A run of a part of the people: what that means, and what it makes of small resources.
  std::string scale() const {
    if (in_.scale == 1) return {};
    std::string text = "\n  ! " + in(l_, scale_notice(in_.scale)) + "\n";
    for (const RoundedPlaces& r : rounded_places(model_, scenario::compile(in_), in_.scale)) {
      text += say("  ! {}: {} plaatsen (vanaf {}) worden {} in de simulatie, die voor {} staan.\n",
                  "  ! {}: {} places (from {}) become {} in the simulation, which stand for {}.\n",
                  label(r.resource), n(r.places, 1), iso_date(r.from), n(r.simulated, 1),
                  n(r.simulated / in_.scale, 1));
    }
    return text + say("  Wat hieronder staat, geldt op ware grootte.\n",
                      "  What follows is about full size.\n");
  }

  /// The same sentence in the language wanted.
  template <class... Values>
  std::string say(const char* nl, const char* en, const Values&... values) const {
    return fmt::format(fmt::runtime(l_ == Language::nl ? nl : en), values...);
  }
  std::string n(double value, int decimals = 0) const { return number(l_, value, decimals); }

  std::string label(MeasureIndex index) const {
    const std::size_t at = index.position();
    if (at < in_.measures.size()) return label_or(l_, in_.measures[at].label, in_.measures[at].id);
    const auto& service = in_.screening[at - in_.measures.size()];
    return label_or(l_, service.label, service.id);
  }
  std::string label(ResourceIndex index) const {
    const auto& resource = in_.resources[index.position()];
    return label_or(l_, resource.label, resource.id);
  }

  /// A group of people, how many there are, and how they are drawn.
  struct Source {
    std::string label;
    double people = 0;
    const Sampler* sampler = nullptr;
  };

  static double first_year(const Stream& stream, Day start) {
    double people = 0;
    for (std::size_t i = 0; i < stream.rates.size(); ++i) {
      const Day end = i + 1 < stream.rates.size() ? stream.rates[i + 1].from : never;
      const DayCount days = std::min(end, start + 365) - stream.rates[i].from;
      if (days > 0) people += stream.rates[i].per_day * days;
    }
    return people;
  }

  std::vector<Source> sources() const {
    std::vector<Source> all;
    for (std::size_t c = 0; c < model_.stock.size(); ++c) {
      const auto& stock = in_.stock[c];
      all.push_back(
          {label_or(l_, stock.label, stock.id) + say(" (bij de start)", " (at the start)"),
           static_cast<double>(model_.stock[c].people), &model_.stock[c].profile});
    }
    for (std::size_t s = 0; s < model_.streams.size(); ++s) {
      all.push_back({label_or(l_, in_.arrivals[s].label, in_.arrivals[s].id) +
                         say(" (in het eerste jaar)", " (in the first year)"),
                     first_year(model_.streams[s], model_.horizon.start),
                     &model_.streams[s].people});
    }
    return all;
  }

  std::string people() const {
    std::vector<TextRow> rows{{say("Mensen", "People"), say("aantal", "number")}};
    for (const Source& source : sources()) rows.push_back({source.label, n(source.people)});
    return aligned(rows);
  }

  /// How the people were made whose profile has margins; empty if there are none.
  std::string synthesis() const {
    std::vector<TextRow> rows{{say("Samengesteld uit randverdelingen", "Made out of margins"),
                               say("tabellen", "margins"), say("cellen", "cells"),
                               say("rondes", "rounds"),
                               say("grootste afwijking (mensen)", "largest deviation (people)")}};
    for (const Source& source : sources()) {
      const Synthesis& made = source.sampler->synthesis;
      if (made.margins == 0) continue;
      constexpr int decimals = 2;
      rows.push_back({source.label, std::to_string(made.margins),
                      n(static_cast<double>(made.cells)), std::to_string(made.rounds),
                      n(made.largest_deviation * source.people, decimals)});
    }
    return rows.size() > 1 ? aligned(rows) + "\n" : "";
  }

  /// The first, the tightest and the last year of a resource are enough to see where it goes.
  static std::vector<YearLoad> telling(const std::vector<YearLoad>& years) {
    const auto worst = std::ranges::max_element(years, {}, &YearLoad::load);
    std::vector<YearLoad> chosen;
    for (std::size_t i = 0; i < years.size(); ++i) {
      const bool tells = i == 0 || i + 1 == years.size() || years[i].year == worst->year;
      if (tells) chosen.push_back(years[i]);
    }
    return chosen;
  }

  std::string loads() const {
    const Loads loads = loads_of(model_);
    std::vector<TextRow> rows{
        {say("Belasting", "Load"), say("jaar", "year"), say("gevraagde starts", "starts wanted"),
         say("mogelijke starts", "starts possible"), say("belasting", "load")}};
    for (const ResourceLoad& resource : loads.resources) {
      if (model_.resources[resource.resource.position()].unlimited) continue;  // nothing to load
      std::string name = label(resource.measure) + ": " + label(resource.resource);
      if (!model_.resources[resource.resource.position()].binding) {
        name += say(" (geen grens)", " (no limit)");
      }
      for (const YearLoad& year : telling(resource.years)) {
        rows.push_back({name, std::to_string(year.year), n(year.demand), n(year.can_serve),
                        n(year.load(), 2)});
        name.clear();
      }
    }
    std::string text = rows.size() > 1 ? aligned(rows) : "";
    for (const ListOutlook& outlook : loads.outlooks) text += sentence(outlook);
    if (loads.limits_come_on_top) {
      text += say(
          "  Wie pas later een grens van de regels bereikt (duur, leeftijd), komt daar nog bij.\n",
          "  Those who reach a limit of the rules only later (duration, age) come on top.\n");
    }
    return text;
  }

  std::string sentence(const ListOutlook& outlook) const {
    const std::string measure = label(outlook.measure);
    switch (outlook.kind) {
      case ListOutlook::Kind::keeps_up:
        if (!outlook.tightest.exists()) return {};
        return say("  {}: de lijst kan bijgehouden worden.\n",
                   "  {}: the list can be kept up with.\n", measure);
      case ListOutlook::Kind::settles:
        return say(
            "  {}: er komen er meer dan er kunnen starten ({}); de lijst blijft hangen rond {} "
            "mensen, waar evenveel afhaken als er te veel zijn (peiljaar {}).\n",
            "  {}: more come than can start ({}); the list settles around {} people, where as many "
            "leave as are too many (as in {}).\n",
            measure, label(outlook.tightest), n(outlook.settles_at), outlook.year);
      case ListOutlook::Kind::only_grows:
        return say(
            "  ! {}: deze lijst kan alleen maar groeien ({}; peiljaar {}): er komen er meer dan er "
            "kunnen starten en niemand haakt af.\n",
            "  ! {}: this list can only grow ({}; as in {}): more come than can start and nobody "
            "leaves.\n",
            measure, label(outlook.tightest), outlook.year);
    }
    return {};
  }

  std::string profiles(const char* nl, const char* en,
                       const std::vector<ContinuumProfile>& list) const {
    constexpr std::size_t shown = 10;
    std::vector<TextRow> rows{{say(nl, en), say("bij de start", "at the start"),
                               say("per jaar", "a year"), say("regels", "rules")}};
    for (std::size_t i = 0; i < std::min(shown, list.size()); ++i) {
      rows.push_back({list[i].description, n(list[i].at_start), n(list[i].a_year),
                      fmt::format("{}", fmt::join(list[i].rules, ", "))});
    }
    std::string text = aligned(rows);
    if (list.size() > shown) {
      text += say("  ... en {} andere profielen\n", "  ... and {} other profiles\n",
                  list.size() - shown);
    }
    return text;
  }

  /// The same profiles by those of them who stay in basic services.
  std::string staying(std::vector<ContinuumProfile> list) const {
    for (ContinuumProfile& profile : list) {
      profile.at_start = profile.staying_at_start;
      profile.a_year = profile.staying_a_year;
    }
    return profiles("In de basisdienstverlening", "In basic services", list);
  }

  std::string continuum() const {
    const Continuum found = continuum_of(model_);
    if (!found.has_rules) {
      return say(
          "  Continuüm: er zijn geen toeleidingsregels; iedereen gaat waar de stroom hem naartoe "
          "leidt.\n",
          "  Continuum: there are no referral rules; everybody goes where their stream leads.\n");
    }
    const auto sum = [](const std::vector<ContinuumProfile>& list, double ContinuumProfile::*part) {
      double people = 0;
      for (const ContinuumProfile& p : list) people += p.*part;
      return people;
    };
    std::string text =
        say("  Continuüm: {} mensen bij de start en {} per jaar passen in geen enkele maatregel; "
            "{} en {} passen in meer dan één.\n",
            "  Continuum: {} people at the start and {} a year fit no measure; {} and {} fit more "
            "than one.\n",
            n(sum(found.gaps, &ContinuumProfile::at_start)),
            n(sum(found.gaps, &ContinuumProfile::a_year)),
            n(sum(found.overlaps, &ContinuumProfile::at_start)),
            n(sum(found.overlaps, &ContinuumProfile::a_year)));
    if (!found.gaps.empty()) text += profiles("Zonder maatregel", "Without a measure", found.gaps);
    if (!found.overlaps.empty()) text += profiles("Meer dan één", "More than one", found.overlaps);
    if (!found.staying.empty()) {
      text += say(
          "  Wie wel ergens past: van hen laten de regels er {} bij de start en {} per jaar in de "
          "basisdienstverlening.\n",
          "  Of those who fit somewhere the rules leave {} at the start and {} a year in basic "
          "services.\n",
          n(sum(found.staying, &ContinuumProfile::staying_at_start)),
          n(sum(found.staying, &ContinuumProfile::staying_a_year)));
      text += staying(found.staying);
    }
    return text;
  }

  std::string numbers() const {
    const Standings s = count_standings(loaded_.parameters);
    return say(
        "  Getallen: {}, waarvan {} uit de brondocumenten, {} openbaar, {} afgeleid, {} aannames "
        "en {} zonder bron.\n",
        "  Numbers: {}, of which {} cited, {} public, {} derived, {} assumptions and {} without a "
        "source.\n",
        loaded_.parameters.size(), s.cited, s.published, s.derived, s.assumption, s.unstated);
  }

  std::string assumptions() const {
    std::vector<TextRow> rows{
        {say("Aannames", "Assumptions"), say("waarde", "value"), say("bereik", "range"), ""}};
    for (const Parameter& p : loaded_.parameters) {
      using enum scenario::Standing;
      if (p.evidence.status != assumption && p.evidence.status != unstated) continue;
      const std::string range = p.evidence.range ? fmt::format("{:g}–{:g}", p.evidence.range->first,
                                                               p.evidence.range->second)
                                                 : "–";
      const std::string unit =
          p.unit == "days" && p.text.find(' ') != std::string::npos ? "" : " " + p.unit;
      rows.push_back({p.path, p.text + unit, range,
                      p.evidence.status == unstated ? say("zonder bron", "no source") : ""});
    }
    return rows.size() > 1 ? aligned(rows) : "";
  }

  const LoadedScenario& loaded_;
  const scenario::Scenario& in_;
  Language l_;
  Model model_;
};

}  // namespace

std::string check_text(const LoadedScenario& loaded, Language language, Detail detail) {
  return Checker(loaded, language).go(detail);
}

}  // namespace doorstroom

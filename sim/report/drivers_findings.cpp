#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "compare/verdict.hpp"
#include "report/drivers_report.hpp"
#include "report/scale_text.hpp"

namespace doorstroom {

namespace {

class Findings final {
 public:
  explicit Findings(const DriversStudy& study) : study_(study) {}

  std::vector<Finding> all() {
    about_replications();
    about_people();
    about_cohorts();
    about_noise();
    about_causes();
    about_who_takes_part();
    about_not_applicable();
    about_all();
    if (study_.base.scenario.scale < 1) {
      add(Weight::warning, "scale", scale_notice(study_.base.scenario.scale));
    }
    std::ranges::stable_sort(findings_, {}, &Finding::weight);  // warnings come first
    return std::move(findings_);
  }

 private:
  void add(Weight weight, const std::string& about, scenario::Text text) {
    findings_.push_back({weight, about, std::move(text)});
  }
  [[nodiscard]] const std::vector<Driver>& drivers() const { return study_.result.drivers; }
  [[nodiscard]] Verdict verdict_on(const Driver& driver, CarouselFigure figure) const {
    return verdict_of(driver.of(figure).difference, study_.result.confidence);
  }

  void about_replications() {
    if (study_.result.replications > 1) return;
    add(Weight::warning, "replications",
        {"Eén replicatie zegt niets over toeval: de volgorde van de oorzaken kan toeval zijn.",
         "One replication says nothing of chance: the order of the causes may be chance."});
  }

  void about_people() {
    const double people = drivers().front().of(CarouselFigure::carousel_people).base.mean *
                          study_.base.scenario.scale *
                          static_cast<double>(study_.result.replications);
    constexpr double few = 100;
    if (people >= few) return;
    add(Weight::warning, "people",
        {fmt::format("In alle replicaties samen zitten maar {} gesimuleerde mensen in de carrousel "
                     "(twee rondes of meer): lees de rondes, niet die mensen.",
                     number(Language::nl, people)),
         fmt::format("In all replications together only {} simulated people are in the carousel "
                     "(two cycles or more): read the cycles, not those people.",
                     number(Language::en, people))});
  }

  void about_cohorts() {
    const std::vector<int> years = followed_years(study_.base.scenario);
    constexpr std::size_t few = 3;
    if (years.size() >= few) return;
    add(Weight::warning, "cohorts",
        {fmt::format(
             "Alleen wie van {} tot {} een eerste traject beëindigde kan 60 maanden gevolgd "
             "worden: die zijn vroeg en kort in een traject geweest.",
             years.front(), years.back()),
         fmt::format("Only who ended a first trajectory from {} to {} can be followed for 60 "
                     "months: those had early and short ones.",
                     years.front(), years.back())});
  }

  void about_noise() {
    std::vector<std::string> nl;
    std::vector<std::string> en;
    for (const Driver& driver : drivers()) {
      if (driver.kind != Driver::Kind::cause) continue;
      const Verdict verdict = verdict_on(driver, deciding_figure);
      const scenario::Text label = label_of_driver(driver.id);
      if (verdict == Verdict::noise) {
        nl.push_back(label.nl);
        en.push_back(label.en);
      }
      if (verdict == Verdict::same) {
        add(Weight::fact, "cause:" + driver.id,
            {label.nl + ": maakt geen verschil voor de rondes.",
             label.en + ": makes no difference to the cycles."});
      }
    }
    if (nl.empty()) return;
    add(Weight::warning, "noise",
        {fmt::format(
             "Niet van toeval te onderscheiden: {}. Meer replicaties of een grotere --scale "
             "kunnen dat wel.",
             fmt::join(nl, "; ")),
         fmt::format("Not to be told from chance: {}. More replications or a larger --scale may "
                     "tell.",
                     fmt::join(en, "; "))});
  }

  /// In the order of their effect: how much of the cycles goes with each.
  void about_causes() {
    for (const Driver& driver : drivers()) {
      if (driver.kind != Driver::Kind::cause) continue;
      const DriverEffect& effect = driver.of(deciding_figure);
      const Verdict verdict = verdict_on(driver, deciding_figure);
      const bool is_told = verdict == Verdict::more || verdict == Verdict::less;
      if (!is_told || std::isnan(effect.share)) continue;
      const bool fewer = effect.share > 0;
      const Interval interval =
          fewer ? effect.share_interval
                : Interval{-effect.share_interval.high, -effect.share_interval.low};
      const auto text = [&](Language l, const char* goes, const char* comes) {
        return fmt::format(fmt::runtime(fewer ? goes : comes), in(l, label_of_driver(driver.id)),
                           percent(l, std::abs(effect.share)), percent(l, interval.low),
                           percent(l, interval.high));
      };
      add(Weight::fact, "cause:" + driver.id,
          {text(Language::nl, "{}: zonder verdwijnt {} van de rondes ({} tot {}).",
                "{}: zonder zijn er {} rondes meer ({} tot {})."),
           text(Language::en, "{}: without it {} of the cycles go ({} to {}).",
                "{}: without it there are {} more cycles ({} to {}).")});
    }
  }

  /// Cycles of other people are other cycles.
  void about_who_takes_part() {
    for (const Driver& driver : drivers()) {
      const DriverEffect& people = driver.of(CarouselFigure::people);
      constexpr double noticeable = 0.1;
      const bool is_world = driver.kind == Driver::Kind::cause || driver.kind == Driver::Kind::all;
      const Verdict verdict = verdict_on(driver, CarouselFigure::people);
      const bool differs = verdict == Verdict::more || verdict == Verdict::less;
      if (!is_world || !differs || std::abs(people.share) < noticeable) continue;
      const bool more = people.share < 0;
      const scenario::Text label = label_of_driver(driver.id);
      const auto change = [&](Language l) { return percent(l, std::abs(people.share)); };
      add(Weight::warning, driver.kind == Driver::Kind::all ? "all" : "cause:" + driver.id,
          {fmt::format("{}: zonder nemen {} {} mensen deel. Wie dat zijn is dan anders; lees het "
                       "aantal rondes naast het aantal per 100.",
                       label.nl, change(Language::nl), more ? "meer" : "minder"),
           fmt::format(
               "{}: without it {} {} people take part. They are other people then; read the "
               "number of cycles beside the number for 100.",
               label.en, change(Language::en), more ? "more" : "fewer")});
    }
  }

  void about_not_applicable() {
    for (const Cause cause : study_.worlds.not_applicable) {
      const std::string id(name_of(cause));
      const scenario::Text label = label_of_driver(id);
      const scenario::Text why = why_not_applicable(cause);
      add(Weight::fact, "cause:" + id,
          {fmt::format("{}: niet van toepassing ({}).", label.nl, why.nl),
           fmt::format("{}: not applicable ({}).", label.en, why.en)});
    }
  }

  void about_all() {
    for (const Driver& driver : drivers()) {
      const DriverEffect& effect = driver.of(deciding_figure);
      if (driver.kind == Driver::Kind::all && !std::isnan(effect.share)) {
        const auto left = [&](Language l) { return percent(l, 1 - effect.share); };
        add(Weight::fact, "all",
            {fmt::format(
                 "Met alles samen weg blijft {} van de rondes over: die hebben andere oorzaken, "
                 "zoals de arbeidsmarkt en de mensen zelf.",
                 left(Language::nl)),
             fmt::format(
                 "With all of these away {} of the cycles remain: those have other causes, such "
                 "as the labour market and the people themselves.",
                 left(Language::en))});
      }
      if (driver.kind != Driver::Kind::interaction) continue;
      const Verdict verdict = verdict_on(driver, deciding_figure);
      if (verdict != Verdict::more && verdict != Verdict::less) continue;
      add(Weight::fact, "interaction",
          verdict == Verdict::more
              ? scenario::Text{"De oorzaken overlappen: samen doen ze minder dan hun som. Tel hun "
                               "aandelen niet op.",
                               "The causes overlap: together they do less than their sum. Do not "
                               "add up their shares."}
              : scenario::Text{"De oorzaken versterken elkaar: samen doen ze meer dan hun som.",
                               "The causes reinforce each other: together they do more than their "
                               "sum."});
    }
  }

  const DriversStudy& study_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> driver_findings(const DriversStudy& study) {
  return Findings(study).all();
}

}  // namespace doorstroom

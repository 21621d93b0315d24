#include "report/size_findings.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "report/overview.hpp"
#include "report/scale_text.hpp"
#include "report/sentences.hpp"
#include "report/size_words.hpp"

namespace doorstroom {

namespace {

std::string list_of(const std::vector<int>& years) {
  return fmt::format("{}", fmt::join(years, ", "));
}

double sum_of(const Levels& levels) {
  return std::accumulate(levels.begin(), levels.end(), 0.0);
}

class SizeSayings final {
 public:
  SizeSayings(const LoadedScenario& loaded, const SizeResult& result)
      : loaded_(loaded),
        scenario_(loaded.scenario),
        result_(result),
        question_(result.question),
        resource_(scenario_.resources[question_.resource]) {}

  std::vector<Finding> all() {
    warn_of_scale();
    warn_of_replications();
    warn_of_falling_short();
    warn_of_all_years();
    warn_of_assumptions();
    add(Weight::fact, "path", [this](Language l) { return outcome(l); });
    say_present();
    if (result_.path) say_found();
    if (result_.path) say_steepest_year();
    say_price();
    say_binding();
    return std::move(findings_);
  }

 private:
  template <class Say>
  void add(Weight weight, const char* about, Say say) {
    findings_.push_back(finding_in_both(weight, about, say));
  }
  [[nodiscard]] std::string label(Language l) const {
    return label_or(l, resource_.label, resource_.id);
  }
  [[nodiscard]] std::string targets(Language l) const {
    std::string text;
    for (const Target& target : question_.targets) {
      text += (text.empty() ? "" : l == Language::nl ? " en " : " and ") + target.text;
    }
    return text;
  }
  /// "92 % (83 to 97)".
  [[nodiscard]] static std::string probability(Language l, std::size_t held,
                                               const PathFigures& path) {
    const std::size_t n = path.replications.count;
    const Interval interval = interval_of_share(held, n);
    return fmt::format("{} ({} {} {})",
                       percent(l, static_cast<double>(held) / static_cast<double>(n)),
                       number(l, interval.low * 100), l == Language::nl ? "tot" : "to",
                       number(l, interval.high * 100));
  }

  void warn_of_scale() {
    if (scenario_.scale < 1) {
      findings_.push_back({Weight::warning, "scale", scale_notice(scenario_.scale)});
    }
  }

  void warn_of_replications() {
    constexpr std::size_t few = 40;
    const std::size_t n = result_.search_replications;
    if (n >= few) return;
    add(Weight::warning, "replications", [n](Language l) {
      return filled(l,
                    "Gezocht met slechts {} replicaties: een kans verspringt daarin met {}, dus "
                    "het gevonden pad is ruw.",
                    "Searched with only {} replications: a probability moves by {} in them, so "
                    "the path found is rough.",
                    n, percent(l, 1 / static_cast<double>(n), 1));
    });
  }

  void warn_of_falling_short() {
    if (!result_.path || result_.after.meets(question_.probability)) return;
    add(Weight::warning, "targets", [this](Language l) {
      return filled(l,
                    "Op verse replicaties blijft de kans in {} onder wat gevraagd is: neem meer "
                    "replicaties.",
                    "On fresh replications the probability stays below what was asked in {}: take "
                    "more replications.",
                    list_of(years_that_fail(result_)));
    });
  }

  /// Nine in ten in each year is not nine in ten that every year goes well.
  void warn_of_all_years() {
    if (!result_.path || question_.years.size() < 2) return;
    add(Weight::warning, "targets", [this](Language l) {
      return filled(l,
                    "De kans geldt voor elk jaar apart. Dat het in alle {} jaren lukt, heeft een "
                    "kans van {}.",
                    "The probability holds for each year by itself. That all {} years go well has "
                    "a probability of {}.",
                    question_.years.size(),
                    probability(l, result_.after.held_in_all, result_.after));
    });
  }

  void warn_of_assumptions() {
    const Standings n = count_standings(loaded_.parameters);
    const std::size_t weak = n.assumption + n.unstated;
    if (weak == 0) return;
    add(Weight::warning, "assumptions", [&](Language l) {
      return filled(l,
                    "De kans is die van het toeval alleen. Van de {} getallen in het scenario zijn "
                    "er {} een aanname of zonder bron: dimensioneer opnieuw met de belangrijkste "
                    "aan beide einden van hun marge.",
                    "The probability is that of chance alone. Of the {} numbers in the scenario {} "
                    "are assumptions or have no source: size again with the main ones at both ends "
                    "of their ranges.",
                    loaded_.parameters.size(), weak);
    });
  }

  [[nodiscard]] std::string outcome(Language l) const {
    const std::string years = list_of(years_that_fail(result_));
    switch (result_.outcome) {
      case SizeOutcome::already_met:
        return filled(l, "Nu al gehaald: wat er nu is van {}, volstaat voor {}.",
                      "Already met: what there is now of {} is enough for {}.", label(l),
                      targets(l));
      case SizeOutcome::reachable:
        return filled(l, "Haalbaar: met het gevonden pad van {} wordt {} gehaald.",
                      "Reachable: with the path of {} that was found, {} is met.", label(l),
                      targets(l));
      case SizeOutcome::other_resource_binds:
        return filled(l,
                      "Een ander middel houdt tegen: hoeveel er ook is van {}, in {} wordt {} niet "
                      "gehaald.",
                      "Another resource binds: however much there is of {}, {} fails in {}.",
                      label(l), l == Language::nl ? years : targets(l),
                      l == Language::nl ? targets(l) : years);
      case SizeOutcome::unreachable:
        break;
    }
    const bool at_any_price = result_.after.levels.front() >= unlimited_level;
    return at_any_price
               ? filled(
                     l, "Onhaalbaar: in {} lukt het niet, hoeveel er ook is van {} of iets anders.",
                     "Unreachable: it fails in {}, however much there is of {} or anything else.",
                     years, label(l))
               : filled(
                     l,
                     "Onhaalbaar voor dat geld: het kleinste pad van {1} dat aan de andere doelen "
                     "voldoet, kost te veel in {0}.",
                     "Unreachable for that money: the smallest path of {1} that meets the other "
                     "targets costs too much in {0}.",
                     years, label(l));
  }

  /// How often the targets hold on the present path, in the year in which they do least often.
  void say_present() {
    const auto& held = result_.before.held_in_year;
    const auto least = std::ranges::min_element(held);
    const int year = question_.years[static_cast<std::size_t>(least - held.begin())];
    add(Weight::fact, "targets", [&](Language l) {
      return filled(l, "Met wat er nu is, is de kans het kleinst in {}: {}; gevraagd is {}.",
                    "With what there is now the probability is least in {}: {}; {} was asked for.",
                    year, probability(l, *least, result_.before),
                    percent(l, question_.probability));
    });
  }

  void say_found() {
    const double now = sum_of(result_.present);
    const double then = sum_of(result_.after.levels);
    const auto& held = result_.after.held_in_year;
    const std::size_t least = *std::ranges::min_element(held);
    add(Weight::fact, "path", [&](Language l) {
      return filled(
          l,
          "Het goedkoopste pad telt {} over de jaren {}, nu {}: {} {}. In elk jaar is de "
          "kans ten minste {}.",
          "The cheapest path has {} over the years {}, now {}: {} {}. In every year the "
          "probability is at least {}.",
          amount_in_words(l, then), years_in_words(question_.years), amount_in_words(l, now),
          amount_in_words(l, std::abs(then - now)),
          l == Language::nl ? (then >= now ? "meer" : "minder") : (then >= now ? "more" : "fewer"),
          probability(l, least, result_.after));
    });
  }

  /// The year in which most is added.
  void say_steepest_year() {
    std::size_t most = 0;
    const auto added = [&](std::size_t y) { return result_.after.levels[y] - result_.present[y]; };
    for (std::size_t y = 1; y < question_.years.size(); ++y) {
      if (std::abs(added(y)) > std::abs(added(most))) most = y;
    }
    if (question_.years.size() < 2 || added(most) == 0) return;
    add(Weight::fact, "path", [&](Language l) {
      return filled(l, "Het verschil is het grootst in {}: {} in plaats van {}.",
                    "The difference is largest in {}: {} rather than {}.", question_.years[most],
                    amount_in_words(l, result_.after.levels[most]),
                    amount_in_words(l, result_.present[most]));
    });
  }

  void say_price() {
    if (result_.prices.empty()) return;
    const auto most = std::ranges::max_element(result_.prices, {}, &UnitPrice::waiting_months);
    add(Weight::fact, "prices", [&](Language l) {
      return filled(
          l,
          "Eén meer doet het meest in {}: {} wachtmaanden minder ({} tot {}) over de rest "
          "van de horizon, voor {} euro ({} tot {}).",
          "One more does most in {}: {} months of waiting less ({} to {}) over the rest "
          "of the horizon, for {} euro ({} to {}).",
          most->year, number(l, most->waiting_months, 1), number(l, most->waiting_interval.low, 1),
          number(l, most->waiting_interval.high, 1), number(l, most->euro),
          number(l, most->euro_interval.low), number(l, most->euro_interval.high));
    });
  }

  void say_binding() {
    for (const BindingResource& binding : result_.binding) {
      const auto at = std::ranges::find(scenario_.resources, binding.id, &scenario::Resource::id);
      const auto most = std::ranges::max_element(binding.needs, {}, &BindingResource::Need::high);
      if (most == binding.needs.end()) continue;
      add(Weight::fact, "binding", [&](Language l) {
        const std::string name = label_or(l, at->label, at->id);
        return filled(
            l,
            "Wat ook in de weg staat: {}. In {} zou er {} van nodig zijn (met kans {}), nu "
            "is er {}.",
            "What is in the way as well: {}. In {} it would take {} of it (with "
            "probability {}); now there is {}.",
            name, most->year, number(l, most->high), percent(l, question_.probability),
            number(l, most->now));
      });
    }
  }

  const LoadedScenario& loaded_;
  const scenario::Scenario& scenario_;
  const SizeResult& result_;
  const Question& question_;
  const scenario::Resource& resource_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> findings_of(const LoadedScenario& loaded, const SizeResult& result) {
  return SizeSayings(loaded, result).all();
}

}  // namespace doorstroom

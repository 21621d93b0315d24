#include "report/compare_findings.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/assumption_differences.hpp"
#include "report/compare_noise.hpp"
#include "report/comparison_figures.hpp"
#include "report/headline_differences.hpp"
#include "report/people_sums.hpp"
#include "report/precision_text.hpp"
#include "report/scale_text.hpp"
#include "report/sentences.hpp"

namespace doorstroom {

namespace {

std::string count(Language l, double value, int decimals = 0) {
  return number(l, std::abs(value), decimals);
}

/// What is said of one alternative.
class Sayings final {
 public:
  Sayings(const LoadedScenario& base, const LoadedScenario& alternative,
          const Comparison& comparison, double confidence)
      : base_(base),
        alternative_(alternative),
        comparison_(comparison),
        confidence_(confidence),
        year_(last_year(alternative.scenario)) {}

  std::vector<Finding> all() {
    const auto differences = assumption_differences(base_, alternative_);
    warn_of_assumptions(differences);
    warn_of_growth();
    if (auto noise = inside_the_noise(comparison_, confidence_, year_)) {
      findings_.push_back(std::move(*noise));
    }
    say_assumptions(differences);
    const PeopleSums sums(comparison_);
    if (is_the_same_for_all(sums)) return std::move(findings_);
    say_largest("waiting", 2, [this](const HeadlineDifference& d) { return list_of(d); });
    say_largest("wait_of_starters_p50", 1,
                [this](const HeadlineDifference& d) { return wait_of(d); });
    say_largest("starts", 1, [this](const HeadlineDifference& d) { return starts_of(d); });
    say_work();
    say_people(sums);
    say_largest("paid", 1, [this](const HeadlineDifference& d) { return cost_of(d); });
    say_carousel();
    say_who();
    say_noise();
    return std::move(findings_);
  }

 private:
  using Differences = std::vector<AssumptionDifference>;

  template <class Say>
  void add(Weight weight, std::string about, Say say) {
    findings_.push_back(finding_in_both(weight, std::move(about), say));
  }
  [[nodiscard]] std::string label(Language l, const std::string& subject) const {
    return label_of(alternative_.scenario, subject, l);
  }
  [[nodiscard]] const Summary& difference(const HeadlineDifference& d) const {
    return comparison_.difference[d.figure];
  }
  [[nodiscard]] std::string interval(Language l, const HeadlineDifference& d) const {
    return interval_in_words(l, difference(d), confidence_);
  }
  /// "90 rather than 120".
  [[nodiscard]] std::string instead(Language l, const HeadlineDifference& d) const {
    return filled(l, "{} in plaats van {}", "{} rather than {}",
                  number(l, comparison_.alternative[d.figure].mean),
                  number(l, comparison_.base[d.figure].mean));
  }

  template <class Of>
  void say_largest(const char* indicator, std::size_t most, Of of) {
    std::vector<HeadlineDifference> largest = at_their_most(comparison_, confidence_, indicator);
    keep_largest(largest, most);
    std::ranges::stable_sort(largest, std::ranges::greater(), &HeadlineDifference::size);
    for (const HeadlineDifference& one : largest) findings_.push_back(of(one));
  }

  void warn_of_assumptions(const Differences& differences) {
    if (differences.empty()) {
      add(Weight::warning, "differing", [](Language l) {
        return filled(l, "De twee scenario's verschillen in geen enkele waarde.",
                      "The two scenarios differ in no value at all.");
      });
      return;
    }
    const auto is_weak = [](const AssumptionDifference& d) {
      const std::string& source = d.alternative.empty() ? d.base_source : d.alternative_source;
      return source.empty() || source.find("assumption") != std::string::npos ||
             source.find("unstated") != std::string::npos;
    };
    const auto weak = std::ranges::count_if(differences, is_weak);
    if (weak == 0) return;
    if (differences.size() == 1) {
      add(Weight::warning, "differing", [](Language l) {
        return filled(
            l,
            "De waarde die van de basis verschilt, is een aanname of heeft geen bron: het "
            "interval zegt niets over hoe zeker ze is.",
            "The value that differs from the base is an assumption or has no source: the "
            "interval says nothing of how certain it is.");
      });
      return;
    }
    add(Weight::warning, "differing", [&](Language l) {
      return filled(l,
                    "Van de {} waarden die van de basis verschillen, zijn er {} een aanname of "
                    "zonder bron: ga na of u die wilde veranderen. De intervallen zeggen niets "
                    "over hoe zeker ze zijn.",
                    "Of the {} values that differ from the base, {} are assumptions or have no "
                    "source: see whether you meant to change them. The intervals say nothing of "
                    "how certain they are.",
                    differences.size(), weak);
    });
  }

  /// The difference of a list that is still growing by the end of the horizon.
  void warn_of_growth() {
    std::vector<HeadlineDifference> largest = at_their_most(comparison_, confidence_, "waiting");
    keep_largest(largest, 2);
    for (const HeadlineDifference& one : largest) {
      if (one.key->values[0] != year_ || !grows(one.key->values[2])) continue;
      const std::string about = "list:" + one.key->values[2];
      add(Weight::warning, about, [&](Language l) {
        return filled(l,
                      "Het verschil in de lijst voor {} groeit op het einde van de horizon nog: "
                      "wat daarna komt is niet te zien.",
                      "The difference in the list for {} is still growing at the end of the "
                      "horizon: what comes after cannot be seen.",
                      label(l, one.key->values[2]));
      });
    }
  }

  /// More in the last year than in the one before, and there than in the one before that.
  [[nodiscard]] bool grows(const std::string& measure) const {
    std::vector<double> sizes;
    for_each_figure(comparison_, "headline", [&](std::size_t figure, const FigureKey& key) {
      if (key.values[1] != "waiting" || key.values[2] != measure) return;
      sizes.push_back(std::abs(comparison_.difference[figure].mean));
    });
    constexpr std::size_t enough = 3;
    constexpr double noticeable = 1.05;
    if (sizes.size() < enough) return false;
    const auto end = sizes.end();
    return end[-1] > end[-2] * noticeable && end[-2] > end[-3] * noticeable;
  }

  /// What the differing values are part of: "/resources/x/..." of the resource x.
  [[nodiscard]] std::vector<std::string> parts_of(Language l,
                                                  const Differences& differences) const {
    std::vector<std::string> parts;
    for (const AssumptionDifference& d : differences) {
      const std::size_t first = d.path.find('/', 1);
      if (first == std::string::npos) continue;
      const std::size_t end = d.path.find('/', first + 1);
      const std::string id = d.path.substr(first + 1, end - first - 1);
      std::string part = label(l, id);
      if (std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
    }
    return parts;
  }

  void say_assumptions(const Differences& differences) {
    if (differences.empty()) return;
    add(Weight::fact, "differing", [&](Language l) {
      std::vector<std::string> parts = parts_of(l, differences);
      constexpr std::size_t most = 3;
      const bool more = parts.size() > most;
      parts.resize(std::min(most, parts.size()));
      const std::string of = parts.empty()
                                 ? std::string()
                                 : fmt::format(": {}{}", fmt::join(parts, ", "), more ? ", …" : "");
      if (differences.size() == 1) {
        return filled(l, "Er verschilt één waarde van de basis{}.",
                      "One value differs from the base{}.", of);
      }
      return filled(l, "Er verschillen {} waarden van de basis{}.",
                    "{} values differ from the base{}.", differences.size(), of);
    });
  }

  /// Says so where nobody's life is different.
  bool is_the_same_for_all(const PeopleSums& sums) {
    double people = 0;
    for (const char* reach : {"direct", "indirect", "base_only", "alternative_only"}) {
      people += sums.of(reach, "people");
    }
    if (people > 0) return false;
    add(Weight::fact, "people", [](Language l) {
      return filled(l, "Niemands leven loopt anders: er verandert niets.",
                    "Nobody's life is different: nothing changes.");
    });
    return true;
  }

  void say_people(const PeopleSums& sums) {
    const double direct = sums.of("direct", "people");
    const double indirect = sums.of("indirect", "people");
    const double same = sums.of("same", "people");
    add(Weight::fact, "people", [&](Language l) {
      if (direct == 0) {
        return filled(l,
                      "Van {} mensen loopt het leven anders, allemaal via de wachtrij: een ander "
                      "kreeg een plaats of liet er een vrij. Voor {} anderen verandert er niets.",
                      "The lives of {} people are different, all through the queue: somebody else "
                      "got a place, or left one free. For {} others nothing changes.",
                      number(l, indirect), number(l, same));
      }
      return filled(l,
                    "Van {} mensen loopt het leven anders: van {} omdat het beleid henzelf raakt, "
                    "van {} alleen via de wachtrij (verdringing). Voor {} anderen verandert er "
                    "niets.",
                    "The lives of {} people are different: {} are reached by the policy "
                    "themselves, {} only through the queue (displacement). For {} others nothing "
                    "changes.",
                    number(l, direct + indirect), number(l, direct), number(l, indirect),
                    number(l, same));
    });
    const auto starts = [&](const char* how) { return sums.of_all(how); };
    if (starts("starts_earlier") + starts("starts_later") + starts("starts_newly") +
            starts("starts_no_longer") ==
        0) {
      return;
    }
    add(Weight::fact, "displaced", [&](Language l) {
      return filled(l, "{} starts komen eerder en {} later; {} komen erbij en {} vallen weg.",
                    "{} starts come earlier and {} later; {} are new and {} no longer happen.",
                    number(l, starts("starts_earlier")), number(l, starts("starts_later")),
                    number(l, starts("starts_newly")), number(l, starts("starts_no_longer")));
    });
  }

  [[nodiscard]] Finding list_of(const HeadlineDifference& d) const {
    return finding_in_both(Weight::fact, "list:" + d.key->values[2], [&](Language l) {
      const bool longer = d.verdict == Verdict::more;
      const char* nl = longer ? "langer" : "korter";
      const char* en = longer ? "longer" : "shorter";
      return filled(l, "Eind {} is de lijst voor {} {}{} {}: {} wachtenden.",
                    "At the end of {} the list for {} is {}{} {}: {} people waiting.",
                    d.key->values[0], label(l, d.key->values[2]), count(l, difference(d).mean),
                    interval(l, d), l == Language::nl ? nl : en, instead(l, d));
    });
  }

  [[nodiscard]] Finding wait_of(const HeadlineDifference& d) const {
    return finding_in_both(Weight::fact, "wait:" + d.key->values[2], [&](Language l) {
      const bool longer = d.verdict == Verdict::more;
      const char* nl = longer ? "langer" : "minder lang";
      const char* en = longer ? "longer" : "less";
      return filled(l, "Wie in {} met {} start, heeft doorgaans {}{} dagen {} gewacht: {}.",
                    "Those who start {1} in {0} have typically waited {2}{3} days {4}: {5}.",
                    d.key->values[0], label(l, d.key->values[2]), count(l, difference(d).mean),
                    interval(l, d), l == Language::nl ? nl : en, instead(l, d));
    });
  }

  [[nodiscard]] Finding starts_of(const HeadlineDifference& d) const {
    return finding_in_both(Weight::fact, "starts:" + d.key->values[2], [&](Language l) {
      const bool more = d.verdict == Verdict::more;
      const char* nl = more ? "meer" : "minder";
      const char* en = more ? "more" : "fewer";
      return filled(l, "In {} zijn er {}{} starts {} in {}: {}.",
                    "In {} there are {}{} {} starts in {}: {}.", d.key->values[0],
                    count(l, difference(d).mean), interval(l, d), l == Language::nl ? nl : en,
                    label(l, d.key->values[2]), instead(l, d));
    });
  }

  /// People in paid work at the end: also where nothing can be told.
  void say_work() {
    for_each_figure(comparison_, "headline", [&](std::size_t figure, const FigureKey& key) {
      const bool is_it = key.values[0] == year_ && key.values[1] == "in_paid_work";
      if (is_it) say_work(comparison_.difference[figure]);
    });
  }

  void say_work(const Summary& difference) {
    const Verdict verdict = verdict_of(difference, confidence_);
    if (verdict == Verdict::nothing || verdict == Verdict::one_of_each) return;
    add(Weight::fact, "work", [&](Language l) {
      if (verdict == Verdict::same) {
        return filled(l, "Eind {} zijn er precies evenveel mensen aan het werk.",
                      "At the end of {} exactly as many people are in paid work.", year_);
      }
      const std::string by = interval_in_words(l, difference, confidence_);
      if (verdict == Verdict::noise) {
        return filled(l,
                      "Hoeveel mensen er eind {} aan het werk zijn, verschilt niet meer dan "
                      "toeval: {}{}.",
                      "How many people are in paid work at the end of {} differs no more than by "
                      "chance: {}{}.",
                      year_, number(l, difference.mean), by);
      }
      const bool more = verdict == Verdict::more;
      return filled(l, "Eind {0} zijn er {1}{2} mensen {3} aan het werk.",
                    "At the end of {0} there are {1}{2} {3} people in paid work.", year_,
                    count(l, difference.mean), by,
                    l == Language::nl ? (more ? "meer" : "minder") : (more ? "more" : "fewer"));
    });
  }

  [[nodiscard]] Finding cost_of(const HeadlineDifference& d) const {
    return finding_in_both(Weight::fact, "cost", [&](Language l) {
      const bool more = d.verdict == Verdict::more;
      const char* nl = more ? "meer" : "minder";
      const char* en = more ? "more" : "less";
      return filled(l, "De grootste verschuiving van kosten: {} betaalt in {} {}{} euro {}.",
                    "The largest shift of costs: in {1}, {0} pays {2}{3} euro {4}.",
                    label(l, d.key->values[2]), d.key->values[0], count(l, difference(d).mean),
                    interval(l, d), l == Language::nl ? nl : en);
    });
  }

  void say_carousel() {
    const FigureKey* key = nullptr;
    const Summary* last = nullptr;
    bool is_there = false;
    for_each_figure(comparison_, "carousel", [&](std::size_t figure, const FigureKey& one) {
      const std::vector<std::string>& of = one.values;
      if (of[1] != "all" || of[2] != "main" || of[3] != "cycles_per_100_episodes") return;
      is_there = true;
      if (comparison_.difference[figure].replications == 0) return;
      key = &one;
      last = &comparison_.difference[figure];
    });
    if (last != nullptr) return say_carousel(key->values[0], *last);
    if (!is_there) return;
    add(Weight::fact, "carousel", [](Language l) {
      return filled(l,
                    "Over de carrousel is niets te zeggen: de horizon is te kort om mensen na een "
                    "traject lang genoeg te volgen.",
                    "Nothing can be said of the carousel: the horizon is too short to follow "
                    "people for long enough after a trajectory.");
    });
  }

  void say_carousel(const std::string& year, const Summary& difference) {
    const Verdict verdict = verdict_of(difference, confidence_);
    if (verdict == Verdict::nothing || verdict == Verdict::one_of_each) return;
    add(Weight::fact, "carousel", [&](Language l) {
      if (verdict == Verdict::same) {
        return filled(l, "De carrousel verandert niet: evenveel cycli, in elke replicatie.",
                      "The carousel does not change: as many cycles, in every replication.");
      }
      constexpr int decimals = 2;
      const std::string by = interval_in_words(l, difference, confidence_, decimals);
      if (verdict == Verdict::noise) {
        return filled(l,
                      "De carrousel verschilt niet meer dan toeval: {}{} cycli per 100 trajecten "
                      "die in {} eindigen.",
                      "The carousel differs no more than by chance: {}{} cycles per 100 "
                      "trajectories that end in {}.",
                      number(l, difference.mean, decimals), by, year);
      }
      const bool more = verdict == Verdict::more;
      return filled(l, "De carrousel: {}{} cycli {} per 100 trajecten die in {} eindigen.",
                    "The carousel: {}{} cycles {} per 100 trajectories that end in {}.",
                    count(l, difference.mean, decimals), by,
                    l == Language::nl ? (more ? "meer" : "minder") : (more ? "more" : "fewer"),
                    year);
    });
  }

  /// The group whose share of the starters of the last year changes most.
  void say_who() {
    const FigureKey* key = nullptr;
    const Summary* most = nullptr;
    for_each_figure(comparison_, "equity", [&](std::size_t figure, const FigureKey& one) {
      const std::vector<std::string>& of = one.values;
      const Summary& difference = comparison_.difference[figure];
      const bool is_it = of[0] == year_ && of[1] == "all" && of[4] == "start_share";
      const Verdict verdict = is_it ? verdict_of(difference, confidence_) : Verdict::nothing;
      if (verdict != Verdict::more && verdict != Verdict::less) return;
      if (most != nullptr && std::abs(most->mean) >= std::abs(difference.mean)) return;
      key = &one;
      most = &difference;
    });
    if (most != nullptr) say_who(*key, *most);
  }

  void say_who(const FigureKey& key, const Summary& share) {
    Summary points = share;
    points.mean *= 100;
    points.sd *= 100;
    const auto& attributes = alternative_.scenario.attributes;
    const auto at = std::ranges::find_if(
        attributes, [&](const auto& attribute) { return attribute.id == key.values[2]; });
    add(Weight::fact, "who", [&](Language l) {
      const std::string attribute =
          at == attributes.end() ? key.values[2] : label_or(l, at->label, at->id);
      const std::string value = label(l, key.values[3]);
      const bool more = points.mean > 0;
      return filled(l,
                    "Wie bereikt wordt: het aandeel van {} ({}) onder de starters van {} is {}{} "
                    "procentpunt {}.",
                    "Who is reached: the share of {} ({}) among those who start in {} is {}{} "
                    "percentage points {}.",
                    value, attribute, year_, count(l, points.mean, 1),
                    interval_in_words(l, points, confidence_, 1),
                    l == Language::nl ? (more ? "hoger" : "lager") : (more ? "higher" : "lower"));
    });
  }

  void say_noise() {
    const SortedOut sorted = sorted_out(comparison_, confidence_, year_);
    add(Weight::fact, "headline", [&](Language l) {
      return filled(l,
                    "De kerncijfers van {}: {} verschillen, {} niet meer dan door toeval, {} zijn "
                    "exact gelijk.",
                    "The headline figures of {}: {} differ, {} no more than by chance, {} are "
                    "exactly the same.",
                    year_, sorted.changed.size(), sorted.noise, sorted.same);
    });
  }

  const LoadedScenario& base_;
  const LoadedScenario& alternative_;
  const Comparison& comparison_;
  double confidence_;
  std::string year_;
  std::vector<Finding> findings_;
};

/// What holds for all alternatives.
std::vector<Finding> about_all(const ComparedScenarios& scenarios, const CompareResult& result) {
  std::vector<Finding> all;
  const double scale = scenarios.base.scenario.scale;
  if (scale < 1) all.push_back({Weight::warning, "scale", scale_notice(scale)});
  const auto n = static_cast<double>(result.replications);
  constexpr double few = 10;
  if (n == 1) {
    all.push_back(finding_in_both(Weight::warning, "replications", [](Language l) {
      return filled(l, "Eén replicatie: van geen enkel verschil is te zeggen of het toeval is.",
                    "One replication: of no difference can be said whether it is chance.");
    }));
  } else if (n < few) {
    all.push_back(finding_in_both(Weight::warning, "replications", [&](Language l) {
      return filled(l,
                    "Slechts {} replicaties: verschillen tussen kleine groepen zijn er niet uit af "
                    "te lezen, en de intervallen zijn zelf onzeker.",
                    "Only {} replications: they do not show differences between small groups, and "
                    "the intervals are uncertain themselves.",
                    number(l, n));
    }));
  }
  if (result.precision && !result.precision->is_met) {
    all.push_back(
        {Weight::warning, "replications", precision_text(*result.precision, result.replications)});
  }
  if (scenarios.alternatives.size() > 1) {
    all.push_back(finding_in_both(Weight::fact, "replications", [&](Language l) {
      return filled(l,
                    "Elk interval is {} breed genomen, zodat ze voor alle {} alternatieven samen "
                    "met 95 % gelden.",
                    "Each interval is one of {}, so that they hold for all {} alternatives "
                    "together with 95 %.",
                    percent(l, result.confidence, 1), scenarios.alternatives.size());
    }));
  }
  return all;
}

}  // namespace

std::vector<CompareFinding> findings_of(const ComparedScenarios& scenarios,
                                        const CompareResult& result) {
  std::vector<CompareFinding> all;
  for (Finding& one : about_all(scenarios, result)) all.push_back({std::move(one), std::nullopt});
  for (std::size_t i = 0; i < result.comparisons.size(); ++i) {
    Sayings sayings(scenarios.base, scenarios.alternatives[i], result.comparisons[i],
                    result.confidence);
    for (Finding& one : sayings.all()) all.push_back({std::move(one), i});
  }
  return all;
}

}  // namespace doorstroom

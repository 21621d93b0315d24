#include "report/size_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/scale_text.hpp"
#include "report/size_words.hpp"
#include "report/text_table.hpp"

namespace doorstroom {

namespace {

/// Everything that the parts of the text need.
class SizeText final {
 public:
  SizeText(const LoadedScenario& loaded, const SizeResult& result, Language language)
      : scenario_(loaded.scenario),
        result_(result),
        question_(result.question),
        resource_(scenario_.resources[question_.resource]),
        l_(language),
        nl_(language == Language::nl) {}

  std::string text() const {
    std::string text = label_or(l_, scenario_.title, scenario_.name) + "\n" + question() + "\n\n";
    if (scenario_.scale < 1) text += in(l_, scale_notice(scenario_.scale)) + "\n\n";
    text += outcome() + "\n\n" + aligned(years()) + "\n" + precision();
    if (!result_.binding.empty()) text += "\n" + aligned(binding());
    if (!result_.prices.empty()) text += "\n" + prices();
    return text;
  }

 private:
  [[nodiscard]] std::string say(const char* nl, const char* en) const { return nl_ ? nl : en; }
  template <class... Arguments>
  [[nodiscard]] std::string filled(const char* nl, const char* en,
                                   const Arguments&... arguments) const {
    return fmt::format(fmt::runtime(nl_ ? nl : en), arguments...);
  }
  [[nodiscard]] std::string label() const { return label_or(l_, resource_.label, resource_.id); }
  [[nodiscard]] std::string amount(double value) const { return amount_in_words(l_, value); }
  [[nodiscard]] bool is_unlimited() const {
    return result_.after.levels.front() >= unlimited_level;
  }

  [[nodiscard]] std::string question() const {
    std::string targets;
    for (const Target& target : question_.targets) {
      targets += (targets.empty() ? "" : say(" en ", " and ")) + target.text;
    }
    return fmt::format("{}: {}, {} {}, {} {}", label(), targets,
                       say("elk jaar van", "each year of"), years_in_words(question_.years),
                       say("met kans", "with probability"), percent(l_, question_.probability));
  }

  [[nodiscard]] std::string failing() const {
    return fmt::format("{}", fmt::join(years_that_fail(result_), ", "));
  }

  [[nodiscard]] std::string outcome() const {
    switch (result_.outcome) {
      case SizeOutcome::already_met:
        return already_met();
      case SizeOutcome::reachable:
        return reachable();
      case SizeOutcome::other_resource_binds:
        return other_resource_binds();
      case SizeOutcome::unreachable:
        return unreachable();
    }
    return {};
  }

  [[nodiscard]] std::string sums() const {
    double now = 0;
    for (const double level : result_.present) now += level;
    double found = 0;
    for (const double level : result_.after.levels) found += level;
    return fmt::format("{} {}, {} {}", amount(found),
                       say("in al die jaren samen", "over the years"), say("nu", "now"),
                       amount(now));
  }

  [[nodiscard]] std::string already_met() const {
    return fmt::format(
        "{} {} ({}).{}",
        say("NU AL GEHAALD: wat er nu is, volstaat.", "ALREADY MET: what there is now is enough."),
        say("Het goedkoopste pad dat gevonden is, staat hieronder",
            "The cheapest path that was found stands below"),
        sums(), where_it_falls_short());
  }

  [[nodiscard]] std::string reachable() const {
    return fmt::format("{} ({}).{}",
                       say("HAALBAAR met het pad hieronder", "REACHABLE with the path below"),
                       sums(), where_it_falls_short());
  }

  [[nodiscard]] std::string where_it_falls_short() const {
    if (result_.after.meets(question_.probability)) return {};
    return filled(
        " Let op: op verse replicaties blijft de kans in {} onder wat gevraagd is; neem meer "
        "replicaties.",
        " Beware: on fresh replications the probability stays below what was asked in {}; take "
        "more replications.",
        failing());
  }

  [[nodiscard]] std::string other_resource_binds() const {
    std::vector<std::string> ids;
    for (const BindingResource& resource : result_.binding) ids.push_back(resource.id);
    const bool alone = result_.binding.front().alone;
    const std::string joint =
        fmt::format("{}", fmt::join(ids, alone ? say(" of ", " or ") : say(" en ", " and ")));
    return filled(
        "EEN ANDER MIDDEL HOUDT TEGEN: hoeveel {} er ook is, in {} lukt het niet. Met meer van "
        "{} wel; hieronder staat hoeveel daarvan dan gebruikt wordt.",
        "ANOTHER RESOURCE BINDS: however much {} there is, it fails in {}. With more of {} it "
        "can be done; how much of that is used then stands below.",
        resource_.id, failing(), joint);
  }

  [[nodiscard]] std::string unreachable() const {
    if (is_unlimited()) {
      return filled(
          "ONHAALBAAR: in {} lukt het niet, hoeveel {} of welk ander middel er ook is.",
          "UNREACHABLE: it fails in {}, however much there is of {} or any other resource.",
          failing(), resource_.id);
    }
    return filled(
        "ONHAALBAAR voor dat geld: het kleinste pad dat aan de andere doelen voldoet, kost te "
        "veel in {}.",
        "UNREACHABLE for that money: the smallest path that meets the other targets costs too "
        "much in {}.",
        failing());
  }

  [[nodiscard]] std::string probability(std::size_t held, const PathFigures& path) const {
    const Interval interval = interval_of_share(held, path.replications.count);
    return fmt::format("{} ({}–{})",
                       percent(l_, static_cast<double>(held) / path.replications.count),
                       number(l_, interval.low * 100), number(l_, interval.high * 100));
  }

  /// The figure that is met with the probability asked for, now and then.
  [[nodiscard]] std::vector<TextRow> years() const {
    const std::string then = is_unlimited() ? say("onbeperkt", "unlimited") : say("dan", "then");
    TextRow head{say("Jaar", "Year"), say("nu", "now"),
                 is_unlimited() ? then : say("gevonden", "found")};
    for (const Target& target : question_.targets) {
      const std::string name = target.text.substr(0, target.text.find_first_of("<>="));
      head.push_back(name + say("nu", "now"));
      head.push_back(then);
    }
    head.push_back(say("kans nu", "probability now"));
    head.push_back(then);
    std::vector<TextRow> rows{head};
    for (std::size_t y = 0; y < question_.years.size(); ++y) {
      const int year = question_.years[y];
      TextRow row{std::to_string(year), amount(result_.present[y]),
                  is_unlimited() ? "∞" : amount(result_.after.levels[y])};
      for (std::size_t t = 0; t < question_.targets.size(); ++t) {
        const std::size_t at = y * question_.targets.size() + t;
        row.push_back(
            target_figure(l_, question_.targets[t], year, result_.before.targets[at].quantile));
        row.push_back(
            target_figure(l_, question_.targets[t], year, result_.after.targets[at].quantile));
      }
      row.push_back(probability(result_.before.held_in_year[y], result_.before));
      row.push_back(probability(result_.after.held_in_year[y], result_.after));
      rows.push_back(row);
    }
    return rows;
  }

  [[nodiscard]] std::string precision() const {
    const auto n = result_.search_replications;
    std::string text =
        "  " +
        filled(
            "Cijfers: wat met kans {} niet slechter is. Kansen met 95 "
            "%-interval, uit {} replicaties"
            "{}; in alle jaren samen {}.\n",
            "Figures: what is no worse with probability {}. Probabilities with "
            "95 % interval, from "
            "{} replications{}; in all years together {}.\n",
            percent(l_, question_.probability), result_.after.replications.count,
            is_unlimited() ? "" : say(" waarmee niet gezocht is", " that were not searched with"),
            probability(result_.after.held_in_all, result_.after));
    text += "  " +
            filled("Gezocht met {} replicaties: een kans verspringt daarin met {}; stappen van {}.",
                   "Searched with {} replications: a probability moves by {} in them; steps of {}.",
                   n, percent(l_, 1 / static_cast<double>(n), 1), amount(result_.step));
    if (result_.times_sized_again > 0) {
      text += filled(" {} keer opnieuw gedimensioneerd omdat verse replicaties tegenvielen.",
                     " Sized again {} times because fresh replications fell short.",
                     result_.times_sized_again);
    }
    return text + "\n";
  }

  [[nodiscard]] std::vector<TextRow> binding() const {
    std::vector<TextRow> rows{{say("Ander middel", "Other resource"), say("jaar", "year"),
                               say("nu", "now"), say("nodig: gemiddeld", "needed: mean"),
                               percent(l_, question_.probability)}};
    for (const BindingResource& resource : result_.binding) {
      for (const BindingResource::Need& need : resource.needs) {
        rows.push_back({resource.id, std::to_string(need.year), number(l_, need.now),
                        number(l_, need.mean), number(l_, need.high)});
      }
    }
    return rows;
  }

  [[nodiscard]] std::string interval(const Interval& interval, int decimals) const {
    return fmt::format("({} {} {})", number(l_, interval.low, decimals), say("tot", "to"),
                       number(l_, interval.high, decimals));
  }

  [[nodiscard]] std::string prices() const {
    std::vector<TextRow> rows{
        {say("Eén meer in", "One more in"), say("wachtmaanden bespaard", "waiting months saved"),
         say("95 %-interval", "95 % interval"), "euro", say("95 %-interval", "95 % interval")}};
    for (const UnitPrice& price : result_.prices) {
      rows.push_back({std::to_string(price.year), number(l_, price.waiting_months, 1),
                      interval(price.waiting_interval, 1), number(l_, price.euro),
                      interval(price.euro_interval, 0)});
    }
    return aligned(rows) + "  " +
           say("Over de rest van de horizon, op het gevonden pad.\n",
               "Over the rest of the horizon, at the path found.\n");
  }

  const scenario::Scenario& scenario_;
  const SizeResult& result_;
  const Question& question_;
  const scenario::Resource& resource_;
  Language l_;
  bool nl_;
};

std::string duration(double seconds, Language l) {
  const bool nl = l == Language::nl;
  constexpr double minute = 60;
  constexpr double hour = 3600;
  if (seconds < 1.5 * minute) {
    return fmt::format("{} {}", number(l, std::max(1.0, std::round(seconds))),
                       nl ? "seconden" : "seconds");
  }
  if (seconds < 1.5 * hour) {
    return fmt::format("{} {}", number(l, std::round(seconds / minute)),
                       nl ? "minuten" : "minutes");
  }
  return fmt::format("{} {}", number(l, seconds / hour, 1), nl ? "uur" : "hours");
}

}  // namespace

std::string size_text(const LoadedScenario& loaded, const SizeResult& result, Language language) {
  return SizeText(loaded, result, language).text();
}

std::string estimate_text(const SizeEstimate& estimate, Language language) {
  const bool nl = language == Language::nl;
  constexpr double megabyte = 1e6;
  const double rounded = std::round(estimate.replications / 10) * 10;
  return fmt::format(
      fmt::runtime(
          nl ? "Ongeveer {} replicaties: wellicht {} met {} {}; de mensen nemen ongeveer {} MB.\n"
             : "About {} replications: likely {} on {} {}; the people take about {} MB.\n"),
      number(language, rounded), duration(estimate.seconds, language), estimate.threads,
      estimate.threads == 1 ? (nl ? "thread" : "thread") : "threads",
      number(language, std::max(1.0, std::ceil(estimate.bytes / megabyte))));
}

}  // namespace doorstroom

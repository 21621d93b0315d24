#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "compare/verdict.hpp"
#include "report/assumption_differences.hpp"
#include "report/compare_report.hpp"
#include "report/precision_text.hpp"
#include "report/scale_text.hpp"
#include "report/text_table.hpp"

namespace doorstroom {

namespace {

/// The same word in both languages.
std::string word(Language l, const char* nl, const char* en) {
  return l == Language::nl ? nl : en;
}

std::string in_words(Language l, Verdict verdict) {
  switch (verdict) {
    case Verdict::noise:
      return word(l, "niet van toeval te onderscheiden", "not to be told from chance");
    case Verdict::more:
      return word(l, "meer", "more");
    case Verdict::less:
      return word(l, "minder", "less");
    case Verdict::one_of_each:
      return word(l, "één replicatie zegt niets over toeval",
                  "one replication says nothing of chance");
    default:
      return {};
  }
}

std::string indicator_in_words(Language l, const std::string& indicator) {
  static const std::map<std::string, std::pair<const char*, const char*>> words{
      {"jobseekers", {"werkzoekenden, einde jaar", "jobseekers, end of the year"}},
      {"in_paid_work", {"aan het werk, einde jaar", "in paid work, end of the year"}},
      {"waiting", {"wachtenden, einde jaar", "waiting, end of the year"}},
      {"in_trajectory", {"in traject, einde jaar", "in trajectory, end of the year"}},
      {"joins", {"kwamen op de lijst", "joined the list"}},
      {"starts", {"starters", "starts"}},
      {"completions", {"afgerond", "completed"}},
      {"dropouts", {"uitgevallen", "dropped out"}},
      {"wait_of_starters_p50",
       {"wachtdagen van starters, mediaan", "days waited by starters, median"}},
      {"wait_of_starters_p90", {"wachtdagen van starters, 90 %", "days waited by starters, 90 %"}},
      {"used", {"gebruikt", "used"}},
      {"unspent", {"niet besteed", "unspent"}}};
  const auto at = words.find(indicator);
  return at == words.end() ? std::string() : word(l, at->second.first, at->second.second);
}

std::string label_of(const scenario::Scenario& s, const std::string& subject, Language l) {
  if (subject == "all") return {};
  const auto among = [&](const auto& items) -> std::string {
    const auto at = std::ranges::find(items, subject, [](const auto& item) { return item.id; });
    return at == items.end() ? std::string() : label_or(l, at->label, at->id);
  };
  for (const std::string& found : {among(s.measures), among(s.screening), among(s.resources)}) {
    if (!found.empty()) return found;
  }
  return subject;
}

std::string signed_number(Language l, double value) {
  return (value > 0 ? "+" : "") + number(l, value);
}

/// The headline figures of the last year that differ.
struct HeadlineTable {
  std::string text;
  std::size_t more = 0;  // that differ, too many to show
  std::size_t same = 0;
  std::size_t noise = 0;
  std::vector<double> ratios;
};

/// A headline figure that is more or less in the alternative.
struct Changed {
  std::size_t figure;
  const FigureKey* key;
  Verdict verdict;
  double relative;  // change, as a share of the larger value
};

/// Keeps the largest changes, in their order.
void keep_largest(std::vector<Changed>& changed, std::size_t most) {
  if (changed.size() <= most) return;
  std::vector<double> sizes;
  for (const Changed& one : changed) sizes.push_back(one.relative);
  std::ranges::sort(sizes, std::greater());
  const double least = sizes[most - 1];
  std::erase_if(changed, [&](const Changed& one) { return one.relative < least; });
  changed.resize(std::min(most, changed.size()));
}

TextRow row_of(const scenario::Scenario& s, const Comparison& comparison, const Changed& one,
               double confidence, Language l) {
  const Summary& difference = comparison.difference[one.figure];
  const Interval interval = interval_of_mean(difference, confidence);
  const std::string subject = label_of(s, one.key->values[2], l);
  return {(subject.empty() ? "" : subject + ": ") + indicator_in_words(l, one.key->values[1]),
          number(l, comparison.base[one.figure].mean),
          number(l, comparison.alternative[one.figure].mean),
          signed_number(l, difference.mean),
          std::isnan(interval.low)
              ? "–"
              : fmt::format("{} … {}", number(l, interval.low), number(l, interval.high)),
          in_words(l, one.verdict)};
}

/// Sorts the headline figures of the last year out: what changes, what is noise, what is the same.
std::vector<Changed> sort_out(const scenario::Scenario& s, const Comparison& comparison,
                              double confidence, HeadlineTable& shown) {
  std::vector<Changed> changed;
  const std::string last_year = std::to_string(civil(s.horizon.end - 1).year);
  std::size_t first = 0;
  for (const FigureTable& table : comparison.layout.tables) {
    for (std::size_t i = 0; table.name == "headline" && i < table.keys.size(); ++i) {
      const FigureKey& key = table.keys[i];
      if (key.values[0] != last_year || indicator_in_words(Language::en, key.values[1]).empty()) {
        continue;
      }
      const Summary& base = comparison.base[first + i];
      const Summary& alternative = comparison.alternative[first + i];
      const Summary& difference = comparison.difference[first + i];
      const Verdict verdict = verdict_of(difference, confidence);
      if (verdict == Verdict::nothing) continue;
      shown.ratios.push_back(variance_ratio(base, alternative, difference));
      if (verdict == Verdict::same) ++shown.same;
      if (verdict == Verdict::noise) ++shown.noise;
      if (verdict == Verdict::same || verdict == Verdict::noise) continue;
      const double larger = std::max(std::abs(base.mean), std::abs(alternative.mean));
      changed.push_back({first + i, &key, verdict, std::abs(difference.mean) / larger});
    }
    first += table.keys.size();
  }
  return changed;
}

HeadlineTable headline(const scenario::Scenario& s, const Comparison& comparison, double confidence,
                       Language l) {
  HeadlineTable shown;
  std::vector<Changed> changed = sort_out(s, comparison, confidence, shown);
  constexpr std::size_t most_rows = 24;
  shown.more = changed.size() - std::min(changed.size(), most_rows);
  keep_largest(changed, most_rows);
  if (changed.empty()) return shown;
  std::vector<TextRow> rows{{std::to_string(civil(s.horizon.end - 1).year),
                             word(l, "basis", "base"), word(l, "alternatief", "alternative"),
                             word(l, "verschil", "difference"),
                             word(l, "95 %-interval", "95 % interval"), ""}};
  for (const Changed& one : changed) rows.push_back(row_of(s, comparison, one, confidence, l));
  shown.text = aligned(rows);
  return shown;
}

/// Each list in the year in which its length differs most, if that can be told from chance.
std::string lists_at_their_most(const scenario::Scenario& s, const Comparison& comparison,
                                double confidence, Language l) {
  std::map<std::string, Changed> most;  // by measure
  std::size_t first = 0;
  for (const FigureTable& table : comparison.layout.tables) {
    for (std::size_t i = 0; table.name == "headline" && i < table.keys.size(); ++i) {
      const FigureKey& key = table.keys[i];
      const Summary& difference = comparison.difference[first + i];
      const Verdict verdict = verdict_of(difference, confidence);
      const bool differs = verdict == Verdict::more || verdict == Verdict::less;
      if (key.values[1] != "waiting" || !differs) continue;
      const Changed one{first + i, &key, verdict, std::abs(difference.mean)};
      const auto [at, is_new] = most.emplace(key.values[2], one);
      if (!is_new && at->second.relative < one.relative) at->second = one;
    }
    first += table.keys.size();
  }
  if (most.empty()) return {};
  std::vector<Changed> largest;
  for (const auto& [measure, one] : most) largest.push_back(one);
  constexpr std::size_t most_lists = 6;
  keep_largest(largest, most_lists);
  std::vector<TextRow> rows{
      {word(l, "Lijsten in het jaar van hun grootste verschil",
            "Lists in the year they differ most"),
       word(l, "jaar", "year"), word(l, "basis", "base"), word(l, "alternatief", "alternative"),
       word(l, "verschil", "difference"), word(l, "95 %-interval", "95 % interval")}};
  for (const Changed& one : largest) {
    TextRow row = row_of(s, comparison, one, confidence, l);
    row.back() = std::move(row[4]);
    row = {
        label_of(s, one.key->values[2], l), one.key->values[0], row[1], row[2], row[3], row.back()};
    rows.push_back(std::move(row));
  }
  return "\n" + aligned(rows);
}

/// Figures of tables/people.csv for everybody together.
class PeopleSums final {
 public:
  explicit PeopleSums(const Comparison& comparison) {
    for (std::size_t i = 0; i < comparison.people.keys.size(); ++i) {
      const std::vector<std::string>& of = comparison.people.keys[i].values;
      if (of[1] != "all") continue;
      sums_[of[0] + ' ' + of[2]] += comparison.people_figures[i].mean;
      sums_[of[0] + ' ' + of[2] + ' ' + of[3]] += comparison.people_figures[i].mean;
    }
  }
  /// Over all subjects, or of one.
  [[nodiscard]] double of(const std::string& reach, const std::string& indicator,
                          const std::string& subject = {}) const {
    const auto at = sums_.find(reach + ' ' + indicator + (subject.empty() ? "" : ' ' + subject));
    return at == sums_.end() ? 0 : at->second;
  }

 private:
  std::map<std::string, double> sums_;  // over subjects
};

std::string people(const Comparison& comparison, Language l) {
  const PeopleSums sums(comparison);
  std::vector<TextRow> rows{{word(l, "Wiens leven anders loopt", "Whose lives are different"),
                             word(l, "mensen", "people"),
                             word(l, "starts eerder", "starts earlier"), word(l, "later", "later"),
                             word(l, "nieuw", "new"), word(l, "niet meer", "no longer"),
                             word(l, "maanden werk", "months in a job"),
                             word(l, "in de sociale economie", "in the social economy"),
                             word(l, "maanden wachten", "months waiting")}};
  const auto add = [&](const char* reach, std::string name) {
    if (sums.of(reach, "people") == 0) return;
    rows.push_back(
        {std::move(name), number(l, sums.of(reach, "people")),
         number(l, sums.of(reach, "starts_earlier")), number(l, sums.of(reach, "starts_later")),
         number(l, sums.of(reach, "starts_newly")), number(l, sums.of(reach, "starts_no_longer")),
         signed_number(l, sums.of(reach, "in_job")),
         signed_number(l, sums.of(reach, "in_social_job")),
         signed_number(l, sums.of(reach, "waiting"))});
  };
  add("direct", word(l, "zelf geraakt", "reached themselves"));
  add("indirect",
      word(l, "alleen via de wachtrij (verdringing)", "only through the queue (displacement)"));
  add("base_only", word(l, "bestaan alleen in de basis", "exist only in the base"));
  add("alternative_only",
      word(l, "bestaan alleen in het alternatief", "exist only in the alternative"));
  const std::string same = number(l, sums.of("same", "people"));
  if (rows.size() == 1) {
    return word(l, "  Niemands leven loopt anders.\n", "  Nobody's life is different.\n");
  }
  return aligned(rows) + (l == Language::nl
                              ? fmt::format("  Voor {} anderen verandert er niets.\n", same)
                              : fmt::format("  For {} others nothing changes.\n", same));
}

/// The measures whose starts the queue moves most.
std::string displaced(const scenario::Scenario& s, const Comparison& comparison, Language l) {
  const PeopleSums sums(comparison);
  std::vector<std::pair<double, std::string>> moved;
  for (const scenario::Measure& measure : s.measures) {
    const double starts = sums.of("indirect", "starts_earlier", measure.id) +
                          sums.of("indirect", "starts_later", measure.id) +
                          sums.of("indirect", "starts_newly", measure.id) +
                          sums.of("indirect", "starts_no_longer", measure.id);
    if (starts > 0) moved.emplace_back(starts, measure.id);
  }
  if (moved.empty()) return {};
  std::ranges::sort(moved, std::greater());
  constexpr std::size_t most = 5;
  moved.resize(std::min(most, moved.size()));
  std::vector<TextRow> rows{{word(l, "Wat de wachtrij verschuift", "What the queue moves"),
                             word(l, "starts eerder", "starts earlier"), word(l, "dagen", "days"),
                             word(l, "later", "later"), word(l, "dagen", "days"),
                             word(l, "nieuw", "new"), word(l, "niet meer", "no longer")}};
  for (const auto& [starts, id] : moved) {
    TextRow row{label_of(s, id, l)};
    for (const char* what : {"starts_earlier", "days_earlier", "starts_later", "days_later",
                             "starts_newly", "starts_no_longer"}) {
      row.push_back(number(l, sums.of("indirect", what, id)));
    }
    rows.push_back(std::move(row));
  }
  return "\n" + aligned(rows);
}

std::string about_noise(const HeadlineTable& shown, Language l) {
  std::string text;
  if (shown.more > 0) {
    text += l == Language::nl
                ? fmt::format("  {} andere veranderen minder (tables/headline.csv).\n", shown.more)
                : fmt::format("  {} others change less (tables/headline.csv).\n", shown.more);
  }
  if (shown.noise + shown.same > 0) {
    text +=
        l == Language::nl
            ? fmt::format(
                  "  {} andere kerncijfers van dat jaar verschillen niet meer dan toeval, {} zijn "
                  "exact gelijk.\n",
                  shown.noise, shown.same)
            : fmt::format(
                  "  {} other headline figures of that year differ no more than by chance, {} "
                  "are exactly the same.\n",
                  shown.noise, shown.same);
  }
  const double ratio = median_of(shown.ratios);
  if (std::isnan(ratio)) return text;
  return text +
         (l == Language::nl
              ? fmt::format(
                    "  Dezelfde mensen in beide: zonder dat waren er voor dezelfde zekerheid "
                    "{} keer zoveel replicaties nodig (mediaan).\n",
                    number(l, ratio, 1))
              : fmt::format("  The same people in both: without that it would take {} times as "
                            "many replications to be as sure (median).\n",
                            number(l, ratio, 1)));
}

/// As much of a value as there is room for.
std::string shortened(const std::string& value) {
  constexpr std::size_t room = 60;
  if (value.empty()) return "–";
  if (value.size() <= room) return value;
  std::size_t end = room;
  while ((static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;  // whole characters
  return value.substr(0, end) + "…";
}

std::string assumptions(const LoadedScenario& base, const LoadedScenario& alternative, Language l) {
  const auto differences = assumption_differences(base, alternative);
  std::string text = l == Language::nl
                         ? fmt::format("  Verschil in aannames: {} {}.\n", differences.size(),
                                       differences.size() == 1 ? "waarde" : "waarden")
                         : fmt::format("  Difference in assumptions: {} {}.\n", differences.size(),
                                       differences.size() == 1 ? "value" : "values");
  constexpr std::size_t most = 8;
  for (std::size_t i = 0; i < std::min(most, differences.size()); ++i) {
    const AssumptionDifference& d = differences[i];
    text += fmt::format("    {}: {} → {}\n", d.path, shortened(d.base), shortened(d.alternative));
  }
  if (differences.size() > most) text += "    … (tables/assumptions.csv)\n";
  return text;
}

}  // namespace

std::string comparison_text(const ComparedScenarios& scenarios, const CompareResult& result,
                            Language l) {
  const scenario::Scenario& base = scenarios.base.scenario;
  std::string text = l == Language::nl
                         ? fmt::format("Basis: {}, {} replicaties\n",
                                       label_or(l, base.title, base.name), result.replications)
                         : fmt::format("Base: {}, {} replications\n",
                                       label_or(l, base.title, base.name), result.replications);
  if (base.scale < 1) text += in(l, scale_notice(base.scale)) + "\n";
  if (result.precision) {
    text += in(l, precision_text(*result.precision, result.replications)) + "\n";
  }
  for (std::size_t i = 0; i < result.comparisons.size(); ++i) {
    const LoadedScenario& alternative = scenarios.alternatives[i];
    const scenario::Scenario& s = alternative.scenario;
    const Comparison& comparison = result.comparisons[i];
    const HeadlineTable shown = headline(s, comparison, result.confidence, l);
    text += "\n" + label_or(l, s.title, scenarios.label(i)) + "\n";
    text += assumptions(scenarios.base, alternative, l) + "\n" + shown.text;
    text += about_noise(shown, l);
    text += lists_at_their_most(s, comparison, result.confidence, l) + "\n";
    text += people(comparison, l);
    text += displaced(s, comparison, l);
  }
  if (result.comparisons.size() > 1) {
    text += l == Language::nl ? fmt::format(
                                    "\n  Elk interval is {} breed genomen, zodat ze voor alle {} "
                                    "alternatieven samen met 95 % gelden.\n",
                                    percent(l, result.confidence, 1), result.comparisons.size())
                              : fmt::format(
                                    "\n  Each interval is one of {}, so that they hold for all {} "
                                    "alternatives together with 95 %.\n",
                                    percent(l, result.confidence, 1), result.comparisons.size());
  }
  return text;
}

}  // namespace doorstroom

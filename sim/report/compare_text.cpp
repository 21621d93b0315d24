#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "compare/verdict.hpp"
#include "report/assumption_differences.hpp"
#include "report/compare_report.hpp"
#include "report/headline_differences.hpp"
#include "report/people_sums.hpp"
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

std::string signed_number(Language l, double value) {
  return (value > 0 ? "+" : "") + number(l, value);
}

/// The headline figures of the last year that differ.
struct HeadlineTable {
  std::string text;
  std::size_t more = 0;  // that differ, too many to show
  SortedOut sorted;
};

TextRow row_of(const scenario::Scenario& s, const Comparison& comparison,
               const HeadlineDifference& one, double confidence, Language l) {
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

HeadlineTable headline(const scenario::Scenario& s, const Comparison& comparison, double confidence,
                       Language l) {
  HeadlineTable shown;
  const std::string year = last_year(s);
  shown.sorted = sorted_out(comparison, confidence, year);
  std::vector<HeadlineDifference> changed = shown.sorted.changed;
  constexpr std::size_t most_rows = 24;
  shown.more = changed.size() - std::min(changed.size(), most_rows);
  keep_largest(changed, most_rows);
  if (changed.empty()) return shown;
  std::vector<TextRow> rows{{year, word(l, "basis", "base"), word(l, "alternatief", "alternative"),
                             word(l, "verschil", "difference"),
                             word(l, "95 %-interval", "95 % interval"), ""}};
  for (const HeadlineDifference& one : changed)
    rows.push_back(row_of(s, comparison, one, confidence, l));
  shown.text = aligned(rows);
  return shown;
}

/// Each list in the year in which its length differs most, if that can be told from chance.
std::string lists_at_their_most(const scenario::Scenario& s, const Comparison& comparison,
                                double confidence, Language l) {
  std::vector<HeadlineDifference> largest = at_their_most(comparison, confidence, "waiting");
  if (largest.empty()) return {};
  constexpr std::size_t most_lists = 6;
  keep_largest(largest, most_lists);
  std::vector<TextRow> rows{
      {word(l, "Lijsten in het jaar van hun grootste verschil",
            "Lists in the year they differ most"),
       word(l, "jaar", "year"), word(l, "basis", "base"), word(l, "alternatief", "alternative"),
       word(l, "verschil", "difference"), word(l, "95 %-interval", "95 % interval")}};
  for (const HeadlineDifference& one : largest) {
    TextRow row = row_of(s, comparison, one, confidence, l);
    row.back() = std::move(row[4]);
    row = {
        label_of(s, one.key->values[2], l), one.key->values[0], row[1], row[2], row[3], row.back()};
    rows.push_back(std::move(row));
  }
  return "\n" + aligned(rows);
}

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
  if (shown.sorted.noise + shown.sorted.same > 0) {
    text +=
        l == Language::nl
            ? fmt::format(
                  "  {} andere kerncijfers van dat jaar verschillen niet meer dan toeval, {} zijn "
                  "exact gelijk.\n",
                  shown.sorted.noise, shown.sorted.same)
            : fmt::format(
                  "  {} other headline figures of that year differ no more than by chance, {} "
                  "are exactly the same.\n",
                  shown.sorted.noise, shown.sorted.same);
  }
  const double ratio = median_of(shown.sorted.ratios);
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

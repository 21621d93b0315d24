#include "report/compare_report.hpp"

#include <map>

#include <fmt/format.h>

#include "compare/verdict.hpp"
#include "report/assumption_differences.hpp"
#include "report/compare_page.hpp"
#include "report/csv.hpp"
#include "report/presentation.hpp"

namespace doorstroom {

namespace {

std::string dimensions_of(const FigureTable& table) {
  std::string text = "alternative";
  for (const std::string& dimension : table.dimensions) text += ',' + dimension;
  return text + ",unit,";
}

std::string key_of(const std::string& alternative, const FigureKey& key) {
  std::string text = csv_field(alternative);
  for (const std::string& value : key.values) text += ',' + csv_field(value);
  return text + ',' + csv_field(key.unit);
}

std::string interval_text(const Summary& summary, double confidence) {
  const Interval interval = interval_of_mean(summary, confidence);
  return number_text(interval.low) + ',' + number_text(interval.high);
}

/// The rows of one table of one alternative; `first`: its first figure.
std::string difference_rows(const std::string& name, const Comparison& comparison,
                            const FigureTable& table, std::size_t first, double confidence) {
  std::string text;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const FigureKey& key = table.keys[i];
    const Summary& base = comparison.base[first + i];
    const Summary& alternative = comparison.alternative[first + i];
    const Summary& difference = comparison.difference[first + i];
    if (!is_written(key, base) && !is_written(key, alternative)) continue;
    text += fmt::format(
        "{},{},{},{},{},{},{},{},{}\n", key_of(name, key), number_text(base.mean),
        number_text(alternative.mean), number_text(difference.mean), number_text(difference.sd),
        interval_text(difference, confidence), name_of(verdict_of(difference, confidence)),
        number_text(variance_ratio(base, alternative, difference)), difference.replications);
  }
  return text;
}

std::string people_rows(const std::string& name, const Comparison& comparison, double confidence) {
  std::string text;
  for (std::size_t i = 0; i < comparison.people.keys.size(); ++i) {
    const Summary& s = comparison.people_figures[i];
    const FigureKey& key = comparison.people.keys[i];
    if (key.written == Rows::that_happened && s.mean == 0 && !(s.sd > 0)) continue;
    text += fmt::format("{},{},{},{},{},{},{},{}\n", key_of(name, key), number_text(s.mean),
                        number_text(s.sd), interval_text(s, confidence), number_text(s.p05),
                        number_text(s.p50), number_text(s.p95), s.replications);
  }
  return text;
}

std::string assumption_rows(const std::string& name, const LoadedScenario& base,
                            const LoadedScenario& alternative) {
  std::string text;
  for (const AssumptionDifference& d : assumption_differences(base, alternative)) {
    text += fmt::format("{},{},{},{},{},{}\n", csv_field(name), csv_field(d.path),
                        csv_field(d.base), csv_field(d.alternative), csv_field(d.base_source),
                        csv_field(d.alternative_source));
  }
  return text;
}

}  // namespace

std::string ComparedScenarios::label(std::size_t alternative) const {
  const std::string& name = alternatives[alternative].scenario.name;
  std::size_t earlier = base.scenario.name == name ? 1 : 0;
  for (std::size_t i = 0; i < alternative; ++i) {
    if (alternatives[i].scenario.name == name) ++earlier;
  }
  return earlier == 0 ? name : fmt::format("{}-{}", name, earlier + 1);
}

void write_comparison(const ResultDirectory& directory, const ComparedScenarios& scenarios,
                      const CompareResult& result, const RunRecord& record, Language language) {
  std::map<std::string, std::string> digests;
  const auto write = [&](const std::string& name, const std::string& content) {
    directory.write(name, content);
    digests[name] = sha256(content);
  };
  std::vector<std::size_t> first(result.comparisons.size(), 0);
  for (std::size_t t = 0; t < result.comparisons.front().layout.tables.size(); ++t) {
    const FigureTable& shown = result.comparisons.front().layout.tables[t];
    std::string text = dimensions_of(shown) +
                       "base,alternative_value,difference,sd,low,high,verdict,variance_ratio,"
                       "replications\n";
    for (std::size_t i = 0; i < result.comparisons.size(); ++i) {
      const Comparison& comparison = result.comparisons[i];
      const FigureTable& table = comparison.layout.tables[t];
      text += difference_rows(scenarios.label(i), comparison, table, first[i], result.confidence);
      first[i] += table.keys.size();
    }
    write("tables/" + shown.name + ".csv", text);
  }
  std::string people = dimensions_of(result.comparisons.front().people) +
                       "mean,sd,low,high,p05,p50,p95,replications\n";
  std::string assumptions =
      "alternative,path,base,alternative_value,base_source,alternative_source\n";
  write("scenarios/" + scenarios.base.scenario.name + ".json",
        resolved_text(scenarios.base.scenario));
  for (std::size_t i = 0; i < result.comparisons.size(); ++i) {
    people += people_rows(scenarios.label(i), result.comparisons[i], result.confidence);
    assumptions += assumption_rows(scenarios.label(i), scenarios.base, scenarios.alternatives[i]);
    write("scenarios/" + scenarios.label(i) + ".json",
          resolved_text(scenarios.alternatives[i].scenario));
  }
  write("tables/people.csv", people);
  write("tables/assumptions.csv", assumptions);
  write_presentation(directory, compare_page_data(scenarios, result, record, language),
                     in(language, compare_title(scenarios)));
  StudyFacts facts{
      "compare", {&scenarios.base}, result.replications, result.audit_checks, result.events};
  facts.precision = result.precision;
  for (const LoadedScenario& alternative : scenarios.alternatives) {
    facts.scenarios.push_back(&alternative);
  }
  directory.write(std::string(mark_of_results), study_manifest_text(facts, digests, record));
}

}  // namespace doorstroom

#include "report/compare_page.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "report/assumption_differences.hpp"
#include "report/compare_findings.hpp"
#include "report/comparison_figures.hpp"
#include "report/headline_differences.hpp"
#include "report/page_names.hpp"
#include "report/page_parts.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;
using Values = std::vector<std::string>;

/// Which figures of a table the page draws.
using Drawn = std::function<bool(const Values& values)>;

bool is_among(std::span<const std::string_view> names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

bool all_of_them(const Values&) {
  return true;
}

bool stocks_of_everybody(const Values& of) {
  constexpr std::array<std::string_view, 3> stocks{"waiting", "in_trajectory", "jobseekers"};
  return of[3] == "all" && is_among(stocks, of[1]);
}

/// Of single measures only the figures that sum a year up.
bool carousel_that_is_drawn(const Values& of) {
  constexpr std::array<std::string_view, 5> of_measures{
      "returned_within_365", "returner_share", "cycles_per_100_episodes", "carousel_rate", "ended"};
  if (of[2] != "main" && of[2] != "all") return false;
  return of[1] == "all" || is_among(of_measures, of[3]);
}

/// Of single measures only in the last year: of all years they would be most of the page.
bool reach_of_groups(const Values& of, const std::string& year) {
  const bool is_drawn = of[4] == "start_share" || of[4] == "reach";
  return is_drawn && (of[1] == "all" || of[0] == year);
}

/// The differences of one table of all alternatives.
class Differences final {
 public:
  Differences(const ComparedScenarios& scenarios, const CompareResult& result)
      : scenarios_(scenarios), result_(result) {}

  /// What is nought in both, in every replication, is left out.
  [[nodiscard]] Json table(const char* name, const Drawn& is_drawn) const {
    Values dimensions{"alternative"};
    for (const FigureTable& one : result_.comparisons.front().layout.tables) {
      if (one.name != name) continue;
      dimensions.insert(dimensions.end(), one.dimensions.begin(), one.dimensions.end());
    }
    dimensions.insert(dimensions.end(), {"unit", "verdict"});
    PageTable table(dimensions, {"base", "alternative", "difference", "low", "high"});
    for (std::size_t i = 0; i < result_.comparisons.size(); ++i) {
      const Comparison& comparison = result_.comparisons[i];
      for_each_figure(comparison, name, [&](std::size_t figure, const FigureKey& key) {
        if (is_drawn(key.values)) add(scenarios_.label(i), comparison, figure, key, table);
      });
    }
    return table.json();
  }

 private:
  void add(const std::string& label, const Comparison& comparison, std::size_t figure,
           const FigureKey& key, PageTable& table) const {
    const Summary& base = comparison.base[figure];
    const Summary& alternative = comparison.alternative[figure];
    const Summary& difference = comparison.difference[figure];
    const bool is_nought = base.mean == 0 && alternative.mean == 0 && difference.sd == 0;
    const bool is_there = is_written(key, base) || is_written(key, alternative);
    if (!is_there || (is_nought && difference.replications > 0)) return;
    const Interval interval = interval_of_mean(difference, result_.confidence);
    Values values{label};
    values.insert(values.end(), key.values.begin(), key.values.end());
    values.push_back(key.unit);
    values.emplace_back(name_of(verdict_of(difference, result_.confidence)));
    table.add(values, std::array{base.mean, alternative.mean, difference.mean, interval.low,
                                 interval.high});
  }

  const ComparedScenarios& scenarios_;
  const CompareResult& result_;
};

/// Starts of groups are left out: they would be most of the table.
bool is_drawn_of_people(const Values& of) {
  return of[1] == "all" || of[3] == "all" || of[2] == "cost";
}

Json people(const ComparedScenarios& scenarios, const CompareResult& result) {
  PageTable table({"alternative", "reach", "breakdown", "indicator", "subject", "unit"},
                  {"mean", "low", "high"});
  for (std::size_t i = 0; i < result.comparisons.size(); ++i) {
    const Comparison& comparison = result.comparisons[i];
    for (std::size_t k = 0; k < comparison.people.keys.size(); ++k) {
      const FigureKey& key = comparison.people.keys[k];
      const Summary& s = comparison.people_figures[k];
      if (!is_drawn_of_people(key.values)) continue;
      if (key.written == Rows::that_happened && s.mean == 0 && !(s.sd > 0)) continue;
      const Interval interval = interval_of_mean(s, result.confidence);
      Values values{scenarios.label(i)};
      values.insert(values.end(), key.values.begin(), key.values.end());
      values.push_back(key.unit);
      table.add(values, std::array{s.mean, interval.low, interval.high});
    }
  }
  return table.json();
}

/// As much of a value as a reader of a page can use; the tables have the whole.
std::string shortened(const std::string& value) {
  constexpr std::size_t room = 400;
  if (value.size() <= room) return value;
  std::size_t end = room;
  while ((static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;  // whole characters
  return value.substr(0, end) + "…";
}

Json assumptions(const LoadedScenario& base, const LoadedScenario& alternative) {
  Json list = Json::array();
  for (const AssumptionDifference& d : assumption_differences(base, alternative)) {
    list.push_back({{"path", d.path},
                    {"base", shortened(d.base)},
                    {"alternative", shortened(d.alternative)},
                    {"base_source", d.base_source},
                    {"alternative_source", d.alternative_source}});
  }
  return list;
}

Json alternatives(const ComparedScenarios& scenarios, const CompareResult& result) {
  Json list = Json::array();
  for (std::size_t i = 0; i < scenarios.alternatives.size(); ++i) {
    const LoadedScenario& loaded = scenarios.alternatives[i];
    const scenario::Scenario& s = loaded.scenario;
    const SortedOut sorted = sorted_out(result.comparisons[i], result.confidence, last_year(s));
    list.push_back({{"id", scenarios.label(i)},
                    {"title", label_in_both(s.title, scenarios.label(i))},
                    {"description", text_in_both(s.description)},
                    {"differing", assumptions(scenarios.base, loaded)},
                    {"variance_ratio", short_figure_json(median_of(sorted.ratios))}});
  }
  return list;
}

/// The names of the base, and of what only alternatives have.
Json names(const ComparedScenarios& scenarios) {
  Json all = names_of(scenarios.base.scenario);
  for (const LoadedScenario& alternative : scenarios.alternatives) {
    const Json more = names_of(alternative.scenario);
    for (const auto& [kind, labels] : more.items()) {
      for (const auto& [id, label] : labels.items()) {
        if (!all[kind].contains(id)) all[kind][id] = label;
      }
    }
  }
  return all;
}

Json findings(const ComparedScenarios& scenarios, const CompareResult& result) {
  Json list = Json::array();
  for (const CompareFinding& one : findings_of(scenarios, result)) {
    Json json = finding_json(one.finding);
    if (one.alternative) json["alternative"] = scenarios.label(*one.alternative);
    list.push_back(std::move(json));
  }
  return list;
}

/// The files of all scenarios, each once.
Json inputs(const ComparedScenarios& scenarios) {
  Json all = inputs_json(scenarios.base);
  for (const LoadedScenario& alternative : scenarios.alternatives) {
    for (const Json& file : inputs_json(alternative)) {
      if (std::ranges::find(all, file) == all.end()) all.push_back(file);
    }
  }
  return all;
}

std::string joint_name(const ComparedScenarios& scenarios) {
  std::string name = scenarios.base.scenario.name;
  for (std::size_t i = 0; i < scenarios.alternatives.size(); ++i) {
    name += "-vs-" + scenarios.label(i);
  }
  return name;
}

scenario::Text described(const ComparedScenarios& scenarios) {
  const std::size_t n = scenarios.alternatives.size();
  const auto also = [&](Language l) {
    const scenario::Scenario& s = scenarios.alternatives.front().scenario;
    return n == 1 ? in(l, s.description) : std::string();
  };
  return {also(Language::nl), also(Language::en)};
}

}  // namespace

scenario::Text compare_title(const ComparedScenarios& scenarios) {
  const scenario::Scenario& base = scenarios.base.scenario;
  const auto title = [&](Language l, const char* one, const char* several) {
    const std::string of_base = label_or(l, base.title, base.name);
    const std::size_t n = scenarios.alternatives.size();
    if (n > 1) return fmt::format(fmt::runtime(several), of_base, n);
    const scenario::Scenario& s = scenarios.alternatives.front().scenario;
    return fmt::format(fmt::runtime(one), label_or(l, s.title, scenarios.label(0)), of_base);
  };
  return {title(Language::nl, "{} – vergeleken met: {}", "{} – en {} alternatieven"),
          title(Language::en, "{} – compared with: {}", "{} – and {} alternatives")};
}

std::string compare_page_data(const ComparedScenarios& scenarios, const CompareResult& result,
                              const RunRecord& record, Language language) {
  const scenario::Scenario& base = scenarios.base.scenario;
  const Differences differences(scenarios, result);
  Json data{{"format", 1},
            {"kind", "compare"},
            {"language", language == Language::nl ? "nl" : "en"},
            {"scenario",
             {{"name", joint_name(scenarios)},
              {"title", text_in_both(compare_title(scenarios))},
              {"description", text_in_both(described(scenarios))},
              {"start", iso_date(base.horizon.start)},
              {"end", iso_date(base.horizon.end)}}},
            {"base", {{"id", base.name}, {"title", label_in_both(base.title, base.name)}}},
            {"alternatives", alternatives(scenarios, result)},
            {"run",
             {{"version", std::string(version())},
              {"commit", std::string(commit())},
              {"seed", base.seed},
              {"scale", figure_json(base.scale)},
              {"replications", result.replications},
              {"confidence", figure_json(result.confidence)},
              {"command", record.command},
              {"audit_checks", result.audit_checks},
              {"inputs", inputs(scenarios)}}},
            {"findings", findings(scenarios, result)},
            {"names", names(scenarios)}};
  const auto reached = [year = last_year(base)](const Values& of) {
    return reach_of_groups(of, year);
  };
  data["tables"] = {{"headline", differences.table("headline", all_of_them)},
                    {"series", differences.table("series", stocks_of_everybody)},
                    {"carousel", differences.table("carousel", carousel_that_is_drawn)},
                    {"equity", differences.table("equity", reached)},
                    {"people", people(scenarios, result)}};
  data["observed"] = Json::array();
  data["parameters"] = parameters_json(scenarios.base.parameters);
  return data.dump();
}

}  // namespace doorstroom

#include "report/page_data.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "report/findings.hpp"
#include "report/page_names.hpp"
#include "report/page_selection.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

/// A figure with at most so many decimals, or null.
Json figure(double value, int decimals = 6) {
  if (std::isnan(value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  const double rounded = std::round(value * scale) / scale;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15) {
    return static_cast<std::int64_t>(rounded);
  }
  return rounded;
}

/// A column of a table; one value where all rows have the same.
Json column(Json values) {
  const bool same = !values.empty() && std::ranges::all_of(values, [&](const Json& value) {
    return value == values.front();
  });
  return same ? Json(values.front()) : values;
}

/// A dimension as numbers of its distinct values, in the order in which they are met.
template <class ValueOf>
Json dimension(const std::vector<std::size_t>& rows, ValueOf value_of) {
  std::map<std::string, std::size_t> numbers;
  Json values = Json::array();
  Json codes = Json::array();
  for (const std::size_t row : rows) {
    const std::string& value = value_of(row);
    const auto [at, is_new] = numbers.emplace(value, numbers.size());
    if (is_new) values.push_back(value);
    codes.push_back(at->second);
  }
  return {{"values", values}, {"codes", column(std::move(codes))}};
}

/// A table by columns; figures that no replication gave, or that no section draws, are left out.
Json table(const FigureTable& table, const Summary* summaries, const PageSelection& selection) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const FigureKey& key = table.keys[i];
    if (is_written(key, summaries[i]) && selection.holds(table, key)) rows.push_back(i);
  }
  Json json{{"rows", rows.size()}, {"dimensions", Json::object()}};
  Json& dimensions = json["dimensions"];
  for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
    dimensions[table.dimensions[d]] = dimension(
        rows, [&](std::size_t row) -> const std::string& { return table.keys[row].values[d]; });
  }
  dimensions["unit"] =
      dimension(rows, [&](std::size_t row) -> const std::string& { return table.keys[row].unit; });
  const auto statistic = [&](const char* name, double Summary::*member) {
    Json values = Json::array();
    for (const std::size_t row : rows) {
      values.push_back(figure(summaries[row].*member, decimals_of(table.keys[row].unit)));
    }
    json[name] = column(std::move(values));
  };
  statistic("mean", &Summary::mean);
  statistic("p05", &Summary::p05);
  statistic("p50", &Summary::p50);
  statistic("p95", &Summary::p95);
  return json;
}

Json parameters(const std::vector<Parameter>& parameters) {
  Json list = Json::array();
  for (const Parameter& p : parameters) {
    const scenario::Evidence& e = p.evidence;
    Json one{{"path", p.path}, {"value", figure(p.value)}, {"text", p.text}, {"unit", p.unit}};
    one["status"] = e.status == scenario::Standing::unstated
                        ? "unstated"
                        : std::string(scenario::word(e.status));
    if (e.range) one["range"] = {figure(e.range->first), figure(e.range->second)};
    if (!e.source.empty()) one["source"] = e.source;
    if (!e.note.empty()) one["note"] = e.note;
    if (!e.group.empty()) one["group"] = e.group;
    one["where"] = p.where;
    list.push_back(std::move(one));
  }
  return list;
}

Json observed(const scenario::Scenario& s) {
  Json list = Json::array();
  for (const scenario::Observed& o : s.output.observed) {
    Json values = Json::object();
    for (const auto& [date, value] : o.values) values[date] = figure(value.value);
    list.push_back({{"indicator", o.indicator}, {"subject", o.subject}, {"values", values}});
  }
  return list;
}

Json findings(const LoadedScenario& loaded, const RunResult& result) {
  Json list = Json::array();
  for (const Finding& f : findings_of(loaded, result, overview_of(loaded.scenario, result))) {
    Json one = text_in_both(f.text);
    one["weight"] = f.weight == Weight::warning ? "warning" : "fact";
    one["about"] = f.about;
    if (f.prominence == Prominence::more) one["more"] = true;
    list.push_back(std::move(one));
  }
  return list;
}

Json inputs(const LoadedScenario& loaded) {
  Json list = Json::array();
  for (const InputFile& file : input_files(loaded)) {
    list.push_back({{"file", file.name}, {"sha256", file.sha256}});
  }
  return list;
}

}  // namespace

std::string page_data(const LoadedScenario& loaded, const RunResult& result,
                      const RunRecord& record, Language language) {
  const scenario::Scenario& s = loaded.scenario;
  Json data{{"format", 1},
            {"kind", "run"},
            {"language", language == Language::nl ? "nl" : "en"},
            {"scenario",
             {{"name", s.name},
              {"title", label_in_both(s.title, s.name)},
              {"description", text_in_both(s.description)},
              {"start", iso_date(s.horizon.start)},
              {"end", iso_date(s.horizon.end)}}},
            {"run",
             {{"version", std::string(version())},
              {"commit", std::string(commit())},
              {"seed", s.seed},
              {"scale", figure(s.scale)},
              {"replications", result.replications},
              {"command", record.command},
              {"audit_checks", result.audit_checks},
              {"inputs", inputs(loaded)}}},
            {"findings", findings(loaded, result)},
            {"names", names_of(s)}};
  std::size_t first = 0;
  const PageSelection selection(s);
  for (const FigureTable& t : result.layout.tables) {
    if (PageSelection::has(t.name)) {
      data["tables"][t.name] = table(t, result.summaries.data() + first, selection);
    }
    first += t.keys.size();
  }
  data["observed"] = observed(s);
  data["parameters"] = parameters(loaded.parameters);
  return data.dump();
}

}  // namespace doorstroom

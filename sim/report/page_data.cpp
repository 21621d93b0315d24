#include "report/page_data.hpp"

#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "report/csv.hpp"
#include "report/findings.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

Json text(const scenario::Text& t) {
  return {{"nl", t.nl}, {"en", t.en}};
}

Json label(const scenario::Text& t, const std::string& id) {
  return {{"nl", label_or(Language::nl, t, id)}, {"en", label_or(Language::en, t, id)}};
}

/// A figure with at most six decimals, or null.
Json figure(double value) {
  if (std::isnan(value)) return nullptr;
  const double rounded = std::round(value * 1e6) / 1e6;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15) {
    return static_cast<std::int64_t>(rounded);
  }
  return rounded;
}

/// A table by columns; dimensions as numbers of their distinct values.
Json table(const FigureTable& table, const Summary* summaries) {
  Json json;
  Json& columns = json["dimensions"] = Json::object();
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    if (summaries[i].replications > 0) rows.push_back(i);
  }
  const auto add = [&](const std::string& name, auto value_of) {
    std::map<std::string, std::size_t> numbers;
    Json values = Json::array();
    Json codes = Json::array();
    for (const std::size_t row : rows) {
      const std::string& value = value_of(table.keys[row]);
      const auto [at, is_new] = numbers.emplace(value, numbers.size());
      if (is_new) values.push_back(value);
      codes.push_back(at->second);
    }
    columns[name] = {{"values", values}, {"codes", codes}};
  };
  for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
    add(table.dimensions[d],
        [d](const FigureKey& key) -> const std::string& { return key.values[d]; });
  }
  add("unit", [](const FigureKey& key) -> const std::string& { return key.unit; });
  const auto statistic = [&](const char* name, double Summary::*member) {
    Json values = Json::array();
    for (const std::size_t row : rows) values.push_back(figure(summaries[row].*member));
    json[name] = std::move(values);
  };
  statistic("mean", &Summary::mean);
  statistic("sd", &Summary::sd);
  statistic("p05", &Summary::p05);
  statistic("p50", &Summary::p50);
  statistic("p95", &Summary::p95);
  return json;
}

Json names(const scenario::Scenario& s) {
  Json json;
  for (const auto& status : s.statuses)
    json["statuses"][status.id] = label(status.label, status.id);
  for (const auto& measure : s.measures)
    json["measures"][measure.id] = label(measure.label, measure.id);
  for (const auto& service : s.screening)
    json["measures"][service.id] = label(service.label, service.id);
  for (const auto& resource : s.resources) {
    Json one = label(resource.label, resource.id);
    one["kind"] = std::string(scenario::word(resource.kind));
    one["binding"] = resource.binding;
    one["payer"] = resource.payer;
    one["needed_by"] = Json::array();
    for (const auto& measure : s.measures) {
      for (const auto& need : measure.needs) {
        if (need.resource == resource.id) one["needed_by"].push_back(measure.id);
      }
    }
    json["resources"][resource.id] = one;
  }
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
    Json one = text(f.text);
    one["weight"] = f.weight == Weight::warning ? "warning" : "fact";
    one["about"] = f.about;
    list.push_back(std::move(one));
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
              {"title", label(s.title, s.name)},
              {"description", text(s.description)},
              {"start", iso_date(s.horizon.start)},
              {"end", iso_date(s.horizon.end)}}},
            {"run",
             {{"version", std::string(version())},
              {"commit", std::string(commit())},
              {"seed", s.seed},
              {"replications", result.figures.size()},
              {"command", record.command},
              {"audit_checks", result.audit_checks}}},
            {"findings", findings(loaded, result)},
            {"names", names(s)}};
  std::size_t first = 0;
  for (const FigureTable& t : result.layout.tables) {
    data["tables"][t.name] = table(t, result.summaries.data() + first);
    first += t.keys.size();
  }
  data["observed"] = observed(s);
  data["parameters"] = parameters(loaded.parameters);
  return data.dump();
}

}  // namespace doorstroom

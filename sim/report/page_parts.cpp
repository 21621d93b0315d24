#include "report/page_parts.hpp"

#include <algorithm>
#include <cmath>

#include "base/contracts.hpp"
#include "report/manifest.hpp"
#include "report/page_names.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

Json rounded_to(double value, int decimals) {
  if (std::isnan(value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  const double rounded = std::round(value * scale) / scale;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15) {
    return static_cast<std::int64_t>(rounded);
  }
  return rounded;
}

}  // namespace

Json figure_json(double value, int decimals) {
  return rounded_to(value, decimals);
}

Json short_figure_json(double value) {
  constexpr int digits = 6;
  const double size = std::abs(value);
  const int before = size >= 1 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 0;
  return rounded_to(value, std::max(0, digits - before));
}

Json column_json(Json values) {
  const bool same = !values.empty() && std::ranges::all_of(values, [&](const Json& value) {
    return value == values.front();
  });
  return same ? Json(values.front()) : values;
}

Json parameters_json(const std::vector<Parameter>& parameters) {
  Json list = Json::array();
  for (const Parameter& p : parameters) {
    const scenario::Evidence& e = p.evidence;
    Json one{{"path", p.path}, {"value", figure_json(p.value)}, {"text", p.text}, {"unit", p.unit}};
    one["status"] = e.status == scenario::Standing::unstated
                        ? "unstated"
                        : std::string(scenario::word(e.status));
    if (e.range) one["range"] = {figure_json(e.range->first), figure_json(e.range->second)};
    if (!e.source.empty()) one["source"] = e.source;
    if (!e.note.empty()) one["note"] = e.note;
    if (!e.group.empty()) one["group"] = e.group;
    one["where"] = p.where;
    list.push_back(std::move(one));
  }
  return list;
}

Json inputs_json(const LoadedScenario& loaded) {
  Json list = Json::array();
  for (const InputFile& file : input_files(loaded)) {
    list.push_back({{"file", file.name}, {"sha256", file.sha256}});
  }
  return list;
}

Json finding_json(const Finding& finding) {
  Json one = text_in_both(finding.text);
  one["weight"] = finding.weight == Weight::warning ? "warning" : "fact";
  one["about"] = finding.about;
  if (finding.prominence == Prominence::more) one["more"] = true;
  return one;
}

PageTable::PageTable(std::vector<std::string> dimensions, std::vector<std::string> figures) {
  for (std::string& name : dimensions) dimensions_.push_back({std::move(name), {}, {}, {}});
  for (std::string& name : figures) columns_.push_back({std::move(name)});
}

void PageTable::add(std::span<const std::string> values, std::span<const double> figures) {
  EXPECTS(values.size() == dimensions_.size() && figures.size() == columns_.size());
  for (std::size_t d = 0; d < values.size(); ++d) {
    Dimension& dimension = dimensions_[d];
    const auto [at, is_new] = dimension.numbers.emplace(values[d], dimension.numbers.size());
    if (is_new) dimension.values.push_back(values[d]);
    dimension.codes.push_back(at->second);
  }
  for (std::size_t c = 0; c < figures.size(); ++c) {
    columns_[c].values.push_back(short_figure_json(figures[c]));
  }
  ++rows_;
}

Json PageTable::json() const {
  Json json{{"rows", rows_}, {"dimensions", Json::object()}};
  for (const Dimension& dimension : dimensions_) {
    json["dimensions"][dimension.name] = {{"values", dimension.values},
                                          {"codes", column_json(Json(dimension.codes))}};
  }
  for (const Column& column : columns_) json[column.name] = column_json(column.values);
  return json;
}

}  // namespace doorstroom

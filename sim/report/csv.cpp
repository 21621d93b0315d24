#include "report/csv.hpp"

#include <cmath>

#include <fmt/format.h>

#include "scenario/words.hpp"

namespace doorstroom {

std::string number_text(double value) {
  if (std::isnan(value)) return {};
  std::string text = fmt::format("{:.6f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string csv_field(std::string_view text) {
  std::string field;
  constexpr std::string_view formula = "=+-@\t\r";
  if (!text.empty() && formula.find(text.front()) != std::string_view::npos) field += '\'';
  field += text;
  if (field.find_first_of(",\"\n\r") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_columns_of(const FigureTable& table) {
  std::string text;
  for (const std::string& dimension : table.dimensions) text += dimension + ',';
  return text + "unit,mean,sd,p05,p50,p95,replications";
}

std::string csv_lines_of(const FigureTable& table, std::span<const Summary> summaries,
                         std::string_view lead) {
  std::string text;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const Summary& s = summaries[i];
    if (!is_written(table.keys[i], s)) continue;
    text += lead;
    for (const std::string& value : table.keys[i].values) text += csv_field(value) + ',';
    text += csv_field(table.keys[i].unit);
    for (const double figure : {s.mean, s.sd, s.p05, s.p50, s.p95}) {
      text += ',' + number_text(figure);
    }
    text += fmt::format(",{}\n", s.replications);
  }
  return text;
}

std::string csv_of(const FigureTable& table, std::span<const Summary> summaries) {
  return csv_columns_of(table) + "\n" + csv_lines_of(table, summaries, {});
}

std::string csv_of(const std::vector<Parameter>& parameters) {
  std::string text = "path,value,as_written,unit,status,low,high,group,source,note,where\n";
  for (const Parameter& p : parameters) {
    const scenario::Evidence& e = p.evidence;
    const std::string_view status =
        e.status == scenario::Standing::unstated ? "unstated" : scenario::word(e.status);
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", csv_field(p.path),
                        number_text(p.value), csv_field(p.text), csv_field(p.unit), status,
                        e.range ? number_text(e.range->first) : "",
                        e.range ? number_text(e.range->second) : "", csv_field(e.group),
                        csv_field(e.source), csv_field(e.note), csv_field(p.where));
  }
  return text;
}

}  // namespace doorstroom

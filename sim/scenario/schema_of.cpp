#include "scenario/schema_of.hpp"

#include <cmath>

#include "scenario/usual.hpp"

namespace doorstroom::scenario {

namespace {

Json bounded(Json schema, const Field& field) {
  if (std::isfinite(field.at_least)) schema["minimum"] = field.at_least;
  if (std::isfinite(field.at_most)) schema["maximum"] = field.at_most;
  return schema;
}

Json number(const Field& field) {
  return bounded(Json{{"type", field.whole ? "integer" : "number"}}, field);
}

Json common(std::string_view name) {
  return Json{{"$ref", "#/$defs/" + std::string(name)}};
}

/// An object with a value and its evidence.
Json with_evidence(Json value, Json range_end) {
  return Json{{"type", "object"},
              {"required", {"value"}},
              {"additionalProperties", false},
              {"properties",
               {{"value", std::move(value)},
                {"unit", {{"type", "string"}}},
                {"range",
                 {{"type", "array"},
                  {"items", std::move(range_end)},
                  {"minItems", 2},
                  {"maxItems", 2},
                  {"description", "A 90 % interval."}}},
                {"range_factor", common("range_factor")},
                {"status", common("standing")},
                {"source", {{"type", "string"}}},
                {"group", {{"type", "string"}}},
                {"note", {{"type", "string"}}}}}};
}

/// Evidence beside the entries of a table, for those that have none of their own.
Json table_evidence() {
  return Json{{"range_factor", common("range_factor")},
              {"status", common("standing")},
              {"source", {{"type", "string"}}},
              {"group", {{"type", "string"}}},
              {"note", {{"type", "string"}}}};
}

Json span_text() {
  return Json{{"type", "string"},
              {"pattern", "^[0-9]+([.][0-9]+)? (day|week|month|year)s?$"},
              {"examples", {"12 months", "90 days", "1.5 years"}}};
}

}  // namespace

Json schema_of(const bool*, const Field&) {
  return Json{{"type", "boolean"}};
}

Json schema_of(const int*, const Field& field) {
  return bounded(Json{{"type", "integer"}}, field);
}

Json schema_of(const std::int64_t*, const Field& field) {
  return bounded(Json{{"type", "integer"}}, field);
}

Json schema_of(const std::uint64_t*, const Field&) {
  return Json{{"type", "integer"}, {"minimum", 0}};
}

Json schema_of(const double*, const Field& field) {
  return bounded(Json{{"type", "number"}}, field);
}

Json schema_of(const std::string*, const Field&) {
  return Json{{"type", "string"}};
}

Json schema_of(const Text*, const Field&) {
  return common("text");
}

Json schema_of(const Day*, const Field&) {
  return Json{{"type", "string"}, {"format", "date"}};
}

Json schema_of(const Quantity*, const Field& field) {
  return Json{{"anyOf", {number(field), with_evidence(number(field), number(field))}}};
}

Json schema_of(const Span*, const Field&) {
  return common("span");
}

Json schema_of(const Path*, const Field& field) {
  Json entries{{"type", "object"},
               {"properties", table_evidence()},
               {"patternProperties",
                {{"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
                  schema_of(static_cast<const Quantity*>(nullptr), field)}}},
               {"additionalProperties", false}};
  entries["properties"]["interpolate"] =
      schema_of(static_cast<const Interpolation*>(nullptr), field);
  entries["properties"]["growth"] = common("growth");
  Json quantity = schema_of(static_cast<const Quantity*>(nullptr), field);
  quantity["anyOf"].push_back(entries);
  return quantity;
}

Json schema_of(const Stay*, const Field& field) {
  if (field.or_word.empty()) return common("stay");
  return Json{{"anyOf", {common("stay"), {{"const", std::string(field.or_word)}}}}};
}

Json schema_of(const Share*, const Field&) {
  return common("share");
}

Json schema_of(const Condition*, const Field&) {
  return common("condition");
}

Json schema_of(const AttributeShares*, const Field&) {
  return common("attribute_shares");
}

Json schema_of(const CarryOver*, const Field& field) {
  Json schema = schema_of(static_cast<const Quantity*>(nullptr), field);
  schema["anyOf"].push_back(Json{{"enum", {"none", "full"}}});
  return schema;
}

Json schema_of(const Margin*, const Field&) {
  return common("margin");
}

Json schema_of_by_distance(Json value, const Field&) {
  Json table{{"type", "object"},
             {"required", {"by_distance"}},
             {"properties", table_evidence()},
             {"additionalProperties", false}};
  table["properties"]["by_distance"] = Json{{"type", "object"}, {"additionalProperties", value}};
  return Json{{"anyOf", {std::move(value), std::move(table)}}};
}

Json schema_of_numbers_by_key(Json value, const Field& field) {
  Json numbers{{"type", "object"}, {"properties", table_evidence()}};
  if (field.keyed_by == "month") {
    for (const std::string_view month : month_names) {
      numbers["properties"][std::string(month)] = value;
    }
    numbers["additionalProperties"] = false;
  } else if (field.keyed_by == "date") {
    numbers["patternProperties"]["^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] = std::move(value);
    numbers["additionalProperties"] = false;
  } else {
    numbers["additionalProperties"] = std::move(value);
  }
  return numbers;
}

Json schema_of_words(std::vector<std::string> words) {
  return Json{{"enum", std::move(words)}};
}

namespace {

Json stay_schema() {
  const auto one = [](const char* name, Json parameters) {
    Json properties = table_evidence();
    properties[name] = std::move(parameters);
    return Json{{"type", "object"},
                {"required", {name}},
                {"properties", std::move(properties)},
                {"additionalProperties", false}};
  };
  const auto parameters = [](std::initializer_list<const char*> names,
                             std::initializer_list<const char*> required) {
    Json properties{{"min", common("span")}, {"max", common("span")}};
    for (const std::string name : names) {
      properties[name] = name == "shape" ? common("quantity") : common("span");
    }
    return Json{{"type", "object"},
                {"required", required},
                {"properties", std::move(properties)},
                {"additionalProperties", false}};
  };
  Json gamma = parameters({"mean", "sd", "shape"}, {"mean"});
  gamma["oneOf"] = {Json{{"required", {"sd"}}}, Json{{"required", {"shape"}}}};
  const auto corners = [](int count) {
    return Json{
        {"type", "array"}, {"items", common("span")}, {"minItems", count}, {"maxItems", count}};
  };
  return Json{{"anyOf",
               {common("span"), one("exponential", parameters({"mean"}, {"mean"})),
                one("gamma", std::move(gamma)),
                one("lognormal", parameters({"mean", "sd"}, {"mean", "sd"})),
                one("weibull", parameters({"mean", "shape"}, {"mean", "shape"})),
                one("uniform", corners(2)), one("triangular", corners(3))}}};
}

Json condition_schema() {
  const Json bound = common("quantity");
  const Json range{{"type", "object"},
                   {"properties", {{"min", bound}, {"below", bound}}},
                   {"additionalProperties", false}};
  const Json names{{"type", "array"}, {"items", {{"type", "string"}}}};
  return Json{{"type", "object"},
              {"additionalProperties", {{"anyOf", {{{"type", "string"}}, names, range}}}}};
}

/// A table, or the file that holds it.
Json margin_schema() {
  Json properties = table_evidence();
  properties["file"] =
      Json{{"type", "string"}, {"description", "A CSV file, relative to the file that names it."}};
  properties["columns"] = Json{{"type", "array"},
                               {"items", {{"type", "string"}}},
                               {"minItems", 2},
                               {"description",
                                "Attributes, \"age\" or \"unemployed_for\"; then \"share\" or "
                                "\"people\"."}};
  const Json cell{{"anyOf", {{{"type", "string"}}, common("quantity")}}};
  properties["rows"] = Json{{"type", "array"},
                            {"items", {{"type", "array"}, {"items", cell}}},
                            {"description", "A value for each column."}};
  return Json{{"type", "object"},
              {"properties", std::move(properties)},
              {"anyOf", {{{"required", {"file"}}}, {{"required", {"columns", "rows"}}}}},
              {"additionalProperties", false}};
}

Json growth_rate() {
  return Json{{"anyOf",
               {{{"type", "number"}, {"minimum", -1}, {"maximum", 10}},
                {{"type", "string"}, {"pattern", "^-?[0-9]+([.][0-9]+)? ?% a year$"}}}}};
}

/// Shares of the values, or, with "by", such shares for each value of another attribute.
Json attribute_shares_schema() {
  const Json shares = schema_of_numbers_by_key(common("share"), Field{.doc = {}});
  Json by_another = schema_of_numbers_by_key(shares, Field{.doc = {}});
  by_another["properties"]["by"] = Json{{"type", "string"}};
  by_another["required"] = {"by"};
  return Json{{"anyOf", {shares, by_another}}};
}

}  // namespace

Json common_schemas() {
  const Field probability{.doc = {}, .at_least = 0, .at_most = 1};
  const Field free{.doc = {}};
  Json share_value = schema_of(static_cast<const ByDistance<Quantity>*>(nullptr), probability);
  share_value["anyOf"].push_back(Json{{"const", "rest"}});
  return Json{{"text",
               {{"anyOf",
                 {{{"type", "string"}},
                  {{"type", "object"},
                   {"properties", {{"nl", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
                   {"additionalProperties", false}}}}}},
              {"standing", schema_of(static_cast<const Standing*>(nullptr), free)},
              {"range_factor",
               {{"type", "array"},
                {"items", {{"type", "number"}}},
                {"minItems", 2},
                {"maxItems", 2},
                {"description", "The 90 % interval as factors of the value: [0.8, 1.2]."}}},
              {"quantity", schema_of(static_cast<const Quantity*>(nullptr), free)},
              {"growth",
               {{"anyOf", {growth_rate(), with_evidence(growth_rate(), growth_rate())}},
                {"description", "Yearly growth after the last entry: \"3 % a year\" or 0.03."}}},
              {"span", {{"anyOf", {span_text(), with_evidence(span_text(), span_text())}}}},
              {"stay", stay_schema()},
              {"share", share_value},
              {"condition", condition_schema()},
              {"attribute_shares", attribute_shares_schema()},
              {"margin", margin_schema()}};
}

}  // namespace doorstroom::scenario

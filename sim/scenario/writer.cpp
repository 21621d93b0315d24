// The resolved scenario: everything that holds, defaults included, in the notation of the reader.
#include "scenario/writer.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>

#include <fmt/format.h>

#include "doorstroom/load.hpp"

#include "scenario/describe_scenario.hpp"
#include "scenario/read_value.hpp"
#include "scenario/types.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

namespace {

template <class T>
Json write(const T& value);

/// A number as a whole one where it is one.
Json number(double value) {
  constexpr double exact = 9007199254740992.0;
  const bool whole = value == static_cast<double>(static_cast<std::int64_t>(value));
  if (whole && std::abs(value) < exact) return static_cast<std::int64_t>(value);
  return value;
}

/// A span in the unit in which another one is written, if that says it exactly; otherwise in days.
std::string span_like(const std::string& text, double days) {
  const std::size_t blank = text.find(' ');
  const std::string unit = blank == std::string::npos ? " days" : text.substr(blank);
  const double one = days_of_span("1" + unit).value_or(1);
  const std::string same_unit = fmt::format("{:.12g}{}", days / one, unit);
  if (days_of_span(same_unit) == days) return same_unit;
  constexpr int most_digits = 30;
  int digits = 0;  // never with an exponent
  while (digits < most_digits && days_of_span(fmt::format("{:.{}f} days", days, digits)) != days) {
    ++digits;
  }
  return fmt::format("{:.{}f} days", days, digits);
}

/// `end` writes one end of the range.
template <class End>
void add_evidence(Json& json, const Evidence& evidence, End end) {
  if (evidence.range) json["range"] = {end(evidence.range->first), end(evidence.range->second)};
  if (evidence.status != Standing::unstated) json["status"] = std::string(word(evidence.status));
  if (!evidence.source.empty()) json["source"] = evidence.source;
  if (!evidence.group.empty()) json["group"] = evidence.group;
  if (!evidence.note.empty()) json["note"] = evidence.note;
}

Json write_value(const Quantity& quantity) {
  if (quantity.evidence == Evidence{}) return number(quantity.value);
  Json json{{"value", number(quantity.value)}};
  add_evidence(json, quantity.evidence, number);
  return json;
}

Json write_value(const Span& span) {
  if (span.evidence == Evidence{}) return span.text;
  Json json{{"value", span.text}};
  add_evidence(json, span.evidence, [&](double days) { return span_like(span.text, days); });
  return json;
}

Json write_value(const Text& text) {
  if (text.nl.empty() && text.en.empty()) return {};
  return Json{{"nl", text.nl}, {"en", text.en}};
}
Json write_value(const Day& day) {
  return iso_date(day);
}

Json write_value(const Path& path) {
  if (path.entries.size() == 1 && path.entries.front().from == always && !path.growth) {
    return write_value(path.entries.front().value);
  }
  Json json = Json::object();
  for (const Path::Entry& entry : path.entries) {
    json[iso_date(entry.from)] = write_value(entry.value);
  }
  if (path.interpolate == Interpolation::linear) json["interpolate"] = "linear";
  if (path.growth) json["growth"] = write_value(*path.growth);
  return json;
}

Json write_value(const Stay& stay) {
  if (stay.kind == Stay::Kind::fixed) return write_value(stay.mean);
  if (stay.kind == Stay::Kind::open) return std::string(open_end);
  if (!stay.corners.empty()) {
    Json corners = Json::array();
    for (const Span& corner : stay.corners) corners.push_back(write_value(corner));
    return Json{{stay.kind == Stay::Kind::uniform ? "uniform" : "triangular", corners}};
  }
  Json parameters{{"mean", write_value(stay.mean)}};
  if (stay.sd) parameters["sd"] = write_value(*stay.sd);
  if (stay.shape) parameters["shape"] = write_value(*stay.shape);
  if (stay.min) parameters["min"] = write_value(*stay.min);
  if (stay.max) parameters["max"] = write_value(*stay.max);
  const char* name = stay.kind == Stay::Kind::exponential ? "exponential"
                     : stay.kind == Stay::Kind::gamma     ? "gamma"
                     : stay.kind == Stay::Kind::lognormal ? "lognormal"
                                                          : "weibull";
  return Json{{name, parameters}};
}

Json write_value(const Share& share) {
  if (share.rest) return "rest";
  return write(share.p);
}

Json write_value(const Condition& condition) {
  Json json = Json::object();
  for (const Test& test : condition.tests) {
    if (!test.values.empty()) {
      json[test.subject] = test.values;
      continue;
    }
    Json range = Json::object();
    if (test.min) range["min"] = write_value(*test.min);
    if (test.below) range["below"] = write_value(*test.below);
    json[test.subject] = range;
  }
  return json;
}

Json write_value(const AttributeShares& shares) {
  const auto one = [](const std::map<std::string, Share>& values) {
    Json json = Json::object();
    for (const auto& [value, share] : values) json[value] = write_value(share);
    return json;
  };
  if (shares.by.empty()) return one(shares.cases.at(""));
  Json json{{"by", shares.by}};
  for (const auto& [value, values] : shares.cases) json[value] = one(values);
  return json;
}

/// What a table says about all of its numbers at once; nothing if they differ in that.
std::optional<Evidence> common_evidence(const Margin& margin) {
  if (margin.rows.empty()) return std::nullopt;
  const Evidence& first = margin.rows.front().amount.evidence;
  const bool same = std::ranges::all_of(
      margin.rows, [&](const MarginRow& row) { return row.amount.evidence == first; });
  return same && !first.range ? std::optional(first) : std::nullopt;
}

Json write_value(const Margin& margin) {
  Json columns = margin.columns;
  columns.push_back(std::string(word(margin.unit)));
  const std::optional<Evidence> common = common_evidence(margin);
  Json rows = Json::array();
  for (const MarginRow& row : margin.rows) {
    Json cells = row.values;
    cells.push_back(common ? number(row.amount.value) : write_value(row.amount));
    rows.push_back(std::move(cells));
  }
  Json json{{"columns", std::move(columns)}, {"rows", std::move(rows)}};
  if (common) add_evidence(json, *common, number);
  return json;
}

Json write_value(const CarryOver& carry_over) {
  const bool plain = carry_over.share.evidence == Evidence{};
  if (plain && carry_over.share.value == 0) return "none";
  if (plain && carry_over.share.value == 1) return "full";
  return write_value(carry_over.share);
}

/// Writes the members of one object.
class WriteForm final {
 public:
  template <class T>
  void operator()(const char* key, T& member, const Field&) {
    Json value = write(member);
    const bool says_nothing = value.is_null() || (value.is_string() && value.empty()) ||
                              (value.is_structured() && value.empty());
    const bool empty_text = value.is_string() && value.get_ref<const std::string&>().empty();
    if (!says_nothing && !empty_text) json_[key] = std::move(value);
  }
  Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

template <class T>
struct IsByDistance : std::false_type {};
template <class T>
struct IsByDistance<ByDistance<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};

template <class T>
Json write(const T& value) {
  if constexpr (std::is_enum_v<T>) {
    return std::string(word(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    return number(value);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    return value;
  } else if constexpr (IsOptional<T>::value) {
    return value ? write(*value) : Json();
  } else if constexpr (IsVector<T>::value) {
    Json list = Json::array();
    for (const auto& item : value) list.push_back(write(item));
    return list;
  } else if constexpr (IsMap<T>::value) {
    Json object = Json::object();
    for (const auto& [key, item] : value) object[key] = write(item);
    return object;
  } else if constexpr (IsByDistance<T>::value) {
    if (value.classes.empty()) return write(value.all);
    return Json{{"by_distance", write(value.classes)}};
  } else if constexpr (Described<T>) {
    WriteForm form;
    T copy = value;
    describe(form, copy);
    return form.take();
  } else {
    return write_value(value);
  }
}

}  // namespace

std::map<std::string, Json> defaults_by_type() {
  std::map<std::string, Json> defaults;
  DescribedTypes::for_each(
      [&]<class T>(std::type_identity<T>) { defaults.emplace(type_name<T>, write(T{})); });
  return defaults;
}

Json path_json(const Path& path) {
  return write_value(path);
}

}  // namespace doorstroom::scenario

namespace doorstroom {

std::string resolved_text(const scenario::Scenario& scenario) {
  return scenario::write(scenario).dump(2) + "\n";
}

}  // namespace doorstroom

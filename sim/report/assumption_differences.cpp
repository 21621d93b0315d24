#include "report/assumption_differences.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include <nlohmann/json.hpp>

#include "doorstroom/calendar.hpp"

#include "scenario/words.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

/// A scenario as paths with values, in order.
struct Flat {
  std::vector<std::string> order;
  std::map<std::string, std::string> values;

  void add(const std::string& path, const Json& value) {
    if (is_evidence(path)) return;
    if (is_path_over_time(value)) return note(path, path_text(value));
    if (value.is_object()) {
      for (const auto& [key, member] : value.items()) add(path + "/" + key, member);
      return;
    }
    if (value.is_array() && has_ids(value)) {
      for (const Json& item : value) add(path + "/" + item["id"].get<std::string>(), item);
      return;
    }
    note(path, value.is_string() ? value.get<std::string>() : value.dump());
  }

  void note(const std::string& path, std::string value) {
    if (values.emplace(path, std::move(value)).second) order.push_back(path);
  }

  /// {"2017-01-01": ..., "2019-01-01": ...}: one value, which is replaced whole.
  static bool is_path_over_time(const Json& value) {
    if (!value.is_object() || value.empty()) return false;
    return std::ranges::any_of(value.items(),
                               [](const auto& item) { return parse_date(item.key()).has_value(); });
  }

  /// "2017: 1320; 2019: 1100; growth: 0.02".
  static std::string path_text(const Json& path) {
    std::string text;
    for (const auto& [key, value] : path.items()) {
      constexpr std::string_view new_year = "-01-01";
      const std::string from = key.ends_with(new_year) ? key.substr(0, key.size() - 6) : key;
      const Json& plain = value.is_object() && value.contains("value") ? value["value"] : value;
      text += (text.empty() ? "" : "; ") + from + ": " +
              (plain.is_string() ? plain.get<std::string>() : plain.dump());
    }
    return text;
  }

  static bool has_ids(const Json& list) {
    return !list.empty() && std::ranges::all_of(list, [](const Json& item) {
      return item.is_object() && item.contains("id") && item["id"].is_string();
    });
  }

  /// What is said about a number stands beside it, not among the values.
  static bool is_evidence(std::string_view path) {
    constexpr std::array<std::string_view, 5> words{"/source", "/status", "/note", "/range",
                                                    "/group"};
    constexpr std::array<std::string_view, 6> no_assumptions{
        "/name", "/title", "/description", "/seed", "/replications", "/$schema"};
    const bool is_label = path.find("/label/") != std::string_view::npos ||
                          path.starts_with("/title/") || path.starts_with("/description/");
    return is_label ||
           std::ranges::any_of(words, [&](std::string_view w) { return path.ends_with(w); }) ||
           std::ranges::any_of(no_assumptions, [&](std::string_view w) { return path == w; });
  }
};

Flat flat_of(const LoadedScenario& loaded) {
  Flat flat;
  flat.add("", Json::parse(resolved_text(loaded.scenario)));
  return flat;
}

std::map<std::string, std::string> sources_of(const LoadedScenario& loaded) {
  std::map<std::string, std::string> sources;
  for (const Parameter& parameter : loaded.parameters) {
    const scenario::Evidence& e = parameter.evidence;
    if (e.status == scenario::Standing::unstated && e.source.empty()) continue;
    std::string text = e.status == scenario::Standing::unstated
                           ? "unstated"
                           : std::string(scenario::word(e.status));
    if (!e.source.empty()) text += ": " + e.source;
    sources[parameter.path] = text;
  }
  return sources;
}

std::string value_at(const std::map<std::string, std::string>& values, const std::string& path) {
  const auto at = values.find(path);
  return at == values.end() ? std::string() : at->second;
}

/// A quantity may stand at the path of a parameter or one step below it, as its value; the numbers
/// of a path over time stand below it.
std::string source_at(const std::map<std::string, std::string>& sources, std::string path) {
  constexpr std::string_view value = "/value";
  if (path.ends_with(value)) path.resize(path.size() - value.size());
  const auto here = sources.find(path);
  if (here != sources.end()) return here->second;
  std::string text;
  for (auto at = sources.lower_bound(path + "/");
       at != sources.end() && at->first.starts_with(path + "/"); ++at) {
    if (text.find(at->second) != std::string::npos) continue;
    text += (text.empty() ? "" : "; ") + at->second;
  }
  return text;
}

}  // namespace

std::vector<AssumptionDifference> assumption_differences(const LoadedScenario& base,
                                                         const LoadedScenario& alternative) {
  const Flat before = flat_of(base);
  const Flat after = flat_of(alternative);
  const auto base_sources = sources_of(base);
  const auto alternative_sources = sources_of(alternative);
  std::vector<AssumptionDifference> differences;
  const auto note = [&](const std::string& path) {
    AssumptionDifference d{path, value_at(before.values, path), value_at(after.values, path),
                           source_at(base_sources, path), source_at(alternative_sources, path)};
    if (d.base == d.alternative) return;
    if (d.base.empty()) d.base_source.clear();
    if (d.alternative.empty()) d.alternative_source.clear();
    differences.push_back(std::move(d));
  };
  for (const std::string& path : before.order) note(path);
  for (const std::string& path : after.order) {
    if (!before.values.contains(path)) note(path);
  }
  return differences;
}

}  // namespace doorstroom

#include "engine/variants.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include <fmt/format.h>

#include "scenario/compile.hpp"
#include "study/observers.hpp"

namespace doorstroom::tests {

namespace {

Json unused_measure(const std::string& id) {
  return Json::parse(R"({"id": ")" + id + R"(", "open": [{"from": "2024-02-01"}],
      "needs": [{"resource": "unused_posts"}], "approval": {"delay": "10 days"},
      "waiting_list": {"kind": "sec_job", "leave_after": {"exponential": {"mean": "90 days"}},
                       "max_length": 3,
                       "priority": [{"id": "first", "when": {"months_waiting": {"min": 2}}}]},
      "phases": [{"id": "a", "duration": "20 days", "drop_out": {"per_month": 0.1}},
                 {"id": "b", "duration": "20 days", "needs": [{"resource": "unused_posts"}]}],
      "post_effect": {"factor": 2, "lasts": "60 days"},
      "aftercare": {"duration": "60 days", "job_loss_factor": 0.5}})");
}

/// Puts an item before all others, another one after them.
void surround(Json& list, const Json& before, const Json& after) {
  Json all = Json::array({before});
  for (const Json& item : list) all.push_back(item);
  all.push_back(after);
  list = all;
}

void reorder(Json& list, std::uint64_t how) {
  if (!list.is_array() || list.empty()) return;
  const auto shift = static_cast<std::ptrdiff_t>(how % list.size());
  std::rotate(list.begin(), list.begin() + shift, list.end());
  if (how / 16 % 2 == 0) std::reverse(list.begin(), list.end());
}

/// A path that is what it was until a date and another value from then to its next entry.
Json changed_from(const Json& path, Day date, double factor) {
  std::map<std::string, double> entries;
  if (path.is_number()) {
    entries["1900-01-01"] = path.get<double>();
  } else {
    for (const auto& [key, value] : path.items()) {
      const std::string rest = std::string("-01-01").substr(key.size() == 4 ? 0 : 3);
      entries[key.size() == 10 ? key : key + rest] = value.get<double>();
    }
  }
  const auto next = entries.upper_bound(iso_date(date));
  const double before = next == entries.begin() ? 5 : std::prev(next)->second;
  entries[iso_date(date)] = std::floor(before * factor + 3);
  Json changed;
  for (const auto& [key, value] : entries) changed[key] = value;
  return changed;
}

void change_prices(Json& needs, Day date) {
  for (Json& need : needs) {
    const bool is_price = need.contains("amount") && !need["amount"].contains("by_distance");
    if (is_price) need["amount"] = changed_from(need["amount"], date, 1.3);
  }
}

std::string name_of_figure(const FigureTable& table, const FigureKey& key) {
  return fmt::format("{}|{}|{}", table.name, fmt::join(key.values, "|"), key.unit);
}

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

std::string lives_that_differ(const Lived& a, const Lived& b, const std::string& before) {
  const auto until = [&](const std::vector<std::string>& lines) {
    const auto later = [&](const std::string& line) { return !before.empty() && line >= before; };
    return std::vector<std::string>(lines.begin(), std::ranges::find_if(lines, later));
  };
  static const std::vector<std::string> nobody;
  for (const auto& [person, of_a] : a.lives) {
    const auto found = b.lives.find(person);
    const std::vector<std::string> one = until(of_a);
    const std::vector<std::string> other = until(found == b.lives.end() ? nobody : found->second);
    if (one == other) continue;
    const auto [x, y] = std::ranges::mismatch(one, other);
    return fmt::format("{} lives \"{}\" in one, \"{}\" in the other", person,
                       x == one.end() ? "nothing more" : *x,
                       y == other.end() ? "nothing more" : *y);
  }
  for (const auto& [person, of_b] : b.lives) {
    if (!a.lives.contains(person) && !until(of_b).empty()) return person + " lives in one only";
  }
  return {};
}

std::string figures_that_differ(const Lived& a, const Lived& b,
                                const std::function<bool(const std::string&)>& counts) {
  for (const auto& [name, value] : a.figures) {
    if (!counts(name)) continue;
    const auto found = b.figures.find(name);
    if (found == b.figures.end()) return "there is no " + name;
    if (same_bits(value, found->second)) continue;
    return fmt::format("{} is {} in one, {} in the other", name, value, found->second);
  }
  return {};
}

}  // namespace

Json with_unused(Json scenario) {
  const auto post = [](const std::string& id) {
    return Json{{"id", id}, {"kind", "places"}, {"level", 4}};
  };
  surround(scenario["resources"], post("unused_posts"), post("unused_desk"));
  surround(scenario["measures"], unused_measure("unused_a"), unused_measure("unused_b"));
  const auto attribute = [](const std::string& id) {
    return Json{{"id", id}, {"values", {"no", "yes", "perhaps"}}};
  };
  surround(scenario["attributes"], attribute("unused_x"), attribute("unused_y"));
  const auto status = [](const std::string& id) { return Json{{"id", id}, {"registered", true}}; };
  surround(scenario["statuses"], status("unused_s"), status("unused_t"));
  if (!scenario.contains("screening")) scenario["screening"] = Json::array();
  const auto screening = [](const std::string& id) {
    return Json{{"id", id},
                {"needs", {{{"resource", "unused_desk"}}}},
                {"duration", "3 days"},
                {"valid_for", "60 days"},
                {"sees", {{"distance", {{"one_class", 0.1}}}}}};
  };
  surround(scenario["screening"], screening("unused_look"), screening("unused_talk"));
  return scenario;
}

Json in_another_order(Json scenario, std::uint64_t how) {
  for (const char* list :
       {"measures", "resources", "arrivals", "stock", "attributes", "statuses", "screening"}) {
    if (scenario.contains(list)) reorder(scenario[list], how);
  }
  for (const char* list : {"exits", "distance_drift"}) {
    if (scenario["labour_market"].contains(list)) reorder(scenario["labour_market"][list], how);
  }
  for (Json& measure : scenario["measures"]) {
    reorder(measure["needs"], how);
    for (Json& phase : measure["phases"]) {
      if (phase.contains("needs")) reorder(phase["needs"], how);
    }
  }
  return scenario;
}

Json with_policy_from(Json scenario, Day date) {
  for (Json& resource : scenario["resources"]) {
    for (const char* amount : {"level", "per_year", "per_quarter", "per_month"}) {
      if (resource.contains(amount))
        resource[amount] =
            changed_from(resource[amount], date, resource["kind"] == "places" ? 0.4 : 2);
    }
  }
  for (Json& stream : scenario["arrivals"]) {
    stream["per_year"] = changed_from(stream["per_year"], date, 1.5);
  }
  for (Json& measure : scenario["measures"]) {
    change_prices(measure["needs"], date);
    for (Json& phase : measure["phases"]) {
      if (phase.contains("needs")) change_prices(phase["needs"], date);
    }
    if (measure.contains("open") || measure["id"] == "m0") continue;
    measure["open"] = Json::array({Json{{"until", iso_date(date)}}});
  }
  if (!scenario["labour_market"].contains("exits")) return scenario;
  for (Json& way : scenario["labour_market"]["exits"]) {
    way["calibration"] = changed_from(way.value("calibration", Json(1)), date, 1.1);
  }
  return scenario;
}

Lived live(const Json& scenario, std::uint32_t replication) {
  const LoadedScenario loaded = read(scenario.dump());
  const auto model = std::make_shared<const Model>(scenario::compile(loaded.scenario));
  const Breakdowns breakdowns(*model, loaded.scenario.output.breakdowns);
  Observers observers(*model, breakdowns, cycle_rules_of(loaded.scenario.output), {});
  Lived lived;
  lived.simulation = simulate(model, replication, observers.recorders());
  for (const Told& told : lived.simulation.told) {
    lived.lives[lived.simulation.name(told.person)].push_back(iso_date(told.day) + " " +
                                                              line_of(*model, told.event));
  }
  const FigureLayout layout = observers.layout();
  const FigureValues values = observers.figures();
  std::size_t next = 0;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) {
      const double value = values[next++];
      const bool happened = value != 0 && !std::isnan(value);
      if (key.written == Rows::all || happened) lived.figures[name_of_figure(table, key)] = value;
    }
  }
  return lived;
}

std::string difference(const Lived& a, const Lived& b) {
  if (a.figures.size() != b.figures.size()) return "there are other figures";
  return difference_but_for({}, a, b);
}

std::string difference_but_for(const std::string& extra, const Lived& a, const Lived& b) {
  const std::string lives = lives_that_differ(a, b, {});
  if (!lives.empty()) return lives;
  for (const auto& [name, value] : b.figures) {
    const bool may = !extra.empty() && name.find(extra) != std::string::npos;
    if (!may && !a.figures.contains(name)) return "there is a figure more: " + name;
  }
  return figures_that_differ(a, b, [](const std::string&) { return true; });
}

std::string difference_before(Day date, const Lived& a, const Lived& b) {
  const std::string lives = lives_that_differ(a, b, iso_date(date));
  if (!lives.empty()) return lives;
  return figures_that_differ(a, b, [&](const std::string& name) {
    const bool by_date = name.starts_with("series|") || name.starts_with("held_back|");
    if (!by_date) return false;
    const std::string day = name.substr(name.find('|') + 1, 10);
    return day < iso_date(date);
  });
}

}  // namespace doorstroom::tests

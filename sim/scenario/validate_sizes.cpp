// How many of each thing the engine can hold: positions are small numbers there.
#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include <fmt/format.h>

#include "scenario/paths.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void at_most(Validation& v, const std::string& path, std::size_t given, std::size_t most,
             std::string_view what) {
  if (given <= most) return;
  v.problem(path, fmt::format("{} {} are too many", given, what), fmt::format("at most {}", most));
}

void check_attributes(Validation& v) {
  std::size_t fields = 0;
  int bits = 0;
  for (const Attribute& attribute : v.scenario.attributes) {
    if (attribute.values.empty()) continue;
    bits += static_cast<int>(std::bit_width(attribute.values.size() - 1));
    if (attribute.latent) bits += static_cast<int>(std::bit_width(attribute.values.size()));
    fields += attribute.latent ? 2 : 1;
  }
  constexpr std::size_t most_fields = 250;
  at_most(v, "/attributes", fields, most_fields, "attributes and their assessments");
  constexpr int room = 64;
  if (bits > room) {
    v.problem("/attributes",
              fmt::format("the attributes have too many values together ({} bits)", bits),
              fmt::format("there is room for {}", room));
  }
}

void check_exits(Validation& v) {
  std::map<std::string, std::size_t> exits;
  for (const Exit& exit : v.scenario.labour_market.exits) ++exits[exit.from];
  constexpr std::size_t most = 50;
  for (const auto& [status, number] : exits) {
    at_most(v, "/labour_market/exits", number, most, "ways out of " + status);
  }
}

/// People who enter from the start of the horizon to its end, without seasonality.
double people_of(const Arrivals& arrivals, Horizon horizon) {
  const std::vector<Day> changes = change_days(arrivals, horizon);
  double people = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Day until = i + 1 < changes.size() ? changes[i + 1] : horizon.end;
    people += people_a_year(arrivals, changes[i]) * (until - changes[i]) / days_per_year;
  }
  return people;
}

/// The most people on a day of a stream, on average.
double busiest_day(const Arrivals& arrivals, Horizon horizon) {
  double most = 0;
  for (const Day day : change_days(arrivals, horizon)) {
    most = std::max(most, people_a_year(arrivals, day) / days_per_year);
  }
  double factor = 1;
  for (const auto& [month, season] : arrivals.seasonality) factor = std::max(factor, season.value);
  return most * factor;
}

/// What a computer can hold: a person takes about a hundred bytes.
void check_people(Validation& v) {
  const Scenario& s = v.scenario;
  if (s.horizon.end <= s.horizon.start) return;
  constexpr double most_people = 1e8;
  constexpr double most_a_day = 9e6;
  double people = 0;
  for (const Stock& stock : s.stock) people += stock.people.value;
  if (people > most_people) {
    return v.problem("/stock", fmt::format("there are {:.3g} people at the start", people),
                     "at most 100000000 (a hundred million) in all");
  }
  for (const Arrivals& arrivals : s.arrivals) {
    const std::string path = "/arrivals/" + arrivals.id + "/per_year";
    if (busiest_day(arrivals, s.horizon) > most_a_day) {
      v.problem(path, fmt::format("on some days more than {:.0f} people would come", most_a_day));
    }
    people += people_of(arrivals, s.horizon);
  }
  if (people > most_people) {
    v.problem(
        "/arrivals",
        fmt::format("about {:.3g} people would be simulated, those at the start included", people),
        "at most 100000000 (a hundred million)");
  }
}

/// What decides which part of a resource serves somebody makes separate queues of a list.
std::size_t cells(const Validation& v, const std::vector<Need>& needs) {
  std::set<std::string> by;
  std::size_t cells = 1;
  for (const Need& need : needs) {
    const Resource* resource = v.resource(need.resource);
    if (resource == nullptr) continue;
    const Attribute* split = resource->split ? v.attribute(resource->split->by) : nullptr;
    if (split != nullptr && by.insert(split->id).second) cells *= split->values.size();
    if (!need.amount.classes.empty() && by.insert("distance").second) {
      cells *= v.scenario.distance_classes.size();
    }
  }
  return cells;
}

constexpr std::size_t most_queues = 10'000;

template <class Item>
void check_queues(Validation& v, const std::string& path, const Item& item,
                  std::vector<Need> needs) {
  needs.insert(needs.end(), item.needs.begin(), item.needs.end());
  const std::size_t queues = cells(v, needs) * (item.waiting_list.priority.size() + 1);
  at_most(v, path + item.id, queues, most_queues,
          "queues (regions or providers times priority classes)");
}

void check_measures(Validation& v) {
  const Scenario& s = v.scenario;
  constexpr std::size_t most_measures = 1000;
  at_most(v, "/measures", s.measures.size() + s.screening.size(), most_measures,
          "measures and screening services");
  std::size_t limits = 0;
  std::size_t lists = s.measures.size() + s.screening.size();
  for (const Measure& measure : s.measures) {
    limits += measure.cumulated.size();
    check_queues(v, "/measures/", measure,
                 measure.phases.empty() ? std::vector<Need>{} : measure.phases.front().needs);
    for (std::size_t p = 1; p < measure.phases.size(); ++p) {
      lists += measure.phases[p].needs.empty() ? 0 : 1;
      at_most(v, "/measures/" + measure.id + "/phases/" + measure.phases[p].id,
              cells(v, measure.phases[p].needs), most_queues, "queues");
    }
  }
  for (const Screening& screening : s.screening) check_queues(v, "/screening/", screening, {});
  constexpr std::size_t most_limits = 250;
  at_most(v, "/measures", limits, most_limits, "cumulated limits");
  constexpr std::size_t most_lists = 60'000;
  at_most(v, "/measures", lists, most_lists, "waiting lists");
}

}  // namespace

void validate_sizes(Validation& v) {
  const Scenario& s = v.scenario;
  constexpr std::size_t most = 60'000;
  at_most(v, "/arrivals", s.arrivals.size() + s.stock.size(), most, "streams and groups");
  at_most(v, "/resources", s.resources.size(), most, "resources");
  at_most(v, "/referral", s.referral.size(), most, "rules");
  constexpr std::size_t most_statuses = 250;
  at_most(v, "/statuses", s.statuses.size(), most_statuses, "statuses");
  check_people(v);
  check_attributes(v);
  check_exits(v);
  check_measures(v);
}

}  // namespace doorstroom::scenario

#include "scenario/validate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "scenario/paths.hpp"
#include "scenario/read_value.hpp"
#include "scenario/suggest.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {

const Attribute* Validation::attribute(const std::string& id) const {
  const auto at = std::ranges::find(scenario.attributes, id, &Attribute::id);
  return at == scenario.attributes.end() ? nullptr : &*at;
}

const Resource* Validation::resource(const std::string& id) const {
  const auto at = std::ranges::find(scenario.resources, id, &Resource::id);
  return at == scenario.resources.end() ? nullptr : &*at;
}

void Validation::check_classes(const std::string& path, const std::vector<std::string>& given) {
  std::vector<std::string> missing;
  for (const std::string& name : scenario.distance_classes) {
    if (std::ranges::find(given, name) == given.end()) missing.push_back(name);
  }
  if (missing.empty()) return;
  problem(path, fmt::format("no value for {}", fmt::join(missing, ", ")),
          "a table by distance names every class");
}

namespace {

double share_of(const Share& share, const std::string& distance) {
  if (share.rest) return 0;
  if (share.p.classes.empty()) return share.p.all.value;
  const auto at = share.p.classes.find(distance);
  return at == share.p.classes.end() ? 0.0 : at->second.value;
}

}  // namespace

void Validation::check_shares(const std::string& path, const std::vector<const Share*>& shares,
                              bool may_leave) {
  constexpr double tolerance = 1e-9;
  if (std::ranges::count_if(shares, [](const Share* s) { return s->rest; }) > 1) {
    return problem(path, "\"rest\" stands here more than once", "keep one of them");
  }
  const bool has_rest = std::ranges::any_of(shares, [](const Share* s) { return s->rest; });
  for (const Share* share : shares) check_classes(path, share->p);
  const auto check_sum = [&](const std::string& whose, const std::string& distance) {
    double sum = 0;
    for (const Share* share : shares) sum += share_of(*share, distance);
    if (sum > 1 + tolerance) {
      problem(path, fmt::format("the shares{} add up to {:.6g}, more than 1", whose, sum));
    } else if (!has_rest && !may_leave && sum < 1 - tolerance) {
      problem(path, fmt::format("the shares{} add up to {:.6g}, less than 1", whose, sum),
              "give one of them \"rest\"");
    }
  };
  const bool by_class =
      std::ranges::any_of(shares, [](const Share* s) { return !s->p.classes.empty(); });
  if (!by_class) return check_sum("", "");
  for (const std::string& name : scenario.distance_classes) check_sum(" of " + name, name);
}

void Validation::check_destinations(const std::string& path, const std::vector<Destination>& places,
                                    bool may_leave) {
  std::vector<const Share*> shares;
  for (const Destination& place : places) {
    shares.push_back(&place.p);
    const bool again = std::ranges::count(places, place.to, &Destination::to) > 1 &&
                       &place != &*std::ranges::find(places, place.to, &Destination::to);
    if (again) problem(path, fmt::format("{} stands here twice", in_quotes(place.to)));
    if (place.to == "refer" && scenario.referral.empty() && reading.is_sound("/referral")) {
      problem(path, "\"refer\" asks the referral rules, and there are none",
              "add \"referral\", or name a status or measure");
    }
  }
  if (!places.empty()) check_shares(path, shares, may_leave);
}

std::string Validation::place_of_entry(const std::string& path, Day from) const {
  if (from == always) return path;
  const std::string date = iso_date(from);
  for (const std::size_t written : {std::size_t{4}, std::size_t{7}, date.size()}) {
    const std::string place = below(path, date.substr(0, written));
    if (reading.has(place)) return place;
  }
  return path;
}

void Validation::check_growth(const std::string& path, const Path& values, double most) {
  if (!values.growth || values.entries.empty()) return;
  const double last = value_on(values, scenario.horizon.end - 1);
  if (std::abs(last) <= most) return;
  problem(below(path, "growth"),
          fmt::format("this grows to {:.3g} by the end of the horizon", last),
          fmt::format("at most {}", bound_text(most)));
}

void Validation::check_path(const std::string& path, const Path& values, double most) {
  if (!values.entries.empty() && values.entries.front().from > scenario.horizon.start) {
    problem(path, "nothing is said about the start of the horizon",
            "begin the path there (0 is a number too)");
  }
  check_growth(path, values, most);
}

namespace {

void validate_frame(Validation& v) {
  const Scenario& s = v.scenario;
  if (const std::string fault = fault_of_name(s.name); !fault.empty()) {
    v.problem("/name", fmt::format("{} is not a name ({})", in_quotes(s.name), fault),
              std::string(form_of_names));
  }
  constexpr DayCount longest = 25'000;
  if (s.horizon.end <= s.horizon.start) {
    v.problem("/horizon", "the horizon ends before it begins",
              "\"end\" is the day after the last one");
  } else if (s.horizon.days() > longest) {
    v.problem("/horizon", fmt::format("the horizon has {} days", s.horizon.days()),
              fmt::format("at most {} (68 years)", longest));
  }
  if (s.horizon.start < day_of(1970, 1, 1) || s.horizon.end > day_of(2200, 1, 1)) {
    v.problem("/horizon", "the horizon must lie between 1970 and 2200");
  }
  if (s.arrivals.empty() && s.stock.empty()) {
    v.problem("", "there are no people", "add \"arrivals\" or \"stock\"");
  }
}

}  // namespace

void validate(const Scenario& scenario, Reading& reading) {
  if (!reading.is_complete()) return;
  Validation validation(scenario, reading);
  validate_frame(validation);
  // Nearly everything is measured against these.
  for (const char* basis : {"/horizon", "/distance_classes", "/attributes", "/statuses"}) {
    if (!reading.is_sound(basis)) return;
  }
  validate_people(validation);
  validate_benefits(validation);
  validate_labour_market(validation);
  validate_resources(validation);
  validate_measures(validation);
  validate_referral(validation);
  validate_output(validation);
  validate_sizes(validation);
  validate_what_is_used(validation);
}

}  // namespace doorstroom::scenario

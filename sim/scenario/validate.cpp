#include "scenario/validate.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/read_value.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {

const Attribute* Validation::attribute(const std::string& id) const {
  const auto at = std::ranges::find(scenario.attributes, id, &Attribute::id);
  return at == scenario.attributes.end() ? nullptr : &*at;
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

void Validation::check_shares(const std::string& path, const std::vector<const Share*>& shares,
                              bool may_leave) {
  constexpr double tolerance = 1e-9;
  if (std::ranges::count_if(shares, [](const Share* s) { return s->rest; }) > 1) {
    return problem(path, "\"rest\" stands here more than once");
  }
  const bool has_rest = std::ranges::any_of(shares, [](const Share* s) { return s->rest; });
  for (const Share* share : shares) check_classes(path, share->p);
  const auto check_sum = [&](const std::string& whose, auto value) {
    double sum = 0;
    for (const Share* share : shares) sum += share->rest ? 0.0 : value(*share);
    if (sum > 1 + tolerance) {
      problem(path, fmt::format("the shares{} add up to {:.6g}, more than 1", whose, sum));
    } else if (!has_rest && !may_leave && sum < 1 - tolerance) {
      problem(path, fmt::format("the shares{} add up to {:.6g}, less than 1", whose, sum),
              "give the last one \"rest\"");
    }
  };
  const bool by_class =
      std::ranges::any_of(shares, [](const Share* s) { return !s->p.classes.empty(); });
  if (!by_class) return check_sum("", [](const Share& s) { return s.p.all.value; });
  for (const std::string& name : scenario.distance_classes) {
    check_sum(" of " + name, [&](const Share& s) {
      const auto at = s.p.classes.find(name);
      return s.p.classes.empty() ? s.p.all.value : at == s.p.classes.end() ? 0.0 : at->second.value;
    });
  }
}

void Validation::check_destinations(const std::string& path, const std::vector<Destination>& places,
                                    bool may_leave) {
  std::vector<const Share*> shares;
  for (const Destination& place : places) shares.push_back(&place.p);
  if (!places.empty()) check_shares(path, shares, may_leave);
}

namespace {

bool is_number_fact(const std::string& subject) {
  return subject == "age" || subject == "months_unemployed" || subject == "months_waiting";
}

void check_values(Validation& v, const std::string& path, const Test& test,
                  const std::vector<std::string>& known, std::string_view what) {
  if (test.min || test.below) {
    return v.problem(path, fmt::format("\"{}\" is not a number", test.subject),
                     "write one of its values, or a list of them");
  }
  for (const std::string& value : test.values) {
    if (std::ranges::find(known, value) != known.end()) continue;
    const std::string nearest = nearest_name(value, known);
    v.problem(path, fmt::format("\"{}\" is not {}", value, what),
              nearest.empty() ? fmt::format("known are {}", fmt::join(known, ", "))
                              : fmt::format("did you mean \"{}\"?", nearest));
  }
}

void check_number_fact(Validation& v, const std::string& path, const Test& test,
                       Validation::Use use) {
  if (test.subject == "age") v.uses_age.push_back(path);
  if (!test.values.empty()) {
    return v.problem(path, fmt::format("\"{}\" is a number", test.subject),
                     "write a range: {\"min\": ..., \"below\": ...}");
  }
  if (test.min && test.below && test.min->value >= test.below->value) {
    v.problem(path, "nothing lies in this range (\"min\" is not below \"below\")");
  }
  if (test.subject == "months_waiting" && use != Validation::Use::priority) {
    v.problem(path, "\"months_waiting\" has a meaning only on a waiting list");
  }
}

}  // namespace

void Validation::check_condition(const std::string& path, const Condition& condition, Use use) {
  std::vector<std::string> measures;
  for (const Measure& measure : scenario.measures) measures.push_back(measure.id);
  for (const Test& test : condition.tests) {
    const std::string place = path + "/" + test.subject;
    const bool of_history = test.subject == "coming_from" || test.subject == "has_been_in";
    if (use == Use::labour_market && test.subject != "age" && attribute(test.subject) == nullptr) {
      problem(place, fmt::format("\"{}\" cannot be used in the labour market", test.subject),
              "use attributes and age");
      continue;
    }
    if (is_number_fact(test.subject)) {
      check_number_fact(*this, place, test, use);
      continue;
    }
    if (of_history) {
      check_values(*this, place, test, measures, "a measure");
      continue;
    }
    const bool assessed = test.subject.starts_with("assessed_");
    const std::string id = assessed ? test.subject.substr(9) : test.subject;
    const Attribute* of =
        attribute(assessed && attribute(test.subject) == nullptr ? id : test.subject);
    if (of == nullptr) continue;  // reported as an unknown name
    std::vector<std::string> values = of->values;
    if (assessed) values.emplace_back("unknown");
    check_values(*this, place, test, values, fmt::format("a value of {}", test.subject));
    if (use != Use::labour_market && of->latent && !assessed) {
      problem(place, fmt::format("nobody sees the latent attribute \"{}\"", of->id),
              fmt::format("use what screening sees of it: \"assessed_{}\"", of->id));
    } else if (use != Use::labour_market && !of->registered && !assessed) {
      problem(place, fmt::format("\"{}\" is not registered, so rules cannot use it", of->id));
    }
    const auto sees_it = [&](const Screening& s) { return s.sees.contains(of->id); };
    if (assessed && std::ranges::none_of(scenario.screening, sees_it)) {
      problem(place, fmt::format("no screening assesses \"{}\"", of->id));
    }
    uses_attribute.emplace_back(of->id, place);
  }
}

namespace {

void validate_frame(Validation& v) {
  const Scenario& s = v.scenario;
  if (!is_good_name(s.name)) {
    v.problem("/name", fmt::format("\"{}\" is not a name", s.name),
              "a letter, then letters, digits, _ or -");
  }
  constexpr DayCount longest = 25'000;
  if (s.horizon.end <= s.horizon.start) {
    v.problem("/horizon", "the horizon ends before it begins");
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
  constexpr std::size_t most_measures = 1000;
  if (s.measures.size() + s.screening.size() > most_measures) {
    v.problem("/measures", fmt::format("more than {} measures", most_measures));
  }
}

void validate_output(Validation& v) {
  for (const auto& [indicator, attributes] : v.scenario.output.breakdowns) {
    for (const std::string& id : attributes) {
      v.uses_attribute.emplace_back(id, "/output/breakdowns/" + indicator);
    }
  }
  for (const Observed& observed : v.scenario.output.observed) {
    for (const auto& [date, value] : observed.values) {
      if (!parse_date(date))
        v.problem("/output/observed", fmt::format("\"{}\" is not a date", date));
    }
  }
}

}  // namespace

void validate(const Scenario& scenario, Reading& reading) {
  Validation validation(scenario, reading);
  validate_frame(validation);
  validate_people(validation);
  validate_labour_market(validation);
  validate_resources(validation);
  validate_measures(validation);
  validate_referral(validation);
  validate_output(validation);
  validate_what_is_used(validation);
}

}  // namespace doorstroom::scenario

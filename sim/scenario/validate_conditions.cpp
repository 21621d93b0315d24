#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

bool is_number_fact(const std::string& subject) {
  return subject == "age" || subject == "months_unemployed" || subject == "months_waiting";
}

void check_values(Validation& v, const std::string& path, const Test& test,
                  const std::vector<std::string>& known, std::string_view what) {
  if (test.min || test.below) {
    return v.problem(path, fmt::format("{} is not a number", in_quotes(test.subject)),
                     "write one of its values, or a list of them");
  }
  for (const std::string& value : test.values) {
    if (std::ranges::find(known, value) != known.end()) continue;
    v.problem(path, fmt::format("{} is not {}", in_quotes(value), what),
              did_you_mean_or(value, known));
  }
}

void check_number_fact(Validation& v, const std::string& path, const Test& test,
                       Validation::Use use) {
  if (test.subject == "age") v.uses_age.push_back(path);
  if (!test.values.empty()) {
    return v.problem(path, fmt::format("{} is a number", in_quotes(test.subject)),
                     "write a range: {\"min\": ..., \"below\": ...}");
  }
  if (test.min && test.below && test.min->value >= test.below->value) {
    v.problem(path, "nothing lies in this range (\"min\" is not below \"below\")");
  }
  if (test.subject == "months_waiting" && use != Validation::Use::priority) {
    v.problem(path, "\"months_waiting\" has a meaning only on a waiting list",
              "use it in \"priority\"");
  }
}

/// Who may look at an attribute: rules see what is registered or assessed, nature sees all.
void check_visible(Validation& v, const std::string& path, const Attribute& of, bool assessed,
                   Validation::Use use) {
  if (use != Validation::Use::labour_market && !assessed) {
    if (of.latent) {
      v.problem(path, fmt::format("nobody sees the latent attribute {}", in_quotes(of.id)),
                fmt::format("use what screening sees of it: \"assessed_{}\"", of.id));
    } else if (!of.registered) {
      v.problem(path,
                fmt::format("{} is not registered, so rules cannot use it", in_quotes(of.id)));
    }
  }
  const auto sees_it = [&](const Screening& s) { return s.sees.contains(of.id); };
  if (assessed && v.reading.is_sound("/screening") &&
      std::ranges::none_of(v.scenario.screening, sees_it)) {
    v.problem(path, fmt::format("no screening assesses {}", in_quotes(of.id)),
              fmt::format("add {} to what a screening service \"sees\"", in_quotes(of.id)));
  }
}

void check_attribute_test(Validation& v, const std::string& path, const Test& test,
                          Validation::Use use) {
  constexpr std::string_view prefix = "assessed_";
  const bool assessed = test.subject.starts_with(prefix);
  const Attribute* of = v.attribute(assessed ? test.subject.substr(prefix.size()) : test.subject);
  if (of == nullptr) return;  // reported as an unknown name
  std::vector<std::string> values = of->values;
  if (assessed) values.emplace_back("unknown");
  check_values(v, path, test, values, fmt::format("a value of {}", test.subject));
  check_visible(v, path, *of, assessed, use);
  v.uses_attribute.emplace_back(of->id, path);
}

}  // namespace

void Validation::check_condition(const std::string& path, const Condition& condition, Use use) {
  std::vector<std::string> measures;
  for (const Measure& measure : scenario.measures) measures.push_back(measure.id);
  std::vector<std::string> begun = measures;
  for (const Screening& service : scenario.screening) begun.push_back(service.id);
  for (const Test& test : condition.tests) {
    const std::string place = below(path, test.subject);
    const bool natural = test.subject == "age" || attribute(test.subject) != nullptr;
    if (use == Use::labour_market && !natural) {
      problem(place, fmt::format("{} cannot be used in the labour market", in_quotes(test.subject)),
              "use attributes and age");
    } else if (is_number_fact(test.subject)) {
      check_number_fact(*this, place, test, use);
    } else if (test.subject == "coming_from") {
      check_values(*this, place, test, measures, "a measure");
    } else if (test.subject == "has_been_in") {
      check_values(*this, place, test, begun, "a measure or a screening service");
    } else {
      check_attribute_test(*this, place, test, use);
    }
  }
}

}  // namespace doorstroom::scenario

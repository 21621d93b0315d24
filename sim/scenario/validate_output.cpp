#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "model/indicators.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

template <class Items>
void add_ids(std::vector<std::string>& ids, const Items& items) {
  for (const auto& item : items) ids.push_back(item.id);
}

/// What an indicator is given for.
std::vector<std::string> subjects(const Scenario& s, SubjectKind kind) {
  std::vector<std::string> ids;
  switch (kind) {
    case SubjectKind::status:
      add_ids(ids, s.statuses);
      break;
    case SubjectKind::everyone:
      ids.emplace_back(everyone);
      break;
    case SubjectKind::resource:
      add_ids(ids, s.resources);
      break;
    case SubjectKind::list:
      for (const Measure& measure : s.measures) {
        for (std::size_t p = 1; p < measure.phases.size(); ++p) {
          const Phase& phase = measure.phases[p];
          if (!phase.needs.empty()) ids.push_back(measure.id + "." + phase.id);
        }
      }
      [[fallthrough]];
    case SubjectKind::measure:
      add_ids(ids, s.measures);
      add_ids(ids, s.screening);
      break;
  }
  return ids;
}

std::vector<std::string> names_of_indicators(bool that_break_down) {
  std::vector<std::string> names;
  for (const IndicatorName& indicator : series_indicators) {
    if (indicator.breaks_down || !that_break_down) names.emplace_back(indicator.name);
  }
  if (that_break_down) names.emplace_back(waiting_time);
  return names;
}

void check_breakdowns(Validation& v) {
  const std::vector<std::string> known = names_of_indicators(true);
  for (const auto& [indicator, attributes] : v.scenario.output.breakdowns) {
    const std::string path = below("/output/breakdowns", indicator);
    if (std::ranges::find(known, indicator) == known.end()) {
      v.problem(path,
                fmt::format("{} is not an indicator that can be broken down", in_quotes(indicator)),
                did_you_mean_or(indicator, known));
    }
    for (const std::string& id : attributes) {
      v.uses_attribute.emplace_back(id, path);
      if (std::ranges::count(attributes, id) > 1) {
        return v.problem(path, fmt::format("{} stands here twice", in_quotes(id)));
      }
    }
  }
}

void check_equity(Validation& v) {
  const std::vector<std::string>& attributes = v.scenario.output.equity;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::string path = fmt::format("/output/equity/{}", i);
    v.uses_attribute.emplace_back(attributes[i], path);
    if (std::find(attributes.begin(), attributes.begin() + static_cast<std::ptrdiff_t>(i),
                  attributes[i]) != attributes.begin() + static_cast<std::ptrdiff_t>(i)) {
      v.problem(path, fmt::format("{} stands here twice", in_quotes(attributes[i])));
    }
  }
}

/// As many attributes and combinations as a person's entry is remembered by.
void check_risk_profile(Validation& v) {
  constexpr std::size_t most_attributes = 3;
  constexpr std::size_t most_combinations = 64;
  const std::string path = "/output/carousel/profile";
  const std::vector<std::string>& attributes = v.scenario.output.carousel.profile;
  std::size_t combinations = 1;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    v.uses_attribute.emplace_back(attributes[i], fmt::format("{}/{}", path, i));
    if (std::ranges::find(attributes, attributes[i]) - attributes.begin() <
        static_cast<std::ptrdiff_t>(i)) {
      return v.problem(fmt::format("{}/{}", path, i),
                       fmt::format("{} stands here twice", in_quotes(attributes[i])));
    }
    const Attribute* attribute = v.attribute(attributes[i]);
    if (attribute != nullptr) combinations *= attribute->values.size();
  }
  if (attributes.size() > most_attributes) {
    v.problem(path, fmt::format("there are {} attributes", attributes.size()),
              fmt::format("at most {}", most_attributes));
  } else if (combinations > most_combinations) {
    v.problem(path, fmt::format("there are {} combinations of their values", combinations),
              fmt::format("at most {}; leave an attribute out", most_combinations));
  }
}

void check_observed(Validation& v, const std::string& path, const Observed& observed) {
  const std::vector<std::string> known = names_of_indicators(false);
  const auto indicator =
      std::ranges::find(series_indicators, observed.indicator, &IndicatorName::name);
  if (indicator == series_indicators.end()) {
    v.problem(path + "/indicator",
              fmt::format("{} is not an indicator", in_quotes(observed.indicator)),
              did_you_mean_or(observed.indicator, known));
  } else {
    const std::vector<std::string> ids = subjects(v.scenario, indicator->of);
    if (std::ranges::find(ids, observed.subject) == ids.end()) {
      v.problem(
          path + "/subject",
          fmt::format("{} has no figure for {}", observed.indicator, in_quotes(observed.subject)),
          did_you_mean_or(observed.subject, ids));
    }
  }
  for (const auto& [date, value] : observed.values) {
    const auto day = parse_date(date);
    const std::string place = below(path + "/values", date);
    if (!day) {
      v.problem(place, fmt::format("{} is not a date", in_quotes(date)), "write \"2019-01-31\"");
    } else if (!is_last_of_month(*day)) {
      v.problem(place, fmt::format("{} is not the last day of a month", date),
                "series are given for the last day of each month");
    }
  }
}

}  // namespace

void validate_output(Validation& v) {
  check_breakdowns(v);
  check_equity(v);
  check_risk_profile(v);
  if (!v.reading.is_sound("/measures")) return;
  for (std::size_t i = 0; i < v.scenario.output.observed.size(); ++i) {
    check_observed(v, fmt::format("/output/observed/{}", i), v.scenario.output.observed[i]);
  }
}

}  // namespace doorstroom::scenario

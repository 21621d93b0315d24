#include "drivers/causes.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace doorstroom {

namespace {

using Changes = std::vector<Change>;

constexpr std::array<std::string_view, all_causes.size()> names{"screening", "gaps", "places",
                                                                "rights", "aftercare"};

/// A number that a study has put in.
scenario::Quantity switched(double value) {
  return {value, {scenario::Standing::assumption, "switched to see what it drives", {}, {}, {}}};
}

void set_to_zero(scenario::Quantity& quantity, const std::string& path, Changes& changes) {
  if (quantity.value == 0) return;
  changes.push_back({path, fmt::format("{}", quantity.value), "0"});
  quantity = switched(0);
}

void set_to_no(bool& flag, const std::string& path, Changes& changes) {
  if (!flag) return;
  changes.push_back({path, "true", "false"});
  flag = false;
}

/// "0 days", "mean 0.5 months", "1 day to 3 weeks".
std::string text_of(const scenario::Stay& stay) {
  if (stay.kind == scenario::Stay::Kind::fixed) return stay.mean.text;
  if (stay.kind == scenario::Stay::Kind::open) return "open";
  if (!stay.corners.empty()) {
    return fmt::format("{} to {}", stay.corners.front().text, stay.corners.back().text);
  }
  return "mean " + stay.mean.text;
}

/// Twice a span, in the unit in which it is written.
scenario::Span twice(const scenario::Span& span) {
  scenario::Span doubled{2 * span.days, {}, switched(0).evidence};
  double number = 0;
  const char* const end = span.text.data() + span.text.size();
  const auto [read, error] = std::from_chars(span.text.data(), end, number);
  doubled.text = error == std::errc() ? fmt::format("{}{}", 2 * number, std::string(read, end))
                                      : fmt::format("{} days", 2 * span.days);
  return doubled;
}

bool does_something(const scenario::Aftercare& care) {
  return care.duration.days > 0 &&
         (care.job_loss_factor.value != 1 || care.job_finding_factor.value != 1);
}

}  // namespace

std::string_view name_of(Cause cause) {
  return names[static_cast<std::size_t>(cause)];
}

std::optional<Cause> cause_named(std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return all_causes[static_cast<std::size_t>(at - names.begin())];
}

std::vector<Change> see_the_truth(scenario::Scenario& scenario) {
  Changes changes;
  for (scenario::Screening& service : scenario.screening) {
    for (auto& [attribute, error] : service.sees) {
      const std::string path = fmt::format("/screening/{}/sees/{}/", service.id, attribute);
      set_to_zero(error.one_class, path + "one_class", changes);
      set_to_zero(error.two_classes, path + "two_classes", changes);
    }
  }
  return changes;
}

std::vector<Change> leave_no_gaps(scenario::Scenario& scenario) {
  Changes changes;
  for (scenario::Measure& measure : scenario.measures) {
    for (scenario::Phase& phase : measure.phases) {
      if (!phase.gap) continue;
      changes.push_back({fmt::format("/measures/{}/phases/{}/gap", measure.id, phase.id),
                         text_of(phase.gap->duration), ""});
      phase.gap.reset();
    }
  }
  return changes;
}

std::vector<Change> lift_all_limits(scenario::Scenario& scenario) {
  Changes changes;
  for (scenario::Resource& resource : scenario.resources) {
    if (resource.unlimited) continue;
    set_to_no(resource.binding, fmt::format("/resources/{}/binding", resource.id), changes);
  }
  return changes;
}

std::vector<Change> give_no_rights(scenario::Scenario& scenario) {
  Changes changes;
  for (scenario::Measure& measure : scenario.measures) {
    const std::string path = "/measures/" + measure.id;
    set_to_no(measure.counts_as_work, path + "/counts_as_work", changes);
    for (scenario::Phase& phase : measure.phases) {
      set_to_no(phase.ends_with_right, fmt::format("{}/phases/{}/ends_with_right", path, phase.id),
                changes);
    }
  }
  return changes;
}

std::vector<Change> double_aftercare(scenario::Scenario& scenario) {
  Changes changes;
  for (scenario::Measure& measure : scenario.measures) {
    if (!measure.aftercare || !does_something(*measure.aftercare)) continue;
    scenario::Span& duration = measure.aftercare->duration;
    const scenario::Span doubled = twice(duration);
    changes.push_back(
        {fmt::format("/measures/{}/aftercare/duration", measure.id), duration.text, doubled.text});
    duration = doubled;
  }
  return changes;
}

std::vector<Change> switch_off(Cause cause, scenario::Scenario& scenario) {
  switch (cause) {
    case Cause::screening:
      return see_the_truth(scenario);
    case Cause::gaps:
      return leave_no_gaps(scenario);
    case Cause::places:
      return lift_all_limits(scenario);
    case Cause::rights:
      return give_no_rights(scenario);
    case Cause::aftercare:
      return double_aftercare(scenario);
  }
  return {};
}

}  // namespace doorstroom

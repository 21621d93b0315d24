#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/paths.hpp"
#include "size/size.hpp"

namespace doorstroom {

namespace {

std::size_t find_resource(const scenario::Scenario& scenario, const std::string& id) {
  const auto at = std::ranges::find(scenario.resources, id, &scenario::Resource::id);
  if (at == scenario.resources.end()) {
    std::vector<std::string> known;
    for (const scenario::Resource& r : scenario.resources) known.push_back(r.id);
    const std::string suggestion = did_you_mean_or(id, known);
    throw SizeRequestError(fmt::format("there is no resource \"{}\" ({})", id,
                                       suggestion.empty() ? "the scenario has none" : suggestion));
  }
  const scenario::Resource& resource = *at;
  if (resource.unlimited) {
    throw SizeRequestError(
        fmt::format("{} has no amount that could be sized (it is unlimited)", id));
  }
  if (resource.share_of) {
    throw SizeRequestError(fmt::format(
        "the amount of {} follows the people of {}, so that it cannot be sized year by year", id,
        resource.share_of->of));
  }
  if (!resource.binding) {
    throw SizeRequestError(fmt::format(
        "{} does not limit anything, so that its size makes no difference (\"binding\": false{})",
        id, resource.kind == scenario::ResourceKind::budget ? "; try --under-budget" : ""));
  }
  return static_cast<std::size_t>(at - scenario.resources.begin());
}

void check_targets(const std::vector<Target>& targets) {
  if (targets.empty()) {
    throw SizeRequestError("there is no target (for example --target \"list_length <= 500\")");
  }
  const bool only_cost = std::ranges::all_of(
      targets, [](const Target& target) { return target.statistic == TargetStatistic::cost; });
  if (only_cost) {
    throw SizeRequestError(
        "a target on cost alone is met by nothing at all "
        "(add one on waiting_after, started_within, list_length or runs_dry)");
  }
}

/// Why a year cannot be sized; empty if it can.
std::string fault_of_year(const Question& question, const scenario::Scenario& scenario, int year) {
  const Horizon horizon = scenario.horizon;
  const Day first = day_of(year, 1, 1);
  const Day next = day_of(year + 1, 1, 1);
  if (first < horizon.start || next > horizon.end) {
    return fmt::format("is not wholly within the horizon, {} to {}", iso_date(horizon.start),
                       iso_date(horizon.end - 1));
  }
  const scenario::Path& path = *path_of(scenario.resources[question.resource]);
  if (path.entries.front().from > first) {
    return fmt::format("begins before there is any {}", scenario.resources[question.resource].id);
  }
  const DayCount days = follow_up(question.targets);
  if (next + days > horizon.end) {
    return fmt::format(
        "ends less than {} days before the horizon does, so that those who join late in it cannot "
        "be followed for so long",
        days);
  }
  return {};
}

std::vector<int> years_that_can_be_judged(const Question& question,
                                          const scenario::Scenario& scenario) {
  std::vector<int> years;
  const int last = civil(scenario.horizon.end).year;
  for (int year = civil(scenario.horizon.start).year; year <= last; ++year) {
    if (fault_of_year(question, scenario, year).empty()) years.push_back(year);
  }
  return years;
}

void check_years(const Question& question, const scenario::Scenario& scenario) {
  const std::vector<int> possible = years_that_can_be_judged(question, scenario);
  if (possible.empty()) {
    throw SizeRequestError(fmt::format(
        "no year of the horizon can be judged ({} to {}; a year must lie within it, and those who "
        "join in it are followed for {} days)",
        iso_date(scenario.horizon.start), iso_date(scenario.horizon.end - 1),
        follow_up(question.targets)));
  }
  for (const int year : question.years) {
    const std::string fault = fault_of_year(question, scenario, year);
    if (fault.empty()) continue;
    throw SizeRequestError(fmt::format("{} {} (years that can be sized: {} to {})", year, fault,
                                       possible.front(), possible.back()));
  }
}

}  // namespace

scenario::Scenario scenario_of(scenario::Scenario scenario, Budgets budgets) {
  if (budgets == Budgets::as_written) return scenario;
  for (scenario::Resource& resource : scenario.resources) {
    const bool limits = resource.kind == scenario::ResourceKind::budget && !resource.unlimited;
    resource.binding = resource.binding || limits;
  }
  return scenario;
}

Question question_of(const scenario::Scenario& as_given, const SizeRequest& request) {
  const scenario::Scenario scenario = scenario_of(as_given, request.budgets);
  Question question;
  question.probability = request.probability;
  question.resource = find_resource(scenario, request.resource);
  for (const std::string& text : request.targets) {
    question.targets.push_back(parse_target(text, scenario, scenario.resources[question.resource]));
  }
  check_targets(question.targets);
  question.years = request.years;
  std::ranges::sort(question.years);
  const auto repeated = std::ranges::unique(question.years);
  question.years.erase(repeated.begin(), repeated.end());
  check_years(question, scenario);
  if (question.years.empty()) question.years = years_that_can_be_judged(question, scenario);
  return question;
}

}  // namespace doorstroom
